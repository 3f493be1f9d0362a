from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk import language
from strategidesk.desk import looking_back
from strategidesk.desk.commands import Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.history.recording import Recorder
from strategidesk.model.fields import Id
from strategidesk.ui.history import visits
from strategidesk.ui.history.line_view import LineView
from strategidesk.ui.history.lines import WHEN, Kind
from strategidesk.ui.overview.moments import day_name, whole_moment
from strategidesk.ui.pages.history import HistoryPage
from strategidesk.ui.pages.saying import plain
from strategidesk.ui.shell import Shell
from strategidesk.ui.things.model import DETAIL
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def at_leisure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change counts as one of its own, however fast it follows."""
    monkeypatch.setattr(looking_back, "AT_ONCE", 0)


@pytest.fixture
def page(window: Window) -> HistoryPage:
    window.turn_to("history")
    assert isinstance(window.page, HistoryPage)
    return window.page


def _write(window: Window, field: str, *wordings: str) -> Id:
    """Several wordings of the first section, as somebody else and then the user wrote them."""
    section = windows.first(window, "section")
    for words in wordings:
        window.work.run(SetFields(section.id, {field: words}))
    return section.id


def _choose(page: HistoryPage, row: int) -> None:
    page.list.setCurrentIndex(page.model.index(row))


def _lines(page: HistoryPage) -> list[tuple[str, str]]:
    model = page.model
    rows = [model.index(row) for row in range(model.rowCount())]
    return [(str(one.data()), str(one.data(DETAIL))) for one in rows]


@pytest.mark.usefixtures("at_leisure")
def test_that_changes_stand_under_their_day_with_what_was_done(
    window: Window, page: HistoryPage
) -> None:
    language.use("sv")
    id = _write(window, "heading", "Ett")
    _write(window, "body", "En mening. Två meningar.", "En mening. Tre meningar.")
    window.work.run(Move(window.work.strategy.areas[1].id, None, None))
    lines = _lines(page)

    assert page.model.lines[0].day is not None
    assert page.model.index(0).data().startswith("I dag")
    assert page.model.index(0).data(WHEN).endswith("ändringar")
    assert [what for _, what in lines[1:3]] == ["Flyttades", "1 mening ändrad"]
    assert lines[2][0] == "Ett"
    said = page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Ett, 1 mening ändrad, Astrid Exempel, ")
    assert window.work.strategy.by_id[id].heading == "Ett"  # type: ignore[attr-defined]


def test_that_a_change_shows_both_wordings_and_can_be_taken_back(
    window: Window, page: HistoryPage
) -> None:
    id = _write(window, "body", "Det bör göras.", "Det ska göras.")
    _choose(page, 1)

    assert page.detail.text.accessibleDescription() == "removed bör, added ska"
    page.detail.sides.buttons["before"].click()
    assert page.detail.text.toPlainText() == "Det bör göras."
    page.detail.restore_before.click()
    assert windows.stored(window, id, "body") == "Det bör göras."
    assert window.page is page

    window.work.turn(redo=False)
    assert windows.stored(window, id, "body") == "Det ska göras."


def test_that_every_wording_of_a_text_is_listed_and_any_comes_back(
    window: Window, page: HistoryPage
) -> None:
    id = _write(window, "body", "Ett.", "Två.", "Tre.")
    _choose(page, 1)
    versions = page.detail.versions

    assert versions.count() == len(
        list(window.work.desk.history(windows.first(window, "section").id, "body"))
    )
    assert "stands now" in versions.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.detail.restore.isHidden()
    versions.setCurrentRow(2)
    assert page.detail.text.accessibleDescription().endswith("added Ett")
    page.detail.restore.click()

    assert windows.stored(window, id, "body") == "Ett."


@pytest.mark.usefixtures("at_leisure")
def test_that_a_removed_thing_keeps_its_name_and_is_brought_back(
    window: Window, page: HistoryPage
) -> None:
    area = windows.first(window, "area")
    title = str(windows.stored(window, area.id, "title"))
    window.work.run(Delete((area.id,)))
    rows = [row for row, line in enumerate(_lines(page)) if title in line[0]]
    _choose(page, rows[0])

    assert page.detail.title.text().endswith(title)
    page.detail.restore_before.click()
    assert area.id in window.work.strategy.by_id


def test_that_what_was_done_at_once_is_opened_by_keys(window: Window, qtbot: QtBot) -> None:
    window.turn_to("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    qtbot.waitActive(window)
    view: LineView = page.list
    _choose(page, 1)
    view.setFocus()
    step = page.model.lines[1]
    assert step.kind is Kind.STEP
    before = page.model.rowCount()

    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.model.rowCount() == before + len(step.traces)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert page.detail.entry is not None
    assert page.detail.entry.revision == step.traces[0].revision
    _choose(page, 1)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert page.model.rowCount() == before


def test_that_the_history_is_filtered_by_person_section_and_time(
    window: Window, page: HistoryPage
) -> None:
    section = windows.first(window, "section")
    with window.work.desk.file.writing() as connection:
        recorder = Recorder(connection, window.work.desk.file.tables, "Karin Ek", lambda: 10**15)
        recorder.set(section.id, "body", "Karins text.")
        recorder.finish("change")
    _write(window, "body", "Astrids text.")
    filters = page.filters

    filters.person.setCurrentIndex(filters.person.findData("Karin Ek"))
    filters.person.activated.emit(filters.person.currentIndex())
    assert [line.kind for line in page.model.lines] == [Kind.DAY, Kind.CHANGE]
    filters.clear()
    filters.scope.setCurrentIndex(filters.scope.findData(section.id))
    filters.scope.activated.emit(filters.scope.currentIndex())
    assert {t.id for line in page.model.lines for t in line.traces} >= {section.id}
    filters.scope.setCurrentIndex(filters.scope.findData("plan"))
    filters.scope.activated.emit(filters.scope.currentIndex())
    shown = {t.id for line in page.model.lines for t in line.traces}
    assert shown <= {activity.id for activity in window.work.strategy.activities}
    filters.clear()
    filters.since.setCurrentIndex(filters.since.findData("today"))
    filters.since.activated.emit(filters.since.currentIndex())
    assert "Karin Ek" not in {t.author for line in page.model.lines for t in line.traces}


def test_that_the_page_tells_what_came_since_the_file_was_opened_last(
    shell: Shell, sample: Path
) -> None:
    windows.open_file(shell, sample)
    shell.windows[-1].close()
    with Desk.open(sample, "Karin Ek") as desk:
        desk.run(SetFields(desk.strategy.sections[0].id, {"body": "Nytt sedan sist."}))
    windows.open_file(shell, sample)
    window = shell.windows[-1]
    window.turn_to("history")
    page = window.page
    assert isinstance(page, HistoryPage)

    assert plain(page.sentence() or ()).startswith("1 change by 1 person since you opened")
    since = page.filters.since
    since.setCurrentIndex(since.findData("opened"))
    since.activated.emit(since.currentIndex())
    assert [line.kind for line in page.model.lines] == [Kind.DAY, Kind.CHANGE]


def test_that_the_first_visit_has_none_before_it() -> None:
    memory: dict[str, object] = {}
    visits.note(memory, 5, 1)
    assert visits.last(memory) is None
    visits.note(memory, 9, 3)
    assert visits.last(memory) == visits.Visit(5, 1)


def test_that_an_empty_history_says_what_comes_there(shell: Shell, empty: Path) -> None:
    windows.open_file(shell, empty)
    window = shell.windows[-1]
    window.turn_to("history")
    page = window.page
    assert isinstance(page, HistoryPage)

    assert page.model.rowCount() == 0
    assert page._nothing.text().startswith("No history yet.")


def test_that_older_days_are_read_when_the_user_gets_there(
    window: Window, page: HistoryPage
) -> None:
    section = windows.first(window, "section")
    for day in range(200):
        at = (16_000 - day) * 86_400_000_000
        with window.work.desk.file.writing() as connection:
            recorder = Recorder(connection, window.work.desk.file.tables, "Bo", [at].pop)
            recorder.set(section.id, "body", f"Dag {day}.")
            recorder.finish("change")
    _write(window, "body", "I dag.")
    read = page.model.rowCount()

    assert read < 200
    assert page.model.canFetchMore(page.list.rootIndex())
    while page.model.canFetchMore(page.list.rootIndex()):
        page.model.fetchMore(page.list.rootIndex())
    assert page.model.rowCount() >= 400


def test_that_the_way_from_a_change_leads_to_the_thing(window: Window, page: HistoryPage) -> None:
    area = windows.first(window, "area")
    window.work.run(SetFields(area.id, {"title": "Boende"}))
    _choose(page, 1)
    page.detail.go.click()

    assert window.book.key == "areas"


def test_that_days_and_moments_are_said_as_people_say_them() -> None:
    language.use("sv")
    today = date(2015, 4, 16)

    assert day_name(today, today) == "I dag, torsdag 16 april"
    assert day_name(date(2015, 4, 14), today) == "Tisdag 14 april"
    assert day_name(date(2014, 12, 31), today) == "Onsdag 31 december 2014"
    assert " kl. " in whole_moment(10**15)
