"""The page header: title, a living sentence, a switch, at most three buttons, the panel's."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from strategidesk.language import tr
from strategidesk.ui import access
from strategidesk.ui.frame.living import EDGE, Living
from strategidesk.ui.pages.saying import Saying, Way, plain
from strategidesk.ui.parts import Elided, frame, sign_button
from strategidesk.ui.theme import faces, signs

HEIGHT, NARROW_HEIGHT = 64, 48
MOST = 3  # buttons
_LEAST = 180  # logical pixels for the title, the panel's button and the edges


class Header(QWidget):
    """Stands over every page; its buttons are those of the page in front. `panel_turned`: the
    side panel is to be shown or hidden; `led`: words of the sentence were followed."""

    panel_turned = Signal()
    led = Signal(Way)

    def __init__(self) -> None:
        super().__init__()
        self._ground = frame("header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._ground)
        self._title = Elided("", faces.page_title())
        access.give(self._title, access.HEADING)
        self._title.setContentsMargins(EDGE, 0, 0, 0)
        self.living = Living()
        self.living.led.connect(self.led)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self.living)
        words.addStretch(1)
        self.panel_button = sign_button("panel", tr("Side panel"), self.panel_turned.emit)
        self.panel_button.setCheckable(True)
        self._row = QHBoxLayout(self._ground)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.panel_button)
        self._switches = QStackedWidget()  # each page's own, which it keeps
        self._switches.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._switches.hide()
        self._row.insertWidget(1, self._switches)
        self._buttons: list[QPushButton] = []
        self._narrow = self._switched = False
        self.set_narrow(False)

    def show_page(self, title: str, saying: Saying, buttons: Sequence[QPushButton]) -> None:
        """Show another page's words and buttons."""
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)[-MOST:]
        for new in self._buttons:
            self._row.insertWidget(self._row.count() - 1, new)
        self._title.show_text(title)
        self.say(saying)
        self._dress()

    def show_switch(self, switch: QWidget | None) -> None:
        """Show the page's choice of how it is seen; None: it has none."""
        if switch is not None:
            if self._switches.indexOf(switch) < 0:
                self._switches.addWidget(switch)
            self._switches.setCurrentWidget(switch)
        self._switched = switch is not None
        self._dress()

    def name_panel(self, action: QAction) -> None:
        """Say by which key the panel is shown and hidden."""
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.panel_button.setToolTip(f"{tr('Side panel')} ({keys})")

    def show_panel(self, there: bool, shown: bool) -> None:
        """Whether the page has a side panel, and whether that is shown."""
        self.panel_button.setVisible(there)
        self.panel_button.setChecked(shown)

    def say(self, saying: Saying) -> None:
        """Say the page's sentence anew."""
        if saying != self.living.saying:
            self.living.show_saying(saying)
            self._title.setToolTip(plain(saying))

    def set_narrow(self, narrow: bool) -> None:
        """Lower, without the sentence, and with signs for all buttons but the primary one."""
        self._narrow = narrow
        self._ground.setMinimumHeight(faces.grown(NARROW_HEIGHT if narrow else HEIGHT))
        self._row.setContentsMargins(*((16 - EDGE, 4, 12, 4) if narrow else (24 - EDGE, 6, 16, 6)))
        self.living.setVisible(not narrow)
        self._dress()

    def _dress(self) -> None:
        self._switches.setVisible(self._switched and not self._narrow)
        self._name_buttons(self._narrow)
        parts = [*self._buttons, *([self._switches] if self._switched else [])]
        if sum(part.sizeHint().width() + 8 for part in parts) + faces.grown(_LEAST) > self.width():
            self._name_buttons(True)

    def _name_buttons(self, short: bool) -> None:
        for one in self._buttons:
            name = one.accessibleName() or one.text()
            one.setAccessibleName(name)
            small = short and bool(one.property(signs.SIGN)) and not _primary(one)
            one.setText("" if small else name)
            one.setToolTip(name if small else one.accessibleDescription())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._dress()

    @property
    def sentence(self) -> str:
        """What stands under the title."""
        return plain(self.living.saying)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the page in front; the primary one is last."""
        return self._buttons


def _primary(button: QPushButton) -> bool:
    return bool(button.property("look") == "primary")
