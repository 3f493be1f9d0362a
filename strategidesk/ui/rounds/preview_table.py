"""The head of a unit's sheet as a small table, worked out beside the window's thread."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.jobs import Job
from strategidesk.desk.rounds.preview import ROWS, Preview
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.parts import head_of
from strategidesk.ui.theme import faces

_WIDE = 110  # logical pixels of a column, but for those that need less
_SHORT = 4  # letters of a heading whose column needs less


class PreviewTable(QWidget):
    """Shows one preview at a time; the last one that was asked for wins. `shown` carries each."""

    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._runner: JobRunner | None = None
        self._next: Job[Preview | None] | None = None
        self.table = QTableWidget(0, 0)
        self.table.setProperty("part", "table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultSectionSize(faces.grown(_WIDE))
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        line = self.fontMetrics().lineSpacing() + 8
        self.table.verticalHeader().setDefaultSectionSize(line)
        around = self.table.horizontalScrollBar().sizeHint().height() + 6
        head = max(self.table.horizontalHeader().sizeHint().height(), 2 * line)
        self.table.setFixedHeight(line * ROWS + head + around)
        self.head = head_of(self.table, tr("Preview of a sheet"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.table)

    def show_job(self, job: Job[Preview | None]) -> None:
        """Work a preview out and show it."""
        self._next = job
        if self._runner is None:
            self._begin()

    def _begin(self) -> None:
        if self._next is None:
            return
        self._runner, self._next = JobRunner(self._next, self), None
        self._runner.finished.connect(self._show)
        self._runner.failed.connect(self._failed)
        for end in (self._runner.cancelled, self._runner.broken):
            end.connect(self._end)
        self._runner.start()

    def stop(self) -> None:
        """The dialog closes."""
        self._next = None
        if self._runner is not None:
            self._runner.cancel()
            self._runner.wait()

    @property
    def busy(self) -> bool:
        """Whether another preview is on its way."""
        return self._runner is not None

    def _end(self) -> None:
        if self._runner is not None:
            self._runner.deleteLater()
            self._runner = None
        self._begin()

    def _failed(self, _trouble: UserError) -> None:
        self._end()

    def _show(self, preview: Preview | None) -> None:
        self._fill(preview or Preview("", (), ()))
        self.shown.emit(preview)
        self._end()

    def _fill(self, preview: Preview) -> None:
        words = tr("Preview of a sheet")
        if preview.unit:
            words = tr("Preview of the sheet to {unit}", unit=preview.unit)
        self.head.setText(words)
        self.table.setAccessibleName(words)
        self.table.setColumnCount(len(preview.headings))
        self.table.setHorizontalHeaderLabels(list(preview.headings))
        for column, heading in enumerate(preview.headings):
            short = len(heading) < _SHORT
            self.table.setColumnWidth(column, faces.grown(_WIDE // 2 if short else _WIDE))
        self.table.setRowCount(len(preview.rows))
        for at, row in enumerate(preview.rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                self.table.setItem(at, column, item)
