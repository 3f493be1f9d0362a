"""The living sentence over the review."""

from collections.abc import Mapping
from typing import Any

from strategidesk.language import tr
from strategidesk.ui.copies.memory import LAST
from strategidesk.ui.copies.telling import names_of
from strategidesk.ui.overview.moments import moment


def sentence(left: int, memory: Mapping[str, Any], now: int) -> str:
    """How much is left to review, and since when; `now` in microseconds UTC."""
    if not left:
        return tr("Nothing is left to review.")
    found = memory.get(LAST)
    given = found if isinstance(found, dict) else {}
    people, at = given.get("names"), given.get("at")
    if not isinstance(people, list) or not people or not isinstance(at, int):
        return tr("{n} left to review.", n=left)
    template = (
        tr("{n} left to review after the copy from {names} was put in {when}.")
        if len(people) == 1
        else tr("{n} left to review after the copies from {names} were put together {when}.")
    )
    return template.format(n=left, names=names_of(map(str, people)), when=moment(at, now))
