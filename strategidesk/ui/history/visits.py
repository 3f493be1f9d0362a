"""When the user opened a file last, and what it held then; kept on this computer alone."""

from dataclasses import dataclass
from typing import Any

_NOW, _BEFORE = "history.opened", "history.opened_before"


@dataclass(frozen=True)
class Visit:
    """A moment (microseconds UTC), and how many changes the file held."""

    at: int
    size: int


def note(memory: dict[str, Any], at: int, size: int) -> None:
    """The file is being opened."""
    if _NOW in memory:
        memory[_BEFORE] = memory[_NOW]
    memory[_NOW] = [at, size]


def last(memory: dict[str, Any]) -> Visit | None:
    """When the file was opened before this time; None where this is the first."""
    found = memory.get(_BEFORE)
    return Visit(int(found[0]), int(found[1])) if isinstance(found, list) else None
