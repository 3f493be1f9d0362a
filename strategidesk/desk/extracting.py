"""The plan-and-budget extract: which unit and year are meant, what it is called, what it lacks."""

import unicodedata
from collections.abc import Callable, Iterator

from strategidesk.desk.accessibility import Finding
from strategidesk.errors import NotOneOf, UsageError
from strategidesk.language import mark, tr
from strategidesk.model.extract import NO_UNIT, Extract
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording

_YEARS = range(1900, 2200)
_LACKS: tuple[tuple[str, Callable[[Activity], object], str], ...] = (
    ("budget", lambda one: one.budget is not None, mark("The activity has no amount.")),
    ("funding", lambda one: one.funding.strip(), mark("The activity's funding is not said.")),
)


def unit_named(strategy: Strategy, name: str) -> Id:
    """The unit with that name, in any case, or that id; NO_UNIT for *Utan enhet*.

    Raises UsageError, which lists the names, where there is none or where several have it.
    """
    wanted = _folded(name)
    found = [unit for unit in strategy.units if _folded(unit.name) == wanted or unit.id == name]
    if len(found) == 1:
        return found[0].id
    if found:
        raise UsageError(
            'Several units are called "{name}". Use the id of one of them: {ids}.',
            name=name,
            ids=", ".join(unit.id for unit in found),
        )
    no_unit = wording().text("extract.no_unit")
    if wanted == _folded(no_unit):
        return NO_UNIT
    names = [unit.name for unit in strategy.units if unit.name.strip()]
    raise NotOneOf(tr("unit"), name, [*names, no_unit])


def year_of(text: str) -> int:
    """The year, as `2026`. Raises UsageError for what is none."""
    if text.isascii() and text.isdecimal() and int(text) in _YEARS:
        return int(text)
    raise UsageError('"{text}" is no year. Write it with four digits, such as 2026.', text=text)


def findings(extract: Extract) -> Iterator[Finding]:
    """What its sums lack: activities that say no amount, or not how they are paid for."""
    for entry in extract.entries:
        for field, there, template in _LACKS:
            if not there(entry.activity):
                yield Finding(entry.activity.id, field, template)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
