"""The page of the follow-up: how a round stands, and what can be done from there."""

from pathlib import Path

from strategidesk.model.follow_up import Round
from strategidesk.ui.dialogs.round import RoundDialog
from strategidesk.ui.pages.follow_up import FollowUpPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window


def _page(window: Window) -> FollowUpPage:
    window.turn_to("follow_up")
    assert isinstance(window.page, FollowUpPage)
    return window.page


def test_that_a_strategy_without_rounds_says_what_to_do_and_offers_it(
    shell: Shell, empty: Path
) -> None:
    window = open_window(shell, empty)
    page = _page(window)
    assert page.standing.empty.isVisible()
    assert window.header.buttons[-1].text() == "New round …"
    assert window.header.buttons[-1].property("look") == "primary"
    window.header.buttons[-1].click()
    (dialog,) = window.findChildren(RoundDialog)
    dialog.only.click()
    assert len(window.work.strategy.all(Round)) == 1
