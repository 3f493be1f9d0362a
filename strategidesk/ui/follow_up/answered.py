"""Who has answered a round, as the rows of a table: a unit on each."""

from collections.abc import Mapping

from strategidesk.desk.rounds.standing import ALL, PART, Standing, UnitStanding
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.states import counted_state
from strategidesk.ui.follow_up.cells import Cell, Column
from strategidesk.ui.follow_up.groups import in_order
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.things.chips import Chip
from strategidesk.ui.words import target_caption

REMINDER = 6  # the column in which a reminder is copied
_CHIPS = {  # how much is answered, and whether it is late
    (ALL, False): (Chip("ok", "ok"), mark("Answered")),
    (PART, False): (Chip("half", "info"), mark("In part")),
    (PART, True): (Chip("late", "warn"), mark("In part, late")),
}
_NOTHING = (Chip("ring", "neutral"), mark("No answer yet"))
_LATE = (Chip("late", "warn"), mark("No answer, late"))


def columns(proposals: bool) -> tuple[Column, ...]:
    """The headings of the table."""
    return (
        Column(tr("Unit"), 170, 5),
        Column(tr("Reporter"), 116, 4),
        Column(tr("Answer"), 150),
        Column(tr("Proposals") if proposals else tr("Activities"), 128),
        Column(tr("Came in"), 92),
        Column(tr("Read in by"), 116, 3),
        Column(tr("Reminder"), 150),
    )


def rows(strategy: Strategy, told: Standing, proposals: bool) -> list[tuple[Cell, ...]]:
    """A row for each unit that is asked, in their order."""
    return [
        _row(strategy, one, told.by_unit.get(one.unit, {}) if proposals else None)
        for one in told.units
    ]


def _row(
    strategy: Strategy, one: UnitStanding, proposed: Mapping[str, tuple[Id, ...]] | None
) -> tuple[Cell, ...]:
    chip, word = _CHIPS.get((one.extent, one.late), _LATE if one.late else _NOTHING)
    came = one.answering
    who = came.reported_by
    return (
        Cell(target_caption(strategy, one.unit) or tr("Without a unit")),
        Cell(who or tr("Not known"), quiet=not who),
        Cell(tr(word), chip),
        Cell(_count(one) if proposed is None else _proposals(proposed)),
        Cell(came.received_on),
        Cell(came.read_by),
        Cell(tr("Copy reminder"), link=True) if one.missing else Cell(""),
    )


def _count(one: UnitStanding) -> str:
    return counted(
        one.asked,
        mark("{done} of 1 answered"),
        mark("{done} of {n} answered"),
        done=one.answered,
    )


def _proposals(states: Mapping[str, tuple[Id, ...]]) -> str:
    """How many, and what became of them."""
    return ", ".join(counted_state(one, len(states[one])) for one in in_order(states))
