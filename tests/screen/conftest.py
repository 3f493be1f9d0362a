"""A desktop of its own for every test, where the parts for it are installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen.accessible import Bus
from tests.screen.desktop import Desktop
from tests.screen.person import Person
from tests.support.parts import need

PARTS = ("screen", "xvfb", "desktop")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    for part in PARTS:
        need(part)
    with Desktop(tmp_path) as made:
        yield made


@pytest.fixture
def bus(desktop: Desktop) -> Iterator[Bus]:
    made = Bus(desktop.accessibility)
    yield made
    made.close()


@pytest.fixture
def person(desktop: Desktop, bus: Bus) -> Person:
    """Somebody before the program's first window."""
    desktop.run()
    return Person(desktop, bus)
