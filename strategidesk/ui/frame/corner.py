"""The right end of the menu row: undo, redo, and the way into the command search."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from strategidesk.language import tr
from strategidesk.ui.frame.keys import named, native
from strategidesk.ui.parts import Elided, label, sign_button
from strategidesk.ui.theme import faces, signs

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

WIDE, LEAST, HEIGHT = 330, 190, 28  # of the search field, logical pixels
MARGIN = 12
AROUND = 26  # pixels beside a menu's word


class Corner(QWidget):
    """Undo and redo are signs; the search looks like a field, or is a sign where there is no
    room for it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window.menuBar())
        self._bar = window.menuBar()
        self._actions = window.menus.actions
        actions = self._actions
        self.undo = sign_button("undo", tr("Undo"), actions["undo"].trigger)
        self.redo = sign_button("redo", tr("Redo"), actions["redo"].trigger)
        self._keys = label("", faces.small(), "muted")
        self.field = _field(self._keys)
        self.field.clicked.connect(lambda _checked: window.finder.open())
        self.sign = sign_button("search", field_words(), window.finder.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, MARGIN, 2)
        row.setSpacing(4)
        for part in (self.undo, self.redo, self.field, self.sign):
            row.addWidget(part)
        row.insertSpacing(2, 12)
        self._bar.setCornerWidget(self)
        for button, key in ((self.undo, "undo"), (self.redo, "redo")):
            action = actions[key]
            action.changed.connect(lambda button=button, key=key: self._follow(button, key))
            self._follow(button, key)
        actions["search"].changed.connect(self._tell_keys)
        self._tell_keys()

    def _tell_keys(self) -> None:
        keys = native(self._actions["search"].shortcut().toString())
        self._keys.setText(keys)
        for way in (self.field, self.sign):
            way.setToolTip(named(field_words(), keys))

    def _follow(self, button: QWidget, key: str) -> None:
        action = self._actions[key]
        words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(words)
        button.setToolTip(named(words, native(action.shortcut().toString())))

    def fit(self, width: int, narrow: bool) -> None:
        """Take the room that the menus leave in a window of this width."""
        metrics = self._bar.fontMetrics()  # a menu that has fallen out has no place to be measured
        menus = sum(
            metrics.horizontalAdvance(action.text().replace("&", "")) + AROUND
            for action in self._bar.actions()
            if action.isVisible()
        )
        signs_wide = self.undo.sizeHint().width() * 2 + 3 * MARGIN + 16
        room = width - menus - 2 * MARGIN - signs_wide - MARGIN
        as_field = not narrow and room >= faces.grown(LEAST)
        self.field.setVisible(as_field)
        self.sign.setVisible(not as_field)
        self.undo.setVisible(not narrow)
        self.redo.setVisible(not narrow)
        self.field.setFixedWidth(max(faces.grown(LEAST), min(faces.grown(WIDE), room)))
        if self.sizeHint() != self.size():
            self._bar.setCornerWidget(self)  # the menus take what is left


def field_words() -> str:
    """What the empty search field says."""
    return tr("Search in the strategy or for a command")


def _field(keys: QLabel) -> QPushButton:
    made = QPushButton()
    made.setProperty("look", "search")
    made.setAutoDefault(False)
    made.setFixedHeight(faces.grown(HEIGHT))
    made.setAccessibleName(field_words())
    made.setCursor(Qt.CursorShape.IBeamCursor)
    signs.give(made, "search", "muted")
    row = QHBoxLayout(made)
    row.setContentsMargins(faces.grown(32), 0, 10, 0)
    words = Elided(field_words(), faces.ui(), "muted")
    for part, stretch in ((words, 1), (keys, 0)):
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(part, stretch)
    return made
