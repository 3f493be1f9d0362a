"""Which sections a member answers for, as links, under the member's form."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption


class OwnedSections(QWidget):
    """`wanted`: the id of the section that the user goes to."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.links: list[QPushButton] = []
        self._shown: list[tuple[Id, str]] = []
        self._none = label("", tone="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(2)
        head = heading(tr("Responsible for these sections"), wrap=True)
        self._column.addWidget(head)
        self._column.addWidget(self._none)

    def show_member(self, strategy: Strategy, member: Id) -> None:
        """Show a member's sections; links that stay the same are left alone."""
        owned = [one for one in strategy.sections if one.owner == member]
        rows = [(one.id, caption(strategy, one)) for one in owned]
        self._none.setText("" if rows else tr("None yet. Choose who is responsible in the text."))
        self._none.setVisible(not rows)
        if rows != self._shown:
            self._shown = rows
            self._fill(owned, [text for _, text in rows])

    def _fill(self, owned: list[Section], texts: list[str]) -> None:
        for old in self.links:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = []
        for section, text in zip(owned, texts, strict=True):
            made = button(text, "link", partial(self.wanted.emit, section.id))
            made.setMaximumWidth(faces.grown(360))
            made.setToolTip(text)
            self.links.append(made)
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
