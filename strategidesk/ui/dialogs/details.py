"""What the system said of a trouble, to read and to copy for whoever looks after the computers."""

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.parts import button


def details_of(trouble: UserError) -> str:
    """The sentence, and below it what lay behind it, each cause on a line of its own."""
    return "\n".join((str(trouble), *_causes(trouble)))


def _causes(trouble: UserError) -> Iterator[str]:
    link: BaseException | None = trouble.__cause__
    while link is not None:
        link = getattr(link, "orig", None) or link  # the database's own words, without the text
        yield f"{type(link).__name__}: {link}"
        link = link.__cause__


class DetailsDialog(QDialog):
    """The details of one trouble."""

    def __init__(self, parent: QWidget, trouble: UserError) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Details of what happened"))
        self.setMinimumWidth(520)
        self.details = QPlainTextEdit(details_of(trouble))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("Details of what happened"))
        layout = column(self)
        layout.addWidget(self.details, 1)
        buttons = closing(self)
        self.copies = button(tr("Copy"), "primary", self.copy)
        buttons.addButton(self.copies, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(buttons)

    def copy(self) -> None:
        """Put them on the clipboard."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())


def show_details(parent: QWidget, trouble: UserError) -> None:
    """Show what lay behind a trouble."""
    dialog = DetailsDialog(parent, trouble)
    dialog.exec()
    dialog.deleteLater()
