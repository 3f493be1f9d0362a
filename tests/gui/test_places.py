"""A file opens where its window stood and on the page that was in front."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from strategidesk.ui.frame.places import pulled_back
from strategidesk.ui.parts import LEAST, TITLE_BAR
from strategidesk.ui.settings import Settings
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows

SCREENS = [QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1000)]


def close(window: Window) -> None:
    assert window.close()
    windows.settle()


def test_that_a_file_opens_where_its_window_stood_on_the_page_in_front(
    shell: Shell, window: Window, sample: Path
) -> None:
    window.setGeometry(20, 60, 760, 500)
    window.turn_to("plan")
    close(window)
    kept = Settings.load().places[str(sample)]
    again = open_window(shell, sample)

    assert again.geometry() == QRect(20, 60, 760, 500)
    assert again.book.key == "plan"
    assert [item.text() for item in again.navigation.list.selectedItems()] == ["Activity plan"]
    assert "plan" in kept.values()


def test_that_a_window_that_filled_the_screen_does_so_again(
    shell: Shell, window: Window, sample: Path
) -> None:
    window.setGeometry(20, 60, 760, 500)
    window.showMaximized()
    windows.settle()
    close(window)
    again = open_window(shell, sample)
    assert again.isMaximized()

    again.showNormal()
    windows.settle()
    assert again.geometry() == QRect(20, 60, 760, 500)


def test_that_a_file_that_is_new_here_has_the_size_of_the_window_closed_last(
    shell: Shell, window: Window, empty: Path
) -> None:
    window.resize(740, 470)
    close(window)

    other = open_window(shell, empty)
    assert (other.width(), other.height()) == (740, 470)
    assert other.book.key == "overview"


def test_that_what_is_remembered_of_a_page_that_is_gone_does_no_harm(
    shell: Shell, window: Window, sample: Path
) -> None:
    close(window)
    memory = shell.settings.memory(sample)
    memory["window.page"], memory["window.area"] = "gone", "everywhere"

    assert open_window(shell, sample).book.key == "overview"


@pytest.mark.parametrize(
    "area",
    [
        QRect(5000, 200, 800, 600),  # the screen that it stood on is gone
        QRect(-900, -400, 1000, 700),
        QRect(1500, 900, 900, 600),
        QRect(0, 0, 4000, 3000),
        QRect(100, 0, 800, 600),  # its title bar over the edge
    ],
)
def test_that_a_window_outside_the_screens_is_pulled_back(area: QRect) -> None:
    found = pulled_back(area, SCREENS)

    whole = found.adjusted(0, -TITLE_BAR.height(), 0, 0)
    assert any(screen.contains(whole) for screen in SCREENS)
    assert found.width() >= min(area.width(), LEAST.width())
    assert pulled_back(found, SCREENS) == found


def test_that_a_window_on_the_second_screen_stays_there() -> None:
    area = QRect(2000, 100, 1000, 700)
    assert pulled_back(area, SCREENS) == area
