"""What every editor can do, and the choice of one for a field."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy

_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MENUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Editor(QWidget):
    """One field's value in a widget. `changed`: the user changed it; `left`: the user is done;
    `steps_changed`: what can be undone or done again of what is being typed may be another now.

    `set_value` takes a JSON value, or whatever text stood in a draft; `value` gives one back. A
    text that is no value of the field comes back as it is, for the model to refuse.
    """

    changed = Signal()
    left = Signal()
    steps_changed = Signal()
    at_once = False  # a change is complete in itself, as in lists and check boxes
    of_owner = False  # what it offers depends on other fields of the same thing
    wide = True  # takes the form's whole width

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self.unsaved = False  # whether what is typed is not yet a step
        self._about = self._wrong = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inner)
        self.setFocusProxy(inner)
        inner.installEventFilter(self)

    def value(self) -> Any:
        """The JSON value that stands there."""
        raise NotImplementedError

    def set_value(self, given: Any) -> None:
        """Show a value, without `changed`."""
        raise NotImplementedError

    def settled(self) -> None:
        """What stands there is what the strategy holds: the way to it is no longer undone here."""

    def can_turn(self, redo: bool) -> bool:  # noqa: ARG002 - none here
        """Whether what is being typed here has a step to undo, or to do again."""
        return False

    def turn(self, redo: bool) -> None:
        """Undo a step of what is being typed, or do it again."""

    def set_strategy(self, strategy: Strategy, owner: Id | None) -> None:
        """What references may point at; `owner` is the thing whose field this is."""

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        self.inner.setEnabled(not read_only)

    def call(self, name: str) -> None:
        """Say what readers call it."""
        self.inner.setAccessibleName(name)

    def describe(self, about: str) -> None:
        """Say what readers hear after the name, where nothing is wrong."""
        self._about = about
        self.inner.setAccessibleDescription(self._wrong or about)

    def set_wrong(self, sentence: str) -> None:
        """Mark a value that was refused, and have readers say why; empty: all is well."""
        self._wrong = sentence
        self.describe(self._about)
        if bool(self.inner.property("wrong")) != bool(sentence):  # to dress anew takes long
            self.inner.setProperty("wrong", bool(sentence))
            self.inner.style().unpolish(self.inner)
            self.inner.style().polish(self.inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()  # several events a key come here: nothing more is asked of most
        if kind is QEvent.Type.FocusOut and watched is self.inner:
            assert isinstance(event, QFocusEvent)
            if event.reason() not in _MENUS:
                self.left.emit()
        elif kind is QEvent.Type.ShortcutOverride and watched is self.inner:
            assert isinstance(event, QKeyEvent)
            if any(event.matches(key) for key in _UNDOING):
                event.ignore()  # the window knows whose step is the last
                return True
        return False
