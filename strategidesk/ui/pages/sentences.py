"""The living sentence under each page's title."""

from collections.abc import Callable

from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.noun import fields_of, value
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.table import Place
from strategidesk.ui.words import choice_label, noun_label_plural
from strategidesk.word.fragments import decided

_DONE = ("done", "approved")


def _text(strategy: Strategy) -> str:
    done = sum(section.status in _DONE for section in strategy.sections)
    return tr(
        "{n} sections, {done} done. What you write is saved all the time.",
        n=len(strategy.sections),
        done=done,
    )


def _areas(strategy: Strategy) -> str:
    busy = {id for activity in strategy.activities for id in activity.hallmarks}
    idle = sum(hallmark.id not in busy for hallmark in strategy.hallmarks)
    return tr(
        "{areas}: {n}. {hallmarks}: {m}, of which {idle} without an activity.",
        areas=labels.areas(strategy.card),
        n=len(strategy.areas),
        hallmarks=labels.hallmarks(strategy.card),
        m=len(strategy.hallmarks),
        idle=idle,
    )


def _plan(strategy: Strategy) -> str:
    n = len(strategy.activities)
    if not n:
        return tr("No activities yet.")
    units = len({activity.unit for activity in strategy.activities if activity.unit})
    missing = sum(not activity.indicator for activity in strategy.activities)
    activities = tr("{n} activity" if n == 1 else "{n} activities", n=n)
    whose = tr("1 unit") if units == 1 else tr("{n} units", n=units)
    first = tr("{activities} from {units}.", activities=activities, units=whose)
    if not missing:
        return f"{first} {tr('All have an indicator.')}"
    lack = tr("1 has no indicator.") if missing == 1 else tr("{n} have no indicator.", n=missing)
    return f"{first} {lack}"


def _people(strategy: Strategy) -> str:
    busy = {activity.unit for activity in strategy.activities}
    idle = sum(unit.id not in busy for unit in strategy.units)
    return tr(
        "{n} in the workgroup. {units} units, of which {idle} without an activity.",
        n=len(strategy.members),
        units=len(strategy.units),
        idle=idle,
    )


def _decisions(strategy: Strategy) -> str:
    if not strategy.decisions:
        return tr("Nothing is decided yet.")
    n = len(strategy.decisions)
    latest = max(strategy.decisions, key=lambda decision: decision.date)
    fields = fields_of(Decision)
    kind = choice_label(fields["kind"], latest.kind)
    if latest.about != "strategy":
        kind += f" ({choice_label(fields['about'], latest.about)})"
    said = ", ".join(part for part in (kind, decided(latest)) if part)
    if n == 1:
        return tr("1 decision: {decision}.", decision=said)
    return tr("{n} decisions. The latest: {decision}.", n=n, decision=said)


def _dialogue(strategy: Strategy) -> str:
    noun = strategy.schema.by_entity["response"]
    handling = fields_of(noun)["handling"]
    answers = strategy.all(noun)
    waiting = sum(not value(answer, handling) for answer in answers)
    return tr(
        "{n} responses have come in. {waiting} are not handled yet.",
        n=len(answers),
        waiting=waiting,
    )


_OWN: dict[str, Callable[[Strategy], str]] = {
    "text": _text,
    "areas": _areas,
    "plan": _plan,
    "decisions": _decisions,
    "dialogue": _dialogue,
    "people": _people,
}
_FIXED = {
    "card": mark("What stands on the cover and in the document information."),
    "history": mark("Every change stands here and can be brought back."),
    "wastebasket": mark("What was removed can be brought back from here."),
}


def sentence(strategy: Strategy, place: Place) -> str:
    """What there is to say about a page now."""
    if place.key in _OWN:
        return _OWN[place.key](strategy)
    if place.key in _FIXED:
        return tr(_FIXED[place.key])
    parts = []
    for register in place.registers:
        for listing in (register.main, register.under):
            if listing:
                noun = strategy.schema.by_entity[listing.entity]
                count = len(strategy.all(noun))
                parts.append(f"{noun_label_plural(strategy, noun)}: {count}")
    return ". ".join(parts) + "."
