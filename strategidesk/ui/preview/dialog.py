"""The preview: a document of the strategy as it will look, to read, print or go on to export."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from strategidesk.desk.exporting import lay
from strategidesk.desk.exports import Export, Wish
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.export_memory import Choice
from strategidesk.ui.parts import LEAST
from strategidesk.ui.preview import printing
from strategidesk.ui.preview.pane import PreviewPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from strategidesk.model.strategy import Strategy

_LARGEST = QSize(1100, 860)
_EDGE = QSize(40, 40)  # what is seen of the window around it


class Preview(QDialog):
    """`export_wanted`: a Choice, when the user goes on to export what is looked at."""

    export_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        strategy: "Strategy",
        choices: "Sequence[Choice]",
        wish_of: "Callable[[Choice], Wish]",
    ) -> None:
        """`choices`: the documents that can be looked at; `wish_of`: how each is wanted."""
        super().__init__(parent)
        self._strategy, self._wish_of = strategy, wish_of
        self._print_next = False
        self.setWindowTitle(tr("Preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.what: QComboBox = Combo()
        self.what.setAccessibleName(tr("What"))
        for choice in choices:
            self.what.addItem(choice.document, choice)
        self.what.setMinimumContentsLength(24)
        self.pane = PreviewPane(self.what)
        self._lay_out()
        self.what.activated.connect(lambda _index: self.lay())
        self.pane.changed.connect(self._follow)
        self.pane.shown.connect(self._shown)
        self._give_keys()
        self._follow()
        self.resize(_LARGEST.boundedTo((parent.size() - _EDGE).expandedTo(LEAST - _EDGE)))

    def _lay_out(self) -> None:
        layout = column(self)
        layout.addWidget(self.pane, 1)
        row = closing(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.print = row.addButton(tr("Print …"), role)
        self.export = row.addButton(tr("Export …"), role)
        for one in (self.print, self.export):
            one.setAutoDefault(False)
        self.print.clicked.connect(lambda _checked: self.ask_print())
        self.export.clicked.connect(lambda _checked: self._export())
        layout.addWidget(row)

    def _give_keys(self) -> None:
        pages = self.pane.pages
        for keys, do in (
            ("Ctrl+P", self.ask_print),
            ("Ctrl++", partial(pages.zoom_by, 1)),
            ("Ctrl+=", partial(pages.zoom_by, 1)),
            ("Ctrl+-", partial(pages.zoom_by, -1)),
            ("Ctrl+0", partial(pages.zoom_by, 0)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    @property
    def choice(self) -> Choice:
        """The document that is chosen."""
        found: Choice = self.what.currentData()
        return found

    def choose(self, export: Export, form: str | None) -> None:
        """Choose another document; where it cannot be looked at, nothing happens."""
        for at in range(self.what.count()):
            one: Choice = self.what.itemData(at)
            if one.export == export and form in (None, one.form):
                self.what.setCurrentIndex(at)
                return

    def lay(self, print_next: bool = False) -> None:
        """Lay the pages of what is chosen; `print_next`: and ask for the printer when they lie."""
        self._print_next = print_next
        choice = self.choice
        self.pane.lay(lambda: lay(self._strategy, choice.export, self._wish_of(choice)))

    def _shown(self) -> None:
        self._follow()
        self.pane.pages.setFocus()
        if self._print_next:
            self._print_next = False
            self.ask_print()

    def _follow(self) -> None:
        ready = self.pane.sheets is not None and not self.pane.doing.busy
        self.print.setEnabled(ready)

    def ask_print(self) -> None:
        """Let the user choose a printer, and print."""
        sheets = self.pane.sheets
        if sheets is None or not self.print.isEnabled():
            return
        title = sheets.title or self.choice.document
        try:
            order = printing.ask(self, title, len(sheets), self.pane.pages.page)
        except UserError as trouble:
            self.pane.doing.tell(str(trouble))
            return
        if order is not None:
            self.pane.print_out(order)

    def _export(self) -> None:
        choice = self.choice
        self.reject()
        self.export_wanted.emit(choice)

    def done(self, code: int) -> None:
        """Close; not while the document goes to the printer, which can be stopped."""
        if self.pane.printing:
            return
        self.pane.stop()
        super().done(code)
