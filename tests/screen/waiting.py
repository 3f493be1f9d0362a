"""Waiting for what another program does."""

import time
from collections.abc import Callable
from typing import TypeVar

LONGEST = 30.0  # seconds
_PAUSE = 0.05

_T = TypeVar("_T")


def until(ask: Callable[[], _T | None], what: str, longest: float = LONGEST) -> _T:
    """The first answer that is something; AssertionError, with `what` was waited for, where none
    comes. An answer that cannot be had yet (OSError, LookupError) is waited for too."""
    end = time.monotonic() + longest
    last: Exception | None = None
    while time.monotonic() < end:
        try:
            answer = ask()
        except (OSError, LookupError) as trouble:
            last = trouble
        else:
            if answer:
                return answer
        time.sleep(_PAUSE)
    raise AssertionError(f"waited in vain for {what}" + (f": {last}" if last else ""))
