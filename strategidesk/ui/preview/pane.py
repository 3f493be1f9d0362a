"""A document as it will look: its pages, laid when they are asked for, or why there are none.

What a dialog or a page of the window embeds.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from strategidesk.desk.jobs import Job
from strategidesk.language import mark, tr
from strategidesk.publish import programs
from strategidesk.publish.sheets import Sheets
from strategidesk.ui.flow import Flow
from strategidesk.ui.parts import button, label
from strategidesk.ui.preview.bar import PagesBar
from strategidesk.ui.preview.doing import Doing
from strategidesk.ui.preview.pages import Pages
from strategidesk.ui.preview.printing import Order, printing
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from collections.abc import Callable

WAITING = mark("The pages are being laid.")
STOPPED = mark("The pages were not laid.")
_WIDEST = 560  # logical pixels of a sentence


class PreviewPane(QWidget):
    """`shown`: a document's pages stand there; `changed`: something has begun or ended."""

    shown = Signal()
    changed = Signal()

    def __init__(self, *lead: QWidget) -> None:
        """`lead`: what stands before the rest in the row over the pages."""
        super().__init__()
        self._again: Callable[[], Job[Sheets]] | None = None
        self.pages = Pages()
        self.bar = PagesBar(self.pages)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("editor", "page")
        self.text.setProperty("speaks", "document")  # its words are not the program's
        self.text.setAccessibleName(tr("The text of the page"))
        self.text.document().setDocumentMargin(16)
        self.doing = Doing()
        self.sentence = label("", faces.ui(), wrap=True)
        self.sentence.setMaximumWidth(faces.grown(_WIDEST))
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = button(tr("Try again"), "plain", self._lay_again)
        self._stack = QStackedWidget()
        for part in (self._nothing(), self.pages, self.text):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Flow(*lead, *self.bar.parts))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.doing)
        self.bar.text_wanted.connect(self._turn)
        self.pages.turned.connect(lambda _page: self._fill_text())
        self.doing.ended.connect(self.changed)
        self._say("")

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setSpacing(16)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sentence, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return made

    # what is shown

    @property
    def sheets(self) -> Sheets | None:
        """The pages that stand there."""
        return self.pages.sheets

    @property
    def printing(self) -> bool:
        """Whether the pages go to the printer."""
        return self.sheets is not None and self.doing.busy

    def lay(self, job: "Callable[[], Job[Sheets]]") -> None:
        """Lay pages by a job (strategidesk.desk.exporting.lay) and show them; where there is no
        LibreOffice, say what to do. `job` makes it, and makes another where one tries again."""
        self._again = job
        if programs.office() is None:
            self._say(tr(programs.MISSING), again=True)
            return
        self._say(tr(WAITING))
        self.doing.begin(
            job(),
            self.show_sheets,
            lambda trouble: self._say(str(trouble), again=True),
            lambda: self._say(tr(STOPPED), again=True),
        )
        self.changed.emit()

    def show_sheets(self, sheets: Sheets) -> None:
        """Show these from their first page, and own them."""
        self.pages.show_sheets(sheets)
        self.bar.follow()
        self._turn(self.bar.text.isChecked())
        self.shown.emit()

    def clear(self, words: str = "") -> None:
        """Show no document, but these words."""
        self.doing.stop()
        self._say(words)

    def stop(self) -> None:
        """Stop what goes on, and let the document go."""
        self.doing.stop(wait=self.sheets is not None)  # then it is printed from
        self.pages.stop()

    def _lay_again(self) -> None:
        if self._again is not None:
            self.lay(self._again)

    def _say(self, words: str, again: bool = False) -> None:
        self.pages.show_sheets(None)
        self.bar.follow()
        self.sentence.setText(words)
        self.again.setVisible(again)
        self._stack.setCurrentIndex(0)
        self.changed.emit()

    # as text

    def _turn(self, to_text: bool) -> None:
        self._fill_text()
        self._stack.setCurrentWidget(self.text if to_text else self.pages)

    def _fill_text(self) -> None:
        if self.bar.text.isChecked():
            self.text.setPlainText(self.pages.text)

    # printing

    def print_out(self, order: Order) -> None:
        """Print the document that stands there; the pages can be read meanwhile."""
        sheets = self.sheets
        if sheets is not None:
            self.doing.begin(
                printing(sheets, order),
                lambda pages: self.doing.tell(tr("{n} pages were sent to the printer.", n=pages)),
                lambda trouble: self.doing.tell(str(trouble)),
                lambda: self.doing.tell(tr("The printing was stopped.")),
            )
            self.changed.emit()
