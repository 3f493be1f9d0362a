"""Versions of the file format, each with the frozen SQL that leads to it from the one before.

A step never uses today's table declarations: it must do in ten years what it did when written.
"""

from collections.abc import Sequence

from strategidesk.store.upgrades import to_1000

STEPS: dict[int, Sequence[str]] = {1000: to_1000.STATEMENTS}
CURRENT = max(STEPS)  # major * 1000 + minor


def missing(version: int) -> list[tuple[int, Sequence[str]]]:
    """The steps that lead from a version to the current one, in order."""
    return [(number, STEPS[number]) for number in sorted(STEPS) if number > version]
