"""What a person sees of a bug."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout

from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces


class CrashDialog(QDialog):
    """One sentence and the report to copy."""

    def __init__(self, text: str, kept: bool = True) -> None:
        """`kept`: whether all that stood in the editors lies on a disk."""
        super().__init__()
        self.setWindowTitle("StrategiDesk")
        self.setMinimumWidth(faces.grown(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        if kept:
            sentence = tr(
                "Something went wrong in the program. Your text is saved. "
                "The report contains nothing of the strategy."
            )
        else:
            sentence = tr(
                "Something went wrong in the program. What you wrote last is not saved yet, and "
                "stays in the window: copy it from there. "
                "The report contains nothing of the strategy."
            )
        layout.addWidget(label(sentence, faces.ui(), wrap=True))
        self.details = QPlainTextEdit(text)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Error report"))
        self.details.hide()
        self.show_button = button(tr("Show details"), "link", self._show_details)
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.details)
        buttons = closing(self)
        copy = button(tr("Copy the error report"), "primary", self.copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(buttons)

    def _show_details(self) -> None:
        self.show_button.hide()
        self.details.show()
        self.details.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())
