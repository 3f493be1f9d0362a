"""The page header: title, one living sentence, at most three buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.ui.parts import frame, label
from strategidesk.ui.theme import faces

HEIGHT = 64


class Header(QWidget):
    """Stands over every page; its buttons are those of the page in front."""

    def __init__(self) -> None:
        super().__init__()
        ground = frame("header")
        ground.setMinimumHeight(HEIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self._title = label("", faces.page_title())
        self._sentence = label("", faces.small(), "muted")
        for part in (self._title, self._sentence):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        words.addStretch(1)
        self._row = QHBoxLayout(ground)
        self._row.setContentsMargins(24, 6, 16, 6)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._buttons: list[QPushButton] = []

    def show_page(self, title: str, sentence: str, buttons: Sequence[QPushButton]) -> None:
        """Show another page's words and buttons."""
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        for new in self._buttons:
            self._row.addWidget(new)
        self._title.setText(title)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say the page's sentence anew."""
        self._sentence.setText(sentence)
        self._sentence.setToolTip(sentence)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the page in front; the primary one is last."""
        return self._buttons
