"""The tour: four cards over the sample, which end for good."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategidesk.ui import asking
from strategidesk.ui.settings import Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.start.tour import CARDS, Tour
from strategidesk.ui.window import Window
from tests.support import windows


def _tours(window: Window) -> list[Tour]:
    return [one for one in window.findChildren(Tour) if one.isVisible()]


def test_that_the_tour_goes_through_its_cards_and_pages(window: Window) -> None:
    window.shell.tour(window)
    (tour,) = _tours(window)
    seen = []
    while tour.isVisible():
        seen.append((window.book.key, tour.title.text()))
        assert tour.next.hasFocus()
        assert tour.words.text() in tour.accessibleName()
        tour.next.click()

    assert seen == [(card.page, card.title) for card in CARDS]
    assert Settings.load().toured


def test_that_the_tour_goes_back(window: Window) -> None:
    window.shell.tour(window)
    (tour,) = _tours(window)
    tour.turn(1)
    tour.turn(-1)

    assert (window.book.key, tour.title.text()) == (CARDS[0].page, CARDS[0].title)


def test_that_esc_ends_the_tour_for_good(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = iter((tmp_path / "ett.strategi", tmp_path / "två.strategi"))
    monkeypatch.setattr(asking, "new_file", lambda *_given: next(places))
    shell.try_sample(shell.show_start())
    window = windows.opened(shell)
    (tour,) = _tours(window)

    QTest.keyClick(tour.next, Qt.Key.Key_Escape)

    assert _tours(window) == []
    shell.try_sample(window)
    assert _tours(windows.opened(shell)) == []


def test_that_the_tour_shows_a_sample_that_is_not_listed(shell: Shell) -> None:
    shell.tour(shell.show_start())
    window = windows.opened(shell)

    assert len(_tours(window)) == 1
    assert window.work.strategy.areas
    assert Settings.load().recent == []


def test_that_the_card_stays_inside_a_small_window(window: Window) -> None:
    window.shell.tour(window)
    (tour,) = _tours(window)
    window.resize(720, 450)
    windows.settle()

    assert window.rect().contains(tour.geometry())
