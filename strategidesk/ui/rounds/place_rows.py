"""Where the sheets are to lie, and the workbook that they are made on."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from strategidesk.language import tr
from strategidesk.ui import asking
from strategidesk.ui.dialogs.export_panel import PAUSE
from strategidesk.ui.parts import button, head_of

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

_FOLDER, _TEMPLATE = "rounds.folder", "rounds.template"
ENDING = ".xlsx"


class PlaceRows(QWidget):
    """`changed`: another folder or workbook stands there."""

    changed = Signal()

    def __init__(self, window: "Window") -> None:
        super().__init__()
        self._window = window
        memory = window.work.memory
        usual = window.path.parent / tr("Excel sheets")
        self.folder = QLineEdit(str(memory.get(_FOLDER) or usual))
        self.template = QLineEdit(str(memory.get(_TEMPLATE) or ""))
        self.template.setPlaceholderText(tr("The program's own sheet"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.choose_folder = button(tr("Choose …"), "plain", self._choose_folder)
        self.choose_template = button(tr("Choose …"), "plain", self._choose_template)
        fields = (
            (tr("Folder"), self.folder, self.choose_folder),
            (tr("Own workbook as a template"), self.template, self.choose_template),
        )
        for at, (words, field, chooser) in enumerate(fields):
            chooser.setAccessibleDescription(words)
            grid.addWidget(head_of(field, words), 0, 2 * at, 1, 2)
            grid.addWidget(field, 1, 2 * at)
            grid.addWidget(chooser, 1, 2 * at + 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.changed)
        for field in (self.folder, self.template):
            field.setCursorPosition(0)
            field.textEdited.connect(lambda _text: self._pause.start())

    @property
    def place(self) -> Path:
        """The folder; one that is named alone lies beside the strategy."""
        return self._window.path.parent / self.folder.text().strip()

    @property
    def workbook(self) -> Path | None:
        """The municipality's own workbook; None: the program's sheet."""
        given = self.template.text().strip()
        return self._window.path.parent / given if given else None

    def lack(self) -> str:
        """Why no sheets can be made there; empty where they can."""
        self._pause.stop()
        if not self.folder.text().strip():
            return tr("Write where the sheets are to lie.")
        if not os.path.isdir(self.place) and not os.path.isdir(self.place.parent):
            return tr("The folder {folder} is not there.", folder=self.place.parent)
        own = self.workbook
        if own is not None and (own.suffix.lower() != ENDING or not os.path.isfile(own)):
            return tr("The workbook {path} is not there. Choose an .xlsx file.", path=own)
        return ""

    def keep(self) -> None:
        """Remember both for this strategy."""
        memory = self._window.work.memory
        memory[_FOLDER] = str(self.place)
        memory[_TEMPLATE] = str(self.workbook or "")
        self._window.shell.settings.save()

    def _choose_folder(self) -> None:
        settings = self._window.shell.settings
        found = asking.existing_folder(self, settings, "sheets", tr("Folder"), self.place)
        if found is not None:
            self.folder.setText(str(found))
            self.changed.emit()

    def _choose_template(self) -> None:
        settings, kinds = self._window.shell.settings, tr("Workbooks") + f" (*{ENDING})"
        title = tr("Own workbook as a template")
        found = asking.existing_file(self, settings, "sheet_template", title, kinds)
        if found is not None:
            self.template.setText(str(found))
            self.changed.emit()
