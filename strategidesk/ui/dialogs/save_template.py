"""Asks what a template is to be called, and what it is."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.parts import head_of, label


class SaveTemplateDialog(QDialog):
    """A name and one line; the button is dimmed until there is a name."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save as a template"))
        self.setMinimumWidth(480)
        words = tr(
            "The template has the headings with their guidance, and the words for areas and "
            "hallmarks. No text, no people, no activities and no decisions come with it."
        )
        self.title, self.about = QLineEdit(title), QLineEdit()
        layout = column(self, 6)
        layout.addWidget(label(words, tone="muted", wrap=True))
        for field, head in ((self.title, tr("Name")), (self.about, tr("What it is, in one line"))):
            layout.addSpacing(6)
            layout.addWidget(head_of(field, head))
            layout.addWidget(field)
        layout.addSpacing(12)
        buttons, self.save = deciding(self, tr("Save the template"))
        layout.addWidget(buttons)
        self.title.textChanged.connect(lambda _text: self._dim())
        self._dim()

    def _dim(self) -> None:
        self.save.setEnabled(bool(self.title.text().strip(" .")))


def ask_template(parent: QWidget, title: str) -> tuple[str, str] | None:
    """The name and the line; None where the user let it be."""
    dialog = SaveTemplateDialog(parent, title)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.title.text().strip(), dialog.about.text().strip()
    dialog.deleteLater()
    return answer if accepted else None
