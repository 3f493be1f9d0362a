"""The box in the form that says what an activity lacks."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from strategidesk.desk.remaining import lacks
from strategidesk.language import mark, tr
from strategidesk.model.plan import Activity
from strategidesk.ui.parts import label
from strategidesk.ui.theme import signs
from strategidesk.ui.theme.active import tokens

_WORDS = {
    "unit": mark("Nobody answers for the activity."),
    "when": mark("Nothing says when the activity is done."),
    "indicator": mark("Without an indicator the activity cannot be followed up with figures."),
}


class Lack(QFrame):
    """Hidden where nothing is lacking."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", "warn")
        self._sign = QLabel()
        self.words = label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_activity(self, activity: Activity) -> None:
        """Say what this one lacks."""
        self.words.setText(" ".join(tr(_WORDS[name]) for name in lacks(activity)))
        self.setVisible(bool(self.words.text()))
        self._dress()

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(signs.pixmap("warn", tokens()["warn"], 18, ratio))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()
