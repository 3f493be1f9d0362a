"""Definitions of one term side by side, with what differs between them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.prose.differences import Kind, Piece, differences
from strategidesk.ui.differences import Differences
from strategidesk.ui.flow import Flow
from strategidesk.ui.parts import button, frame, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class Compare(QScrollArea):
    """`chosen` carries the definition to go to, `removed` the one to remove, `left`: enough."""

    chosen = Signal(str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.ids: tuple[Id, ...] = ()
        self.texts: list[Differences] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_definitions(self, found: Sequence[Definition]) -> None:
        """Show the definitions of a term, in order; each is compared with the first."""
        self.ids = tuple(one.id for one in found)
        self.texts = []
        inner = frame("ground")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(12)
        head = QHBoxLayout()
        title = tr("”{term}” is defined {n} times", term=found[0].term, n=len(found))
        head.addWidget(heading(title, wrap=True), 1)
        head.addWidget(button(tr("Close the comparison"), "link", self.left.emit))
        layout.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        for number, one in enumerate(found, 1):
            row.addWidget(self._card(number, one, found[0], found[1]), 1)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setWidget(inner)

    def _card(self, number: int, one: Definition, first: Definition, second: Definition) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        name = tr("Definition {n}", n=number)
        layout.addWidget(heading(name, faces.ui(bold=True)))
        text = Differences(name)
        text.setProperty("editor", "bare")
        text.show_pieces(_side(one, first, second))
        self.texts.append(text)
        layout.addWidget(text)
        source = tr("Source: {source}", source=one.source) if one.source else tr("No source")
        layout.addWidget(label(source, faces.small(), "muted", wrap=True))
        change = button(tr("Change"), "plain", partial(self.chosen.emit, one.id))
        remove = button(tr("Remove"), "plain", partial(self.removed.emit, one.id), "wastebasket")
        for part in (change, remove):
            part.setAccessibleDescription(name)
        remove.setEnabled(not self._work.read_only)
        layout.addWidget(Flow(change, remove))
        layout.addStretch(1)
        return card


def _side(one: Definition, first: Definition, second: Definition) -> list[Piece]:
    """A definition's text with what is its alone: of the first what the second lacks, of the
    others what the first lacks."""
    if one.id == first.id:
        return [p for p in differences(first.text, second.text) if p.kind is not Kind.ADDED]
    return [p for p in differences(first.text, one.text) if p.kind is not Kind.REMOVED]
