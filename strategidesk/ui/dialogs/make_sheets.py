"""Asks for which units of a round sheets are made, on which workbook, and where they are to lie."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import closing
from strategidesk.ui.dialogs.sheets import Sheets, SheetsDialog
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.parts import head_of
from strategidesk.ui.rounds.naming import round_name

if TYPE_CHECKING:
    from strategidesk.ui.window import Window


@dataclass(frozen=True)
class Wish:
    """The sheets of a round."""

    round: Id
    sheets: Sheets


class MakeSheetsDialog(SheetsDialog):
    """`wanted` carries a Wish."""

    def __init__(self, window: "Window", round: Round) -> None:
        """`round`: the one that is chosen first."""
        super().__init__(window, tr("Make Excel sheets"))
        rounds = sorted(self.strategy.all(Round), key=lambda one: closing(one.period), reverse=True)
        self.which = Combo()
        for one in rounds:
            self.which.addItem(round_name(one), one.id)
        self.which.setCurrentIndex(self.which.findData(round.id))
        self.rows.setSpacing(4)
        self.rows.addWidget(head_of(self.which, tr("Round")))
        self.rows.addWidget(self.which)
        for part in (self.units, self.preview, self.places):
            self.rows.addSpacing(8)
            self.rows.addWidget(part)
        self._show_round()
        self.lay_out()
        self.which.activated.connect(lambda _row: self._show_round())
        self.look_ahead()
        self.units.list.setFocus()

    def _show_round(self) -> None:
        self.show_units(self.round())
        self.look_ahead()

    def round(self) -> Round:
        found = self.strategy.get(Round, self.which.currentData())
        assert found is not None
        return found

    def lack(self) -> str:
        return ""

    def accept(self) -> None:
        """Make the sheets, where there is somebody to have them and a place."""
        if self.say():
            wish = Wish(self.round().id, self.sheets())
            super().accept()
            self.wanted.emit(wish)
