"""The activities of an area: links to the plan, as a small table."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.areas import activities_of
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.flow import Flow
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.plan.when import when_of
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import chip_of, state_word
from strategidesk.ui.things.delegate import CellDelegate
from strategidesk.ui.things.model import CHIP
from strategidesk.ui.words import field_label, target_caption

_ID = Qt.ItemDataRole.UserRole + 8
HEIGHT = 44  # logical pixels: two lines
_SHARES = (9, 5, 3, 4)  # of the width that the number leaves
_NUMBER = "000"  # the longest that is usual
_EDGE = 9  # pixels beside the words of a heading
_FIELDS = ("title", "unit", "when", "status")


class AreaActivities(QWidget):
    """`wanted` carries an activity's id; empty for the whole plan."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = heading("", faces.small(bold=True), "muted")
        self.link = button(tr("Open in the activity plan"), "link", lambda: self.wanted.emit(""))
        self.table = QTreeWidget()
        self.table.setProperty("part", "table")
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.header().setFont(faces.small(bold=True))
        self.table.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.itemActivated.connect(lambda item, _column: self.wanted.emit(item.data(0, _ID)))
        self.table.itemClicked.connect(lambda item, _column: self.wanted.emit(item.data(0, _ID)))
        self.table.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._nothing = label("", faces.small(), "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Flow(self._title, self.link, apart=True))
        layout.addWidget(self.table)
        layout.addWidget(self._nothing)

    def show_area(self, strategy: Strategy, area: Id | None) -> None:
        """Show the activities of an area; of None, the overall ones."""
        self._title.setText(tr("Activities here"))
        self.table.setAccessibleName(self._title.text())
        fields = fields_of(Activity)
        names = [field_label(strategy, Activity, fields[name]) for name in _FIELDS]
        self._name_columns([tr("No."), *names])
        here = self.table.currentItem()
        key = here.data(0, _ID) if here else None
        self.table.clear()
        numbers = {one.id: str(n) for n, one in enumerate(strategy.activities, 1)}
        found = activities_of(strategy, area)
        for one in found:
            status = state_word(fields["status"], one)
            unit = target_caption(strategy, one.unit) or one.responsible
            cells = [numbers[one.id], one.title, unit, when_of(one), status]
            item = QTreeWidgetItem(self.table, cells)
            item.setData(0, _ID, one.id)
            item.setData(4, CHIP, chip_of(fields["status"], one))
            for column, words in enumerate(cells):
                item.setToolTip(column, words)
            item.setSizeHint(0, QSize(100, faces.grown(HEIGHT)))
            if one.id == key:
                self.table.setCurrentItem(item)
        self.table.setVisible(bool(found))
        self._nothing.setText("" if found else tr("No activity works for this yet."))
        self._nothing.setVisible(not found)
        head = self.table.header().sizeHint().height()
        self.table.setFixedHeight(head + faces.grown(HEIGHT) * len(found) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width(event.size().width())

    def _name_columns(self, names: list[str]) -> None:
        self.table.setHeaderLabels(names)
        for column, name in enumerate(names):
            self.table.headerItem().setToolTip(column, name)
        self._share_width(self.width())

    def _share_width(self, width: int) -> None:
        """The number takes what it needs; the others share the rest."""
        metrics = self.table.header().fontMetrics()
        words = (self.table.headerItem().text(0), _NUMBER)
        number = max(metrics.horizontalAdvance(one) for one in words) + 2 * _EDGE
        self.table.setColumnWidth(0, number)
        for column, share in enumerate(_SHARES, 1):
            room = max(0, width - 2 - number)
            self.table.setColumnWidth(column, room * share // sum(_SHARES))
