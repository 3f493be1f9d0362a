"""Versions in the window: saved, adopted, opened, compared, exported, and what begins from them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import SetFields
from strategidesk.desk.comparing import Sides
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import merging
from strategidesk.desk.versions import (
    PLAN,
    Adoption,
    adopt,
    load,
    name_version,
    versions,
    waiting,
)
from strategidesk.errors import UserError
from strategidesk.history import versions as kept
from strategidesk.history.versions import Version
from strategidesk.model.people import Paper
from strategidesk.store.file import StrategyFile
from strategidesk.ui import asking
from strategidesk.ui.dialogs.adopt import AdoptDialog
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.dialogs.name_version import NameVersionDialog
from strategidesk.ui.export_memory import Wanted
from strategidesk.ui.pages.decisions import DecisionsPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.versions.view import VersionsView
from strategidesk.ui.window import Window
from tests.support import documents, reviews, windows
from tests.support.contests import meanwhile
from tests.support.desks import content

COUNCIL = Adoption("Kommunfullmäktige", "2026-03-09", "12")
TITLE = "Antagen av Kommunfullmäktige 2026-03-09, § 12"


def found(window: Window) -> tuple[Version, ...]:
    return versions(window.work.desk.file)


def page(window: Window) -> DecisionsPage:
    window.turn_to("decisions")
    assert isinstance(window.page, DecisionsPage)
    return window.page


def tab(window: Window) -> VersionsView:
    window.versioning.show_versions()
    return page(window).versions


def adopt_button(window: Window) -> QPushButton:
    return window.header.buttons[-1]


def act(window: Window, words: str) -> QPushButton:
    (one,) = [b for b in window.banner.acts if isinstance(b, QPushButton) and b.text() == words]
    return one


def contested(window: Window) -> None:
    """Two people have given the same field two values."""
    meanwhile(window.work.desk, window.work.strategy.card.id, "subject", "Ett", "Två")
    window.work.unsettled.look()
    reviews.follow(window)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Answers the question for a version's name."""

    def answer(name: str) -> None:
        def run(dialog: QDialog) -> int:
            assert isinstance(dialog, NameVersionDialog)
            assert not dialog.save.isEnabled()
            dialog.name.setText(name)
            assert dialog.save.isEnabled()
            return QDialog.DialogCode.Accepted.value

        monkeypatch.setattr(QDialog, "exec", run)

    return answer


@pytest.fixture
def adopting(window: Window) -> AdoptDialog:
    page(window)
    adopt_button(window).click()
    assert window.versioning.dialog is not None
    return window.versioning.dialog


def decide(window: Window, dialog: AdoptDialog) -> None:
    """Fill in the decision and adopt."""
    dialog.body.setText(COUNCIL.body)
    dialog.date.setText(COUNCIL.date)
    dialog.paragraph.setText(COUNCIL.paragraph)
    dialog.adopt.click()
    windows.wait_for_job(window.versioning)


def test_that_a_version_is_saved_with_what_is_being_typed(
    window: Window, named: Callable[[str], None]
) -> None:
    section = windows.first(window, "section")
    windows.row(window, section.id, "heading").editor.set_value("Skrivs just nu")
    windows.row(window, section.id, "heading").editor.changed.emit()
    named("Före remiss")
    QTest.keyClick(
        window,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    windows.wait_for_job(window.versioning)

    (version,) = found(window)
    assert version.title == "Före remiss"
    kept = load(window.work.desk.file, version)
    assert kept.sections[0].heading == "Skrivs just nu"
    assert window.banner.kind == "ok"
    act(window, "Show the versions").click()
    assert tab(window).title.text() == "Före remiss"


def test_that_the_strategy_is_adopted_as_previewed(window: Window, adopting: AdoptDialog) -> None:
    assert not adopting.adopt.isEnabled()
    adopting.body.setText("Kommunfullmäktige")
    adopting.date.setText("2026-03-09")
    adopting.paragraph.setText("12")
    shown = " ".join(adopting.preview.texts).replace("\u00a0", " ")
    assert TITLE in shown
    assert "Kommunfullmäktige 2026-03-09, § 12" in shown
    decide(window, adopting)

    assert not adopting.isVisible()
    assert window.versioning.dialog is None
    (version,) = found(window)
    assert version.title == TITLE
    assert window.work.strategy.card.status == "adopted"
    assert TITLE in window.banner.text
    assert "Ctrl+Z" in window.banner.text
    assert {b.text() for b in window.banner.acts if isinstance(b, QPushButton)} == {
        "Export the papers",
        "Open the version",
    }
    assert tab(window).list.count() == 1


def test_that_an_adoption_leads_to_the_minutes_of_its_decision(
    window: Window, adopting: AdoptDialog, qtbot: QtBot
) -> None:
    decide(window, adopting)
    act(window, "Export the papers").click()

    decisions = window.work.strategy.decisions
    shown = page(window)
    assert shown.on_papers
    paper = window.work.strategy.get(Paper, shown.papers.paper)
    assert paper is not None
    assert (paper.kind, paper.decision) == ("minutes", decisions[-1].id)
    window.resize(1440, 900)  # the paper has room beside its form
    qtbot.waitUntil(lambda: "12" in " ".join(shown.papers.preview.texts))


def test_that_undo_does_not_take_an_adoption_back(window: Window, adopting: AdoptDialog) -> None:
    decide(window, adopting)
    after = content(window.work.strategy)
    assert window.work.desk.undo_label is None
    window.undo()
    assert content(window.work.strategy) == after


@pytest.mark.parametrize("day", ["2026-02-30", "2026-03", "i går"])
def test_that_a_day_that_is_none_is_told_before_anything_is_done(
    window: Window, adopting: AdoptDialog, day: str
) -> None:
    adopting.body.setText("Kommunfullmäktige")
    adopting.date.setText(day)
    assert not adopting.adopt.isEnabled()
    assert "2026-03-09" in adopting.note.text()
    adopting.reject()
    assert found(window) == ()


def test_that_the_plan_can_be_adopted_by_itself(window: Window, adopting: AdoptDialog) -> None:
    status = window.work.strategy.card.status
    adopting.about.setCurrentIndex(adopting.about.findData(PLAN))
    adopting.about.activated.emit(1)
    adopting.body.setText("Kommunstyrelsen")
    windows.settle()
    assert any(text.startswith("Aktivitetsplan till") for text in adopting.preview.texts)
    decide(window, adopting)
    (version,) = found(window)
    assert version.kind == "adopted_plan"
    assert window.work.strategy.card.status == status


def test_that_adopting_is_dimmed_with_its_reason_while_something_waits(window: Window) -> None:
    contested(window)
    n = waiting(window.work.desk.file)
    page(window)
    assert not adopt_button(window).isEnabled()
    reason = f"The strategy cannot be adopted yet: {n} change"
    assert adopt_button(window).toolTip().startswith(reason)
    assert adopt_button(window).accessibleDescription() == adopt_button(window).toolTip()
    assert window.header.sentence == adopt_button(window).toolTip()
    window.versioning.adopt()
    assert window.versioning.dialog is None
    assert window.banner.text.startswith(reason)


def test_that_a_change_that_comes_meanwhile_refuses_the_adoption_in_its_dialog(
    window: Window, adopting: AdoptDialog
) -> None:
    contested(window)
    decide(window, adopting)
    assert adopting.isVisible()
    assert adopting.isEnabled()
    assert "cannot be adopted yet" in adopting.note.text()
    assert found(window) == ()
    adopting.reject()


def test_that_a_version_opens_to_read_under_its_name_and_leaves_no_trace(
    shell: Shell, window: Window
) -> None:
    adopt(window.work.desk, COUNCIL)
    card = window.work.strategy.card
    window.work.run(SetFields(card.id, {"title": "Sedan"}))
    tab(window).open.click()
    shown = windows.opened(shell)
    assert shown is not window
    assert shown.windowTitle().startswith(TITLE)
    assert shown.work.read_only
    assert shown.work.strategy.card.title == card.title
    assert TITLE in shown.banner.text
    path = shown.path
    assert str(path) not in [one["path"] for one in shell.settings.recent]
    tab(window).open.click()
    windows.wait_for_openings(shell)
    assert len(shell.windows) == 2
    shown.close()
    assert not path.exists()
    assert window.work.strategy.card.title == "Sedan"


def test_that_a_versions_window_exports_it_with_its_number(shell: Shell, window: Window) -> None:
    adopt(window.work.desk, COUNCIL)
    tab(window).open.click()
    shown = windows.opened(shell)
    wanted = shown.exporting.memory.wanted(shown.exporting.choices()[0])
    shown.exporting.begin(wanted)
    windows.wait_for_job(shown.exporting)
    assert ["Version", "1"] in documents.tables(wanted.path)[0]
    shown.close()
    wanted.path.unlink()


def test_that_a_version_is_exported_beside_the_strategy(window: Window) -> None:
    title = window.work.strategy.card.title
    adopt(window.work.desk, COUNCIL)
    window.work.run(SetFields(window.work.strategy.card.id, {"title": "Sedan"}))
    tab(window).export.click()
    windows.wait_for_job(window.exporting)
    (panel,) = window.findChildren(ExportPanel)
    target = Path(panel.path.text())
    assert target.parent == window.path.parent
    assert TITLE in target.name
    panel.export.click()
    windows.wait_for_job(window.exporting)
    lines = [block.text for block in documents.blocks(target)]
    assert title in lines
    assert "Sedan" not in lines
    assert ["Version", "1"] in documents.tables(target)[0]


def test_that_a_comparison_is_shown_and_spoken(window: Window) -> None:
    name_version(window.work.desk, "Före")
    section = window.work.strategy.sections[1]
    window.work.run(SetFields(section.id, {"heading": "En helt annan rubrik"}))
    view = tab(window)
    view.compare.click()
    windows.wait_for_job(window.versioning)

    shown = view.comparing
    assert view.currentWidget() is shown
    assert shown.title.text() == "From ”Före” to ”As it is now”"
    assert shown.count.text() == "1 thing differs."
    assert shown.list.hasFocus()
    said = shown.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "En helt annan rubrik. Changed: Heading"
    (text,) = shown.texts
    assert "added En helt annan rubrik" in text.accessibleDescription()
    assert f"removed {section.heading}" in text.accessibleDescription()
    shown.close_button.click()
    assert view.currentWidget() is not shown


def test_that_two_versions_are_compared_the_older_first(window: Window) -> None:
    for title in ("Första", "Andra"):
        name_version(window.work.desk, title)
    view = tab(window)
    asked: list[Any] = []
    view.asked.connect(lambda _what, about: asked.append(about))
    view.list.setCurrentRow(0)
    view.other.setCurrentIndex(1)
    view.compare.click()
    windows.wait_for_job(window.versioning)
    (sides,) = asked
    assert isinstance(sides, Sides)
    assert sides.names == ("Första", "Andra")
    assert view.comparing.comparison is not None
    assert not view.comparing.comparison


def test_that_a_comparison_is_saved_as_a_word_document(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_version(window.work.desk, "Före")
    window.work.run(SetFields(window.work.strategy.areas[0].id, {"title": "Ny titel"}))
    target = tmp_path / "ändringar.docx"
    monkeypatch.setattr(asking, "new_file", lambda *_asked, **_how: target)
    window.versioning.compare(Sides(found(window)[0], None))
    windows.wait_for_job(window.versioning)
    page(window).versions.comparing.write.click()
    windows.wait_for_job(window.versioning)
    assert (2, "Ny titel (ändrat)") in documents.headings(target)
    assert window.banner.kind == "ok"


def test_that_versions_that_a_copy_brings_are_listed(window: Window, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.strategi"
    window.work.desk.file.copy(copy)
    with Desk.open(copy, "Bo", backup_first=False) as desk:
        name_version(desk, "Bos version")
    view = tab(window)
    assert view.list.count() == 0
    window.work.desk.accept(finish(merging(window.work.desk, [copy])))
    assert view.title.text() == "Bos version"


def test_that_the_next_period_begins_in_a_file_of_its_own(
    shell: Shell, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.versioning.new_period()
    assert window.banner.text.startswith("No version is adopted yet.")
    adopt(window.work.desk, COUNCIL)
    target = tmp_path / "nästa.strategi"
    monkeypatch.setattr(asking, "new_file", lambda *_asked, **_how: target)
    window.versioning.new_period()
    new = windows.opened(shell)
    assert new.path == target
    assert new.work.strategy.card.status == "draft"
    assert new.work.strategy.card.replaces.endswith("2026-03-09, § 12")
    assert TITLE in new.banner.text
    assert not new.work.read_only


def test_that_a_damaged_version_is_told_and_nothing_opens(
    shell: Shell, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "packed", lambda _strategy: b"nothing")
    name_version(window.work.desk, "Trasig")
    tab(window).open.click()
    windows.wait_for_openings(shell)
    assert len(shell.windows) == 1
    assert "Trasig" in window.banner.text
    tab(window).compare.click()
    windows.wait_for_job(window.versioning)
    assert window.banner.kind == "warn"


def test_that_the_menus_offer_versions_and_a_reader_only_looks(
    shell: Shell, sample: Path, window: Window
) -> None:
    keys = ("save_version", "adopt", "new_period", "compare_versions")
    assert all(_action(window, key).isEnabled() for key in keys)
    window.close()
    windows.open_file(shell, sample, reading=True)
    reader = shell.windows[-1]
    able = {key for key in keys if _action(reader, key).isEnabled()}
    assert able == {"new_period", "compare_versions"}
    page(reader)
    assert not adopt_button(reader).isEnabled()


def _action(window: Window, key: str) -> QAction:
    return window.menus.actions[key]


def test_that_a_folder_that_does_not_answer_stops_no_export_and_is_told_by_adopting(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_file: object) -> Any:
        raise UserError("The folder does not answer.")

    monkeypatch.setattr(StrategyFile, "reading", away)
    choice = window.exporting.choices()[0]
    target = tmp_path / "ut.docx"
    window.exporting.begin(Wanted(choice, target))
    windows.wait_for_job(window.exporting)
    assert target.exists()
    window.work.unsettled.look()
    window.versioning.adopt()
    assert window.versioning.dialog is None
    assert window.banner.text == "The folder does not answer."
    monkeypatch.undo()
