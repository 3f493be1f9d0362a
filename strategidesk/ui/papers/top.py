"""The row over a paper: how words look, and in little room which paper, and which side of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.papers import words
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces
from strategidesk.ui.writing.bar import FormatBar

_EDGES, _JUMP = 44, 200  # pixels beside the buttons, and what the list of papers needs
_WIDEST, _MORE = 420, 100  # of the list, and how much more of the room it takes than what is empty


class TopRow(QFrame):
    """`jumped` carries the paper that is gone to; `turned` the side that is to be shown."""

    jumped = Signal(str)
    turned = Signal(str)

    def __init__(self, do: Callable[[str], object]) -> None:
        """`do` does a command that is not the text's own, by key."""
        super().__init__()
        self.setProperty("part", "header")
        self.bar = FormatBar(do)
        self.jump = Combo()
        self.jump.setAccessibleName(tr("Paper"))
        self.jump.setMaximumWidth(faces.grown(_WIDEST))
        self.side = Segments(tr("What is shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.jump, _MORE)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.side)
        self.jump.hide()
        self.side.hide()
        self.side.show_choices((("form", tr("Form")), ("preview", tr("How it reads"))), "form")
        self.jump.activated.connect(lambda at: self.jumped.emit(self.jump.itemData(at)))
        self.side.chosen.connect(self.turned)

    def show_papers(self, strategy: Strategy, found: Sequence[Paper]) -> None:
        """The papers that can be gone to."""
        self.jump.clear()
        for paper in found:
            text = f"{words.kind_word(paper)}. {words.concerns(strategy, paper)}"
            self.jump.addItem(text, paper.id)

    def stand_on(self, id: Id | None) -> None:
        """The paper that one is on."""
        self.jump.setCurrentIndex(self.jump.findData(id))

    def fit(self, room: int, jump: bool, switch: bool, side: str) -> None:
        """Show what has room in so many pixels, with the list of papers and the choice of side or
        without them."""
        self.side.choose(side)
        self.jump.setVisible(jump)
        self.side.setVisible(switch)
        self.bar.setVisible(not switch or side == "form")
        room -= _EDGES + (faces.grown(_JUMP) if jump else 0)
        self.bar.fit(room - (self.side.sizeHint().width() + 8 if switch else 0))
