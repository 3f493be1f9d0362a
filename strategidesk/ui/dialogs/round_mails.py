"""What was made of a round: the files, and for each the e-mail to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from strategidesk.desk.rounds.sheets import SentRound
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.exporting import show_path
from strategidesk.ui.parts import button, head_of, label
from strategidesk.ui.theme import faces

_WIDE, _HIGH = 680, 380  # logical pixels
_LINE = "-" * 60


class RoundMailsDialog(QDialog):
    """A list of the files at the left, the mail of the one in front at the right."""

    def __init__(self, parent: QWidget, sent: SentRound) -> None:
        super().__init__(parent)
        self._sent = sent
        self.setWindowTitle(tr("The e-mails"))
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for sheet in sent.sheets:
            item = QListWidgetItem(sheet.path.name, self.list)
            item.setToolTip(str(sheet.path))
        self.mail = QTextEdit()
        self.mail.setProperty("editor", "prose")
        self.mail.setReadOnly(True)
        self.mail.setTabChangesFocus(True)
        self.note = label("", faces.small(), "muted", wrap=True)
        self.one = button(tr("Copy this e-mail"), "primary", self.copy_one)
        self.every = button(tr("Copy all {n}", n=len(sent.sheets)), "plain", self.copy_all)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.resize(faces.grown(_WIDE), faces.grown(_HIGH))
        self.list.setFocus()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(16)
        for at, (words, field) in enumerate(
            ((tr("Excel sheets"), self.list), (tr("E-mail"), self.mail))
        ):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(head_of(field, words))
            side.addWidget(field, 1)
            both.addLayout(side, 2 + at)
        foot = QHBoxLayout()
        foot.addWidget(button(tr("Show in folder"), "link", lambda: show_path(self._sent.folder)))
        foot.addStretch(1)
        foot.addWidget(self.every)
        foot.addWidget(self.one)
        foot.addWidget(closing(self))
        layout = column(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.note)
        layout.addLayout(foot)
        self.one.setDefault(True)

    def _show(self, row: int) -> None:
        self.mail.setPlainText(str(self._sent.sheets[row].mail))
        self.note.setText(
            tr("All the texts are in {file} too, in the same folder.", file=self._sent.mails.name)
        )

    def copy_one(self) -> None:
        """The mail in front to the clipboard."""
        sheet = self._sent.sheets[self.list.currentRow()]
        QGuiApplication.clipboard().setText(str(sheet.mail))
        self.note.setText(
            tr("The e-mail is on the clipboard. Attach {file}.", file=sheet.path.name)
        )

    def copy_all(self) -> None:
        """Every mail to the clipboard, with a line between them."""
        texts = (str(sheet.mail) for sheet in self._sent.sheets)
        QGuiApplication.clipboard().setText(f"\n\n{_LINE}\n\n".join(texts) + "\n")
        self.note.setText(tr("All the e-mails are on the clipboard, with a line between them."))
