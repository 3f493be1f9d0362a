"""What stands at the foot of every dialog, and the room around what stands in it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from strategidesk.language import tr

_EDGES = (24, 24, 24, 16)  # logical pixels


def column(dialog: QDialog, spacing: int = 12) -> QVBoxLayout:
    """What a dialog's parts are put in, one under the other."""
    made = QVBoxLayout(dialog)
    made.setContentsMargins(*_EDGES)
    made.setSpacing(spacing)
    return made


def deciding(dialog: QDialog, words: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The row with what the dialog does and *Cancel*, and the button that does it."""
    row = QDialogButtonBox()
    does = row.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    does.setProperty("look", "primary")
    row.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    row.accepted.connect(dialog.accept)
    row.rejected.connect(dialog.reject)
    return row, does


def closing(dialog: QDialog) -> QDialogButtonBox:
    """The row of a dialog that only shows something."""
    row = QDialogButtonBox()
    close = row.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setAutoDefault(False)
    row.rejected.connect(dialog.reject)
    return row
