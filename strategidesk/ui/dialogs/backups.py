"""Shows a file's backups, and asks which one to put in its place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from strategidesk.desk.backups import listed
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import column
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces

_NAME = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """The backups, newest first."""

    def __init__(self, parent: QWidget, path: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Backups"))
        self.setMinimumWidth(faces.grown(460))
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setAccessibleName(tr("Backups"))
        for backup in listed(path):
            when = backup.at.astimezone().strftime("%Y-%m-%d %H.%M")
            QListWidgetItem(when, self.list).setData(_NAME, backup.name)
        there = self.list.count() > 0
        if there:
            self.list.setCurrentRow(0)
            words = tr(
                "Backups of {name}. What stands in the file now is kept beside it.",
                name=path.name,
            )
        else:
            words = tr("There is no backup of {name} on this computer.", name=path.name)
        layout = column(self)
        layout.addWidget(label(words, faces.ui(), wrap=True))
        layout.addWidget(self.list, 1)
        self.list.setVisible(there)
        buttons = QDialogButtonBox()
        restore = buttons.addButton(
            tr("Restore this backup"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        restore.setVisible(there)
        words = tr("Cancel") if there else tr("Close")
        cancel = buttons.addButton(words, QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def name(self) -> str | None:
        """The backup that is chosen."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item else None


def ask_backup(parent: QWidget, path: Path) -> str | None:
    """The name of the backup to put back; None where the user let it be."""
    dialog = BackupsDialog(parent, path)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    name = dialog.name()
    dialog.deleteLater()
    return name if accepted else None
