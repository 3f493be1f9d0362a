"""What units propose, answered in the plan: seen, accepted, changed, declined with a reason."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategidesk.desk.commands import SetFields
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.ui.overview.remaining_card import RemainingCard
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.plan.line_menu import menu_of
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import windows
from tests.support.windows import settle, write

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> PlanPage:
    """The plan, with what waits for an answer alone."""
    window.resize(1440, 900)
    settle()
    window.turn_to("plan")
    plan = window.page
    assert isinstance(plan, PlanPage)
    plan.quick.buttons["proposed"].click()
    plan.leave_for()
    window.side.open()
    plan.table.grid.go_to(0, 1)
    return plan


def proposals(page: PlanPage) -> list[Activity]:
    return [one for one in page.work.strategy.activities if one.stage == "proposed"]


def thing(page: PlanPage, id: Id) -> Activity:
    found = page.work.strategy.get(Activity, id)
    assert found is not None
    return found


def status_said(page: PlanPage, id: Id) -> str:
    """What a reader of the screen hears of an activity's status in the table."""
    model = page.table.model
    index = model.index(model.row_of(id), model.column_of("status"))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def select_all(page: PlanPage) -> list[Id]:
    shown = list(page.table.model.shown)
    page.table.grid.go_to(0, 1)
    for _ in shown[1:]:
        QTest.keyClick(page.table.grid, Qt.Key.Key_Down, SHIFT)
    return shown


def press(window: Window, key: str) -> None:
    window.menus.actions[key].trigger()


def test_that_proposals_are_seen_with_their_number_and_their_word(page: PlanPage) -> None:
    waiting = proposals(page)

    assert page.quick.buttons["proposed"].text() == f"Proposals {len(waiting)}"
    assert page.quick.buttons["declined"].text() == "Declined 1"
    assert page.table.model.shown == [one.id for one in waiting]
    assert status_said(page, waiting[0].id) == "Proposed"
    assert page.detail.decision.words.text().startswith("Proposal from ")


def test_that_a_proposal_is_accepted_by_keyboard_and_stays_in_the_plan(
    window: Window, page: PlanPage
) -> None:
    first = proposals(page)[0]
    keys = window.menus.actions["accept_proposal"].shortcut().toString()
    assert keys == "Ctrl+Shift+G"
    press(window, "accept_proposal")

    assert (thing(page, first.id).stage, thing(page, first.id).decision_reason) == ("accepted", "")
    assert first.id in page.table.model.shown  # until the filter is chosen again
    page.quick.buttons["proposed"].click()
    assert first.id not in page.table.model.shown
    page.quick.buttons["all"].click()
    assert status_said(page, first.id) != "Proposed"
    window.undo()
    assert thing(page, first.id) == first


def test_that_a_proposal_is_changed_and_accepted_with_an_answer(page: PlanPage) -> None:
    first = proposals(page)[0]
    form = page.detail.form
    assert form is not None
    write(form.row("title"), "Ändrat av arbetsgruppen")
    box = page.detail.decision
    QTest.keyClicks(box.answer, "Vi provar det i ett kvarter.")
    box.take.click()

    now = thing(page, first.id)
    assert (now.title, now.stage) == ("Ändrat av arbetsgruppen", "accepted")
    assert now.decision_reason == "Vi provar det i ett kvarter."
    page.show_thing(first.id)
    assert box.words.text() == "Accepted. Answer to the unit: Vi provar det i ett kvarter."
    assert not box.take.isVisible()


def test_that_declining_asks_for_a_reason_first_and_both_are_shown(
    window: Window, page: PlanPage
) -> None:
    first = proposals(page)[0]
    box = page.detail.decision
    press(window, "decline_proposal")
    assert thing(page, first.id).stage == "proposed"
    assert window.focusWidget() is box.answer

    QTest.keyClicks(box.answer, "Ryms inte i budgeten.")
    press(window, "decline_proposal")
    now = thing(page, first.id)
    assert (now.stage, now.decision_reason) == ("declined", "Ryms inte i budgeten.")
    assert page.quick.buttons["declined"].text() == "Declined 2"
    page.quick.buttons["declined"].click()
    page.show_thing(first.id)
    assert page.quick.key == "declined"
    assert status_said(page, first.id) == "Declined"
    assert box.words.text() == "Declined: Ryms inte i budgeten."
    assert not box.refuse.isVisible()
    window.undo()
    assert thing(page, first.id) == first


def test_that_what_was_declined_can_be_accepted_after_all(page: PlanPage) -> None:
    page.quick.buttons["declined"].click()
    (id,) = page.table.model.shown
    page.show_thing(id)
    page.detail.decision.take.click()

    assert thing(page, id).stage == "accepted"


@pytest.mark.parametrize(("key", "stage"), [("take", "accepted"), ("refuse", "declined")])
def test_that_several_are_answered_at_once_in_one_step(
    window: Window, page: PlanPage, key: str, stage: str
) -> None:
    before = page.work.strategy.activities
    ids = select_all(page)
    assert len(ids) == 2
    box = page.detail.decision
    assert box.words.text() == "2 of the 2 are proposals."
    assert (box.take.text(), box.refuse.text()) == ("Accept 2", "Decline 2")
    QTest.keyClicks(box.answer, "Samma svar")
    getattr(box, key).click()

    assert {thing(page, id).stage for id in ids} == {stage}
    assert {thing(page, id).decision_reason for id in ids} == {"Samma svar"}
    verb = "accept" if stage == "accepted" else "decline"
    assert page.work.desk.undo_label == f"{verb} 2 proposals"
    window.undo()
    assert page.work.strategy.activities == before


def test_that_the_filter_stays_when_the_last_proposal_is_answered(page: PlanPage) -> None:
    select_all(page)
    page.detail.decision.take.click()

    assert page.quick.key == "proposed"
    assert page.quick.buttons["proposed"].text() == "Proposals 0"
    page.quick.buttons["proposed"].click()
    assert page.table.model.shown == []
    page.quick.buttons["all"].click()
    assert "proposed" not in page.quick.buttons


def test_that_an_answer_that_is_being_typed_waits_where_it_was_typed(page: PlanPage) -> None:
    first, second = proposals(page)[:2]
    box = page.detail.decision
    page.show_thing(first.id)
    QTest.keyClicks(box.answer, "Inte klart")
    page.show_thing(second.id)
    assert box.answer.text() == ""
    page.show_thing(first.id)
    assert box.answer.text() == "Inte klart"
    page.work.run(SetFields(second.id, {"title": "Annan titel"}))
    assert box.answer.text() == "Inte klart"


def test_that_an_activity_of_the_plan_asks_nothing(window: Window, page: PlanPage) -> None:
    page.quick.buttons["all"].click()
    page.show_thing(page.work.strategy.activities[0].id)

    assert not page.detail.decision.isVisible()
    assert not window.menus.actions["accept_proposal"].isEnabled()
    assert not window.menus.actions["decline_proposal"].isEnabled()


def test_that_the_overview_and_the_navigation_tell_how_many_wait(window: Window) -> None:
    window.turn_to("overview")
    (card,) = window.page.findChildren(RemainingCard)
    row = card.row("proposals")
    first = next(one for one in window.work.strategy.activities if one.stage == "proposed")
    assert row.lines.title.text() == "2 proposals wait for an answer"
    row.link.click()

    page = window.page
    assert isinstance(page, PlanPage)
    assert page.table.current() == first.id
    page.work.run(SetFields(first.id, {"stage": "accepted"}))
    window.turn_to("overview")
    assert row.lines.title.text() == "1 proposal waits for an answer"


def test_that_a_file_opened_for_reading_tells_and_asks_nothing(shell: Shell, sample: Path) -> None:
    windows.open_file(shell, sample, reading=True)
    window = shell.windows[0]
    window.turn_to("plan")
    page = window.page
    assert isinstance(page, PlanPage)
    page.show_thing(proposals(page)[0].id)

    box = page.detail.decision
    assert box.words.text().startswith("Proposal from")
    assert not box.take.isVisible()
    assert not box.can_accept


def test_that_a_line_of_another_view_offers_the_answers_where_it_is_a_proposal(
    page: PlanPage,
) -> None:
    page.view.buttons["units"].click()
    view = page.others["units"]
    words = [one.text().partition("\t")[0] for one in menu_of(view, page._line_acts()).actions()]
    assert words[2:4] == ["Accept the proposal", "Decline the proposal …"]
