"""Who comes to a list by Tab sees where in it the keys go."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
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
    """Has a list that the focus comes to begin at its first line, where no line is chosen."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        model = self._view.model()
        if event.type() is QEvent.Type.FocusIn and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(model.index(0, 0) if model else QModelIndex())
        return False
