"""Long work as generators: window and command line drive the same job, and may stop it.

A job yields its progress and returns its result. Closing the generator cancels the work; what it
was writing then never appears.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come; `text` is an English source string."""

    done: int
    total: int
    text: str = ""


Job = Generator[Progress, None, T]


def finish(job: Job[T], told: Callable[[Progress], None] = lambda _progress: None) -> T:
    """Drive a job to its end and return its result."""
    while True:
        try:
            told(next(job))
        except StopIteration as end:
            result: T = end.value
            return result
