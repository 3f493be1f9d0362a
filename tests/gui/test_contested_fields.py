"""A field that waits for a person is shown with the way to its review, wherever it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.review import ReviewPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import contests, reviews, windows
from tests.support.contests import S1, V1, meanwhile
from tests.support.reviews import Act

Open = Callable[..., Window]


@pytest.fixture
def opened(shell: Shell, tmp_path: Path, qtbot: QtBot) -> Open:
    def make(*acts: Act) -> Window:
        window = reviews.opened(shell, tmp_path, *acts)
        window.resize(1440, 900)
        qtbot.waitActive(window)
        return window

    return make


def _asked(window: Window) -> tuple[str, str]:
    assert isinstance(window.page, ReviewPage)
    assert window.page.item is not None
    return window.page.item.entity, window.page.item.field


def test_that_a_contested_text_is_shown_whole_and_leads_to_its_review(opened: Open) -> None:
    window = opened(contests.two_wordings, contests.two_choices)
    row = windows.row(window, S1, "body")
    assert row.contest.isVisible()
    assert row.contest.text() == "Two wordings – review"
    edit = windows.section(window).edit
    assert edit.isReadOnly()
    assert edit.toPlainText() == "Därför bör vi."

    row.contest.click()
    assert _asked(window) == (S1, "body")


def test_that_a_text_that_was_put_together_says_so(opened: Open) -> None:
    window = opened(contests.wordings_that_go_together)
    row = windows.row(window, contests.S111, "body")
    assert row.contest.text() == "Put together – review"


def test_that_a_field_can_be_written_in_when_it_has_been_settled(opened: Open) -> None:
    window = opened(contests.two_wordings)
    row = windows.row(window, S1, "body")
    row.contest.click()
    reviews.choose(window, 1)
    reviews.save(window)

    row = windows.row(window, S1, "body")
    assert not row.contest.isVisible()
    assert not windows.section(window).edit.isReadOnly()
    window.undo()
    reviews.follow(window)
    row = windows.row(window, S1, "body")
    assert row.contest.isVisible()


def test_that_what_others_write_meanwhile_leaves_what_is_being_typed_as_a_draft(
    opened: Open,
) -> None:
    window = opened()
    row = windows.row(window, V1, "title")
    windows.write(row, "Språkkafé på torget")
    desk = window.work.desk

    meanwhile(desk, V1, "title", "Kafé", "Språkcafé")
    window.work.unsettled.follow(_changed(V1, "title"))

    assert row.contest.isVisibleTo(window)
    assert [draft.value for draft in window.work.drafts()] == ["Språkkafé på torget"]


def _changed(id: Id, field: str) -> ChangeSet:
    return ChangeSet("merge", changed={id: frozenset({field})})


def test_that_a_contested_cell_leads_to_its_review(opened: Open) -> None:
    id, field = V1, "title"
    window = opened(lambda desk: meanwhile(desk, id, field, "Kafé", "Språkcafé"))
    window.turn_to("plan")
    assert isinstance(window.page, PlanPage)
    table = window.page.table
    table.choose(id, field)
    here = table.grid.currentIndex()
    assert "Two wordings – review" in here.data(Qt.ItemDataRole.ToolTipRole)

    table.setFocus()
    reviews.press(window, Qt.Key.Key_F2)

    assert _asked(window) == (id, field)


def test_that_cells_beside_a_contested_one_are_edited_as_ever(opened: Open) -> None:
    window = opened(contests.two_choices)
    window.turn_to("plan")
    assert isinstance(window.page, PlanPage)
    table = window.page.table
    table.choose(V1, "title")
    table.setFocus()
    reviews.press(window, Qt.Key.Key_F2)
    assert isinstance(window.focusWidget(), QLineEdit)
    assert window.book.key == "plan"
