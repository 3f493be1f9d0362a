"""Asks for the settings."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)

from strategidesk.language import mark, tr
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.frame import keys
from strategidesk.ui.parts import head_of, label
from strategidesk.ui.settings import Settings
from strategidesk.ui.theme import active, faces

THEMES = {
    active.SYSTEM: mark("As the system"),
    active.LIGHT_CHOICE: mark("Light"),
    active.DARK_CHOICE: mark("Dark"),
}
FACES = {
    faces.SERIF: mark("Readable serif"),
    faces.WORD: mark("As in the Word template"),
    faces.PROGRAM: mark("As in the program"),
}


@dataclass(frozen=True)
class Answer:
    """What was chosen."""

    name: str
    role: str
    unit: str
    theme: str
    face: str
    keys: str


class SettingsDialog(QDialog):
    """One form; the button is dimmed while there is no name."""

    def __init__(self, parent: QWidget, settings: Settings, author: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(440)
        self._layout = column(self, 4)
        self.name = self._field(tr("Name"), author)
        self.role = self._field(tr("Role"), settings.role)
        self.unit = self._field(tr("Unit"), settings.unit)
        self.theme = self._choice(tr("Theme"), THEMES, settings.theme)
        self.face = self._choice(tr("Writing surface"), FACES, settings.face)
        self.keys = self._choice(tr("Keys"), keys.WORDS, settings.keys)
        words = tr("As in the Swedish Word: Ctrl+F bold, Ctrl+K italic, Ctrl+B search.")
        self._layout.addWidget(label(words, faces.small(), "muted", wrap=True))
        self._layout.addSpacing(16)
        buttons, self.keep = deciding(self, tr("Save the settings"))
        self._layout.addWidget(buttons)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(bool(self.name.text().strip()))

    def _field(self, words: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        self._add(words, made)
        return made

    def _choice(self, words: str, choices: dict[str, str], chosen: str) -> QComboBox:
        made: QComboBox = Combo()
        for key, name in choices.items():
            made.addItem(tr(name), key)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        self._add(words, made)
        return made

    def _add(self, words: str, field: QWidget) -> None:
        self._layout.addWidget(head_of(field, words))
        self._layout.addWidget(field)
        self._layout.addSpacing(8)

    def answer(self) -> Answer:
        """What stands in the form."""
        name, role, unit = (field.text().strip() for field in (self.name, self.role, self.unit))
        chosen = (box.currentData() for box in (self.theme, self.face, self.keys))
        return Answer(name, role, unit, *chosen)


def ask_settings(parent: QWidget, settings: Settings, author: str) -> Answer | None:
    """What the user chose; None where the user let it be."""
    dialog = SettingsDialog(parent, settings, author)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer()
    dialog.deleteLater()
    return answer if accepted else None
