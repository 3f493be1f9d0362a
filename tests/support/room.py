"""Whether the texts that are shown have the room that they need."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QToolButton,
    QWidget,
)

from strategidesk.ui.parts import Elided
from tests.support.pseudo import OPEN

_SPARE = 2  # pixels that roundings may take
_BEGINNING = 8  # letters
_BESIDE = 16  # pixels beside the words of a heading
_LINES = 8  # of a list that are looked at
_ARROW = 30  # that a closed list has around its words
_HIGH = 10_000  # pixels: as high as any text in lines
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


def cut(top: QWidget, words: str = OPEN) -> Iterator[str]:
    """The labels, buttons, tabs, choices, headings of tables and lines of lists shown whose text
    has not the room that it needs; of those alone that have `words` in it.

    A line that ends with … and has a tooltip is not cut; nor is a closed list that shows the
    beginning of what is chosen.
    """
    for _layout_after_layout in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for widget in top.findChildren(QWidget):
        if not widget.isVisible():
            continue
        text = _text(widget)
        if text and words in text:
            told = _too_small(widget, text) or _outside(widget)
            if told:
                yield f"{type(widget).__name__} {text}: {told}"
        if (
            isinstance(widget, QLineEdit)
            and widget.height() + _SPARE < widget.fontMetrics().height()
        ):
            yield f"{type(widget).__name__} {widget.accessibleName()}: {widget.height()} high"
        if isinstance(widget, QHeaderView):
            yield from _headings(widget, words)
        elif isinstance(widget, QAbstractItemView):
            yield from _lines(widget, words)


def _low(line: QLineEdit) -> Iterator[str]:
    """A line to write in that is lower than its letters."""
    needed = line.fontMetrics().height()
    if line.height() + _SPARE < needed:
        yield f"{type(line).__name__} {line.accessibleName()}: {line.height()} of {needed} high"


def _headings(header: QHeaderView, words: str) -> Iterator[str]:
    """The headings of a table that are cut, and have no tooltip with the whole."""
    model, roles = header.model(), Qt.ItemDataRole
    if model is None or header.orientation() is Qt.Orientation.Vertical:
        return
    metrics = QFontMetrics(header.font())
    for at in range(model.columnCount()):
        text = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        told = model.headerData(at, Qt.Orientation.Horizontal, roles.ToolTipRole)
        room = header.sectionSize(at) - _BESIDE
        if words in text and not told and 0 < room < metrics.horizontalAdvance(text):
            yield f"heading {text}: {room} of {metrics.horizontalAdvance(text)} wide, no tooltip"


def _lines(view: QAbstractItemView, words: str) -> Iterator[str]:
    """The first lines of a list that are cut, and have no tooltip with the whole."""
    model = view.model()
    for row in range(min(_LINES, model.rowCount() if model else 0)):
        column = 0
        while (index := model.index(row, column)).isValid():
            column += 1
            text, place = str(index.data() or ""), view.visualRect(index)
            if words not in text or index.data(Qt.ItemDataRole.ToolTipRole):
                continue
            needed, room = view.fontMetrics().horizontalAdvance(text), place.width()
            if isinstance(view, QListView) and view.wordWrap():
                whole = QRect(0, 0, room, _HIGH)
                needed = view.fontMetrics().boundingRect(whole, _WRAPPED, text).height()
                if place.height() < needed:
                    yield f"line {text}: {place.height()} of {needed} high, no tooltip"
            elif 0 < room < needed:
                yield f"line {text}: {room} of {needed} wide, no tooltip"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QToolButton):
        signs_alone = widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        return "" if signs_alone else widget.text()
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QTabBar):
        return " ".join(widget.tabText(n) for n in range(widget.count()))
    return ""


def _too_small(widget: QWidget, text: str) -> str:
    if isinstance(widget, Elided):
        return "" if widget.toolTip() else "no tooltip"
    if isinstance(widget, QLabel) and widget.wordWrap():
        return _too_low(widget, text)
    if isinstance(widget, QComboBox):
        metrics = widget.fontMetrics()
        words = min(metrics.horizontalAdvance(text), _BEGINNING * metrics.averageCharWidth())
        return "" if widget.width() > words + _ARROW else f"{widget.width()} for {words}"
    needed = widget.minimumSizeHint()
    if isinstance(widget, QTabBar):
        if all(widget.tabToolTip(n) for n in range(widget.count())):
            return ""
        needed = widget.sizeHint()
    if widget.width() + _SPARE < needed.width():
        return f"{widget.width()} of {needed.width()} wide"
    if widget.height() + _SPARE < needed.height():
        return f"{widget.height()} of {needed.height()} high"
    return ""


def _too_low(label: QLabel, text: str) -> str:
    needed = label.heightForWidth(label.width())
    if label.height() + _SPARE < needed:
        return f"{label.height()} of {needed} high"
    metrics = label.fontMetrics()
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    if label.contentsRect().width() + _SPARE < longest:
        return f"{label.contentsRect().width()} of {longest} wide for a word"
    return ""


def _outside(widget: QWidget) -> str:
    """Where a widget sticks out of what holds it, and cannot be scrolled to."""
    above = widget.parentWidget()
    inside = widget
    while above is not None and not inside.isWindow():
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            if _scrolls(area):
                return ""
            corner = widget.mapTo(above, QPoint(0, 0))
            over = corner.x() + widget.width() - above.width()
            return f"{over} beyond {type(area).__name__}" if over > _SPARE else ""
        corner = widget.mapTo(above, QPoint(0, 0))
        over = max(
            corner.x() + widget.width() - above.width(),
            corner.y() + widget.height() - above.height(),
            -corner.x(),
            -corner.y(),
        )
        if over > _SPARE:
            return f"{over} outside {type(above).__name__}"
        inside, above = above, area
    return ""


def _scrolls(area: QAbstractScrollArea) -> bool:
    if isinstance(area, QHeaderView):  # it follows its table
        return True
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBarPolicy() is not off
