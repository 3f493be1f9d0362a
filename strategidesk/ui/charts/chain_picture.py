"""The picture of the chain of goals: boxes in columns, lines between those that belong together."""

from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Goal
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.chain import SERVING, Chain
from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.words import caption, choice_label, target_caption

NARROWEST, WIDEST, SPACE, LEAST = 158, 280, 30, 36  # pixels
_EDGE = 24


class Box(QPushButton):
    """A goal or an area; its words wrap. `pointed`: under the mouse or the focus."""

    pointed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAutoDefault(False)
        words = label(name, faces.small(), wrap=True)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(words)
        self.set_width(faces.grown(NARROWEST))

    def set_width(self, width: int) -> None:
        """As wide as this, in pixels, and as high as its words need."""
        inner = width - 20
        self._words.setFixedWidth(inner)
        self.setFixedSize(width, max(faces.grown(LEAST), self._words.heightForWidth(inner) + 14))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)


class ChainPicture(QWidget):
    """`opened` carries the goal or area whose box was pressed."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[Id, Box] = {}
        self._chain = Chain((), (), (), ())
        self._here: Id | None = None
        self._room = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_EDGE, 12, _EDGE, 16)
        self._row.setSpacing(SPACE)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(tr("Picture of the chain of goals"))

    def show_chain(self, strategy: Strategy, chain: Chain) -> None:
        """Show another chain; the focus stays on what it was on."""
        held = next((id for id, box in self.boxes.items() if box.hasFocus()), None)
        while item := self._row.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.boxes, self._chain, self._here = {}, chain, None
        for level, ids in chain.columns:
            self._row.addWidget(self._column(strategy, level, ids), 0, Qt.AlignmentFlag.AlignTop)
        self.fit(self._room)
        if held in self.boxes:
            self.boxes[held].setFocus()
        self.update()

    def fit(self, room: int) -> None:
        """Have the columns share the pixels that there are for them all."""
        self._room = room
        columns = max(1, len(self._chain.columns))
        share = (room - 2 * _EDGE - SPACE * (columns - 1)) // columns
        for box in self.boxes.values():
            box.set_width(max(faces.grown(NARROWEST), min(faces.grown(WIDEST), share)))

    def _column(self, strategy: Strategy, level: str, ids: tuple[Id, ...]) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        kind = fields_of(Goal)["level"]
        name = labels.areas(strategy.card) if level == SERVING else choice_label(kind, level)
        layout.addWidget(heading(name, faces.small(bold=True), "muted"))
        for id in ids:
            layout.addWidget(self._box(strategy, id))
        layout.addStretch(1)
        return column

    def _box(self, strategy: Strategy, id: Id) -> Box:
        thing = strategy.by_id[id]
        name = caption(strategy, thing)
        made = self.boxes[id] = Box(name)
        others = ", ".join(target_caption(strategy, one) for one in self._chain.beside(id))
        said = tr("{name}. Belongs with: {others}", name=name, others=others) if others else name
        made.setAccessibleName(said)
        if isinstance(thing, Goal) and thing.framework:
            made.setToolTip(thing.framework)
        made.clicked.connect(lambda _checked: self.opened.emit(id))
        made.pointed.connect(partial(self._point, id))
        return made

    def _point(self, id: Id, on: bool) -> None:
        self._here = id if on else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for near in (False, True):
            painter.setPen(QPen(tokens().color("accent" if near else "line_strong"), 1 + near))
            for one, other in self._chain.pairs:
                if (self._here in (one, other)) is near:
                    painter.drawPath(self._path(self.boxes[one], self.boxes[other]))

    def _path(self, one: Box, other: Box) -> QPainterPath:
        start = QPointF(one.mapTo(self, one.rect().topRight())) + QPointF(1, one.height() / 2)
        end = QPointF(other.mapTo(self, other.rect().topLeft())) + QPointF(0, other.height() / 2)
        bend = QPointF(SPACE / 2, 0)
        path = QPainterPath(start)
        path.cubicTo(start + bend, end - bend, end)
        return path


class PictureArea(QScrollArea):
    """Holds the picture, which fits itself into its width."""

    def __init__(self, picture: ChainPicture) -> None:
        super().__init__()
        self._picture = picture
        self.setWidget(picture)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture.fit(event.size().width())
        super().resizeEvent(event)
