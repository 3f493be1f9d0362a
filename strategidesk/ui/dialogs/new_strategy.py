"""Asks what a new strategy is called, what it begins from and where it is to lie."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from strategidesk.desk.file_names import safe_name
from strategidesk.desk.templates import Template
from strategidesk.language import tr
from strategidesk.ui import asking
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.parts import button, head_of
from strategidesk.ui.settings import Settings
from strategidesk.ui.theme import faces


@dataclass(frozen=True)
class NewStrategy:
    """What the user answered."""

    path: Path
    template: str | None
    title: str
    municipality: str
    reference_number: str


class NewStrategyDialog(QDialog):
    """One form; the button is dimmed until there is a title and a place."""

    def __init__(
        self, parent: QWidget, settings: Settings, templates: list[Template], chosen: str
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(tr("New strategy"))
        self.setMinimumWidth(faces.grown(480))
        self.template: QComboBox = Combo()
        self.template.addItem(tr("Empty document"), None)
        for one in templates:
            self.template.addItem(one.title or one.name, one.name)
        self.template.setCurrentIndex(max(0, self.template.findData(chosen)))
        self.title, self.municipality = QLineEdit(), QLineEdit()
        self.number, self.path = QLineEdit(), QLineEdit()
        self._layout = column(self, 4)
        self._add(tr("Begin from"), self.template)
        self._add(tr("Title"), self.title)
        self._add(tr("Municipality"), self.municipality)
        self._add(tr("Reference number"), self.number)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(button(tr("Choose …"), "plain", self._choose))
        self._add(tr("Save in"), self.path, where)
        self._layout.addSpacing(16)
        buttons, self.make = deciding(self, tr("Make the strategy"))
        self._layout.addWidget(buttons)
        self._touched = False
        self.path.textEdited.connect(self._touch)
        self.title.textChanged.connect(lambda _text: self._suggest())
        self._suggest()
        self.title.setFocus()

    def _add(self, words: str, field: QWidget, layout: QHBoxLayout | None = None) -> None:
        self._layout.addWidget(head_of(field, words))
        if layout is None:
            self._layout.addWidget(field)
        else:
            self._layout.addLayout(layout)
        self._layout.addSpacing(8)

    def _touch(self) -> None:
        self._touched = True
        self._dim()

    def _suggest(self) -> None:
        if not self._touched:
            name = safe_name(self.title.text())
            folder = self._settings.folder("new")
            self.path.setText(str(folder / (name + asking.ENDING)) if name else "")
        self._dim()

    def _dim(self) -> None:
        self.make.setEnabled(bool(self.title.text().strip() and self.path.text().strip()))

    def _choose(self) -> None:
        name = Path(self.path.text()).name or tr("Strategy") + asking.ENDING
        found = asking.new_file(self, self._settings, "new", tr("Save in"), name, asking.ENDING)
        if found is not None:
            self.path.setText(str(found))
            self._touch()

    def answer(self) -> NewStrategy:
        """What was answered."""
        path = Path(self.path.text().strip())
        if path.suffix.lower() != asking.ENDING:
            path = path.with_name(path.name + asking.ENDING)
        return NewStrategy(
            path,
            self.template.currentData(),
            self.title.text().strip(),
            self.municipality.text().strip(),
            self.number.text().strip(),
        )


def ask_new_strategy(
    parent: QWidget, settings: Settings, templates: list[Template], chosen: str = ""
) -> NewStrategy | None:
    """The user's answer; None where the user let it be."""
    dialog = NewStrategyDialog(parent, settings, templates, chosen)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer() if accepted else None
    dialog.deleteLater()
    return answer
