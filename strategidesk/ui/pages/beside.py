"""A page's content with its form beside it, or in its place where there is no room for both."""

from typing import Any

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

    def __init__(
        self,
        content: QWidget,
        form: QWidget,
        memory: dict[str, Any],
        key: str,
        usual: int = PANEL,
        narrow: int = NARROW,
    ) -> None:
        """`memory`: where the form's width is kept, under `key`; `usual`: its width until the user
        gives it another; `narrow`: under which it has a button (0: never). Logical pixels."""
        super().__init__(Qt.Orientation.Horizontal)
        self._memory, self._key, self._narrow = memory, key, narrow
        self._width = int(memory.get(key, faces.grown(usual)))
        self._side = frame("column")
        inner = QVBoxLayout(self._side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(form)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(content)
        self.addWidget(self._side)
        self.turner = button(tr("Form"), "link", self.turn, "card")
        self.turner.hide()
        self.splitterMoved.connect(lambda _at, _index: self._keep())

    def turn(self) -> None:
        """Show the form beside the content, or the content alone."""
        self._side.setVisible(self._side.isHidden())
        self._share(self.width())

    def show_form(self) -> None:
        """Bring the form into sight."""
        self._side.show()
        self._share(self.width())

    def _keep(self) -> None:
        if self.turner.isHidden():
            self._width = self._memory[self._key] = self._side.width()

    def _share(self, room: int) -> None:
        """The form has its width, but never more than half of the room."""
        half = room // 2
        side = half if not self.turner.isHidden() else min(self._width, half)
        self.setSizes([room - side - self.handleWidth(), side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width()
        narrow = room < faces.grown(self._narrow)
        if narrow == self.turner.isHidden():
            self.turner.setVisible(narrow)
            self._side.setVisible(not narrow)
        self._share(room)
