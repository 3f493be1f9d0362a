"""How a paper will read, at once and while it is written: a sheet with its headings and texts."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.papers import Part
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.prose import plain
from strategidesk.ui.overview.card import rule
from strategidesk.ui.papers.contents import layout_of, shown_parts
from strategidesk.ui.papers.words import kind_word, mark_of
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.writing.edit import RichEdit
from strategidesk.ui.writing.hands import rich_edit
from strategidesk.word.papers.facts import Fact, facts

WIDEST = 640  # logical pixels of the sheet
SIGNATURES = "signatures"
_SMALLER = -1.0  # points that the texts are smaller than where they are written
_LARGER = {2: 1.5, 3: 0.0}  # points that a heading of a level is larger than the text


@dataclass(frozen=True)
class _Place:
    """Where a part stands in the sheet."""

    heading: QLabel
    text: RichEdit
    signing: QWidget


class PaperPreview(QFrame):
    """A sheet of paper. Only what is another now is shown anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "paper")
        self.setProperty("speaks", "document")  # its words are not the program's
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys can scroll it
        self.setAccessibleName(tr("This is how it will look"))
        self.setMaximumWidth(faces.grown(WIDEST))
        self._kind: str | None = None
        self._places: list[_Place] = []
        self._parts: list[tuple[Part, _Place]] = []  # those of the paper that is shown
        self.opening = label("", faces.reading(-0.5), "muted")
        self.mark = label("", faces.small(bold=True), "warn_chip")
        self.title = heading("", _face(4.0), wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._fact_labels: list[tuple[QLabel, QLabel]] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.opening, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 36)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addSpacing(12)
        layout.addLayout(self._facts)
        layout.addSpacing(20)
        layout.addWidget(self.title)
        layout.addLayout(self._body)
        layout.addStretch(1)

    # what is shown

    def show_paper(self, strategy: Strategy, whole: Paper) -> None:
        """Show a paper with all that is composed."""
        if whole.kind != self._kind:
            self._kind = whole.kind
            self._take_parts(shown_parts(whole.kind))
        found = layout_of(whole.kind)
        _say(self.opening, (found.opening if found else kind_word(whole)).upper())
        _say(self.mark, mark_of(whole))
        self.mark.setVisible(bool(self.mark.text()))
        _say(self.title, whole.heading)
        self._show_facts(list(facts(found, strategy, whole)) if found else [])
        for part, place in self._parts:
            self._show_part(strategy, whole, part, place)

    def _take_parts(self, parts: tuple[Part, ...]) -> None:
        """Another kind has other parts; the places of the one before are used again."""
        while len(self._places) < len(parts):
            self._places.append(self._make())
        for unused in self._places[len(parts) :]:
            for one in (unused.heading, unused.text, unused.signing):
                one.hide()
        self._parts = list(zip(parts, self._places, strict=False))
        for part, place in self._parts:
            place.heading.setFont(_face(_LARGER.get(part.level, 0.0)))
            place.heading.setContentsMargins(0, 18 if part.level < 3 else 10, 0, 2)

    def _make(self) -> _Place:
        head = heading("", wrap=True)
        text = rich_edit()
        text.setReadOnly(True)
        text.setProperty("editor", "page")
        text.least_lines = 1
        faces.give_reading(text, _SMALLER)
        text.document().setDocumentMargin(0)
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        signing = QWidget()
        lines = QVBoxLayout(signing)
        lines.setContentsMargins(0, 36, 0, 0)
        lines.setSpacing(4)
        for one in (head, text, signing):
            self._body.addWidget(one)
        return _Place(head, text, signing)

    def _show_part(self, strategy: Strategy, whole: Paper, part: Part, shown: _Place) -> None:
        given = str(getattr(whole, part.field)) if part.field else ""
        words = part.headed(whole, strategy)
        there = bool(given.strip()) or not part.optional
        signs = part.look == SIGNATURES
        _say(shown.heading, words)
        shown.heading.setVisible(there and bool(words))
        shown.text.setVisible(there and not signs and bool(part.field))
        shown.signing.setVisible(there and signs)
        if signs:
            _show_signatures(shown.signing, plain(given).splitlines())
            return
        text = given or (f"*{part.hint}*" if part.hint else "")
        if shown.text.text() != text:
            shown.text.setAccessibleName(words)
            shown.text.show_text(text)

    def _show_facts(self, rows: list[Fact]) -> None:
        while len(self._fact_labels) < len(rows):
            at = len(self._fact_labels)
            name = label("", faces.reading(-1.5), "muted", wrap=False)
            value = label("", faces.reading(-1.0), wrap=True)
            name.setBuddy(value)
            for column, part in enumerate((name, value)):
                part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._facts.addWidget(part, at, column)
            self._fact_labels.append((name, value))
        for at, (name, value) in enumerate(self._fact_labels):
            for part in (name, value):
                part.setVisible(at < len(rows))
            if at < len(rows):
                _say(name, rows[at].name)
                _say(value, rows[at].value or rows[at].hint)

    def least_width(self) -> int:
        """The pixels that its longest word needs."""
        layout = self.layout()
        return layout.minimumSize().width() if layout is not None else 0

    @property
    def texts(self) -> list[str]:
        """Every text that is shown, in reading order."""
        found = [self.opening.text(), self.mark.text()]
        found += [part.text() for pair in self._fact_labels for part in pair]
        found.append(self.title.text())
        for _part, one in self._parts:
            found += [] if one.heading.isHidden() else [one.heading.text()]
            found += [] if one.text.isHidden() else [plain(one.text.text())]
            if not one.signing.isHidden():
                found += [part.text() for part in one.signing.findChildren(QLabel)]
        return [text for text in found if text]


def _face(larger: float) -> QFont:
    made = faces.reading(larger)
    made.setBold(True)
    return made


def _say(shown: QLabel, words: str) -> None:
    """Layouts are worked out anew only where something changes."""
    if shown.text() != words:
        shown.setText(words)


def _show_signatures(signing: QWidget, names: list[str]) -> None:
    """A line to sign on over each name."""
    labels = [one for one in signing.findChildren(QLabel) if not one.isHidden()]
    if [one.text() for one in labels] == names:
        return
    layout = signing.layout()
    assert isinstance(layout, QVBoxLayout)
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
    for number, name in enumerate(names):
        if number:
            layout.addSpacing(28)
        line = rule()
        line.setMaximumWidth(faces.grown(280))
        layout.addWidget(line)
        layout.addWidget(label(name, faces.reading(-0.5)))
