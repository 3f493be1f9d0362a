"""Asks for the settings."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from strategidesk import language
from strategidesk.language import mark, tr
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.frame import keys
from strategidesk.ui.parts import head_of, label
from strategidesk.ui.settings import SYSTEM_LANGUAGE, Settings
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
COLUMNS = 2
LANGUAGES = {  # each by its own name
    language.DEFAULT: mark("Svenska"),
    language.SOURCE: mark("English"),
    SYSTEM_LANGUAGE: mark("As the system"),
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
    language: str


class SettingsDialog(QDialog):
    """One form; the button is dimmed while there is no name."""

    def __init__(self, parent: QWidget, settings: Settings, author: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(faces.grown(600))
        layout = column(self, 4)
        self._cells = QGridLayout()
        self._cells.setHorizontalSpacing(24)
        self._cells.setVerticalSpacing(12)
        for at in range(COLUMNS):
            self._cells.setColumnStretch(at, 1)
        layout.addLayout(self._cells)
        layout.addSpacing(16)
        self.name = self._field(tr("Name"), author)
        self.role = self._field(tr("Role"), settings.role)
        self.unit = self._field(tr("Unit"), settings.unit)
        self.theme = self._choice(tr("Theme"), THEMES, settings.theme)
        self.face = self._choice(tr("Writing surface"), FACES, settings.face)
        words = tr("As in the Swedish Word: Ctrl+F bold, Ctrl+K italic, Ctrl+B search.")
        self.keys = self._choice(tr("Keys"), keys.WORDS, settings.keys, words)
        words = tr("Another language holds from the next time the program is started.")
        self.language = self._choice(tr("Language"), LANGUAGES, settings.language, words)
        buttons, self.keep = deciding(self, tr("Save the settings"))
        layout.addWidget(buttons)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(bool(self.name.text().strip()))

    def _field(self, words: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        self._add(words, made)
        return made

    def _choice(
        self, words: str, choices: dict[str, str], chosen: str, about: str = ""
    ) -> QComboBox:
        made: QComboBox = Combo()
        for key, name in choices.items():
            made.addItem(tr(name), key)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        self._add(words, made, about)
        return made

    def _add(self, words: str, field: QWidget, about: str = "") -> None:
        """A field with its head, and what is to be known of it; the cells are filled row by row."""
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(head_of(field, words))
        cell.addWidget(field)
        if about:
            cell.addWidget(label(about, faces.small(), "muted", wrap=True))
            field.setAccessibleDescription(about)
        cell.addStretch(1)
        self._cells.addLayout(cell, *divmod(self._cells.count(), COLUMNS))

    def answer(self) -> Answer:
        """What stands in the form."""
        name, role, unit = (field.text().strip() for field in (self.name, self.role, self.unit))
        chosen = (box.currentData() for box in (self.theme, self.face, self.keys, self.language))
        return Answer(name, role, unit, *chosen)


def ask_settings(parent: QWidget, settings: Settings, author: str) -> Answer | None:
    """What the user chose; None where the user let it be."""
    dialog = SettingsDialog(parent, settings, author)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer()
    dialog.deleteLater()
    return answer if accepted else None
