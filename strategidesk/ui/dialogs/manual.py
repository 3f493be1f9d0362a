"""Shows the manual beside the work, at what it says of the page in front."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from strategidesk.language import catalogue, tr
from strategidesk.paths import resource
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.theme import faces

START = "Start"  # the heading about it
_LANGUAGE = "sv"  # the manual's
_WIDE = 76  # characters


class Manual(QDialog):
    """Stays open while one works in the window under it, and closes with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Manual"))
        self.text.setFont(faces.ui())
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(16)
        self.text.setMarkdown(resource("manual", "fonstret.md").read_text(encoding="utf-8"))
        layout = column(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(closing(self))
        width = QFontMetrics(faces.ui()).averageCharWidth() * _WIDE + 100
        self.resize(width, min(720, parent.height()))

    def go_to(self, heading: str) -> None:
        """Show what stands under a heading."""
        block = self._block(heading)
        if block.isValid():
            self.text.setTextCursor(QTextCursor(block))
            top = self.text.document().documentLayout().blockBoundingRect(block).top()
            self.text.verticalScrollBar().setValue(int(top))

    def heading(self) -> str:
        """The heading that it was opened at."""
        return self.text.textCursor().block().text()

    def _block(self, heading: str) -> QTextBlock:
        block = self.text.document().begin()
        while block.isValid() and not (
            block.blockFormat().headingLevel() > 1 and block.text() == heading
        ):
            block = block.next()
        return block


def heading_of(label: str) -> str:
    """The heading about a page of that label (English), in the manual's language."""
    return catalogue(_LANGUAGE).get(label, label)


def show_manual(parent: QWidget, heading: str) -> None:
    """Open it at a heading, or turn to that where it is open over this window."""
    found = parent.findChild(Manual)
    manual = found if isinstance(found, Manual) else Manual(parent)
    manual.show()
    manual.go_to(heading)
    manual.activateWindow()
    manual.text.setFocus()
