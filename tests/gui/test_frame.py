from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from strategidesk import language
from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.model.dialogue import Response
from strategidesk.model.fields import Id, line, number, reference
from strategidesk.model.noun import Meta, Ordered
from strategidesk.model.schema import STANDARD, Schema
from strategidesk.model.strategy import Strategy
from strategidesk.ui import crash
from strategidesk.ui.dialogs.crash import CrashDialog
from strategidesk.ui.frame.navigation import END, NAME
from strategidesk.ui.shell import Shell
from strategidesk.ui.theme import faces
from strategidesk.ui.window import Window
from tests.support import windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Ordered):
    meta: ClassVar[Meta] = Meta("risk", "risks", "Risk", "Risks", "name")
    name: str = line("What may happen")
    odds: float | None = number("Odds")
    area: Id | None = reference("Area", to="area")


def test_that_a_noun_of_its_own_appears_by_itself(shell: Shell, tmp_path: Path) -> None:
    schema = Schema((*STANDARD.nouns, Risk))
    path = tmp_path / "risker.strategi"
    files.make(path, "Astrid Exempel", Strategy(schema, {}))
    window = Window(shell, Desk.open(path, "Astrid Exempel", schema))
    shell.windows.append(window)

    window.make("other", "risk")
    windows.write(windows.form(window).row("name"), "Ingen hinner")
    windows.write(windows.form(window).row("odds"), 0.5)
    window.save()

    assert [(risk.name, str(risk.odds)) for risk in window.work.strategy.all(Risk)] == [
        ("Ingen hinner", "0.5")
    ]
    assert windows.pane(window).model.index(0, 0).data() == "Ingen hinner"
    window.undo()
    window.undo()
    window.undo()
    assert window.work.strategy.all(Risk) == ()


def test_that_every_noun_has_a_page(window: Window) -> None:
    assert all(window.book.page_for(noun.meta.entity) for noun in STANDARD.nouns)
    for entity in windows.WRITTEN:
        thing = windows.first(window, entity)
        window.go_to(thing.id)
        assert windows.shown(window) == thing.id


@pytest.mark.parametrize("size", [(1440, 900), (720, 450)])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_page_is_painted(
    window: Window, shell: Shell, size: tuple[int, int], theme: str
) -> None:
    shell.set_theme(theme)
    window.resize(*size)
    for group in window.book.groups:
        for place in group:
            window.turn_to(place.key)
            windows.settle()
            picture = window.grab()
            assert (picture.width(), picture.height()) == size
    shell.set_theme("light")


def test_that_a_crash_report_holds_no_text_of_the_strategy() -> None:
    secret = "En mening ur strategin"
    try:
        try:
            int(secret)
        except ValueError as error:
            raise KeyError(secret) from error
    except KeyError as error:
        text = crash.report(error)

    assert "KeyError" in text
    assert "ValueError" in text
    assert "test_frame.py" in text
    assert "En mening ur" not in text.replace('secret = "', "")


def test_that_a_crash_is_told_once_and_can_be_copied(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def read(dialog: CrashDialog) -> int:
        dialog.copy()
        shown.append(dialog.details.toPlainText())
        shell.watch.caught(KeyError, KeyError("en till"), None)
        return 0

    monkeypatch.setattr(CrashDialog, "exec", read)
    shell.watch.caught(ValueError, ValueError("hemligt"), None)
    windows.settle()

    assert len(shown) == 1
    assert "hemligt" not in shown[0]
    assert "ValueError" in capsys.readouterr().err
    shell.copy_report()
    assert "KeyError" in shell.watch.last


def test_that_the_navigation_says_the_phase_and_whose_copy_it_is(
    shell: Shell, sample: Path
) -> None:
    windows.open_file(shell, sample)
    window = shell.windows[-1]
    window.resize(1440, 900)
    windows.settle()
    head, card = window.navigation.masthead, window.work.strategy.card
    assert (head.phase.text(), head.number.text()) == ("Follow-up", "5 of 6")
    assert head.title.accessibleName() == card.title

    windows.write(windows.row(window, card.id, "status"), "consultation")
    windows.write(windows.row(window, card.id, "title"), "Ett mycket långt namn på en plan " * 8)
    window.save()

    assert (head.phase.text(), head.number.text()) == ("Referral", "2 of 6")
    assert head.title.text().endswith("…")
    windows.settle()
    assert head.title.height() <= 2 * head.title.fontMetrics().lineSpacing() + 2
    assert window.navigation.owner.what.text() == "Your working copy"


def test_that_a_page_can_be_left_out_of_the_navigation(window: Window) -> None:
    shown = window.menus.actions["show_chain"]
    assert shown.isChecked()
    before = window.navigation.shown()

    shown.trigger()

    assert not shown.isChecked()
    assert window.navigation.shown() == [key for key in before if key != "chain"]
    assert window.work.memory["pages.hidden"] == ["chain"]
    window.turn_to("chain")  # by its menu entry it is still reached
    assert "chain" in window.navigation.shown()
    window.turn_to("plan")
    assert "chain" not in window.navigation.shown()
    shown.trigger()
    assert window.navigation.shown() == before


def test_that_no_line_stands_without_pages_on_both_sides(window: Window) -> None:
    for key in ("card", "people"):
        window.navigation.turn_sight(key)
    rows = window.navigation.list
    hidden = [rows.isRowHidden(row) for row in range(rows.count())]
    assert hidden[-3:] == [True, True, True]


def test_that_the_wastebasket_is_reached_by_the_menu_alone(window: Window) -> None:
    navigation = window.navigation
    assert "wastebasket" not in navigation.shown()
    assert "show_wastebasket" not in window.menus.actions

    window.menus.actions["page_wastebasket"].trigger()
    assert window.book.key == "wastebasket"
    assert not navigation.list.selectedItems()
    navigation.list.setFocus()
    assert window.book.key == "wastebasket"

    window.turn_to("text")
    assert [item.text() for item in navigation.list.selectedItems()] == ["Text"]


def test_that_the_pages_stand_in_the_order_of_the_work(window: Window) -> None:
    shown = window.navigation.shown()
    third = shown[shown.index("dialogue") : shown.index("card")]
    assert third == ["dialogue", "review", "history", "decisions", "follow_up", "comments"]


@pytest.mark.parametrize("points", [10, 13])
def test_that_no_page_name_is_cut_in_the_navigation(
    shell: Shell, sample: Path, qapp: QApplication, points: int
) -> None:
    language.use("sv")
    before = qapp.font()
    qapp.setFont(QFont(before.family(), points))
    window = windows.opened_from(shell, sample)
    window.resize(1440, 900)
    windows.settle()
    rows = window.navigation.list
    metrics = QFontMetrics(faces.ui(bold=True))
    qapp.setFont(before)
    room = rows.viewport().width() - NAME - END
    names = [rows.item(row).text() for row in range(rows.count())]

    assert [name for name in names if metrics.horizontalAdvance(name) > room] == []


def test_that_all_pages_are_reached_by_the_mouse_where_the_names_have_no_room(
    window: Window,
) -> None:
    navigation = window.navigation
    window.resize(1440, 900)
    windows.settle()
    assert navigation.more.isHidden()
    window.resize(720, 450)
    windows.settle()
    assert navigation.more.isVisible()
    menu = navigation.more.menu()
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert len(actions) == len(navigation.shown())

    actions["Workgroup and units"].trigger()
    assert window.book.key == "people"
    menu.aboutToShow.emit()
    on = [action.text() for action in menu.actions() if action.isChecked()]
    assert on == ["Workgroup and units"]


def test_that_a_badge_says_how_many_answers_wait_for_a_word(window: Window) -> None:
    response = windows.first(window, "response")
    rows = window.navigation.list
    (item,) = (
        rows.item(row)
        for row in range(rows.count())
        if rows.item(row).text() == "Dialogue and consultation"
    )

    def said() -> str:
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole) or "")

    window.work.run(SetFields(response.id, {"handling": ""}))
    before = sum(not one.handling for one in window.work.strategy.all(Response))
    assert said() == f"Dialogue and consultation, {before} waiting"

    window.work.run(SetFields(response.id, {"handling": "included"}))
    assert said() == (f"Dialogue and consultation, {before - 1} waiting" if before > 1 else "")


def test_that_no_menu_falls_out_while_the_search_can_give_way(shell: Shell, sample: Path) -> None:
    language.use("sv")
    window = windows.opened_from(shell, sample)
    window.turn_to("text")
    bar = window.menuBar()
    for width in (1440, 1000, 860, 720):
        window.resize(width, 700)
        windows.settle()
        shown = [action for action in bar.actions() if action.isVisible()]
        assert all(bar.actionGeometry(action).isValid() for action in shown), width
