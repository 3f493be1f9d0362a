"""What stands in a sheet that came back, and nobody can be certain of, is settled on the page."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.model.follow_up import FollowUp, OpenAnswer
from strategidesk.ui.pages.review import ReviewPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import reviews
from tests.support.answers import answer_id, asked, judgment, sheet
from tests.support.contests import V1
from tests.support.reviews import Act

Open = Callable[..., tuple[Window, ReviewPage]]
ID = answer_id("v1", "2027")


def coming(*outcomes: Any) -> Act:
    """A sheet has come back in which this stands."""

    def act(desk: Desk) -> None:
        command = taking(judgment(sheet(*outcomes, round="o1")), "Alva")
        assert command is not None
        desk.run(command)

    return act


def unclear(field: str, typed: str, *choices: Any, **more: Any) -> Any:
    return asked("v1", field, typed, *choices, period="2027", **more)


@pytest.fixture
def opened(shell: Shell, tmp_path: Path, qtbot: QtBot) -> Open:
    def make(*outcomes: Any) -> tuple[Window, ReviewPage]:
        window = reviews.opened(shell, tmp_path, coming(*outcomes))
        qtbot.waitActive(window)
        return window, reviews.turned(window)

    return make


def answer(window: Window) -> FollowUp | None:
    return window.work.strategy.get(FollowUp, ID)


def test_that_it_is_listed_and_told_with_its_activity_its_cell_and_why(opened: Open) -> None:
    _window, page = opened(unclear("new_end", "31/6", "2027-06-30", "2027-06"))

    lines = [page.list.item(row) for row in range(page.list.count())]
    said = [str(line.data(Qt.ItemDataRole.AccessibleTextRole)) for line in lines if line]
    assert "Språkkafé, new end date, ”31/6” – Biblioteket.xlsx, Uppföljning J7" in said
    shown = [view.card for view in page.detail.cards]
    assert "31/6" in "".join(piece.text for piece in shown[0].pieces)
    assert "Biblioteket.xlsx, Uppföljning J7" in shown[0].note
    assert [card.button for card in shown if card.button] == [
        "Take it in",
        "Take it in",
        "Do not take it",
    ]
    assert "31/6" in page.detail._note.text()
    assert page.sentence() is not None


def test_that_a_proposal_is_chosen_by_keys(opened: Open) -> None:
    window, page = opened(unclear("new_end", "31/6", "2027-06-30", "2027-06"))

    reviews.choose(window, 2)
    reviews.save(window)

    found = answer(window)
    assert found is not None
    assert found.new_end == "2027-06"
    assert page.session.items == []


def test_that_another_value_is_written_by_keys(opened: Open) -> None:
    window, page = opened(unclear("actual", "typ 30", "30"))

    reviews.choose(window, 1)
    reviews.type_instead(window, "31")
    reviews.save(window)

    found = answer(window)
    assert found is not None
    assert found.actual == "31"
    assert page.session.items == []


def test_that_it_is_left_out_by_keys_and_undone(opened: Open) -> None:
    window, page = opened(unclear("result", "Se bilaga 2.", "Se bilaga 2."))

    reviews.choose(window, 0)
    reviews.save(window)

    assert answer(window) is None
    assert [one.handling for one in window.work.strategy.all(OpenAnswer)][-1] == "left"
    assert page.session.items == []
    window.undo()
    reviews.follow(window)
    assert len(page.session.items) == 1


def test_that_what_goes_nowhere_is_shown_and_can_only_be_left_out(opened: Open) -> None:
    stray = replace(unclear("", "Ring mig!"), activity=None, target=None, row_key="")
    window, page = opened(stray)

    assert page.detail.result.editor is None
    reviews.choose(window, 0)
    reviews.save(window)

    assert page.session.items == []


def test_that_what_was_begun_is_there_when_it_is_asked_for_again(opened: Open) -> None:
    window, page = opened(unclear("comment", "Se bilaga 2."), unclear("new_end", "31/6"))
    page._show(page.session.items[0].id)
    item = page.item
    page.detail.result.editor.setFocus()  # type: ignore[union-attr]
    reviews.type_instead(window, "Se sidan tre")

    page.step(1)
    page.step(1)

    assert page.item == item
    assert page.detail.result.editor.value() == "Se sidan tre"  # type: ignore[union-attr]


def test_that_the_page_goes_to_the_activity_that_it_is_about(opened: Open) -> None:
    window, page = opened(unclear("new_end", "31/6"))
    page.detail.go.click()
    assert window.page.place.key == "plan"
    assert V1 in window.work.strategy.by_id
