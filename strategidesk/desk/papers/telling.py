"""What the matter is: its summary, and the longer description of how the proposal came about."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import PLAN, Matter, when
from strategidesk.desk.papers.sentences import (
    Blocks,
    bullets,
    count,
    prose,
    sentence,
    series,
    strong,
    together,
    words,
)
from strategidesk.model import labels
from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.labels import inside
from strategidesk.model.noun import fields_of
from strategidesk.model.planning import planned
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain
from strategidesk.word.fragments import span

_LONGEST_VISION = 400  # letters that are quoted
_KINDS = fields_of(Consultation)["kind"]
_POSITIONS = fields_of(Response)["position"]


def summary(matter: Matter) -> str:
    """The matter in short: the commission, who made it, what it holds, who was heard."""
    return prose(
        (
            *together(*_commissioned(matter), _workgroup(matter)),
            *together(_contents(matter), _plan(matter), _plan_of_its_own(matter)),
            *together(*_consulted(matter)),
        )
    )


def description(matter: Matter) -> str:
    """How the proposal came about and what stands in it."""
    return prose(_description(matter))


def _description(matter: Matter) -> Blocks:
    units = {unit.id: unit.name for unit in matter.strategy.units}
    names = [units[m.unit] for m in matter.strategy.members if m.unit in units]
    yield from together(*_commissioned(matter), _workgroup(matter, list(dict.fromkeys(names))))
    yield from together(*_consulted(matter), _answered(matter))
    if matter.about == PLAN:
        yield from together(_plan(matter))
        return
    vision = " ".join(plain(matter.card.vision).split())
    if vision and len(vision) <= _LONGEST_VISION:
        yield from together(words("vision_is", vision=vision))
    yield from _areas(matter)
    yield from together(_validity(matter), _plan(matter))


def _commissioned(matter: Matter) -> Iterator[str]:
    found = [one for one in matter.earlier if one.kind == "commission"]
    for one in found[:1]:
        text = sentence(plain(one.text))
        yield (
            words("commissioned", body=one.body, date=when(one), text=text)
            if text
            else words("commissioned_bare", body=one.body, date=when(one), document=matter.document)
        )


def _workgroup(matter: Matter, units: list[str] | None = None) -> str:
    members = len(matter.strategy.members)
    if members < 2:
        return ""
    if units and len(units) > 1:
        return words("workgroup_from", n=count(members), units=series(units))
    return words("workgroup", n=count(members))


def _contents(matter: Matter) -> str:
    if matter.about == PLAN:
        return ""
    strategy, card = matter.strategy, matter.card
    parts = [words("vision")] if card.vision.strip() else []
    hallmarks = inside(labels.hallmarks(card))
    overall = len(strategy.hallmarks_by_area.get(None, ()))
    if overall:
        parts.append(words("overall", n=count(overall), hallmarks=hallmarks))
    names = [area.title for area in strategy.areas if area.title]
    within = len(strategy.hallmarks) - overall
    if names:
        key, things = "named_with" if within > 1 else "named", inside(labels.areas(card))
        places = {"n": count(len(names)), "m": count(within), "hallmarks": hallmarks}
        parts.append(words(key, **places, things=things, names=series(names)))
    return words("contents", parts=series(parts)) if parts else ""


def _plan(matter: Matter) -> str:
    activities = planned(matter.strategy, "full")
    if not activities:
        return ""
    units = {activity.unit for activity in activities if activity.unit}
    amount = activities_in_words(len(activities))
    if len(units) > 1:
        return words("plan_units", activities=amount, n=count(len(units)))
    return words("plan", activities=amount)


def _plan_of_its_own(matter: Matter) -> str:
    """That the plan is adopted by another body, where that is known."""
    if matter.about == PLAN:
        return ""
    found = [d for d in matter.strategy.decisions if d.kind == "adoption" and d.about == PLAN]
    own = found[-1].body if found else ""
    if not own or own == matter.body:
        return ""
    return words("plan_own", body=inside(own))


def activities_in_words(number: int) -> str:
    """`en aktivitet`, `nio aktiviteter`."""
    return words("activity") if number == 1 else words("activities", n=count(number))


def _consulted(matter: Matter) -> Iterator[str]:
    for one in matter.strategy.all(Consultation):
        name = sentence(one.title or wording().choice(_KINDS, one.kind)).rstrip(".")
        period = span(one.from_, one.to)
        if one.kind == "dialogue":
            if period and one.places:
                yield words("dialogue_at", title=name, period=period, places=one.places)
            elif period:
                yield words("dialogue", title=name, period=period)
            else:
                yield words("dialogue_undated", title=name)
            continue
        answers = _answers(matter, one)
        if one.to and one.to >= matter.day:
            yield words("remiss_open", title=name, last=one.to, answers=answers)
        elif period:
            yield words("remiss", title=name, period=period, answers=sentence(answers).rstrip("."))
        else:
            yield words("remiss_undated", title=name, answers=sentence(answers).rstrip("."))
        yield _positions(matter, one)


def _answers(matter: Matter, one: Consultation) -> str:
    """How many have answered."""
    given = {r.respondent for r in matter.strategy.all(Response) if r.consultation == one.id}
    return words("answers", n=count(len(given)))


def _positions(matter: Matter, one: Consultation) -> str:
    """How many of those who answered are for it and against it."""
    given = {
        r.respondent: r.position
        for r in matter.strategy.all(Response)
        if r.consultation == one.id and r.position
    }
    found = [
        f"{inside(wording().choice(_POSITIONS, position))} {count(n)}"
        for position in _POSITIONS.choices or ()
        if (n := list(given.values()).count(position))
    ]
    return words("positions", positions=series(found)) if found else ""


def _answered(matter: Matter) -> str:
    taken = [r for r in matter.strategy.all(Response) if r.handling in ("accepted", "partly")]
    return words("answered", n=sentence(count(len(taken))).rstrip(".")) if taken else ""


def _areas(matter: Matter) -> Blocks:
    strategy, card = matter.strategy, matter.card
    named = [area for area in strategy.areas if area.title]
    if not named:
        return
    number = {area.id: 0 for area in named}
    for activity in planned(strategy, "full"):
        if activity.area in number:
            number[activity.area] += 1
    lines = []
    for area in named:
        hallmarks = len(strategy.hallmarks_by_area.get(area.id, ()))
        parts = []
        if hallmarks > 1:
            things = inside(labels.hallmarks(card))
            parts.append(words("some", n=count(hallmarks), things=things))
        if number[area.id]:
            parts.append(activities_in_words(number[area.id]))
        lines.append(strong(area.title, f": {series(parts)}" if parts else ""))
    things = inside(labels.areas(card) if len(named) > 1 else card.area_label)
    yield from together(words("areas", n=count(len(named)), areas=things))
    yield from bullets(lines)


def _validity(matter: Matter) -> str:
    card = matter.card
    if not card.valid_from:
        return ""
    key = "from_to" if card.valid_to else "from"
    period = words(key, first=card.valid_from, last=card.valid_to)
    if card.applies_to:
        whom = inside(card.applies_to.rstrip("."))
        return words("validity_for", document=matter.document, period=period, whom=whom)
    return words("validity", document=matter.document, period=period)
