"""Asks what goes out for consultation: to whom, until when, and where the replies go."""

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from strategidesk.desk.consulting import PrepareConsultation, check
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.parts import head_of, label
from strategidesk.ui.theme import faces

_LINES = 4  # of the list of those that are asked
_USUAL = 520  # logical pixels
_MARGIN = 8


@dataclass(frozen=True)
class Answer:
    """What the user wants; `version`: the strategy is kept as it goes out."""

    command: PrepareConsultation
    version: bool


class PrepareConsultationDialog(QDialog):
    """One form; its button is dimmed until there is a name and a last day."""

    def __init__(self, parent: QWidget, title: str, today: str) -> None:
        """`title`: of the strategy; `today`: the day that it goes out."""
        super().__init__(parent)
        self._today = today
        self.setWindowTitle(tr("Prepare the consultation"))
        name = tr("Consultation on {title}", title=title) if title else tr("Consultation version")
        self.title, self.reply_by, self.reply_to = QLineEdit(name), QLineEdit(), QLineEdit()
        self.title.setCursorPosition(0)
        self.reply_by.setPlaceholderText(tr("YYYY-MM-DD"))
        self.recipients = QTextEdit()
        self.recipients.setProperty("editor", "prose")
        self.recipients.setAcceptRichText(False)
        self.recipients.setTabChangesFocus(True)
        self.recipients.document().setDocumentMargin(_MARGIN)
        high = self.fontMetrics().lineSpacing() * _LINES + 2 * _MARGIN + 4
        self.recipients.setFixedHeight(high)
        words = tr("Save the version ”{name}”", name=version_name(today))
        self.keep = QCheckBox(words)
        self.keep.setChecked(True)
        self.note = label("", faces.small(), "muted", wrap=True)
        self._lay_out()
        for line in (self.title, self.reply_by, self.reply_to):
            line.textChanged.connect(lambda _text: self._follow())
        self.recipients.textChanged.connect(self._follow)
        self._follow()
        self.resize(faces.grown(_USUAL), self.sizeHint().height())
        self.reply_by.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, 4)
        layout.addWidget(head_of(self.title, tr("Name")))
        layout.addWidget(self.title)
        layout.addSpacing(8)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        fields = ((tr("Reply by"), self.reply_by), (tr("Reply to"), self.reply_to))
        for at, (words, field) in enumerate(fields):
            grid.addWidget(head_of(field, words), 0, at)
            grid.addWidget(field, 1, at)
        layout.addLayout(grid)
        layout.addSpacing(8)
        layout.addWidget(head_of(self.recipients, tr("Sent to, one on each line")))
        layout.addWidget(self.recipients)
        layout.addSpacing(8)
        layout.addWidget(self.keep)
        layout.addWidget(self.note)
        layout.addSpacing(8)
        buttons, self.prepare = deciding(self, tr("Prepare the consultation"))
        for one in buttons.findChildren(QPushButton):
            one.setAutoDefault(False)
        self.prepare.setDefault(True)
        layout.addWidget(buttons)

    def answer(self) -> Answer:
        """What stands there."""
        lines = self.recipients.toPlainText().splitlines()
        command = PrepareConsultation(
            self.title.text(),
            self._today,
            self.reply_by.text().strip(),
            self.reply_to.text(),
            tuple(" ".join(line.split()) for line in lines if line.strip()),
        )
        return Answer(command, self.keep.isChecked())

    def _follow(self) -> None:
        """Say what is lacking: without some of it the consultation cannot go out."""
        command = self.answer().command
        try:
            check(command)
        except UserError as lack:
            said, able = str(lack), False
        else:
            said, able = _lacking(command), True
        self.note.setText(said)
        self.prepare.setEnabled(able)
        self.prepare.setAccessibleDescription(said)


def _lacking(command: PrepareConsultation) -> str:
    """What can be filled in later."""
    if not command.reply_to.strip() and not command.recipients:
        return tr(
            "It does not say where to reply, nor whom it is sent to. Both can be added later."
        )
    if not command.reply_to.strip():
        return tr("It does not say where to reply. It can be added later.")
    if not command.recipients:
        return tr("It does not say whom it is sent to. It can be added later.")
    return tr("The strategy goes into the phase of consultation. You can undo.")


def version_name(today: str) -> str:
    """What the version is called that goes out."""
    return tr("Consultation version {day}", day=today)


def ask_consultation(parent: QWidget, title: str, today: str) -> Answer | None:
    """What the user wants; None where the user let it be."""
    dialog = PrepareConsultationDialog(parent, title, today)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer() if accepted else None
    dialog.deleteLater()
    return answer
