"""What is written as an activity's time: dates where it is meant so, else words."""

import re
from dataclasses import dataclass
from typing import Any

from strategidesk.desk.written import date_of
from strategidesk.model.fields import Id, is_date
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy

_WORD = re.compile(r"[^\W\d_]{2,}")
_DATES = ("start", "end")
WORDS = "when"  # the field that takes words


@dataclass(frozen=True)
class Meant:
    """The values to set by field, and what went into the words instead of a date, if anything."""

    values: dict[str, Any]
    moved: str = ""


def meant(strategy: Strategy, id: Id, field: str, given: Any, year: int) -> Meant:
    """What a value written in a thing's field comes to. A first or last day written in words goes
    to the activity's time, which takes words, behind those that stand there; a time written as a
    day becomes that day, `30/6` in the year of its first day, or in this `year`. Anything else
    stays as it is."""
    activity = strategy.get(Activity, id)
    if activity is None or not isinstance(given, str):
        return Meant({field: given})
    if field in _DATES and _WORD.search(given):
        words = given.strip()
        return Meant({field: "", WORDS: _joined(activity.when.strip(), words)}, words)
    if field == WORDS:
        own = activity.start[:4]
        day = date_of(given, int(own) if own.isdigit() else year)
        return Meant({field: day if is_date(day) else given})
    return Meant({field: given})


def _joined(before: str, words: str) -> str:
    """Words behind those that stood there, none of them twice."""
    if words in before.split(", "):
        return before
    return ", ".join(part for part in (before, words) if part)
