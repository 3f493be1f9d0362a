"""When activities are done, as years on a line: 2026-07-01 is a bit less than 2026.5."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from strategidesk.model.fields import is_date
from strategidesk.model.plan import Activity

_DATE = re.compile(r"(?<!\d)\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)")
_BETWEEN = re.compile(r"(\S+)(?:\s*[–—]\s*|\s+-\s+)(\S+)")


@dataclass(frozen=True, slots=True)
class Span:
    """From the beginning of one moment to the end of another; None where it is open."""

    start: float | None
    end: float | None
    words: str  # as it is written, first and last moment


def span_of(activity: Activity) -> Span | None:
    """An activity's time: its dates, else its time where that is written as dates."""
    return _span(activity.start, activity.end, activity.when)


@lru_cache(maxsize=20_000)
def _span(first: str, last: str, when: str) -> Span | None:
    if not (first or last):
        first, last = _written(when)
    if not (first or last):
        return None
    words = first if first == last else f"{first} – {last}".strip()
    return Span(_moment(first) if first else None, _after(last) if last else None, words)


def dates_of(activity: Activity) -> tuple[str, ...]:
    """Its first and last date, else the years, months and days that its time in words names."""
    found = tuple(one for one in (activity.start, activity.end) if one)
    return found or tuple(_DATE.findall(activity.when))


def _written(text: str) -> tuple[str, str]:
    found = _BETWEEN.fullmatch(text.strip())
    first, last = found.groups() if found else (text.strip(), text.strip())
    return (first, last) if is_date(first) and is_date(last) else ("", "")


def _moment(text: str) -> float:
    """Where the day, month or year begins."""
    year, month, day = _parts(text)
    return _place(date(year, month or 1, day or 1))


def _after(text: str) -> float:
    """Where the day, month or year ends."""
    year, month, day = _parts(text)
    if month is None or (month == 12 and day is None):
        return year + 1.0
    if day is None:
        return _place(date(year, month + 1, 1))
    return _place(date(year, month, day)) + 1 / 366


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers: list[int | None] = [int(part) for part in text.split("-")]
    year, month, day = (*numbers, None, None)[:3]
    return max(1, year or 1), month, day


def _place(day: date) -> float:
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / 366
