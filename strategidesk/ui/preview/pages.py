"""The pages of a document as they will lie on paper, to scroll through."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from strategidesk.language import tr
from strategidesk.publish.sheets import Sheets
from strategidesk.ui import access
from strategidesk.ui.preview.drawing import Drawing
from strategidesk.ui.preview.placing import GAP, Places, fitting, next_zoom
from strategidesk.ui.theme.active import tokens

WIDTH, PAGE, FREE = "width", "page", "free"  # what the zoom follows
_KEPT = 12  # pictures
_NOTCH = 120  # of a wheel
_READABLE = 55  # percent, under which a whole page is too small to be read
_LINE = 48  # logical pixels that an arrow key goes
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Pages(QAbstractScrollArea):
    """`turned`: another page is in front; `zoomed`: the pages have another size."""

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "pages")
        self.setProperty("speaks", "document")  # its words are not the program's
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        access.give(self, access.DOCUMENT)
        self.sheets: Sheets | None = None
        self.page = 0  # the number of the one in front, from 0
        self.follows = ""  # until pages come, or the user chooses
        self._percent = 100.0
        self._drawing: Drawing | None = None
        self._places = Places((), 1.0, 0)
        self._pictures: dict[int, tuple[float, QImage]] = {}  # by page; the latest last
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self._name()

    # what is shown

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show these from their first page, and own them: they are closed when others come."""
        self.stop()
        self.sheets, self.page = sheets, 0
        if sheets is not None:
            self._drawing = Drawing(sheets, self)
            self._drawing.drawn.connect(self._take)
            self.follows = self.follows or self._usual()
        self._lay()
        self.verticalScrollBar().setValue(0)
        self._name()

    def stop(self) -> None:
        """Let the document go."""
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing.deleteLater()
            self._drawing = None
        if self.sheets is not None:
            self.sheets.close()
            self.sheets = None
        self._pictures.clear()
        self.viewport().update()

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.sheets) if self.sheets else 0

    @property
    def text(self) -> str:
        """What stands on the page in front."""
        return self.sheets.text(self.page) if self.sheets else ""

    # where one is

    def go_to(self, page: int) -> None:
        """Bring a page to the front, by its number from 0; the nearest where there is none."""
        if len(self):
            page = min(max(page, 0), len(self) - 1)
            self._turn(page)
            if self._fit(self.follows) != self._percent:
                self._lay()  # this page lies, and the one before stood
            self.verticalScrollBar().setValue(round(self._places.every[page].y - GAP))
            self._turn(page)

    def _scrolled(self, value: int) -> None:
        """The page in front is the one that is read now, or the last at the very end."""
        at_end = value == self.verticalScrollBar().maximum() > 0
        reading = value + self.viewport().height() / 3
        self._turn(len(self) - 1 if at_end else self._places.at(reading))

    def _turn(self, page: int) -> None:
        if page != self.page:
            self.page = page
            self._name()
            self.turned.emit(page)
        self._ask()

    def _name(self) -> None:
        self.setAccessibleName(
            tr("Page {page} of {pages}", page=self.page + 1, pages=len(self))
            if len(self)
            else tr("Pages")
        )

    # how large

    @property
    def percent(self) -> float:
        """The size of the pages; 100 is that of paper."""
        return self._percent

    def zoom_to(self, percent: float) -> None:
        """Show the pages at a size of their own."""
        self.follows = FREE
        self._resize(percent)

    def zoom_by(self, steps: int) -> None:
        """One step larger, smaller (-1), or at the size of paper (0)."""
        self.zoom_to(next_zoom(self._percent, steps) if steps else 100)

    def fit(self, follows: str) -> None:
        """Have the pages follow the width of the view, or the whole page be seen."""
        self.follows = follows
        self._lay()

    def _usual(self) -> str:
        """The whole page, where it can be read so."""
        return PAGE if self._fit(PAGE) >= _READABLE else WIDTH

    def _fit(self, follows: str) -> float:
        if self.sheets is None or follows not in (WIDTH, PAGE):
            return self._percent
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        size = self.sheets.sizes[min(self.page, len(self) - 1)]
        inner = (room.width() - bar, room.height())
        return 100 * fitting(size, inner, follows == PAGE) / self._scale_of(100)

    def _scale_of(self, percent: float) -> float:
        """Logical pixels to a point."""
        return percent / 100 * self.logicalDpiX() / 72

    def _lay(self) -> None:
        self._resize(self._fit(self.follows))

    def _resize(self, percent: float) -> None:
        """Place the pages anew, with what is at the top still there."""
        bar = self.verticalScrollBar()
        top = self._places.at(bar.value())
        into = 0.0
        if top < len(self._places.every):
            place = self._places.every[top]
            into = (bar.value() - place.y) / place.height
        self._percent = percent
        sizes = self.sheets.sizes if self.sheets else ()
        room = self.viewport().size()
        self._places = Places(sizes, self._scale_of(percent), room.width())
        page = self.page
        bar.setRange(0, max(0, round(self._places.height) - room.height()))
        bar.setPageStep(room.height())
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, round(self._places.width) - room.width()))
        across.setPageStep(room.width())
        across.setValue(across.maximum() // 2)
        if top < len(self._places.every):
            place = self._places.every[top]
            bar.setValue(round(place.y + into * place.height))
            self._turn(min(page, len(sizes) - 1))
        self.zoomed.emit()
        self.viewport().update()

    # pictures

    def _ask(self) -> None:
        """Have what is seen drawn, and then what comes next."""
        self.viewport().update()
        if self._drawing is None:
            return
        top = self.verticalScrollBar().value()
        seen = self._places.seen(top, top + self.viewport().height())
        scale = self._scale_of(self._percent) * self.devicePixelRatioF()
        near = (*seen, seen.stop, seen.start - 1)
        self._drawing.want(
            [
                (page, scale)
                for page in near
                if 0 <= page < len(self) and self._pictures.get(page, (0.0,))[0] != scale
            ]
        )

    def _take(self, page: int, scale: float, picture: QImage) -> None:
        if self.sender() is not self._drawing:
            return  # of a document that was shown before
        self._pictures.pop(page, None)
        self._pictures[page] = (scale, picture)
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.viewport().update()

    @property
    def drawn(self) -> bool:
        """Whether the page in front is seen as it will be."""
        scale = self._scale_of(self._percent) * self.devicePixelRatioF()
        return self._pictures.get(self.page, (0.0,))[0] == scale

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), tokens().color("window"))
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._places.seen(top, top + self.viewport().height()):
            place = self._places.every[page]
            corner = QPointF(round(place.x - left), round(place.y - top))
            area = QRectF(corner.x(), corner.y(), round(place.width), round(place.height))
            painter.fillRect(area, Qt.GlobalColor.white)
            if page in self._pictures:
                painter.drawImage(area, self._pictures[page][1])
            painter.setPen(QPen(tokens().color("line"), 1))
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._ask()  # for this screen
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _TURNS:
            self.go_to(self.page + _TURNS[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self) - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if abs(event.angleDelta().y()) >= _NOTCH / 2:
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(600, 700)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)
