"""The steps of what is being typed, where the cursor is; the strategy's steps come after them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget

from strategidesk.ui.editors.base import Editor


class Typed(QObject):
    """Follows the focus of a window. `changed`: what can be undone or done again is another now."""

    changed = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._editor: Editor | None = None
        self._in_menus = False  # since the cursor stood in the editor
        self._told = (False, False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def can_turn(self, redo: bool) -> bool:
        """Whether what is being typed has a step to undo, or to do again."""
        return self._editor is not None and self._editor.can_turn(redo)

    def turn(self, redo: bool) -> bool:
        """Undo a step of what is being typed, or do it again; False where there is none."""
        if self._editor is None or not self._editor.can_turn(redo):
            return False
        self._editor.turn(redo)
        return True

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        if isinstance(now, QMenuBar):
            self._in_menus = True
            return
        left, self._editor = self._editor, _editor_of(now)
        by_menus, self._in_menus = self._in_menus, False
        if left is self._editor:
            return
        if left is not None:
            left.steps_changed.disconnect(self._tell)
            left.destroyed.disconnect(self._forget)
            if by_menus:
                left.left.emit()
        if self._editor is not None:
            self._editor.steps_changed.connect(self._tell)
            self._editor.destroyed.connect(self._forget)
        self._tell()

    def _forget(self) -> None:
        self._editor = None
        self._tell()

    def _tell(self) -> None:
        now = self.can_turn(redo=False), self.can_turn(redo=True)
        if now != self._told:
            self._told = now
            self.changed.emit()


def _editor_of(widget: QWidget) -> Editor | None:
    above = widget.parentWidget()
    return above if isinstance(above, Editor) and above.inner is widget else None
