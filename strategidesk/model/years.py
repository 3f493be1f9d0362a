"""In which years an activity goes on, by its dates and by the years that its words name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from strategidesk.model.plan import Activity

KEPT = 2000  # texts whose years are remembered: `Årligen` stands in many rows
FIRST, LAST = 0, 9999  # of what has no beginning, and of what has no end

_YEAR = r"(?<!\d)((?:19|20|21)\d\d)"
_DAY = r"(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?!\d)"
_UNTIL = r"(?:till(?: och med)?|t\.? ?o\.? ?m\.?|[-–—])"
_SPAN = re.compile(
    r"(?P<after>\b(?:från|fr\.? ?o\.? ?m\.?|sedan|efter)(?: och med)? (?:[^\W\d]+ ){0,2})?"
    rf"(?P<until>\b(?:till(?: och med)?|t\.? ?o\.? ?m\.?|senast|före) (?:[^\W\d]+ ){{0,2}})?"
    rf"{_YEAR}{_DAY}"
    rf"(?:(?: ?{_UNTIL} ?(?:[^\W\d]+ )?{_YEAR}{_DAY})|(?P<short>[/–-]\d\d(?!\d)))?"
    r"(?P<on> ?(?:och framåt|och tills vidare|och senare|[-–—]$))?",
    re.IGNORECASE,
)


class Span(NamedTuple):
    """The first and the last year of something; FIRST and LAST where it has none."""

    first: int
    last: int


def spans(activity: Activity) -> list[Span]:
    """The years of an activity; none where no year is given, so that any year may be meant.

    A start alone goes on from then, unless words name years.
    """
    words = [*_in_words(activity.when), *_in_words(activity.recurrence)]
    start, end = _year(activity.start), _year(activity.end)
    if start is not None and end is not None:
        return [Span(min(start, end), max(start, end)), *words]
    if words:
        return [*(Span(day, day) for day in (start, end) if day is not None), *words]
    if start is not None:
        return [Span(start, LAST)]
    return [Span(FIRST, end)] if end is not None else []


def goes_on(activity: Activity, year: int) -> bool:
    """Whether the activity goes on in that year; one that names no year goes on in every."""
    found = spans(activity)
    return not found or any(first <= year <= last for first, last in found)


def outlasts(activity: Activity, year: int) -> bool:
    """Whether the activity has years, and others than this one."""
    return any(span != Span(year, year) for span in spans(activity))


@lru_cache(maxsize=KEPT)
def _in_words(text: str) -> tuple[Span, ...]:
    return tuple(_read(text)) if text else ()


def _read(text: str) -> Iterator[Span]:
    for found in _SPAN.finditer(text):
        first, second = int(found[3]), found[4]
        if second:
            yield Span(min(first, int(second)), max(first, int(second)))
        elif found["short"]:  # a school year, `2026/27`; a month, `2026-08`, is none
            last = first - first % 100 + int(found["short"][1:])
            yield Span(first, max(first, last))
        elif found["after"] or found["on"]:
            yield Span(first, LAST)
        elif found["until"]:
            yield Span(FIRST, first)
        else:
            yield Span(first, first)


def _year(date: str) -> int | None:
    return int(date[:4]) if date[:4].isdecimal() else None
