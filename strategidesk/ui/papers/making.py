"""New papers: of which kinds there are, and which decision they belong to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from strategidesk.desk.commands import Create
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.frame.more import Choice
from strategidesk.ui.papers.words import kind_of
from strategidesk.ui.work import Work

_ADOPTING = ("adoption", "proposal", "revision")


@dataclass(frozen=True)
class New:
    """A line of the menu of new papers."""

    label: str  # English
    kind: str
    about: str = "strategy"
    of: tuple[str, ...] = _ADOPTING  # kinds of decisions that it belongs to; none: of any kind


NEW = (
    New(mark("Official memorandum on the strategy"), "proposal"),
    New(mark("Official memorandum on the activity plan"), "proposal", "activity_plan"),
    New(mark("Extract from the minutes"), "minutes", "", ()),
    New(mark("Consultation version"), "consultation", of=("consultation",)),
    New(mark("Consultation report"), "consultation_summary", of=("consultation",)),
)


def new_of(export: str, about: str) -> New | None:
    """The line for the paper that an export (by its name) makes; None where it makes none."""
    kind = kind_of(export)
    found = [one for one in NEW if one.kind == kind]
    return next((one for one in found if one.about == about), next(iter(found), None))


def choices(able: bool, make: Callable[[New], object]) -> Iterator[list[Choice]]:
    """The lines of the menu."""
    yield [Choice(tr(one.label), partial(make, one), enabled=able) for one in NEW]


def decision_for(strategy: Strategy, new: New) -> Decision | None:
    """The latest decision that a new paper fits and that has no such paper yet."""
    told = {paper.decision for paper in strategy.all(Paper) if paper.kind == new.kind}
    fitting = [
        one
        for one in strategy.decisions
        if one.id not in told
        and (not new.of or one.kind in new.of)
        and (not new.about or one.about == new.about)
    ]
    return max(fitting, key=lambda one: one.date, default=None)


def make(work: Work, new: New, decision: Decision | None = None) -> Id | None:
    """Put a new paper in the file, all of it composed; None where that is refused."""
    decision = decision or decision_for(work.strategy, new)
    about = new.about or (decision.about if decision else "strategy")
    values = {"kind": new.kind, "about": about, "decision": decision.id if decision else None}
    step = tr("add {thing}", thing=tr("paper"))
    changes = work.run(Create("paper", values, label=step))
    return next(iter(changes.created), None) if changes else None


def minutes_of(work: Work, decision: Decision) -> Id | None:
    """The extract from the minutes of a decision, made where there is none."""
    for paper in work.strategy.all(Paper):
        if paper.kind == "minutes" and paper.decision == decision.id:
            return paper.id
    return make(work, next(one for one in NEW if one.kind == "minutes"), decision)
