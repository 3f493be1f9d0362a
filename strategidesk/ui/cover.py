"""How the cover and the document information will look, from the same lines as the document's."""

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.ui.overview.card import rule
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces
from strategidesk.word.cover import (
    FACT,
    OWNER,
    SUBTITLE,
    TITLE,
    Information,
    Line,
    cover_lines,
    information_rows,
)
from strategidesk.word.fragments import together

LEAST, MOST = 320, 460  # logical pixels, with what stands around it
_ABOVE = {OWNER: 0, TITLE: 40, SUBTITLE: 4, FACT: 12}


def _title_face() -> QFont:
    made = faces.reading(8.5)
    made.setWeight(QFont.Weight.DemiBold)
    return made


_FACES: dict[str, Callable[[], QFont]] = {
    OWNER: partial(faces.reading, 0.5),
    TITLE: _title_face,
    SUBTITLE: partial(faces.reading, 2.5),
    FACT: faces.reading,
}


class CoverPreview(QFrame):
    """A sheet of paper; its texts are labels, so that readers find them in order."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "paper")
        self.setProperty("speaks", "document")  # its words are not the program's
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys can scroll it
        self.setAccessibleName(tr("This is how it will look"))
        self._lines: list[QLabel] = []
        self._styles: tuple[str, ...] = ()
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._cover = QVBoxLayout()
        self._cover.setSpacing(0)
        self._table = QGridLayout()
        self._table.setVerticalSpacing(6)
        self._table.setHorizontalSpacing(12)
        self._table.setColumnStretch(0, 2)
        self._table.setColumnStretch(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 28, 24, 28)
        layout.addLayout(self._cover)
        layout.addSpacing(40)
        self._heading = label(wording().text("information"), faces.reading(1.5), wrap=True)
        self._rule = rule()
        layout.addWidget(self._heading)
        layout.addWidget(self._rule)
        layout.addLayout(self._table)

    def show_strategy(self, strategy: Strategy, information: Information | None = None) -> None:
        """Show what stands there now, with what the versions know (strategidesk.desk.information);
        lines that stay keep their place."""
        today = datetime.date.today().isoformat()
        rows = list(information_rows(strategy, information or Information()))
        self._show(list(cover_lines(strategy, today)), rows)

    def show_plan(self, strategy: Strategy, adopted: str) -> None:
        """Show how the activity plan begins, with who has adopted it."""
        title = wording().text("activity_plan_of", title=strategy.card.title)
        fact = together((strategy.card.municipality, adopted))
        self._show([Line(TITLE, title), Line(FACT, fact)], [])

    def _show(self, lines: list[Line], rows: list[tuple[str, str]]) -> None:
        for part in (self._heading, self._rule):
            part.setVisible(bool(rows))
        styles = tuple(line.style for line in lines)
        if styles != self._styles:
            self._styles = styles
            self._fill()
        for shown, line in zip(self._lines, lines, strict=True):
            shown.setText(line.text)
        while len(self._rows) < len(rows):
            self._add_row()
        for (name, value), (said, given) in zip(self._rows, rows, strict=False):
            name.setText(said)
            value.setText(given)
        _show_first([name for name, _ in self._rows], len(rows))
        _show_first([value for _, value in self._rows], len(rows))

    def _fill(self) -> None:
        while (item := self._cover.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines = [label("", _FACES[style](), wrap=True) for style in self._styles]
        for style, line in zip(self._styles, self._lines, strict=True):
            self._cover.addSpacing(_ABOVE[style])
            self._cover.addWidget(line)

    def _add_row(self) -> None:
        at = len(self._rows)
        name = label("", faces.reading(-1.5), "muted", wrap=True)
        value = label("", faces.reading(-1.5), wrap=True)
        name.setBuddy(value)
        for column, part in enumerate((name, value)):
            part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._table.addWidget(part, at, column)
        self._rows.append((name, value))

    @property
    def texts(self) -> list[str]:
        """Every text that is shown, in reading order."""
        pairs = [part for row in self._rows for part in row]
        return [one.text() for one in (*self._lines, *pairs) if not one.isHidden()]


def _show_first(widgets: list[QLabel], count: int) -> None:
    for at, one in enumerate(widgets):
        one.setVisible(at < count)
