"""The page of the follow-up: how its rounds stand, and the registers of rounds and answers."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Receipt, Round
from strategidesk.ui.follow_up.behind import Behind
from strategidesk.ui.follow_up.view import StandingView
from strategidesk.ui.pages.page import HeaderAct
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.saying import Saying, counted, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.rounds.naming import round_name
from strategidesk.ui.work import Work

STANDING, ROUNDS = 0, 1  # the numbers of their tabs
NEW_ROUND, READ, REMIND = "new_round", "read_answers", "remind"  # commands
_NOUNS = {"round", "follow_up", "receipt", "activity", "unit", "area", "hallmark", "strategy"}


class FollowUpPage(RegisterPage):
    """Opens with how things stand; rounds and answers are changed behind their own tabs."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.standing, self.behind = StandingView(work), Behind()
        self._stale = True
        self._from: QWidget | None = None  # where the list behind a count was opened
        self.standing.opened.connect(self._open)
        self.standing.hinted.connect(self.hinted)
        self.standing.shown.connect(self.state_changed)
        self.behind.wanted.connect(self._go)
        self.behind.left.connect(self._leave_behind)
        self.lead_with(tr("Standing"), self.standing)

    @property
    def on_standing(self) -> bool:
        """Whether how things stand is in front."""
        return self.front_tab() == STANDING

    # what is shown

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
            if self.behind.isVisible():
                self.behind.refresh(self.work.strategy)
        super().refresh(changes)

    def sentence(self) -> Saying | None:
        round, told = self.standing.round, self.standing.told
        if not self.on_standing or round is None or told is None:
            return None
        n = len(told.units)
        return says(
            f"{round_name(round)}.",
            counted(
                n,
                mark("{done} of 1 unit has answered."),
                mark("{done} of {n} units have answered."),
                done=told.answered_units,
            ),
        )

    def facts(self) -> str:
        told = self.standing.told
        if told is None or not self.on_standing:
            return ""
        return tr("{n} of {total} answers", n=told.answered, total=told.asked)

    # what is behind a count

    def panel(self) -> QWidget:
        return self.behind

    def _open(self, title: str, ids: tuple[Id, ...]) -> None:
        self._from = self.focusWidget()
        self.behind.show_things(title, self.work.strategy, ids)
        self.panel_wanted.emit()
        self.behind.list.setFocus()

    def _leave_behind(self) -> None:
        self.panel_left.emit()
        there = self.findChildren(QWidget)  # a bar that was drawn anew is not
        if self._from is not None and self._from in there and self._from.isVisibleTo(self):
            self._from.setFocus()
        else:
            self.leave_for()

    def _go(self, id: str) -> None:
        entity = self.work.strategy.by_id[Id(id)].meta.entity
        self.wanted.emit("plan" if entity == "activity" else "areas", id)

    # what can be done

    def acts(self) -> tuple[HeaderAct, ...]:
        begun = bool(self.work.strategy.all(Round))
        new, read = (partial(self.deed_wanted.emit, key) for key in (NEW_ROUND, READ))
        making = HeaderAct(tr("New round …"), "plus", new, primary=not begun, when_reading=False)
        if not begun:
            return (making,)
        reading = HeaderAct(tr("Read in answers"), "export", read, primary=True, when_reading=False)
        return (making, reading)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        told = self.standing.told
        return {REMIND: self.standing.copy_late} if told is not None and told.late else {}

    def make_usual(self) -> None:
        if self.on_standing:
            self.deed_wanted.emit(NEW_ROUND)
        else:
            super().make_usual()

    def has_chosen(self) -> bool:
        return not self.on_standing and super().has_chosen()

    def remove(self) -> None:
        if not self.on_standing:
            super().remove()

    def move_by(self, step: int) -> None:
        if not self.on_standing:
            super().move_by(step)

    def show_thing(self, id: Id) -> bool:
        """A round, or a sheet that came in, stands where it is told of; the round is ready in its
        register too, where a field of it is wanted."""
        thing = self.work.strategy.by_id.get(id)
        round = thing.round if isinstance(thing, Receipt) else id
        if isinstance(thing, Round | Receipt) and round is not None:
            self.pane_of(0).choose(round)
            self.turn_tab(STANDING)
            self.standing.show_round(round)
            return True
        return super().show_thing(id)

    def focus_field(self, name: str) -> None:
        if self.on_standing:
            self.turn_tab(ROUNDS)
        super().focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        return self.standing.stops() if self.on_standing else super().stops()
