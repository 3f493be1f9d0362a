"""Who comes to a list by Tab sees where in it the keys go."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from strategidesk.ui.theme.active import tokens


class RingDelegate(QStyledItemDelegate):
    """The usual lines, and a ring around the cell that the keys go to."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(tokens().color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()


class FirstLine(QObject):
    """Has a list that the focus comes to begin at its first line, where no line is chosen.
    `chooses`: that line is chosen then."""

    def __init__(self, view: QAbstractItemView, chooses: bool = True) -> None:
        super().__init__(view)
        self._view = view
        flags = QItemSelectionModel.SelectionFlag
        self._how = flags.ClearAndSelect | flags.Rows if chooses else flags.NoUpdate
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        model, chosen = self._view.model(), self._view.selectionModel()
        if event.type() is QEvent.Type.FocusIn and not self._view.currentIndex().isValid():
            chosen.setCurrentIndex(model.index(0, 0), self._how)
        return False
