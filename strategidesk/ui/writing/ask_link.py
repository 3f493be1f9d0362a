"""Asks for the address of a link."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.prose.grammar import clean_url
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces


@dataclass(frozen=True)
class LinkAnswer:
    """Where the link leads, and the words that it stands under; no address: no link."""

    url: str
    words: str


class LinkDialog(QDialog):
    """The words and the address."""

    def __init__(self, parent: QWidget | None, words: str, url: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Link"))
        self.setMinimumWidth(faces.grown(440))
        self.words, self.url = QLineEdit(words), QLineEdit(url)
        self.words.setReadOnly(bool(words))
        self.url.setPlaceholderText("https://")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(4)
        for name, field in ((tr("Words"), self.words), (tr("Address"), self.url)):
            head = label(name, faces.small(bold=True), "muted")
            head.setBuddy(field)
            field.setAccessibleName(name)
            layout.addWidget(head)
            layout.addWidget(field)
            layout.addSpacing(8)
        self.wrong = label("", tone="danger", wrap=True)
        layout.addWidget(self.wrong)
        buttons = QDialogButtonBox()
        self.give = buttons.addButton(tr("Make the link"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.give.setProperty("look", "primary")
        self.take = buttons.addButton(
            tr("Remove the link"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.take.setVisible(bool(url))
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.take.clicked.connect(self._clear)
        layout.addWidget(buttons)
        self.url.textChanged.connect(lambda _text: self._judge())
        self._judge()
        self.url.setFocus()

    def _judge(self) -> None:
        written = self.url.text().strip()
        refused = bool(written) and not clean_url(written)
        self.give.setEnabled(bool(written) and not refused)
        self.wrong.setText(tr("That address cannot stand in a document.") if refused else "")

    def _clear(self) -> None:
        self.url.clear()
        self.accept()

    def answer(self) -> LinkAnswer:
        """What was answered; an address without a scheme is one of the web."""
        url = self.url.text().strip()
        if url.startswith("www."):
            url = f"https://{url}"
        return LinkAnswer(url, self.words.text().strip())


def ask_link(parent: QWidget | None, words: str, url: str) -> LinkAnswer | None:
    """The user's answer; None where the user let it be."""
    dialog = LinkDialog(parent, words, url)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer()
    dialog.deleteLater()
    return answer if accepted else None
