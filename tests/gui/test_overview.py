"""The overview says where the strategy is, what remains and what is ahead."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from strategidesk.desk.commands import Create, Delete, SetFields
from strategidesk.ui.overview.coming import coming, later
from strategidesk.ui.overview.initials import initials
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.pages.overview import OverviewPage
from strategidesk.ui.pages.saying import plain
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support.windows import settle


def _page(window: Window) -> OverviewPage:
    window.turn_to("overview")
    assert isinstance(window.page, OverviewPage)
    return window.page


def _clock(text: str) -> Callable[[], int]:
    return lambda: int(datetime.fromisoformat(text).timestamp() * 1_000_000)


def test_that_the_overview_is_the_page_first_shown(window: Window) -> None:
    assert window.book.key == "overview"


def test_that_the_present_phase_is_said_in_words(window: Window) -> None:
    said = [step.word.accessibleName() for step in _page(window).phases.steps]
    assert said[4] == "Phase 5 of 6: Follow-up. You are here."
    assert sum("You are here" in words for words in said) == 1


def test_that_the_sentence_names_the_commission(window: Window) -> None:
    said = plain(_page(window).sentence())
    assert said.startswith("Commission from kommunstyrelsen 2025-02-05, § 18.")


def test_that_a_new_strategy_says_how_to_begin(shell: Shell, empty: Path) -> None:
    page = _page(open_window(shell, empty))
    assert plain(page.sentence()).startswith("The strategy is new.")
    assert page.remaining.row("text").lines.title.text() == "The text is not begun"
    page.remaining.row("people").link.click()
    assert shell.windows[0].book.key == "people"


def test_that_a_row_names_the_nearest_sections_and_leads_to_the_first(window: Window) -> None:
    page, section = _page(window), window.work.strategy.sections[3]
    window.work.run(SetFields(section.id, {"status": "in_progress"}))
    row = page.remaining.row("text")
    assert row.lines.title.text() == "1 section is not done"
    assert section.heading in row.lines.detail.text()
    assert row.link.accessibleName() == "Show them: 1 section is not done"
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda key, id: wanted.append((key, id)))
    row.link.click()
    assert wanted == [("text", section.id)]
    assert window.book.key == "text"


def test_that_the_bars_and_their_words_follow_what_is_done(window: Window) -> None:
    page, section = _page(window), window.work.strategy.sections[0]
    n = len(window.work.strategy.sections)
    window.work.run(SetFields(section.id, {"status": "not_started"}))
    assert page.progress.text.sum.text() == f"{n - 1} of {n} sections done"
    assert page.progress.text.words.text() == f"{n - 1} approved, 1 not begun"
    said = [part.accessibleName() for part in page.progress.text.bar.parts]
    assert f"Text, not begun, 1 of {n}" in said


def test_that_the_focus_stays_on_a_row_when_something_changes(window: Window) -> None:
    page, section = _page(window), window.work.strategy.sections[0]
    page.remaining.row("plan").link.setFocus()
    window.work.run(SetFields(section.id, {"status": "not_started"}))
    settle()
    assert page.remaining.row("plan").link.hasFocus()


def test_that_who_changed_something_last_stands_with_what_and_when(window: Window) -> None:
    page, area = _page(window), window.work.strategy.areas[0]
    window.work.run(SetFields(area.id, {"title": "Skola och språk"}))
    row = page.latest.rows[0]
    assert row.lines.title.text() == window.work.desk.author
    assert row.lines.detail.text().startswith("Skola och språk")
    assert row.when.text().startswith("today ")
    assert page.latest.rows[1].isHidden()
    page.latest.link.click()
    assert window.book.key == "history"


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-04-22T14:05", "today 14.05"),
        ("2026-04-21T09:30", "yesterday 09.30"),
        ("2026-04-14T09:30", "14 April"),
        ("2015-04-14T09:30", "14 April 2015"),
    ],
)
def test_that_moments_are_said_as_people_say_them(then: str, said: str) -> None:
    assert moment(_clock(then)(), _clock("2026-04-22T16:00")()) == said


def test_that_the_dates_ahead_come_in_order_and_the_past_is_left_out(window: Window) -> None:
    strategy = window.work.strategy
    found = coming(strategy, "2026-09-01")
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert all(one.on >= "2026-09" for one in found)
    words = {one.what: one.on for one in found}
    assert words["The units' answers for 2026-08"] == "2026-09-18"
    assert words["The strategy ceases to apply"] == "2029-12-31"


def test_that_a_date_leads_to_what_it_is_about(window: Window) -> None:
    page = _page(window)
    page.now = _clock("2026-09-01T12:00")
    page.opened()
    assert page.dates.rows[0].box.big.text() == "18"
    assert page.dates.rows[0].box.small.text() == "September"
    page.dates.rows[0].link.click()
    assert window.book.key == "follow_up"


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [("2025-11-24", 48, "2029-11"), ("2025-11", 2, "2026-01"), ("2025", 12, "2026")],
)
def test_that_an_interval_is_counted_from_what_is_known_of_the_date(
    date: str, months: int, expected: str
) -> None:
    assert later(date, months) == expected


def test_that_writing_goes_on_where_it_was_left(window: Window) -> None:
    page, section = _page(window), window.work.strategy.sections[5]
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda key, id: wanted.append((key, id)))
    window.work.memory["section"] = section.id
    page.write_on()
    assert wanted == [("text", section.id)]


def test_that_writing_begins_at_the_first_section_that_is_not_done(window: Window) -> None:
    page, section = _page(window), window.work.strategy.sections[7]
    window.work.memory["section"] = "gone"
    window.work.run(SetFields(section.id, {"status": "in_progress"}))
    wanted: list[tuple[str, str]] = []
    page.wanted.connect(lambda key, id: wanted.append((key, id)))
    page.write_on()
    assert wanted == [("text", section.id)]


def test_that_a_kind_of_work_leaves_the_list_with_its_last_thing(window: Window) -> None:
    page, strategy = _page(window), window.work.strategy
    assert not page.remaining.row("plan").isHidden()
    window.work.run(Delete(tuple(one.id for one in strategy.activities)))
    assert page.remaining.row("plan").isHidden()
    window.work.run(Create("activity", {"title": "Språkkafé"}))
    assert page.remaining.row("plan").lines.title.text() == "1 activity is incomplete"


def test_that_a_narrow_window_has_one_column(window: Window) -> None:
    page = _page(window)
    window.resize(1440, 900)
    settle()
    assert page.columns == 2
    window.resize(720, 450)
    settle()
    assert page.columns == 1


def test_that_initials_are_of_the_first_and_the_last_name() -> None:
    assert [initials(name) for name in ("Anna Maria Exempel", "Anna", "")] == ["AE", "A", ""]
