"""The one question of the first start: what the author is called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from strategidesk.language import tr
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces


class NameStrip(QFrame):
    """`named` carries the name that was given; the strip then goes away."""

    named = Signal(str)

    def __init__(self, guess: str) -> None:
        super().__init__()
        self.setProperty("part", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(10)
        self.name = QLineEdit(guess)
        self.name.setMaximumWidth(260)
        question = label(tr("What is your name? It stands beside what you write."), faces.ui())
        question.setBuddy(self.name)
        self.name.setAccessibleName(question.text())
        self.name.returnPressed.connect(self._name_it)
        row.addWidget(question)
        row.addWidget(self.name)
        row.addWidget(button(tr("That is right"), "plain", self._name_it))
        row.addStretch(1)

    def _name_it(self) -> None:
        if self.name.text().strip():
            self.named.emit(self.name.text().strip())
            self.hide()
