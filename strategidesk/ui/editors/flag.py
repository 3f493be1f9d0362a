"""The editor of yes or no."""

from typing import Any

from PySide6.QtWidgets import QCheckBox

from strategidesk.ui.editors.base import Editor


class FlagEditor(Editor):
    """A check box that carries the field's label itself."""

    at_once = True
    wide = False

    def __init__(self) -> None:
        self.box = QCheckBox()
        super().__init__(self.box)
        self.box.clicked.connect(lambda _checked: self.changed.emit())

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, given: Any) -> None:
        self.box.setChecked(given is True)
