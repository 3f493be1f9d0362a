"""Asks what a version is called that is to be saved."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.parts import head_of, label
from strategidesk.ui.theme import faces


class NameVersionDialog(QDialog):
    """One line; the button is dimmed until something stands there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save a version"))
        self.setMinimumWidth(420)
        self.name = QLineEdit()
        layout = column(self, 4)
        layout.addWidget(head_of(self.name, tr("What the version is called")))
        layout.addWidget(self.name)
        about = tr("The strategy is kept as it is now, and can be opened and compared later.")
        layout.addWidget(label(about, faces.small(), "muted", wrap=True))
        layout.addSpacing(12)
        buttons, self.save = deciding(self, tr("Save the version"))
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._dim)
        self._dim("")

    def _dim(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))


def ask_version_name(parent: QWidget) -> str | None:
    """The name; None where the user let it be."""
    dialog = NameVersionDialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    name = dialog.name.text().strip()
    dialog.deleteLater()
    return name if accepted and name else None
