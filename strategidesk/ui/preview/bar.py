"""What stands over pages: which page, how large, and the page as plain text."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from strategidesk.language import tr
from strategidesk.ui.parts import button, label, sign_button
from strategidesk.ui.preview.pages import PAGE, WIDTH, Pages
from strategidesk.ui.theme import faces

MOST = 9999  # pages


class PagesBar(QObject):
    """Parts for a row of their own. `text_wanted`: show the page in front as text (True), or as it
    looks."""

    text_wanted = Signal(bool)

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages)
        self._pages = pages
        self.number = QLineEdit()
        self.number.setAccessibleName(tr("Page"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setValidator(QIntValidator(1, MOST, self.number))
        self.number.setFixedWidth(QFontMetrics(faces.ui()).horizontalAdvance("0") * 5 + 20)
        self.total = label("", faces.ui())
        self.before = sign_button("up", tr("Previous page"), lambda: self._step(-1))
        self.after = sign_button("down", tr("Next page"), lambda: self._step(1))
        self.smaller = sign_button("minus", tr("Zoom out"), lambda: pages.zoom_by(-1))
        self.larger = sign_button("plus", tr("Zoom in"), lambda: pages.zoom_by(1))
        self.percent = label("", faces.ui(), "muted")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setFixedWidth(QFontMetrics(faces.ui()).horizontalAdvance("400 %") + 4)
        self.width_button = button(tr("Page width"), "segment", lambda: pages.fit(WIDTH))
        self.page_button = button(tr("Whole page"), "segment", lambda: pages.fit(PAGE))
        self.text = button(tr("As text"), "segment", self._turn)
        for one in (self.width_button, self.page_button, self.text):
            one.setCheckable(True)
        for one in (self.width_button, self.text):
            one.setProperty("first", True)
        self.parts = tuple(_together(*parts) for parts in self._groups())
        self.number.returnPressed.connect(self._go)
        self.number.editingFinished.connect(self.follow)
        pages.turned.connect(lambda _page: self.follow())
        pages.zoomed.connect(self.follow)
        self.follow()

    def _groups(self) -> Iterator[tuple[QWidget, ...]]:
        yield self.before, self.after, self.number, self.total
        yield self.smaller, self.percent, self.larger
        yield self.width_button, self.page_button
        yield (self.text,)

    def follow(self) -> None:
        """Show where the pages are, and what can be done with them."""
        pages = self._pages
        total, front = len(pages), pages.page + 1
        self.number.setText(str(front) if total else "")
        self.total.setText(f"({total})" if total else "")
        self.number.setAccessibleDescription(
            tr("Page {page} of {pages}", page=front, pages=total) if total else ""
        )
        self.percent.setText(f"{round(pages.percent)} %" if total else "")
        self.before.setEnabled(front > 1)
        self.after.setEnabled(front < total)
        self.width_button.setChecked(pages.follows == WIDTH)
        self.page_button.setChecked(pages.follows == PAGE)
        pictures = bool(total) and not self.text.isChecked()
        sizes: tuple[QWidget, ...] = (self.smaller, self.larger, *self._fits())
        for one in sizes:
            one.setEnabled(pictures)
        for one in (self.number, self.text):
            one.setEnabled(bool(total))

    def _fits(self) -> tuple[QPushButton, QPushButton]:
        return self.width_button, self.page_button

    def _go(self) -> None:
        if self.number.text():
            self._pages.go_to(int(self.number.text()) - 1)
        self.follow()
        self.number.selectAll()

    def _step(self, by: int) -> None:
        self._pages.go_to(self._pages.page + by)

    def _turn(self) -> None:
        self.text_wanted.emit(self.text.isChecked())
        self.follow()


def _together(*parts: QWidget) -> QWidget:
    """Parts that stay in one row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0 if isinstance(parts[0], QPushButton) else 4)
    for part in parts:
        row.addWidget(part)
    return made
