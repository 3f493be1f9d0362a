"""The banner under the header: what matters stays there until it is done or dismissed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from strategidesk.language import tr
from strategidesk.ui.parts import button, label, sign_button
from strategidesk.ui.theme import signs
from strategidesk.ui.theme.active import tokens

INFO, OK, WARN, DANGER = "info", "ok", "warn", "danger"


@dataclass(frozen=True)
class Act:
    """Something to do about it."""

    words: str
    do: Callable[[], object]


class Banner(QFrame):
    """One message at a time; a new one takes the place of the one before. `told` carries the kind
    and the sentence of each."""

    told = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        self._sign = QLabel()
        self._text = label("", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(21, 8, 12, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._acts: list[QWidget] = []
        self._close = sign_button("close", tr("Dismiss"), self.hide)
        self._row.addWidget(self._close)
        self.setMinimumHeight(40)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there; empty while there is none."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def acts(self) -> list[QWidget]:
        """The buttons of what can be done about it."""
        return self._acts

    def first_focus(self) -> QWidget:
        """What F6 goes to in it."""
        return self._acts[0] if self._acts else self._close

    def tell(self, kind: str, sentence: str, *acts: Act) -> None:
        """Show a message: `info`, `ok`, `warn` or `danger`, with at most two things to do."""
        self.kind = kind
        for old in self._acts:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._acts = []
        for act in acts:
            made = button(act.words, "link", self._doing(act))
            self._acts.append(made)
            self._row.insertWidget(self._row.count() - 1, made)
        self._text.setText(sentence)
        self.setProperty("banner", kind)
        self.setAccessibleName(sentence)
        self.told.emit(kind, sentence)
        self._dress()
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _doing(self, act: Act) -> Callable[[], None]:
        def done() -> None:
            self.hide()
            act.do()

        return done

    def _dress(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(signs.pixmap(self.kind, tokens()[self.kind], 18, ratio))

    def redress(self) -> None:
        """Follow the theme."""
        if self.kind:
            self._dress()
