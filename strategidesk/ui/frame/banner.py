"""The banner under the header: what matters stays there until it is done or dismissed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.ui.parts import button, label, sign_button
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

INFO, OK, WARN, DANGER = "info", "ok", "warn", "danger"
SAVING, FILE = "saving", "file"  # matters that hold their place, the first before the second
REMOVAL, BACKUP = "removal", "backup"  # matters that can be done with while they stand there
_PLACES = (SAVING, FILE)


@dataclass(frozen=True)
class Act:
    """Something to do about it. `stays`: the message is still there afterwards."""

    words: str
    do: Callable[[], object]
    stays: bool = False


@dataclass(frozen=True)
class _Message:
    kind: str
    sentence: str
    acts: tuple[Act, ...]
    about: str
    detail: str

    @property
    def words(self) -> str:
        """All that is said."""
        return " ".join(part for part in (self.sentence, self.detail) if part)

    @property
    def place(self) -> int:
        """The lowest stands in front; of those with the same place there is one."""
        return _PLACES.index(self.about) if self.about in _PLACES else len(_PLACES)


class Banner(QFrame):
    """One message at a time. A new one takes the place of the one before; behind one about saving
    or the file it waits. `told` carries the kind and the sentence of each."""

    told = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages: list[_Message] = []  # the first is shown
        self._sign = QLabel()
        self._text = label("", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(21, 8, 12, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._detail = label("", faces.small(), "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._row.addLayout(words, 1)
        self._acts: list[QWidget] = []
        self._close = sign_button("close", tr("Dismiss"), self.dismiss)
        self._row.addWidget(self._close)
        self.setMinimumHeight(40)
        self.hide()

    @property
    def kind(self) -> str:
        """The kind of what stands there; empty while there is nothing."""
        return self._messages[0].kind if self._messages else ""

    @property
    def text(self) -> str:
        """The sentence that stands there; empty while there is none."""
        return self._messages[0].sentence if self._messages else ""

    @property
    def detail(self) -> str:
        """What stands under the sentence; empty where nothing does."""
        return self._messages[0].detail if self._messages else ""

    @property
    def acts(self) -> list[QWidget]:
        """The buttons of what can be done about it."""
        return self._acts

    def first_focus(self) -> QWidget:
        """What F6 goes to in it."""
        return self._acts[0] if self._acts else self._close

    def tell(self, kind: str, sentence: str, *acts: Act, about: str = "", detail: str = "") -> None:
        """Show a message: `info`, `ok`, `warn` or `danger`, with at most two things to do, and in
        `detail` what is good to know with it. What it is `about` says what it waits behind, and
        when it is done with."""
        new = _Message(kind, sentence, acts, about, detail)
        others = [one for one in self._messages if one.place != new.place]
        self.told.emit(kind, new.words)
        self._set([*others, new], anew=True)

    def settle(self, about: str) -> None:
        """A matter is done with: what was told of it goes."""
        self._set([one for one in self._messages if one.about != about])

    def dismiss(self) -> None:
        """Put away what stands there; what waits behind it comes to the front."""
        self._set(self._messages[1:])

    def _set(self, messages: list[_Message], anew: bool = False) -> None:
        before = self._messages[:1]
        self._messages = sorted(messages, key=lambda one: one.place)
        front = self._messages[:1]
        if front != before or (anew and front and front[0] is messages[-1]):
            self._show()

    def _show(self) -> None:
        for old in self._acts:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._acts = []
        if not self._messages:
            self.hide()
            return
        front = self._messages[0]
        for act in front.acts:
            made = button(act.words, "link", self._doing(act))
            self._acts.append(made)
            self._row.insertWidget(self._row.count() - 1, made)
        self._text.setText(front.sentence)
        self._detail.setText(front.detail)
        self._detail.setVisible(bool(front.detail))
        self.setProperty("banner", front.kind)
        self.setAccessibleName(front.words)
        self._dress()
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _doing(self, act: Act) -> Callable[[], None]:
        def done() -> None:
            if not act.stays:
                self.dismiss()
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
