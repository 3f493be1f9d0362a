"""Whether a document will be accessible: a sentence, and a list of what is to be mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from strategidesk.desk.accessibility import Finding
from strategidesk.language import tr
from strategidesk.model.document import Card
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens
from strategidesk.ui.words import caption, field_label, noun_label

_ID, _FIELD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LINES = 5  # that are seen without scrolling


class Findings(QFrame):
    """`wanted`: the id of a thing and the name of the field where a finding is mended."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._sign = QLabel()
        self.sentence = label("", faces.ui(bold=True), wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self.sentence, 1)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_LINES * (self.list.fontMetrics().lineSpacing() + 6))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self._going = False

    def wait(self) -> None:
        """Say that the document is being looked at."""
        self.sentence.setText(tr("Looking at whether the document is accessible …"))
        self._sign.clear()
        self.list.clear()
        self.list.hide()

    def show_findings(self, strategy: Strategy, found: Sequence[Finding]) -> None:
        """Show what was found; the list hides where nothing was."""
        kind = "warn" if found else "ok"
        pixmap = signs.pixmap(kind, tokens()[kind], 18, self.devicePixelRatioF())
        self._sign.setPixmap(pixmap)
        if not found:
            self.sentence.setText(tr("The document is accessible."))
        elif len(found) == 1:
            self.sentence.setText(tr("1 thing to mend. Choose it to go there."))
        else:
            words = tr("{n} things to mend. Choose one to go there.", n=len(found))
            self.sentence.setText(words)
        self.list.setAccessibleName(self.sentence.text())
        self.list.clear()
        underlined = faces.ui()
        underlined.setUnderline(True)
        for one in found:
            item = QListWidgetItem(f"{place_words(strategy, one)}: {one}", self.list)
            item.setToolTip(item.text())
            item.setData(_ID, one.id)
            item.setData(_FIELD, one.field)
            item.setForeground(tokens().color("link"))
            item.setFont(underlined)
        self.list.setVisible(bool(found))
        if found:
            self.list.setCurrentRow(0)

    def _go(self, item: QListWidgetItem) -> None:
        if not self._going:  # a click of some systems is an activation too
            self._going = True
            self.wanted.emit(item.data(_ID), item.data(_FIELD))


def place_words(strategy: Strategy, finding: Finding) -> str:
    """Where a finding is mended: the thing's kind and name; the field of the document card, and
    with its name that of a paper."""
    if not finding.id:  # a paper that is not in the file yet
        return field_label(strategy, Paper, fields_of(Paper)[finding.field])
    thing = strategy.by_id.get(finding.id, strategy.card)
    noun = type(thing)
    if isinstance(thing, Card):
        return field_label(strategy, noun, fields_of(noun)[finding.field])
    if isinstance(thing, Paper):
        field = field_label(strategy, noun, fields_of(noun)[finding.field])
        return f"{caption(strategy, thing)}, {field}"
    return f"{noun_label(strategy, noun)} {caption(strategy, thing)}"
