"""The one question of the first start: what the author is called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from strategidesk.language import tr
from strategidesk.ui.parts import button, head_of, heading, label, sign_button
from strategidesk.ui.theme import faces


class NameStrip(QFrame):
    """`named` carries name, role and unit, of which the last two may be empty; the strip then goes
    away. So it does when it is dismissed: the name that the account has is then taken."""

    named = Signal(str, str, str)

    def __init__(self, guess: str) -> None:
        super().__init__()
        self.setProperty("part", "strip")
        self._guess = guess
        self.name, self.role, self.unit = QLineEdit(guess), QLineEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 12, 10)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(heading(tr("What is your name?"), faces.ui(bold=True)))
        head.addWidget(label(tr("It stands beside what you write."), faces.ui(), "muted"), 1)
        head.addWidget(sign_button("close", tr("Dismiss"), self._leave))
        layout.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        fields = ((tr("Name"), self.name), (tr("Role"), self.role), (tr("Unit"), self.unit))
        for words, field in fields:
            field.setMaximumWidth(faces.grown(220))
            field.setCursorPosition(0)
            field.returnPressed.connect(self._name_it)
            row.addWidget(head_of(field, words))
            row.addWidget(field, 1)
        self.done = button(tr("That is right"), "plain", self._name_it)
        row.addWidget(self.done)
        row.addStretch(0)
        layout.addLayout(row)

    def _name_it(self) -> None:
        name, role, unit = (field.text().strip() for field in (self.name, self.role, self.unit))
        if name:
            self.named.emit(name, role, unit)
            self.hide()

    def _leave(self) -> None:
        if self._guess:
            self.named.emit(self._guess, "", "")
        self.hide()
