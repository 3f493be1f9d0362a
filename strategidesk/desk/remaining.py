"""What remains to be done in a strategy, and which phase it is in."""

from dataclasses import dataclass

from strategidesk.model.dialogue import Response
from strategidesk.model.document import Card
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.people import Decision
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy

DRAFT, CONSULTATION, PROPOSAL, ADOPTED, FOLLOW_UP, REVISION = range(6)
PROPOSALS = "proposals"  # the kind of work that is to answer what units propose
KINDS = (  # of work, in order
    "decisions", "people", "text", "areas", PROPOSALS, "plan", "card", "dialogue",
)  # fmt: skip
PAGES = {PROPOSALS: "plan"}  # where a kind of work is done that is no page by its key
DONE = ("done", "approved")  # states of a section that nobody needs to write more on
ESSENTIAL = (
    "title",
    "municipality",
    "reference_number",
    "owner_political",
    "follow_up_responsible",
    "revision_responsible",
)
_STATUS = {
    "draft": DRAFT,
    "consultation": CONSULTATION,
    "proposal": PROPOSAL,
    "adopted": ADOPTED,
    "repealed": REVISION,
}


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work: the things that still need it, out of how many."""

    key: str  # one of KINDS
    left: tuple[Noun, ...]
    total: int
    fields: tuple[str, ...] = ()  # of the document card that are empty

    @property
    def page(self) -> str:
        """The page where it is done."""
        return PAGES.get(self.key, self.key)

    @property
    def done(self) -> bool:
        """Whether nothing remains of it."""
        return self.total > 0 and not self.left


def tasks(strategy: Strategy) -> tuple[Task, ...]:
    """All kinds of work in this strategy; one whose noun is not used at all is no work.

    In a new strategy its commission and its workgroup come first.
    """
    every = (
        _text(strategy),
        _areas(strategy),
        _proposals(strategy),
        _plan(strategy),
        _card(strategy),
    )
    used = tuple(task for task in (*every, _dialogue(strategy)) if task.total or task.key == "text")
    if is_new(strategy):
        return (Task("decisions", (), 0), Task("people", (), 0), *used)
    return used


def _text(strategy: Strategy) -> Task:
    left = tuple(section for section in strategy.sections if section.status not in DONE)
    return Task("text", left, len(strategy.sections))


def _areas(strategy: Strategy) -> Task:
    busy = {id for activity in strategy.activities for id in activity.hallmarks}
    left = tuple(hallmark for hallmark in strategy.hallmarks if hallmark.id not in busy)
    return Task("areas", left, len(strategy.hallmarks))


def _plan(strategy: Strategy) -> Task:
    left = tuple(one for one in strategy.activities if unfinished(one))
    return Task("plan", left, len(strategy.activities))


def _proposals(strategy: Strategy) -> Task:
    left = tuple(one for one in strategy.activities if waits(one))
    return Task(PROPOSALS, left, len(left))


def waits(activity: Activity) -> bool:
    """Whether a unit has proposed the activity and the group has not answered."""
    return activity.stage == "proposed" and not activity.example


def lacks(activity: Activity) -> tuple[str, ...]:
    """The fields that an activity lacks: who does it (unit), when, and its indicator."""
    when = activity.when or activity.start or activity.end or activity.recurrence
    found = {
        "unit": activity.unit or activity.responsible,
        "when": when,
        "indicator": activity.indicator,
    }
    return tuple(name for name, there in found.items() if not there)


def unfinished(activity: Activity) -> bool:
    """Whether nobody is to do the activity, or nothing shows that it was done."""
    return not activity.unit or not activity.indicator


def _card(strategy: Strategy) -> Task:
    card, fields = strategy.card, fields_of(Card)
    empty = tuple(name for name in ESSENTIAL if not value(card, fields[name]))
    return Task("card", (card,) if empty else (), 1, empty)


def _dialogue(strategy: Strategy) -> Task:
    responses = strategy.all(Response)
    return Task("dialogue", tuple(one for one in responses if not one.handling), len(responses))


def waiting(strategy: Strategy) -> dict[str, int]:
    """How many things wait for a person's word, by the page where it is given."""
    found = {task.page: len(task.left) for task in (_dialogue(strategy), _proposals(strategy))}
    return {page: n for page, n in found.items() if n}


def is_new(strategy: Strategy) -> bool:
    """Whether nothing has been put into the strategy yet."""
    filled = (strategy.sections, strategy.areas, strategy.activities)
    return not any((*filled, strategy.members, strategy.decisions))


def adopted_on(strategy: Strategy) -> str:
    """The day the strategy was last adopted; where no decision says it, from when it applies."""
    days = [one.date for one in strategy.decisions if _adopts(one)]
    return max(days, default="") or strategy.card.valid_from


def _adopts(decision: Decision) -> bool:
    return decision.kind in ("adoption", "revision") and decision.about == "strategy"


def phase(strategy: Strategy, today: str) -> int:
    """The phase that the strategy is in, from DRAFT to REVISION; `today` is YYYY-MM-DD."""
    known = _STATUS.get(strategy.card.status, DRAFT)
    if known != ADOPTED:
        return known
    end = strategy.card.valid_to
    if end and today[: len(end)] > end:
        return REVISION
    asked = any(one.kind == "follow_up" for one in strategy.all(Round))
    return FOLLOW_UP if asked or strategy.all(FollowUp) else ADOPTED
