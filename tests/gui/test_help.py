"""F1 opens the manual at the page in front."""

import pytest
from PySide6.QtWidgets import QMainWindow

from strategidesk import language
from strategidesk.ui.dialogs.manual import Manual
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window


def _manual(front: QMainWindow) -> Manual:
    (found,) = front.findChildren(Manual)
    assert isinstance(found, Manual)
    return found


@pytest.mark.parametrize("speaks", ["sv", "en"])
def test_that_help_opens_at_the_page_in_front(window: Window, speaks: str) -> None:
    language.use(speaks)
    window.turn_to("plan")
    window.menus.actions["help_page"].trigger()
    manual = _manual(window)
    assert manual.isVisible()
    assert manual.heading() == "Aktivitetsplan"
    first = manual.text.verticalScrollBar().value()
    assert first > 0

    window.turn_to("history")
    window.menus.do("help_page")

    assert _manual(window) is manual
    assert manual.heading() == "Historik"
    assert manual.text.verticalScrollBar().value() > first


def test_that_help_at_the_start_page_tells_how_to_start(shell: Shell) -> None:
    start = shell.show_start()

    start.menus.do("help_page")

    assert _manual(start).heading() == "Start"
