"""The page of the activity plan: its views, its quick filters, its form, what several share."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from strategidesk import language
from strategidesk.desk.commands import Create, Delete, SetFields
from strategidesk.model.dialogue import Comment
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.ui.pages.history import HistoryPage
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.plan.by_unit import ByUnit
from strategidesk.ui.plan.line_menu import menu_of
from strategidesk.ui.plan.quick import unit_of
from strategidesk.ui.plan.timeline import Timeline
from strategidesk.ui.shell import Shell
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.things.model import DETAIL
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support.windows import settle, write

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> PlanPage:
    return _plan(window)


def _plan(window: Window) -> PlanPage:
    window.resize(1440, 900)
    settle()
    window.turn_to("plan")
    page = window.page
    assert isinstance(page, PlanPage)
    page.leave_for()
    return page


def _activities(page: PlanPage) -> tuple[Activity, ...]:
    return page.work.strategy.activities


def _in_form(page: PlanPage) -> Id | None:
    form = page.detail.form
    return form.thing if form is not None else None


def _turn(page: PlanPage, key: str) -> ByUnit | Timeline:
    page.view.buttons[key].click()
    view = page.others[key]
    assert view.isVisible()
    return view


def _select(page: PlanPage, rows: int) -> list[Id]:
    page.table.grid.go_to(0, 1)
    for _ in range(rows - 1):
        QTest.keyClick(page.table.grid, Qt.Key.Key_Down, SHIFT)
    return page.table.model.shown[:rows]


# quick filters


def test_that_a_remembered_filter_that_hides_the_first_activity_leaves_no_empty_form(
    shell: Shell, sample: Path
) -> None:
    window = open_window(shell, sample)
    page = _plan(window)
    first = _activities(page)[0]
    page.work.run(SetFields(first.id, {"status": "done"}))
    page.quick.buttons["not_started"].click()
    window.close()
    settle()
    page = _plan(open_window(shell, sample))
    assert page.quick.key == "not_started"
    assert first.id not in page.table.model.shown
    assert _in_form(page) == page.table.model.shown[0] == page.table.current()


@pytest.mark.parametrize("view", ["table", "units", "timeline"])
def test_that_going_to_an_activity_that_a_filter_hides_gives_the_filter_up(
    page: PlanPage, view: str
) -> None:
    hidden = next(one for one in _activities(page) if one.status != "not_started")
    page.view.buttons[view].click()
    page.quick.buttons["not_started"].click()
    assert page.show_thing(hidden.id)
    assert page.quick.key == "all"
    assert page.work.memory["plan.quick"] == "all"
    assert _in_form(page) == hidden.id
    assert len(page.table.model.shown) == len(_activities(page))


# views


def test_that_units_stand_over_their_activities_with_counts(page: PlanPage) -> None:
    view = _turn(page, "units")
    assert isinstance(view, ByUnit)
    model = view.things
    shown = [model.index(row, 0) for row in range(model.rowCount())]
    strategy = page.work.strategy
    answering = {one.unit for one in strategy.activities}
    names = [unit.name for unit in strategy.units if unit.id in answering]
    loose = sum(one.unit is None for one in strategy.activities)
    assert [one.data() for one in shown] == [*names, f"Without a unit ({loose})"]
    assert sum(model.rowCount(one) for one in shown) == len(strategy.activities)
    first = model.rowCount(shown[0])
    assert shown[0].data(DETAIL) == (f"{first} activities" if first != 1 else "1 activity")
    view.collapse(shown[0])
    assert not view.isExpanded(shown[0])


def test_that_bars_come_by_their_first_day_and_words_stand_below(page: PlanPage) -> None:
    one, two, three = (a.id for a in _activities(page)[:3])
    page.work.run(Delete(tuple(a.id for a in _activities(page)[3:])))
    times = {
        one: {"start": "2027", "end": "", "when": ""},
        two: {"start": "", "end": "", "when": "Varje vår"},
        three: {"start": "", "end": "", "when": "2025-09-01 – 2026-06-30"},
    }
    for id, values in times.items():
        page.work.run(SetFields(id, {**values, "recurrence": ""}))
    view = _turn(page, "timeline")
    assert isinstance(view, Timeline)
    model = view.things
    assert model.rows == [three, one, "loose", two]
    assert (model.first, model.last) == (2025, 2028) or (model.first, model.last) == (2025, 2027)
    assert model.index(2, 0).data() == "Without dates (1)"
    assert model.index(3, 1).data() == "Varje vår"
    spoken = str(model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "2025-09-01 – 2026-06-30" in spoken
    view.choose(three)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert _in_form(page) == two


@pytest.mark.parametrize("key", ["units", "timeline"])
def test_that_every_view_chooses_an_activity_and_keeps_the_choice(page: PlanPage, key: str) -> None:
    last = _activities(page)[-1].id
    page.show_thing(last)
    view = _turn(page, key)
    assert view.activities() == [last]
    assert _in_form(page) == last
    other = _activities(page)[2].id
    view.choose(other)
    assert _in_form(page) == other
    page.view.buttons["table"].click()
    assert page.table.current() == other


def test_that_the_view_is_remembered(shell: Shell, sample: Path) -> None:
    window = open_window(shell, sample)
    _turn(_plan(window), "timeline")
    window.close()
    settle()
    page = _plan(open_window(shell, sample))
    assert page.view.key == "timeline"
    assert page.others["timeline"].isVisible()


def test_that_a_change_is_seen_in_the_view_in_front(page: PlanPage) -> None:
    view = _turn(page, "units")
    one = _activities(page)[0]
    unit = next(u for u in page.work.strategy.units if u.id != one.unit)
    page.work.run(SetFields(one.id, {"unit": unit.id}))
    assert isinstance(view, ByUnit)
    assert view.things.above(one.id) == unit.id
    page.quick.buttons["not_started"].click()
    wanted = [a.id for a in _activities(page) if a.status == "not_started"]
    assert sorted(view.in_order()) == sorted(wanted)


def test_that_removing_works_in_every_view(page: PlanPage) -> None:
    for key in ("units", "timeline"):
        view = _turn(page, key)
        gone = view.in_order()[1]
        view.choose(gone)
        page.remove()
        assert gone not in page.work.strategy.by_id
        assert gone not in view.in_order()
        assert _in_form(page) != gone


def test_that_enter_and_the_menu_go_from_a_line_to_its_fields(page: PlanPage) -> None:
    view = _turn(page, "units")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Return)
    form = page.detail.form
    assert form is not None
    assert form.rows[0].editor.inner.hasFocus()
    words = [
        action.text().partition("\t")[0] for action in menu_of(view, page._line_acts()).actions()
    ]
    assert words == ["Edit", "Show in the table", "Remove"]


# the form


def test_that_the_form_is_headed_by_the_activitys_number_and_goes_on(page: PlanPage) -> None:
    assert page.detail.title.text() == "Activity 1"
    page.detail.behind.click()
    assert page.detail.title.text() == "Activity 2"
    assert page.table.current() == _activities(page)[1].id
    page.detail.before.click()
    page.detail.before.click()
    assert page.detail.title.text() == "Activity 1"


def test_that_the_form_is_closed_in_its_head_and_opened_by_enter(
    page: PlanPage, window: Window
) -> None:
    assert page.detail.isVisible()
    assert page.detail.width() in range(290, 305)
    page.detail.close_button.click()
    assert not page.detail.isVisible()
    assert not window.header.panel_button.isChecked()
    assert page.table.grid.hasFocus()
    _turn(page, "timeline").setFocus()
    QTest.keyClick(page.others["timeline"], Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert window.header.panel_button.isChecked()


def test_that_what_an_activity_lacks_is_told_until_it_is_there(page: PlanPage) -> None:
    here = _activities(page)[0].id
    page.work.run(SetFields(here, {"indicator": "", "unit": None, "responsible": ""}))
    page.show_thing(here)
    words = page.detail.lack.words.text()
    assert "indicator" in words
    assert "Nobody answers" in words
    assert page.detail.lack.isVisible()
    unit = page.work.strategy.units[0].id
    page.work.run(SetFields(here, {"indicator": "Antal", "unit": unit}))
    assert not page.detail.lack.isVisible()


def test_that_rarer_fields_stand_under_a_button_that_counts_them(page: PlanPage) -> None:
    here = _activities(page)[0]
    page.work.run(SetFields(here.id, {"comment": "", "funding": "Statsbidrag"}))
    form = page.detail.form
    assert form is not None
    assert form.more is not None
    row = form.row("funding")
    assert not row.isVisible()
    before = form.more.count.text()
    page.work.run(SetFields(here.id, {"funding": ""}))
    assert form.more.count.text() != before
    assert form.more.button.accessibleDescription() == form.more.count.text()
    form.more.button.click()
    assert row.isVisible()


# several


def test_that_a_field_changed_for_several_is_changed_in_one_step(page: PlanPage) -> None:
    ids = _select(page, 3)
    assert page.detail.title.text() == "Change in 3 activities"
    before = page.work.strategy
    row = page.detail.several.row("status")
    combo = row.editor.inner
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("delayed"))
    combo.activated.emit(combo.currentIndex())
    assert {page.work.strategy.get(Activity, id).status for id in ids} == {"delayed"}  # type: ignore[union-attr]
    assert page.table.selected() == ids
    page.work.turn(redo=False)
    assert page.work.strategy.activities == before.activities


def test_that_fields_say_whether_several_differ_and_untouched_ones_stay(page: PlanPage) -> None:
    ids = [one.id for one in _activities(page)[:3]]
    page.work.run(SetFields(ids[0], {"when": "nu"}))
    for id in ids[1:]:
        page.work.run(SetFields(id, {"when": "sedan"}))
    for id in ids:
        page.work.run(SetFields(id, {"participants": "Alla"}))
    _select(page, 3)
    several = page.detail.several
    assert several.row("when").label.text() == "Time (differs)"
    assert several.row("when").editor.value() == ""
    assert several.row("participants").label.text() == "Participants"
    assert several.row("participants").editor.value() == "Alla"
    before = page.work.strategy
    assert page.commit()
    assert page.work.strategy is before
    write(several.row("when"), "2027")  # type: ignore[arg-type]
    page.table.grid.go_to(0, 1)
    assert [a.when for a in _activities(page)[:3]] == ["2027"] * 3
    assert _in_form(page) == ids[0]


def test_that_a_value_refused_for_several_is_told_and_kept(page: PlanPage) -> None:
    _select(page, 2)
    before = page.work.strategy
    row = page.detail.several.row("start")
    write(row, "i vår")  # type: ignore[arg-type]
    assert not page.commit()
    assert row.wrong.isVisible()
    assert row.editor.value() == "i vår"
    assert page.work.strategy is before
    write(row, "")  # type: ignore[arg-type]
    assert page.commit()


# the whole


def test_that_the_status_bar_tells_how_many_are_shown(page: PlanPage) -> None:
    n = len(_activities(page))
    assert page.facts() == f"{n} of {n} shown"
    page.quick.buttons["not_started"].click()
    shown = sum(one.status == "not_started" for one in _activities(page))
    assert page.facts() == f"{shown} of {n} shown"
    _turn(page, "units")
    assert page.facts() == f"{shown} of {n} shown"


def test_that_the_tables_keys_work_under_the_windows_menus(page: PlanPage, window: Window) -> None:
    before = page.work.strategy
    page.table.grid.go_to(0, 0)
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V):
        QTest.keyClick(page.table.grid, key, Qt.KeyboardModifier.ControlModifier)
    assert page.table.pasting.isVisible()
    assert "nothing changes" in page.table.pasting.sentence.text()
    assert window.work.strategy is before
    view = _turn(page, "timeline")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.activities()) == len(_activities(page))


def test_that_an_empty_plan_says_what_to_do(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    page = _plan(window)
    assert page._empty.isVisible()
    assert page._empty.text().startswith("The plan is empty.")
    assert page.detail._nothing.isVisible()
    assert page.detail._nothing.text()
    page.make("activity")
    settle()
    assert not page._empty.isVisible()


def test_that_the_sentence_and_the_chips_count(page: PlanPage) -> None:
    window = page.window()
    assert isinstance(window, Window)
    page.work.run(Delete(tuple(a.id for a in _activities(page)[1:])))
    only = _activities(page)[0]
    page.work.run(SetFields(only.id, {"status": "done", "indicator": ""}))
    assert window.header.sentence == "1 activity from 1 unit. 1 has no indicator."
    assert [one.words for one in page.totals.chips] == ["1 completed"]
    assert page.totals.chips[0].isVisible()
    assert page.totals.words.text() == "1 activity:"
    page.work.run(SetFields(only.id, {"indicator": "Antal"}))
    assert window.header.sentence == "1 activity from 1 unit. All have an indicator."


@pytest.mark.parametrize("code", ["en", "sv"])
@pytest.mark.parametrize("many", [True, False], ids=["forty", "nine"])
def test_that_the_usual_columns_need_no_sideways_scrolling(
    window: Window, code: str, many: bool
) -> None:
    language.use(code)
    if not many:
        window.work.run(Delete(tuple(one.id for one in window.work.strategy.activities[9:])))
    grid = _plan(window).table.grid
    settle()
    assert grid.width() > 800
    assert grid.horizontalScrollBar().maximum() == 0
    columns = grid.things.column_of
    assert grid.columnWidth(columns("title")) > grid.columnWidth(columns("status"))


def test_that_a_long_state_is_short_in_its_chip_and_whole_for_readers(page: PlanPage) -> None:
    id = _activities(page)[0].id
    page.work.run(SetFields(id, {"status": "continuous"}))
    table = page.table
    at = table.model.column_of("status")
    chip, index = table.model.chip(0, at), table.model.index(0, at)
    assert chip is not None
    assert chip.word(table.model.text(0, at)) == "Continuously"
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert index.data(role) == "Carried out continuously"


def test_that_my_unit_is_the_members_or_else_the_one_that_the_user_named(
    page: PlanPage, shell: Shell
) -> None:
    strategy = page.work.strategy
    assert "mine" not in page.quick.buttons
    unit = strategy.units[3]
    shell.name_author("Astrid Exempel", unit=f" {unit.name.upper()} ")
    assert "mine" in page.quick.buttons
    wanted = [one.id for one in strategy.activities if one.unit == unit.id]
    page.quick.buttons["mine"].click()
    assert page.table.model.shown == wanted

    own = strategy.units[0].id
    page.work.run(Create("member", {"name": "Astrid Exempel", "unit": own}))
    assert unit_of(page.work.strategy, "Astrid Exempel", unit.name) == own
    assert unit_of(page.work.strategy, "Astrid", "") is None


def _write_in(page: PlanPage, name: str, text: str) -> None:
    table = page.table
    at = table.model.column_of(name)
    table.grid.go_to(0, at)
    QTest.keyClicks(table.grid, text[0])
    edit = table.hands.editing()
    assert edit is not None
    assert isinstance(edit.editor.inner, QLineEdit)
    edit.editor.inner.insert(text[1:])  # the letters that a test has no keys for
    edit.editor.changed.emit()
    QTest.keyClick(edit.editor.inner, Qt.Key.Key_Return)
    settle()


def test_that_words_written_as_a_date_stand_in_the_time_and_that_is_told(
    page: PlanPage, window: Window
) -> None:
    first = _activities(page)[0]
    page.work.run(SetFields(first.id, {"start": "2026-02", "when": ""}))
    page.table._choose_columns([], [])
    _write_in(page, "start", "våren 2016")
    now = _activities(page)[0]
    assert (now.start, now.when) == ("", "våren 2016")
    assert window.status.hinted.startswith("“våren 2016” is no date, and stands under")
    window.undo()
    assert (_activities(page)[0].start, _activities(page)[0].when) == ("2026-02", "")


def test_that_words_in_a_date_of_the_form_stand_in_its_time(page: PlanPage) -> None:
    form = page.detail.form
    assert form is not None
    write(form.row("end"), "hösten")
    assert page.commit()
    assert (_activities(page)[0].end, _activities(page)[0].when) == ("", "hösten")
    assert form.row("end").editor.value() == ""
    assert form.row("when").editor.value() == "hösten"


def test_that_words_in_a_date_replace_none_that_stood_in_the_time(page: PlanPage) -> None:
    form = page.detail.form
    assert form is not None
    first = _activities(page)[0]
    page.work.run(SetFields(first.id, {"when": "efter flytten"}))
    for words in ("hösten", "hösten"):
        write(form.row("end"), words)
        assert page.commit()
        assert _activities(page)[0].when == "efter flytten, hösten"
    assert form.row("when").editor.value() == "efter flytten, hösten"


def test_that_a_day_written_as_a_time_becomes_a_date(page: PlanPage) -> None:
    page.work.run(SetFields(_activities(page)[0].id, {"start": "2027-02", "when": ""}))
    _write_in(page, "when", "30/6")
    assert _activities(page)[0].when == "2027-06-30"
    _write_in(page, "when", "30/6 ungefär")
    assert _activities(page)[0].when == "30/6 ungefär"


def test_that_the_time_is_compared_and_sorted_by_its_dates(page: PlanPage) -> None:
    ids = [one.id for one in _activities(page)]
    page.work.run(Delete(tuple(ids[3:])))
    for id, values in zip(
        ids,
        (
            {"start": "2016-02", "end": "2017", "when": ""},
            {"start": "", "end": "", "when": "Läsåret 2014/15"},
            {"start": "", "end": "", "when": "Årligen"},
        ),
        strict=False,
    ):
        page.work.run(SetFields(id, values))
    table = page.table
    table.grid.headings.set_criterion("when", Criterion("> 2015"))
    assert table.model.shown == [ids[0]]
    table.grid.headings.set_criterion("when", Criterion("< 2016"))
    assert table.model.shown == [ids[1]]
    table.grid.headings.set_criterion("when", Criterion("årl"))
    assert table.model.shown == [ids[2]]
    table.show_all()
    table.sort_by("when")
    assert table.model.shown == [ids[1], ids[0], ids[2]]


def test_that_an_activity_is_commented_on_in_its_form(page: PlanPage) -> None:
    first, second = _activities(page)[:2]
    page.detail.commenting.click()
    made = page.work.strategy.all(Comment)[-1]
    assert (made.target, made.quote, made.author) == (first.id, first.title, "Astrid Exempel")
    assert list(page.detail.comments.cards) == [made.id]
    page.detail.commenting.click()
    assert not page.detail.comments.isVisible()
    assert page.detail.commenting.text() == "Comments (1)"
    page.show_thing(second.id)
    assert page.detail.commenting.text() == "Comment it"


def test_that_the_history_of_an_activity_is_one_press_away(page: PlanPage, window: Window) -> None:
    id = _activities(page)[1].id
    page.show_thing(id)
    page.work.run(SetFields(id, {"title": "En annan lydelse"}))
    page.work.run(SetFields(_activities(page)[2].id, {"title": "En helt annan"}))
    page.detail.history.click()
    history = window.page
    assert isinstance(history, HistoryPage)
    assert history.filters.scope.currentText() == "En annan lydelse"
    entries = [history.model.entry(row) for row in range(history.model.rowCount())]
    assert {entry.id for entry in entries if entry is not None} == {id}
