"""Windows' text size up to 200 %: nothing is cut, and no page asks for more than the screen has."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from strategidesk.ui.parts import LEAST
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.theme import faces
from strategidesk.ui.window import Window
from tests.gui.access.conftest import start_of
from tests.gui.conftest import open_window
from tests.support import room
from tests.support.walking import pages, settle, sights

LARGE, LARGER = 16.0, 20.0  # points: 160 and 200 %
USUAL, SMALL = (1440, 900), (1000, 700)


@pytest.fixture
def points(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The application's text has another size, as Windows gives it before the start."""
    before, font = qapp.font(), QFont(qapp.font())
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


@pytest.fixture
def large(points: float, shell: Shell, sample: Path) -> Window:
    """A window on the sample."""
    assert points
    return open_window(shell, sample)


@pytest.mark.parametrize(
    ("points", "size"), [(LARGE, USUAL), (LARGE, SMALL), (LARGER, USUAL)], indirect=["points"]
)
def test_that_large_text_has_room_on_every_page(large: Window, size: tuple[int, int]) -> None:
    large.resize(*size)
    settle()
    found = {f"{sight}: {text}" for sight in sights(large) for text in room.cut(large, "")}
    assert "\n".join(sorted(found)) == ""


@pytest.mark.parametrize("points", [LARGE], indirect=True)
def test_that_large_text_does_not_make_the_least_window_larger(large: Window) -> None:
    large.resize(LEAST)
    for page in pages(large):
        assert (large.width(), large.height()) == LEAST.toTuple(), page


@pytest.mark.parametrize(("points", "size"), [(LARGE, USUAL), (LARGER, USUAL)], indirect=["points"])
def test_that_large_text_has_room_at_the_start(
    points: float, size: tuple[int, int], shell: Shell, sample: Path
) -> None:
    assert points
    start: StartWindow = start_of(shell, sample)
    start.resize(*size)
    settle()
    assert list(room.cut(start, "")) == []


@pytest.mark.parametrize(
    ("points", "grown"), [(8.0, 28), (10.0, 28), (16.0, 45)], indirect=["points"]
)
@pytest.mark.usefixtures("points")
def test_that_what_holds_words_grows_with_them_and_never_shrinks(grown: int) -> None:
    assert faces.grown(28) == grown
