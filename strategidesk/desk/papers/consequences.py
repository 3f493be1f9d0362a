"""What the decision costs, and what it means for children."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from strategidesk.desk.papers.matter import Matter
from strategidesk.desk.papers.sentences import (
    Blocks,
    bullets,
    prose,
    sentence,
    together,
    words,
)
from strategidesk.desk.papers.telling import activities_in_words
from strategidesk.model import labels
from strategidesk.model.labels import inside
from strategidesk.model.plan import Activity
from strategidesk.model.planning import planned
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain
from strategidesk.word.fragments import number

_MOST = 12  # lines on children
_LONGEST = 160  # letters of a text that stands in for a name


def economy(matter: Matter) -> str:
    """What the plan's activities cost, by how they are paid for."""
    return prose(_economy(planned(matter.strategy, "full")))


def _economy(activities: Sequence[Activity]) -> Blocks:
    if not activities:
        yield from together(words("no_plan"))
        return
    priced = [one for one in activities if one.budget is not None]
    if not priced:
        resourced = [one for one in activities if one.resources or one.funding]
        amount = activities_in_words(len(resourced))
        yield from together(
            words("no_costs", activities=activities_in_words(len(activities))),
            words("resources", activities=amount) if resourced else "",
        )
        return
    yield from together(words("costs", sum=_kronor(priced)))
    yield from bullets(_by_funding(priced))
    left = len(activities) - len(priced)
    yield from together(words("costless", activities=activities_in_words(left)) if left else "")


def _by_funding(priced: Sequence[Activity]) -> Iterator[str]:
    groups: dict[str, list[Activity]] = {}
    for one in priced:
        groups.setdefault(one.funding.strip(), []).append(one)
    for funding, some in sorted(groups.items(), key=lambda pair: -_sum(pair[1])):
        amount = activities_in_words(len(some))
        key = "costs_by" if funding else "costs_unfunded"
        yield words(key, funding=funding, sum=_kronor(some), activities=amount)


def _kronor(some: Sequence[Activity]) -> str:
    return wording().text("currency", amount=number(_sum(some)))


def _sum(some: Sequence[Activity]) -> Decimal:
    return sum((one.budget for one in some if one.budget is not None), Decimal(0))


def children(matter: Matter) -> str:
    """Where the strategy concerns children and young people, by what it says itself."""
    return prose(_children(matter))


def _children(matter: Matter) -> Blocks:
    card, found = matter.card, list(_concerned(matter))
    if not found:
        things = {"areas": labels.areas(card), "hallmarks": labels.hallmarks(card)}
        lower = {key: inside(word) for key, word in things.items()}
        yield from together(words("no_children", **lower))
        return
    yield from together(words("children"))
    lines = found[:_MOST]
    if len(found) > _MOST:
        lines.append(words("children_more", n=len(found) - _MOST))
    yield from bullets(lines)


def _concerned(matter: Matter) -> Iterator[str]:
    strategy, card = matter.strategy, matter.card
    for area in strategy.areas:
        if _of_children(" ".join((area.title, area.introduction, area.target_picture))):
            yield words("children_area", label=card.area_label, name=area.title)
    for hallmark in strategy.hallmarks:
        text = hallmark.title or plain(hallmark.text)
        if _of_children(text):
            yield words("children_area", label=card.hallmark_label, name=_short(text))
    for activity in planned(strategy, "full"):
        if _of_children(activity.title):
            label = wording().text("activity")
            yield words("children_area", label=label, name=_short(activity.title))


def _of_children(text: str) -> bool:
    """Whether a text names children or young people, by how its words begin."""
    beginnings: list[str] = wording().texts["papers"]["children_words"]
    return any(word.startswith(tuple(beginnings)) for word in text.lower().split())


def _short(text: str) -> str:
    line = sentence(text).rstrip(".")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
