"""The living sentence under each page's title: how things stand, and what lacks something.

What lacks something leads to the first of it.
"""

from collections.abc import Callable

from strategidesk.desk.areas import served
from strategidesk.desk.remaining import DONE, ESSENTIAL, waits
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.dialogue import Comment, Consultation, Response
from strategidesk.model.document import Area, Card, Hallmark
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.chain import chain
from strategidesk.ui.pages.saying import Part, Saying, Way, counted, lack, says
from strategidesk.ui.pages.table import Place
from strategidesk.ui.words import choice_label, field_label, noun_label, noun_label_plural
from strategidesk.word.fragments import decided

NAMED = 3  # fields of the document card that are named, where more are empty


def _text(strategy: Strategy) -> Saying:
    n = len(strategy.sections)
    if not n:
        return says(tr("No sections yet."))
    left = [section for section in strategy.sections if section.status not in DONE]
    done = n - len(left)
    words = counted(
        n, mark("1 section, {done} done."), mark("{n} sections, {done} done."), done=done
    )
    first = lack(left, "text", words) if left else words
    return says(first, tr("Write directly in the text, it is saved all the time."))


def _areas(strategy: Strategy) -> Saying:
    every = labels.inside(labels.hallmarks(strategy.card))
    if not strategy.areas and not strategy.hallmarks:
        return says(tr("No {things} yet.", things=labels.inside(labels.areas(strategy.card))))
    areas = _things(strategy, Area, len(strategy.areas))
    held = f"{areas}, {_things(strategy, Hallmark, len(strategy.hallmarks))}"
    busy = served(strategy)
    idle = [hallmark for hallmark in strategy.hallmarks if not busy[hallmark.id]]
    lacking = tr("{things} without an activity.", things=_things(strategy, Hallmark, len(idle)))
    return says(
        tr("Vision, {things}.", things=held) if strategy.card.vision.strip() else f"{held}.",
        lack(idle, "areas", lacking),
        tr("All {hallmarks} have an activity.", hallmarks=every)
        if strategy.hallmarks and not idle
        else "",
    )


def _things(strategy: Strategy, noun: type[Noun], n: int) -> str:
    """How many there are of something, called as the strategy calls it."""
    name = (noun_label if n == 1 else noun_label_plural)(strategy, noun)
    return f"{n} {labels.inside(name)}"


def _definitions(strategy: Strategy) -> Saying:
    every = strategy.definitions
    if not every:
        return says(tr("No definitions yet."))
    bare = [one for one in every if not one.text.strip()]
    seen = [one.term.strip().casefold() for one in every]
    twice = [one for one, term in zip(every, seen, strict=True) if seen.count(term) > 1 and term]
    terms = len({one.term.strip().casefold() for one in twice})
    return says(
        counted(len(every), mark("1 definition."), mark("{n} definitions.")),
        lack(
            bare,
            "definitions",
            counted(len(bare), mark("1 has no text."), mark("{n} have no text.")),
        ),
        lack(
            twice,
            "definitions",
            counted(terms, mark("1 term is defined twice."), mark("{n} terms are defined twice.")),
        ),
        "" if bare or twice else tr("All have a text."),
    )


def _plan(strategy: Strategy) -> Saying:
    every = strategy.activities
    if not every:
        return says(tr("No activities yet."))
    units = len({activity.unit for activity in every if activity.unit})
    missing = [activity for activity in every if not activity.indicator]
    activities = counted(len(every), mark("1 activity"), mark("{n} activities"))
    whose = counted(units, mark("1 unit"), mark("{n} units"))
    lacking = counted(len(missing), mark("1 has no indicator."), mark("{n} have no indicator."))
    proposed = [activity for activity in every if waits(activity)]
    asked = counted(
        len(proposed),
        mark("1 proposal waits for an answer."),
        mark("{n} proposals wait for an answer."),
    )
    return says(
        tr("{activities} from {units}.", activities=activities, units=whose)
        if units
        else f"{activities}.",
        lack(proposed, "plan", asked, only="proposed"),
        lack(missing, "plan", lacking, only="lacking"),
        "" if missing else tr("All have an indicator."),
    )


def _indicators(strategy: Strategy) -> Saying:
    every, values = strategy.indicators, len(strategy.indicator_values)
    if not every:
        return says(tr("No indicators yet."))
    empty = [one for one in every if not strategy.values_by_indicator.get(one.id)]
    aimless = [one for one in every if one.target is None]
    lacking = counted(len(empty), mark("1 has no value."), mark("{n} have no value."))
    aims = counted(len(aimless), mark("1 has no target value."), mark("{n} have no target value."))
    return says(
        tr(
            "{indicators} with {values}.",
            indicators=counted(len(every), mark("1 indicator"), mark("{n} indicators")),
            values=counted(values, mark("1 value"), mark("{n} values")),
        )
        if values
        else counted(len(every), mark("1 indicator."), mark("{n} indicators.")),
        lack(empty, "indicators", lacking),
        lack(aimless, "indicators", aims, "target"),
    )


def _chain(strategy: Strategy) -> Saying:
    goals, n = strategy.goals, len(strategy.links)
    if not goals:
        return says(tr("No goals yet."))
    found = chain(strategy)
    areas = [strategy.by_id[id] for id in found.idle_areas]
    alone = [strategy.by_id[id] for id in found.idle_goals]
    lacking = _things(strategy, Area, len(areas))
    idle = counted(
        len(alone), mark("Nothing works for 1 goal."), mark("Nothing works for {n} goals.")
    )
    return says(
        tr(
            "{goals} and {links}.",
            goals=counted(len(goals), mark("1 goal"), mark("{n} goals")),
            links=counted(n, mark("1 link"), mark("{n} links")),
        )
        if n
        else counted(len(goals), mark("1 goal, no links yet."), mark("{n} goals, no links yet.")),
        lack(areas, "areas", tr("{things} without support.", things=lacking)),
        lack(alone, "chain", idle),
    )


def _dialogue(strategy: Strategy) -> Saying:
    rounds, answers = strategy.all(Consultation), strategy.all(Response)
    if not rounds and not answers:
        return says(tr("No dialogue or consultation yet."))
    if not answers:
        return says(
            counted(
                len(rounds),
                mark("1 dialogue or consultation."),
                mark("{n} dialogues and consultations."),
            ),
            tr("No responses have come in yet."),
        )
    waiting = [answer for answer in answers if not answer.handling]
    lacking = counted(len(waiting), mark("1 is not handled."), mark("{n} are not handled."))
    return says(
        counted(len(answers), mark("1 response has come in."), mark("{n} responses have come in.")),
        lack(waiting, "dialogue", lacking),
        "" if waiting else tr("All are handled."),
    )


def _decisions(strategy: Strategy) -> Saying:
    if not strategy.decisions:
        return says(tr("Nothing is decided yet."))
    n = len(strategy.decisions)
    latest = max(strategy.decisions, key=lambda decision: decision.date)
    fields = fields_of(Decision)
    kind = choice_label(fields["kind"], latest.kind)
    if latest.about != "strategy":
        kind += f" ({choice_label(fields['about'], latest.about)})"
    said = ", ".join(part for part in (kind, decided(latest)) if part)
    way = Way("decisions", latest.id)
    if n == 1:
        return says(Part(tr("1 decision: {decision}.", decision=said), way))
    return says(tr("{n} decisions.", n=n), Part(tr("The latest: {decision}.", decision=said), way))


def _follow_up(strategy: Strategy) -> Saying:
    rounds, answers = strategy.all(Round), strategy.all(FollowUp)
    if not rounds and not answers:
        return says(tr("No follow-up yet."))
    told = {answer.activity for answer in answers}
    silent = [one for one in strategy.activities if one.id not in told]
    lacking = counted(
        len(silent), mark("1 activity has no answer."), mark("{n} activities have no answer.")
    )
    return says(
        tr(
            "{rounds}, {answers}.",
            rounds=counted(len(rounds), mark("1 round"), mark("{n} rounds")),
            answers=counted(len(answers), mark("1 answer"), mark("{n} answers")),
        ),
        lack(silent, "plan", lacking),
    )


def _comments(strategy: Strategy) -> Saying:
    every = strategy.all(Comment)
    if not every:
        return says(tr("No comments yet."))
    left = [one for one in every if not one.resolved]
    lacking = counted(len(left), mark("1 is not resolved."), mark("{n} are not resolved."))
    return says(
        counted(len(every), mark("1 comment."), mark("{n} comments.")),
        lack(left, "comments", lacking),
        "" if left else tr("All are resolved."),
    )


def _card(strategy: Strategy) -> Saying:
    card, fields = strategy.card, fields_of(Card)
    empty = [name for name in ESSENTIAL if not value(card, fields[name])]
    if not empty:
        return says(tr("What stands on the cover and in the document information."))
    names = [labels.inside(field_label(strategy, Card, fields[name])) for name in empty[:NAMED]]
    said = ", ".join(names)
    if len(empty) > NAMED:
        said = tr("{fields} and {n} more", fields=said, n=len(empty) - NAMED)
    way = Way("card", card.id, empty[0])
    return says(Part(tr("The document information lacks {fields}.", fields=said), way))


def _people(strategy: Strategy) -> Saying:
    members, units = len(strategy.members), strategy.units
    busy = {activity.unit for activity in strategy.activities}
    idle = [unit for unit in units if unit.id not in busy]
    lacking = counted(
        len(idle), mark("1 unit has no activity."), mark("{n} units have no activity.")
    )
    return says(
        tr("{n} in the workgroup.", n=members)
        if members
        else tr("Nobody is in the workgroup yet."),
        counted(len(units), mark("1 unit."), mark("{n} units.")) if units else tr("No units yet."),
        lack(idle, "people", lacking),
    )


_OWN: dict[str, Callable[[Strategy], Saying]] = {
    "text": _text,
    "areas": _areas,
    "definitions": _definitions,
    "plan": _plan,
    "indicators": _indicators,
    "chain": _chain,
    "dialogue": _dialogue,
    "decisions": _decisions,
    "follow_up": _follow_up,
    "comments": _comments,
    "card": _card,
    "people": _people,
}
_FIXED = {
    "history": mark("Every change stands here and can be brought back."),
}


def sentence(strategy: Strategy, place: Place) -> Saying:
    """What there is to say about a page now."""
    if place.key in _OWN:
        return _OWN[place.key](strategy)
    if place.key in _FIXED:
        return says(tr(_FIXED[place.key]))
    parts = [
        _held(strategy, strategy.schema.by_entity[listing.entity])
        for register in place.registers
        for listing in (register.main, register.under)
        if listing
    ]
    return says(*parts)


def _held(strategy: Strategy, noun: type[Noun]) -> str:
    """How many there are of a noun that has no words of its own here."""
    n = len(strategy.all(noun))
    if not n:
        return tr("No {things} yet.", things=labels.inside(noun_label_plural(strategy, noun)))
    return f"{_things(strategy, noun, n)}."
