"""One register as a table: its count, its empty words, and its name where a page has several."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.ui.parts import frame, heading, label
from strategidesk.ui.tables.column import Column
from strategidesk.ui.tables.table import Table
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class RegisterTable(QWidget):
    """`entered`: the user has come to this table, or to another of its things."""

    entered = Signal()

    def __init__(
        self,
        work: Work,
        columns: tuple[Column, ...],
        entity: str,
        title: str,
        new_text: str,
        empty: str,
        first: tuple[str, ...] = (),
    ) -> None:
        """`title`: over the table, may be empty; `new_text`: what the last row says; `empty`: what
        is said while there is nothing; `first`: the columns shown until the user chooses others
        (none: all). All words are in the user's language."""
        super().__init__()
        self.entity = entity
        self.table = Table(work, columns, entity, entity, new_text, first=first)
        self._count = label("", faces.small(), "muted")
        self._empty = label(empty, faces.ui(), "muted", wrap=True)
        self._empty.setContentsMargins(16, 8, 16, 8)
        bar = frame("header")
        self.bar = QHBoxLayout(bar)
        self.bar.setContentsMargins(16, 8, 16, 8)
        if title:
            self.bar.addWidget(heading(title))
        self.bar.addWidget(self._count, 1)
        self.bar.addWidget(self.table.columns_button())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part, stretch in ((bar, 0), (self._empty, 0), (self.table, 1)):
            layout.addWidget(part, stretch)
        self.table.chosen.connect(lambda _id: self._chosen())
        self.table.grid.installEventFilter(self)
        self.table.counted.connect(self._tell)
        self._tell(len(self.table.model.shown), len(self.table.rows.ids))

    def _chosen(self) -> None:
        """Only the user enters a table: one that follows a change made elsewhere does not."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.entered.emit()

    def _tell(self, shown: int, every: int) -> None:
        self._count.setText(tr("{n} of {all} shown", n=shown, all=every) if every else "")
        self._empty.setVisible(not every)

    @property
    def empty_words(self) -> str:
        """What is said while there is nothing; empty where there is something."""
        return "" if self.table.rows.ids else self._empty.text()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed."""
        self.table.refresh(changes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
