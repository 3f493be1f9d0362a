"""Where pages lie in the view; nothing is painted."""

import pytest

from strategidesk.publish.sheets import Size
from strategidesk.ui.preview.placing import GAP, ZOOMS, Places, fitting, next_zoom

UPRIGHT, LYING = Size(600, 800), Size(800, 600)


def test_that_pages_lie_under_each_other_in_the_middle() -> None:
    places = Places([UPRIGHT, LYING], 0.5, 1000)
    first, second = places.every
    assert (first.x, first.y, first.width, first.height) == (350, GAP, 300, 400)
    assert second.y == first.bottom + GAP
    assert second.x + second.width / 2 == first.x + first.width / 2 == places.width / 2
    assert places.height == second.bottom + GAP


def test_that_all_pages_are_as_wide_as_the_widest_needs() -> None:
    assert Places([UPRIGHT, LYING], 1, 100).width == 800 + 2 * GAP


@pytest.mark.parametrize(("y", "page"), [(0, 0), (415, 0), (417, 1), (5000, 2)])
def test_that_the_page_at_a_height_is_found(y: float, page: int) -> None:
    assert Places([UPRIGHT] * 3, 0.5, 500).at(y) == page


def test_that_only_pages_that_are_seen_are_told() -> None:
    places = Places([UPRIGHT] * 9, 0.5, 500)
    assert list(places.seen(450, 900)) == [1, 2]
    assert list(Places([], 1, 500).seen(0, 500)) == []


def test_that_a_page_fits_the_width_or_the_whole_view() -> None:
    room = (600 + 2 * GAP, 400 + 2 * GAP)
    assert fitting(UPRIGHT, room, whole=False) == 1
    assert fitting(UPRIGHT, room, whole=True) == 0.5


@pytest.mark.parametrize(
    ("now", "steps", "then"),
    [(100, 1, 110), (100, -1, 90), (62.4, 1, 67), (400, 1, 400), (9, -1, 25)],
)
def test_that_a_zoom_is_one_step_away(now: float, steps: int, then: int) -> None:
    assert next_zoom(now, steps) == then
    assert then in ZOOMS
