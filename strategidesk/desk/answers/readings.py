"""What a cell is read as, before it is held against the strategy."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strategidesk.desk.answers.outcomes import Choice, Said, Verdict


@dataclass(frozen=True, slots=True)
class Reading:
    """What one cell comes to. `value` is the JSON value that is taken, or would be."""

    verdict: Verdict
    value: Any = None
    corrected: bool = False
    why: tuple[Said, ...] = ()
    choices: tuple[Choice, ...] = ()


def taken(value: Any) -> Reading:
    """It is read as it was typed."""
    return Reading(Verdict.TAKEN, value)


def corrected(value: Any, *why: Said) -> Reading:
    """It is read otherwise than it was typed."""
    return Reading(Verdict.TAKEN, value, True, why)


def asked(why: Said, choices: Iterable[Choice] = (), value: Any = None) -> Reading:
    """A person must say what is meant."""
    return Reading(Verdict.ASKED, value, why=(why,), choices=tuple(choices))


def refused(why: Said) -> Reading:
    """It is not taken."""
    return Reading(Verdict.REFUSED, why=(why,))
