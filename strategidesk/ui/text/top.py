"""The row over the text: where one is, how words look, and in a small window all that the page
header has."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.frame.more import Group
from strategidesk.ui.parts import NARROW, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption
from strategidesk.ui.writing.bar import FormatBar

OUTLINE_BESIDE = 1100  # logical pixels of the window from which the outline stands beside the text
EDGES, JUMP = 44, 200  # pixels beside the buttons, and what the list of sections needs
_WIDEST, _MORE = 420, 100  # of the list, and how much more of the room it takes than what is empty
_INDENT = "    "


class TopRow(QFrame):
    """`jumped` carries the section that is gone to; `panel_turned`: the side panel is to be shown
    or hidden."""

    jumped = Signal(str)
    panel_turned = Signal()

    def __init__(self, do: Callable[[str], object], further: Callable[[], Iterable[Group]]) -> None:
        """`do` does a command of the page, by key; `further` is what the header has, for the menu
        behind … while the row stands in for it."""
        super().__init__()
        self.setProperty("part", "header")
        self.wide, self.folded = True, False  # the window
        self.bar = FormatBar(do, lambda: further() if self.folded else ())
        self.jump = Combo()
        self.jump.setAccessibleName(tr("Section"))
        self.jump.setMaximumWidth(faces.grown(_WIDEST))
        self.panel_button = sign_button("tour", tr("Side panel"), self.panel_turned.emit)
        self.panel_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.jump, _MORE)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.panel_button)
        self.jump.hide()
        self.panel_button.hide()
        self.jump.activated.connect(lambda at: self.jumped.emit(self.jump.itemData(at)))

    def show_sections(self, strategy: Strategy) -> None:
        """The sections that can be gone to."""
        self.jump.clear()
        for depth, section in strategy.outline(Section):
            self.jump.addItem(_INDENT * depth + caption(strategy, section), section.id)

    def stand_on(self, id: Id | None) -> None:
        """The section that one is on."""
        self.jump.setCurrentIndex(self.jump.findData(id))

    def count(self, findings: int) -> None:
        """How much is to look over in the section."""
        self.panel_button.setText(str(findings) if findings else "")
        said = tr("{n} to look over", n=findings) if findings else ""
        self.panel_button.setAccessibleDescription(said)

    def follow_window(self, width: int) -> None:
        """The window is so many logical pixels wide."""
        self.wide = width >= faces.grown(OUTLINE_BESIDE)
        self.folded = width < faces.grown(NARROW)

    def fit(self, width: int, jump: bool) -> None:
        """Show what has room in so many pixels, with the list of sections or without it."""
        self.jump.setVisible(jump)
        self.panel_button.setVisible(self.folded)
        room = width - EDGES - (faces.grown(JUMP) if jump else 0)
        self.bar.fit(room - (self.panel_button.sizeHint().width() + 8 if self.folded else 0))
