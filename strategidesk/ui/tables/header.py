"""The headings of a table, with the filter row under them."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView

from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.tables.column import NUMBER, Column
from strategidesk.ui.tables.criterion import Criterion, is_list
from strategidesk.ui.tables.painting import EDGE
from strategidesk.ui.tables.picking import PickBox, options
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

HEIGHT = 64
_ROOM = 4  # around an editor
Sorting = tuple[tuple[str, bool], ...]  # column names, and whether descending


class FilterHeader(QHeaderView):
    """`filtered`: a criterion is another; `sort_wanted`: by a column (name, as a further key);
    `left`: the user is done with the filter row."""

    filtered = Signal()
    sort_wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns: tuple[Column, ...] = ()
        self._editors: dict[str, QLineEdit | PickBox] = {}
        self._sorting: Sorting = ()
        self._pressed = 0
        self._further = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.sectionResized.connect(lambda _at, _old, _new: self.place())
        self.sectionClicked.connect(self._clicked)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())

    # the filter row

    def set_columns(self, columns: tuple[Column, ...], strategy: Strategy) -> None:
        """One editor for each column; what is asked for in columns that stay, stays."""
        asked = self.criteria()
        for editor in self._editors.values():
            editor.hide()
            editor.deleteLater()
        self._columns = columns
        self._editors = {c.name: self._made(c, strategy) for c in columns if c.name != NUMBER}
        for name, editor in self._editors.items():
            _show(editor, asked.get(name, Criterion()))
        self.place()

    def _made(self, column: Column, strategy: Strategy) -> QLineEdit | PickBox:
        editor: QLineEdit | PickBox
        if is_list(column):
            editor = PickBox()
            editor.set_options(options(strategy, column))
            editor.picked.connect(self.filtered)
        else:
            editor = QLineEdit()
            editor.textChanged.connect(lambda _text: self.filtered.emit())
        editor.setParent(self if column.fixed else self.viewport())
        editor.setAccessibleName(tr("Filter {column}", column=column.label))
        editor.installEventFilter(self)
        return editor

    def refresh(self, strategy: Strategy, nouns: frozenset[str]) -> None:
        """Things of these nouns have changed: what can be picked may be another."""
        for column in self._columns:
            editor = self._editors.get(column.name)
            if isinstance(editor, PickBox) and column.field and column.field.to in nouns:
                editor.set_options(options(strategy, column))

    def criteria(self) -> dict[str, Criterion]:
        """What is asked for, per column."""
        found = {
            name: editor.criterion() if isinstance(editor, PickBox) else Criterion(editor.text())
            for name, editor in self._editors.items()
        }
        return {name: criterion for name, criterion in found.items() if criterion}

    def words(self, name: str) -> list[str]:
        """What is asked for in a column, as words."""
        editor = self._editors[name]
        return editor.words() if isinstance(editor, PickBox) else [editor.text().strip()]

    def asked(self) -> list[str]:
        """What is asked for, a sentence's part for each column."""
        labels = {column.name: column for column in self._columns}
        parts = []
        for name in self.criteria():
            column, words = labels[name], self.words(name)
            if is_list(column):
                said = tr(" or ").join(words)
                parts.append(tr("{column} is {words}", column=column.label, words=said))
            else:
                parts.append(tr("{column}: “{text}”", column=column.label, text=words[0]))
        return parts

    def set_criterion(self, name: str, criterion: Criterion) -> None:
        """Ask for something in a column."""
        _show(self._editors[name], criterion)
        self.filtered.emit()

    def clear(self) -> None:
        """Ask for nothing."""
        for editor in self._editors.values():
            _show(editor, Criterion())
        self.filtered.emit()

    def editor(self, name: str) -> QLineEdit | PickBox:
        """The editor of a column's filter."""
        return self._editors[name]

    def focus_filter(self, name: str) -> None:
        """Put the cursor into the filter row, in this column where it has a filter."""
        editor = self._editors.get(name) or next(iter(self._editors.values()), None)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QLineEdit | PickBox):
            assert isinstance(event, QKeyEvent)
            key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
            if key == Qt.Key.Key_Escape:
                _show(watched, Criterion())
                self.filtered.emit()
                self.left.emit()
                return True
            down = key == Qt.Key.Key_Down and not alt
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or down:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # where things stand

    def fixed_width(self) -> int:
        """The pixels that the fixed columns take."""
        return sum(self.sectionSize(at) for at, c in enumerate(self._columns) if c.fixed)

    def place(self) -> None:
        """Lay the editors under their headings; those of fixed columns stay when scrolled."""
        fixed, offset = self.fixed_width(), self.offset()
        for at, column in enumerate(self._columns):
            editor = self._editors.get(column.name)
            if editor is None:
                continue
            left = self.sectionPosition(at) - (0 if column.fixed else offset)
            right = left + self.sectionSize(at)
            left = left if column.fixed else max(left, fixed if offset else 0)
            high = min(editor.sizeHint().height(), self.height() - self._label_height())
            top = self.height() - high - _ROOM
            editor.setGeometry(left + _ROOM, top, right - left - 2 * _ROOM - 1, high)
            editor.setVisible(right - left > 3 * _ROOM)

    def _label_height(self) -> int:
        return self.fontMetrics().height() + 10

    def sizeHint(self) -> QSize:
        editor = next(iter(self._editors.values()), None)
        row = editor.sizeHint().height() if editor else 0
        return QSize(super().sizeHint().width(), max(HEIGHT, self._label_height() + row + _ROOM))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place()

    # sorting

    def set_sorting(self, sorting: Sorting) -> None:
        """Show what the rows are sorted by."""
        self._sorting = sorting
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = int(event.position().x())
        self._further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def _clicked(self, section: int) -> None:
        if self.offset() and self._pressed < self.fixed_width():
            section = next(
                at for at in range(len(self._columns))
                if self._pressed < self.sectionPosition(at) + self.sectionSize(at)
            )  # fmt: skip
        name = self._columns[section].name
        self.sort_wanted.emit(name, self._further)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.offset():
            painter = QPainter(self.viewport())
            for at, column in enumerate(self._columns):
                if column.fixed:
                    area = QRect(self.sectionPosition(at), 0, self.sectionSize(at), self.height())
                    self.paintSection(painter, area, at)
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        column = self._columns[logicalIndex]
        look = tokens()
        painter.save()
        painter.fillRect(rect, look.color("subtle"))
        painter.setPen(look.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        area = rect.adjusted(EDGE, 6, -4, 0)
        if self.offset() and not column.fixed:  # what the fixed columns leave of it
            area.setLeft(max(rect.left(), self.fixed_width()) + EDGE)
        area.setHeight(self.fontMetrics().height())
        sorted_by = self._paint_sorting(painter, area, column.name)
        area.setRight(area.right() - sorted_by)
        painter.setFont(faces.small(bold=True))
        painter.setPen(look.color("muted"))
        elided = painter.fontMetrics().elidedText(
            column.label, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()

    def _paint_sorting(self, painter: QPainter, area: QRect, name: str) -> int:
        """The arrow of a sorted column, numbered where there are several; its width."""
        names = [each for each, _ in self._sorting]
        if name not in names:
            return 0
        at = names.index(name)
        box = QRectF(area.right() - 14, area.center().y() - 6, 12, 12)
        sign = "down" if self._sorting[at][1] else "up"
        signs.paint(painter, sign, tokens()["accent"], box)
        if len(names) == 1:
            return 18
        painter.setFont(faces.small(bold=True))
        painter.setPen(tokens().color("accent"))
        place = QRect(area.right() - 26, area.top(), 12, area.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(at + 1))
        return 30


def _show(editor: QLineEdit | PickBox, criterion: Criterion) -> None:
    editor.blockSignals(True)
    if isinstance(editor, PickBox):
        editor.set_criterion(criterion)
    else:
        editor.setText(criterion.text)
    editor.blockSignals(False)


def next_sorting(sorting: Sorting, name: str, further: bool) -> Sorting:
    """What a click on a heading asks for: ascending, descending, then the document's order."""
    known = dict(sorting)
    if name not in known:
        return (*sorting, (name, False)) if further else ((name, False),)
    if not known[name]:
        turned = tuple((each, True if each == name else down) for each, down in sorting)
        return turned if further else ((name, True),)
    return tuple(pair for pair in sorting if pair[0] != name) if further else ()
