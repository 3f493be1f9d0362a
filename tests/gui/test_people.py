"""The workgroup and the units: two tables, one form, and what a member answers for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Delete, SetFields
from strategidesk.model.fields import Id
from strategidesk.model.noun import place_of
from strategidesk.model.places import parent_of
from strategidesk.ui.pages.people import PeoplePage
from strategidesk.ui.shell import Shell
from strategidesk.ui.tables.register_table import RegisterTable
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows


def _page(window: Window) -> PeoplePage:
    window.turn_to("people")
    windows.settle()
    assert isinstance(window.page, PeoplePage)
    return window.page


def _names(table: RegisterTable) -> list[str]:
    model = table.table.model
    return [model.text(row, 1) for row in range(len(model.shown))]


def _shown(page: PeoplePage) -> Id | None:
    return page.detail.form.thing if page.detail.form is not None else None


def test_that_members_and_units_stand_in_a_table_each(window: Window) -> None:
    members, units = _page(window).tables
    strategy = window.work.strategy

    assert _names(members) == [one.name for one in strategy.members]
    assert _names(units) == [one.name for one in strategy.units]
    headings = [column.label for column in units.table.model.columns]
    assert headings == ["No.", "Name", "Part of", "Manager", "E-mail"]


def test_that_the_form_follows_the_table_that_the_user_is_on(window: Window) -> None:
    page = _page(window)
    members, units = page.tables
    assert _shown(page) == window.work.strategy.members[0].id

    units.table.grid.setFocus()
    assert _shown(page) == window.work.strategy.units[0].id
    QTest.keyClick(units.table.grid, Qt.Key.Key_Down)
    assert _shown(page) == window.work.strategy.units[1].id
    members.table.grid.setFocus()
    assert _shown(page) == window.work.strategy.members[0].id


def test_that_a_member_shows_the_sections_owned_and_goes_there(
    window: Window, qtbot: QtBot
) -> None:
    page = _page(window)
    owner = next(one.owner for one in window.work.strategy.sections if one.owner)
    owned = [one for one in window.work.strategy.sections if one.owner == owner]
    window.go_to(owner)
    assert [link.text() for link in page.owned.links] == [one.heading for one in owned]

    with qtbot.waitSignal(page.wanted) as gone:
        page.owned.links[0].click()
    assert gone.args == ["text", owned[0].id]
    assert window.book.key == "text"


def test_that_the_owned_sections_follow_a_change(window: Window) -> None:
    page = _page(window)
    owner = next(one.owner for one in window.work.strategy.sections if one.owner)
    owned = [one for one in window.work.strategy.sections if one.owner == owner]
    window.go_to(owner)
    window.work.run(SetFields(owned[0].id, {"owner": None}))

    assert [link.text() for link in page.owned.links] == [one.heading for one in owned[1:]]


def test_that_a_new_member_is_named_in_the_table_and_undone(window: Window) -> None:
    page = _page(window)
    before = _names(page.tables[0])
    window.make("people", "member")
    QTest.keyClicks(window.focusWidget(), "Ture")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert "Ture" in _names(page.tables[0])

    window.undo()
    window.undo()
    assert _names(page.tables[0]) == before


def test_that_a_new_unit_stands_beside_the_one_in_focus(window: Window) -> None:
    page = _page(window)
    units = page.tables[1]
    here = next(one for one in window.work.strategy.units if parent_of(one.place))
    window.go_to(here.id)
    before = {one.id for one in window.work.strategy.units}
    page.make_usual()

    (made,) = [one for one in window.work.strategy.units if one.id not in before]
    assert parent_of(made.place) == parent_of(here.place)
    assert units.table.rows.at[made.id] == units.table.rows.at[here.id] + 1


def test_that_a_unit_moves_among_those_of_its_own_level(window: Window) -> None:
    page = _page(window)
    strategy = window.work.strategy
    first, second = [one for one in strategy.units if parent_of(one.place) is None][:2]
    window.go_to(first.id)
    page.move_by(1)

    roots = [one.id for one in window.work.strategy.units if parent_of(one.place) is None]
    assert roots[:2] == [second.id, first.id]


def test_that_a_unit_goes_in_and_out_of_another(window: Window) -> None:
    page = _page(window)
    first, second = [u for u in window.work.strategy.units if parent_of(u.place) is None][:2]
    window.go_to(second.id)
    page.change_level(1)
    assert parent_of(place_of(window.work.strategy.by_id[second.id])) == first.id
    row = page.tables[1].table.model.row_of(second.id)
    assert page.tables[1].table.model.text(row, 2) == first.name

    window.work.run(SetFields(first.id, {"name": "Ledningen"}))
    assert page.tables[1].table.model.text(row, 2) == "Ledningen"
    page.change_level(-1)
    assert parent_of(place_of(window.work.strategy.by_id[second.id])) is None


def test_that_removing_a_member_is_told_and_undone(window: Window) -> None:
    page = _page(window)
    member = window.work.strategy.members[0]
    window.go_to(member.id)
    window.page.remove()
    assert member.id not in window.work.strategy.by_id
    assert member.name in window.banner.text

    window.undo()
    assert _names(page.tables[0])[0] == member.name


def test_that_empty_tables_say_what_belongs_there(shell: Shell, empty: Path) -> None:
    page = _page(open_window(shell, empty))

    words = [one.empty_words for one in page.tables]
    assert words[0].startswith("Add those who are to write. Then you can send working copies")
    assert words[1] == "Add the units that are to have activities."
    assert page.detail.form is None


def test_that_a_narrow_window_turns_between_tables_and_form(window: Window) -> None:
    page = _page(window)
    window.resize(800, 600)
    windows.settle()
    assert not page.detail.isVisible()

    page.beside.turner.click()
    assert page.detail.isVisible()


def test_that_a_table_that_follows_a_change_elsewhere_does_not_take_the_form(
    window: Window,
) -> None:
    page = _page(window)
    member = window.work.strategy.members[2].id
    window.go_to(member)
    unit = page.tables[1].table.current()
    assert unit is not None
    window.work.run(Delete((unit,)))

    assert page.tables[1].table.current() != unit
    assert _shown(page) == member


def test_that_the_columns_fill_the_width_from_the_first_and_after_resizing(window: Window) -> None:
    for width in (1440, 1100):
        window.resize(width, 900)
        windows.settle()
        for one in _page(window).tables:
            grid = one.table.grid
            columns = sum(grid.columnWidth(at) for at in range(len(one.table.model.columns)))
            assert columns == grid.viewport().width()
