"""Two versions side by side in one text: what differs, thing by thing."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.comparing import Sides
from strategidesk.language import tr
from strategidesk.model.comparison import Comparison, Difference
from strategidesk.ui.differences import Differences
from strategidesk.ui.flow import Flow
from strategidesk.ui.history.line_view import Index
from strategidesk.ui.parts import bare, button, frame, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.things.delegate import LineDelegate
from strategidesk.ui.things.model import TWO_LINES
from strategidesk.ui.versions import words
from strategidesk.ui.versions.differences_model import DIFFERENCE, DifferencesModel

COLUMN = 288  # logical pixels


class ComparingView(QWidget):
    """`left`: enough; `written`: the comparison is wanted as a document."""

    left = Signal()
    written = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.comparison: Comparison | None = None
        self.sides: Sides | None = None
        self.title = heading("", wrap=True)
        self.count = label("", faces.small(), "muted", wrap=True)
        self.write = button(tr("Save as Word …"), "plain", self.written.emit, "export")
        self.close_button = button(tr("Close the comparison"), "link", self.left.emit)
        self.model = DifferencesModel()
        self.list = QListView()
        self.list.setProperty("part", "pages")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list, selects=True))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What differs"))
        self.list.selectionModel().currentChanged.connect(self._show)
        self._name = heading("", faces.ui(bold=True), wrap=True)
        self._what = label("", faces.small(), "muted", wrap=True)
        self.texts: list[Differences] = []
        self._area = QScrollArea()
        self._fields = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 12, 24, 8)
        top.setSpacing(4)
        top.addWidget(self.title)
        top.addWidget(self.count)
        top.addWidget(Flow(self.write, self.close_button))
        column = frame("column")
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.list)
        column.setMinimumWidth(180)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(column)
        split.addWidget(self._detail())
        split.setStretchFactor(1, 1)
        split.setSizes([COLUMN, 900])
        self._nothing = label(tr("Nothing differs between the two."), faces.ui(), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(split)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)

    def _detail(self) -> QWidget:
        ground = frame("sheet")
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(24, 12, 12, 0)
        layout.setSpacing(2)
        layout.addWidget(self._name)
        layout.addWidget(self._what)
        bare(self._area, self._fields)
        layout.addSpacing(8)
        layout.addWidget(self._area, 1)
        return ground

    def show_comparison(self, comparison: Comparison, sides: Sides) -> None:
        """Show what differs, from the first thing."""
        self.comparison, self.sides = comparison, sides
        old, new = words.name_of(sides.old), words.name_of(sides.new)
        self.title.setText(tr("From ”{old}” to ”{new}”", old=old, new=new))
        n = sum(len(group.differences) for group in comparison.groups)
        self.count.setText(tr("1 thing differs.") if n == 1 else tr("{n} things differ.", n=n))
        self.count.setVisible(n > 0)
        self.model.show(comparison)
        self._stack.setCurrentIndex(0 if comparison else 1)
        first = self.model.first()
        if first.isValid():
            self.list.setCurrentIndex(first)

    def first_focus(self) -> QWidget:
        """Where the keys go."""
        return self.list if self.comparison else self.close_button

    def _show(self, index: QModelIndex) -> None:
        one: Difference | None = index.data(DIFFERENCE)
        if one is None or self.comparison is None:
            return
        old, new = self.comparison.old, self.comparison.new
        self._name.setText(words.name(old, new, one))
        self._what.setText(words.capital(words.what(one)))
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 4, 12, 24)
        layout.setSpacing(4)
        self.texts = []
        for line in words.whereabouts(old, new, one):
            layout.addWidget(label(line, faces.ui(), wrap=True))
        names = words.fields(new if one.new else old, one)
        for name, changed in zip(names, one.fields, strict=True):
            layout.addWidget(label(name, faces.small(bold=True), "muted", wrap=True))
            text = Differences(name)
            text.show_pieces(words.pieces(old, new, changed))
            text.setFrameShape(QFrame.Shape.NoFrame)
            self.texts.append(text)
            layout.addWidget(text)
            layout.addSpacing(8)
        layout.addStretch(1)
        bare(self._area, inner)


class _Delegate(LineDelegate):
    def sizeHint(self, _option: object, _index: Index) -> QSize:
        return QSize(100, TWO_LINES)
