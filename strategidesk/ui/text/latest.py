"""The latest changes of one section, newest first."""

from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.clock import Clock
from strategidesk.history.changes import ChangeSet
from strategidesk.history.timeline import Entry
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.ui import access
from strategidesk.ui.overview.card import TwoLines
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.parts import bare, button, label
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work

MOST = 30


class Latest(QScrollArea):
    """Read when it is looked at. `wanted`: the page of all changes."""

    wanted = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._clock = Clock()
        self._section: Id | None = None
        self._stale = True
        self.lines: list[TwoLines] = []
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(16, 12, 12, 12)
        self._layout.setSpacing(8)
        self.nothing = label(tr("Nothing has been changed yet."), tone="muted", wrap=True)
        self._layout.addWidget(self.nothing)
        self._layout.addWidget(button(tr("The whole history"), "link", self.wanted.emit))
        self._layout.addStretch(1)
        bare(self, inner)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys can scroll it
        self.setProperty("part", "read")
        access.give(self, access.PANE)
        self.setAccessibleName(tr("History"))

    def show_section(self, id: Id | None) -> None:
        """Show the changes of another section."""
        if id != self._section:
            self._section, self._stale = id, True
            self.look()

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change, when it is seen."""
        if self._section in changes.ids:
            self._stale = True
            QTimer.singleShot(0, self.look)

    def look(self) -> None:
        """Read the changes, where somebody sees them."""
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        known = self._section in self._work.strategy.by_id
        found = list(islice(self._work.desk.history(self._section), MOST)) if known else []
        while len(self.lines) < len(found):
            line = TwoLines(bold=True)
            self.lines.append(line)
            self._layout.insertWidget(len(self.lines), line)
        now = self._clock()
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(found))
            if number < len(found):
                one = found[number]
                line.say(one.author or tr("(no name)"), self._words(one, now))
        self.nothing.setVisible(not found)

    def _words(self, entry: Entry, now: int) -> str:
        return f"{moment(entry.at, now)} · {self._what(entry)}"

    def _what(self, entry: Entry) -> str:
        strategy = self._work.strategy
        noun = strategy.schema.by_entity[entry.entity]
        field = fields_of(noun).get(entry.field)
        if field is None or not field.label:
            return tr("The section itself")
        return field_label(strategy, noun, field)
