"""What the menus do with the strategy as a whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import SetFields
from strategidesk.store.verifying import Finding
from strategidesk.ui import asking
from strategidesk.ui.dialogs.accessibility import AccessibilityDialog
from strategidesk.ui.dialogs.properties import PropertiesDialog
from strategidesk.ui.dialogs.save_template import SaveTemplateDialog
from strategidesk.ui.frame.about_file import LABELS
from strategidesk.ui.pages.card import CardPage
from strategidesk.ui.pages.history import HistoryPage
from strategidesk.ui.pages.overview import OverviewPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What every dialog of properties said."""
    said: list[dict[str, str]] = []

    def look(dialog: PropertiesDialog) -> int:
        said.append(dict(dialog.rows))
        return 0

    monkeypatch.setattr(PropertiesDialog, "exec", look)
    return said


def done(window: Window, key: str, qtbot: QtBot) -> None:
    """Do a command, and wait for the job that it begins."""
    window.menus.do(key)
    qtbot.waitUntil(lambda: window.about_file.runner is None, timeout=30_000)


def test_that_the_properties_tell_of_the_file_and_when_it_was_found_whole(
    window: Window, rows: list[dict[str, str]], qtbot: QtBot
) -> None:
    done(window, "properties", qtbot)
    assert rows[0]["Name"] == "ekbacka.strategi"
    assert rows[0]["Written by"] == "Astrid Exempel"
    assert rows[0]["Size"].endswith("kB")
    assert rows[0]["Found whole"] == "Not checked yet"

    done(window, "check_file", qtbot)
    assert window.banner.text.endswith("is whole.")
    done(window, "properties", qtbot)
    assert rows[1]["Found whole"] != "Not checked yet"


def test_that_a_check_that_finds_something_says_what_to_do(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    found = [Finding("{place}", "a"), Finding("{place}", "b")]
    monkeypatch.setattr(window.work.desk, "verify", lambda: iter(found))

    done(window, "check_file", qtbot)

    assert "is damaged in 2 places. Restore it from a backup." in window.banner.text
    (act,) = window.banner.acts
    assert isinstance(act, QPushButton)
    assert act.text() == "Backups …"


def test_that_a_finding_of_accessibility_leads_to_where_it_is_mended(
    window: Window, qtbot: QtBot
) -> None:
    section = window.work.strategy.sections[3]
    window.work.run(SetFields(section.id, {"heading": ""}))
    window.menus.do("accessibility")
    (dialog,) = window.findChildren(AccessibilityDialog)
    qtbot.waitUntil(lambda: dialog.checking is None)
    findings = dialog.findings.list
    row = next(n for n in range(findings.count()) if "heading" in findings.item(n).text())

    findings.itemActivated.emit(findings.item(row))

    assert window.book.key == "text"
    assert windows.shown(window) == section.id
    assert not dialog.isVisible()


def test_that_labels_lead_to_the_strategys_own_words(window: Window) -> None:
    window.menus.do("labels")

    assert isinstance(window.page, CardPage)
    row = window.page.form.row(LABELS)
    assert row.editor.isAncestorOf(window.focusWidget())


def test_that_what_is_new_is_the_history_since_the_file_was_opened(
    shell: Shell, sample: Path
) -> None:
    window = windows.opened_from(shell, sample)
    window.work.run(SetFields(window.work.strategy.card.id, {"title": "Ny"}))
    window.close()
    window = windows.opened_from(shell, sample)
    window.menus.do("news")

    assert isinstance(window.page, HistoryPage)
    assert window.page.filters.since.currentText() == "Since I last opened"


def test_that_a_strategy_is_saved_as_a_template_that_the_start_page_offers(
    window: Window, shell: Shell, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def answer(dialog: SaveTemplateDialog) -> int:
        dialog.title.setText("")
        assert not dialog.save.isEnabled()
        dialog.title.setText("Ekbackas mall")
        dialog.about.setText("Som vi brukar skriva.")
        return QDialog.DialogCode.Accepted.value

    page = shell.show_start().page
    qtbot.waitUntil(lambda: len(page.templates) == 4, timeout=20_000)
    assert page.every_link.isHidden()
    monkeypatch.setattr(SaveTemplateDialog, "exec", answer)
    window.menus.do("save_template")
    assert window.banner.text.startswith("The template Ekbackas mall is saved.")

    own = page.templates[-1]
    assert own.accessibleName() == "Ekbackas mall"
    assert own.accessibleDescription() == "Som vi brukar skriva."
    assert own.isHidden()
    assert page.every_link.text() == "All templates, 5"
    page.every_link.click()
    assert own.isVisible()
    assert page.every_link.isHidden()


def test_that_the_dates_ahead_are_saved_for_a_calendar(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.work.run(SetFields(window.work.strategy.card.id, {"valid_to": "2099-12"}))
    target = tmp_path / "datum.ics"
    monkeypatch.setattr(asking, "new_file", lambda *_given: target)
    page = window.page
    assert isinstance(page, OverviewPage)
    page.dates.to_calendar.click()

    content = target.read_text(encoding="utf-8").replace("\r\n ", "")
    assert "SUMMARY:The strategy ceases to apply" in content
    assert "DTSTART;VALUE=DATE:20991201" in content
    assert "Some day in 2099-12" in content
    assert str(target) in window.banner.text


def test_that_the_start_pages_status_bar_tells_version_and_language(shell: Shell) -> None:
    start = shell.show_start()
    start.resize(1100, 700)
    windows.settle()

    assert start.status.facts.text().startswith("Version ")
    assert start.status.language.text() == "English"
    assert start.status.facts.isVisible()
