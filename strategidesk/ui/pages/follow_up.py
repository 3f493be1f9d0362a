"""The page of the follow-up: how its rounds stand, and the registers of rounds and answers."""

from functools import partial

from PySide6.QtWidgets import QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.follow_up import Round
from strategidesk.ui.follow_up.view import StandingView
from strategidesk.ui.pages.page import HeaderAct
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.table import Place
from strategidesk.ui.work import Work

STANDING = 0  # the number of its tab
NEW_ROUND, READ_ANSWERS = "new_round", "read_answers"  # commands
_NOUNS = {"round", "follow_up", "receipt", "activity", "unit", "area", "hallmark", "strategy"}


class FollowUpPage(RegisterPage):
    """Turns to how things stand; rounds and answers are changed behind their own tabs."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.standing = StandingView(work)
        self._stale = True
        self.lead_with(tr("Standing"), self.standing)

    @property
    def on_standing(self) -> bool:
        """Whether how things stand is in front."""
        return self.front_tab() == STANDING

    def opened(self) -> None:
        super().opened()
        self._show()

    def _turn(self, tab: int) -> None:
        super()._turn(tab)
        self._show()

    def _show(self) -> None:
        if self._stale and self.on_standing:
            self._stale = False
            self.standing.read()

    def refresh(self, changes: ChangeSet) -> None:
        if _NOUNS & changes.nouns:
            self._stale = True
            if self.isVisible():
                self._show()
        super().refresh(changes)

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        new = partial(self.deed_wanted.emit, NEW_ROUND)
        first = not self.work.strategy.all(Round)
        return (HeaderAct(tr("New round …"), "plus", new, primary=first, when_reading=False),)

    def has_chosen(self) -> bool:
        return not self.on_standing and super().has_chosen()

    def remove(self) -> None:
        if not self.on_standing:
            super().remove()

    def move_by(self, step: int) -> None:
        if not self.on_standing:
            super().move_by(step)

    def stops(self) -> tuple[QWidget, ...]:
        return self.standing.stops() if self.on_standing else super().stops()
