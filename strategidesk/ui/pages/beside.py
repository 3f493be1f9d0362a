"""A page's content with its form beside it, or in its place where there is no room for both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.ui.parts import button, frame
from strategidesk.ui.theme import faces

PANEL = 380  # logical pixels
NARROW = 900  # under which the form has a button instead of a place of its own


class Beside(QSplitter):
    """`turner` is the button, for the page's bar; it shows only where it is needed."""

    def __init__(self, content: QWidget, form: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = frame("column")
        inner = QVBoxLayout(self._side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(form)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(content)
        self.addWidget(self._side)
        self.setStretchFactor(0, 1)
        self.setSizes([faces.grown(900), faces.grown(PANEL)])
        self._content = content
        self.turner = button(tr("Form"), "link", self.turn, "card")
        self.turner.hide()

    def turn(self) -> None:
        """Show the form beside the content, or the content alone."""
        self._side.setVisible(self._side.isHidden())

    def show_form(self) -> None:
        """Bring the form into sight."""
        self._side.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < faces.grown(NARROW)
        if narrow == self.turner.isHidden():
            self.turner.setVisible(narrow)
            self._side.setVisible(not narrow)
