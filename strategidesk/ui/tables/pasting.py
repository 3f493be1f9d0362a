"""The strip over a table that tells what pasted cells come to, before they are written."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout

from strategidesk.desk.jobs import Job
from strategidesk.desk.pasting import Pasting, Spot, read
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.ui.parts import button, label
from strategidesk.ui.tables import paste_words
from strategidesk.ui.words import shown
from strategidesk.ui.work import Work

_LINES = 4  # of cells not understood that are seen at once
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteStrip(QFrame):
    """`pasted`: the cells are written (a ChangeSet); `left`: the strip is done, either way."""

    pasted = Signal(object)
    left = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._rows: Sequence[Sequence[str]] = ()
        self._spot: Spot | None = None
        self._at_once = False
        self._job: Job[Pasting] | None = None
        self._found: Pasting | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._read_on)
        self.sentence = label("", wrap=True)
        self.left_out = label("", wrap=True)
        self.odd = QListView()
        self._lines = QStringListModel(self)
        self.accept = button(tr("Paste"), "plain", self.paste)
        self.refuse = button(tr("Cancel"), "plain", self.cancel)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self.setProperty("part", "strip")
        self.odd.setModel(self._lines)
        self.odd.setUniformItemSizes(True)
        self.odd.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.odd.setAccessibleName(tr("Cells that are not understood"))
        self.odd.setFrameShape(QFrame.Shape.NoFrame)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.accept)
        row.addWidget(self.refuse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.left_out)
        layout.addWidget(self.odd)

    @property
    def found(self) -> Pasting | None:
        """What the cells come to; None while they are read, and where nothing is offered."""
        return self._found

    def offer(self, rows: Sequence[Sequence[str]], spot: Spot) -> None:
        """Read cells, then tell what they come to; a single one is written at once."""
        self._rows, self._spot = rows, spot
        self._at_once = len(rows) == 1 and len(rows[0]) == 1
        self._begin()
        if self._job is not None and len(rows) > 1:
            self._tell(tr("Reading {n} rows …", n=len(rows)))

    def follow(self, changes: ChangeSet) -> None:
        """What the cells come to may be another after a change."""
        if not self.isHidden() and changes and self._spot is not None:
            self._begin()

    def _begin(self) -> None:
        assert self._spot is not None
        strategy = self._work.strategy
        self._found = None
        self._job = read(strategy, self._rows, self._spot, shown, date.today().year)
        self._turn.start()
        self._read_on()

    def _read_on(self) -> None:
        """One portion at a time, so that the window stays awake."""
        if self._job is None:
            self._turn.stop()
            return
        try:
            next(self._job)
        except StopIteration as end:
            self._turn.stop()
            self._job = None
            self._show(end.value)

    def _show(self, found: Pasting) -> None:
        self._found = found
        if self._at_once and not found.odd:
            self.paste()
            return
        self._at_once = False
        self._lines.setStringList([paste_words.line(odd) for odd in found.odd])
        self._tell(paste_words.sentence(found))

    def _tell(self, sentence: str) -> None:
        found = self._found
        told = self.isHidden() or self.sentence.text() != sentence
        self.sentence.setText(sentence)
        self.left_out.setText(paste_words.left_out(found) if found else "")
        odd = len(found.odd) if found else 0
        self.left_out.setVisible(odd > 0)
        self.odd.setVisible(odd > 0)
        line = self.odd.fontMetrics().height() + 4
        self.odd.setFixedHeight(line * min(max(odd, 1), _LINES) + 4)
        self.accept.setVisible(bool(found and (found.new or found.changed)))
        self.setAccessibleName(sentence)
        self.show()
        (self.accept if not self.accept.isHidden() else self.refuse).setFocus()
        if told:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paste(self) -> None:
        """Write all that is understood, as one step."""
        found, self._found = self._found, None
        if found is None:
            return
        n = found.rows
        name = tr("paste a row") if n == 1 else tr("paste {n} rows", n=n)
        command = found.command(name)
        self._end()
        changes = self._work.run(command) if command is not None else None
        if changes:
            self.pasted.emit(changes)

    def cancel(self) -> None:
        """Write nothing."""
        self._found = None
        if not self.isHidden() or self._job is not None:
            self._end()

    def _end(self) -> None:
        self._turn.stop()
        self._job = None
        self._spot, self._rows = None, ()
        self._lines.setStringList([])
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in _ENTER and self.accept.hasFocus():
            self.paste()
        elif event.key() in _ENTER and self.refuse.hasFocus():
            self.cancel()
        else:
            super().keyPressEvent(event)
