import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk.publish import pdf, programs
from strategidesk.publish.sheets import Picture, Sheets
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.preview.dialog import Preview
from strategidesk.ui.preview.pane import STOPPED
from strategidesk.ui.window import Window
from tests.gui.preview.conftest import PAGES, Show
from tests.support import office


def test_that_the_preview_shows_the_pages_that_libreoffice_lays(
    preview: Preview, folder: Path
) -> None:
    assert len(preview.pane.pages) == len(PAGES)
    assert preview.pane.bar.number.text() == "1"
    assert preview.pane.bar.total.text() == "(4)"
    assert len((folder / "calls").read_text().splitlines()) == 1
    painted = preview.pane.pages.viewport().grab().toImage()
    seen = {painted.pixelColor(painted.width() // 2, y).name() for y in range(painted.height())}
    assert "#ffffff" in seen


@pytest.mark.usefixtures("works")
def test_that_pages_are_drawn_beside_the_windows_thread(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[threading.Thread] = set()
    draw = Sheets.picture

    def noted(sheets: Sheets, number: int, scale: float) -> Picture:
        threads.add(threading.current_thread())
        return draw(sheets, number, scale)

    monkeypatch.setattr(Sheets, "picture", noted)
    shown = show()
    qtbot.waitUntil(lambda: shown.pane.pages.drawn)
    assert threads
    assert threading.main_thread() not in threads


def test_that_keys_go_from_page_to_page(preview: Preview) -> None:
    pages = preview.pane.pages
    seen = []
    keys = Qt.Key
    for key in (keys.Key_PageDown, keys.Key_PageDown, keys.Key_PageUp, keys.Key_End, keys.Key_Home):
        QTest.keyClick(pages, key)
        seen.append(preview.pane.bar.number.text())
    assert seen == ["2", "3", "2", "4", "1"]
    assert pages.hasFocus()


def test_that_a_page_is_reached_by_its_number(preview: Preview) -> None:
    number = preview.pane.bar.number
    number.setFocus()
    number.selectAll()
    QTest.keyClicks(number, "3")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert preview.pane.pages.page == 2
    number.selectAll()
    QTest.keyClicks(number, "99")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert number.text() == "4"
    assert preview.isVisible()


def test_that_the_size_follows_keys_and_buttons(preview: Preview) -> None:
    pages, bar = preview.pane.pages, preview.pane.bar
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert bar.percent.text() == "100 %"
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert bar.percent.text() == "110 %"
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    bar.smaller.click()
    assert bar.percent.text() == "90 %"
    assert not bar.width_button.isChecked()
    bar.width_button.click()
    wide = pages.percent
    bar.page_button.click()
    assert pages.percent < wide
    assert bar.page_button.isChecked()


def test_that_the_place_is_kept_when_the_size_changes(preview: Preview) -> None:
    pages = preview.pane.pages

    def depth() -> float:
        """How far down the third page the view begins, as a part of its height."""
        place = pages._places.every[2]
        return (pages.verticalScrollBar().value() - place.y) / place.height

    pages.zoom_to(150)
    pages.go_to(2)
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().value() + 300)
    before = depth()
    for percent in (200, 80, 125):
        pages.zoom_to(percent)
        assert pages.page == 2
        assert depth() == pytest.approx(before, abs=0.01)


def test_that_a_page_that_lies_fits_the_width_too(preview: Preview, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(office.pdf(("Upright", "Lying", "Upright"), landscape=(1,)))
    preview.pane.show_sheets(Sheets(path))
    pages = preview.pane.pages
    preview.pane.bar.width_button.click()
    upright = pages.percent
    preview.pane.bar.after.click()
    place = pages._places.every[1]
    assert pages.page == 1
    assert place.width < pages.viewport().width()
    assert pages.verticalScrollBar().value() == pytest.approx(place.y, abs=20)
    preview.pane.bar.before.click()
    assert pages.percent == pytest.approx(upright)


def test_that_readers_are_told_the_page_and_can_have_it_as_text(preview: Preview) -> None:
    pane = preview.pane
    reader = QAccessible.queryAccessibleInterface(pane.pages)
    assert reader.role() == QAccessible.Role.Document
    pane.pages.go_to(1)
    assert reader.text(QAccessible.Text.Name) == "Page 2 of 4"
    pane.bar.text.click()
    assert pane.text.isVisible()
    assert pane.text.toPlainText() == "Second"
    pane.bar.after.click()
    assert pane.text.toPlainText() == "Third"
    pane.bar.text.click()
    assert pane.pages.isVisible()


def test_that_another_document_is_chosen_in_the_preview(preview: Preview, qtbot: QtBot) -> None:
    what = preview.what
    names = [what.itemText(at) for at in range(what.count())]
    assert names[:2] == ["Strategy", "Activity plan"]
    assert len(names) == len(set(names))
    preview.pane.pages.go_to(3)
    what.setCurrentIndex(1)
    what.activated.emit(1)
    qtbot.waitUntil(lambda: preview.pane.pages.drawn)
    assert preview.choice.export.what == "activity-plan"
    assert preview.pane.pages.page == 0


def test_that_without_libreoffice_it_is_said_what_to_do(
    folder: Path, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = os.environ["PATH"]
    office.none(monkeypatch, folder)
    shown = show()
    assert shown.pane.sentence.text() == programs.MISSING
    assert not shown.print.isEnabled()
    assert not shown.pane.bar.number.isEnabled()
    monkeypatch.setenv("PATH", path)
    office.fake(monkeypatch, folder, pages=PAGES)
    shown.pane.again.click()  # it has been installed meanwhile
    qtbot.waitUntil(lambda: shown.pane.pages.drawn)


def test_that_a_failure_is_told_and_can_be_tried_again(
    folder: Path, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    office.fake(monkeypatch, folder, office.FAILS)
    shown = show()
    qtbot.waitUntil(lambda: not shown.pane.doing.busy)
    assert shown.pane.sentence.text() == pdf.FAILED
    office.fake(monkeypatch, folder, pages=PAGES)
    shown.pane.again.click()
    qtbot.waitUntil(lambda: shown.pane.pages.drawn)
    assert shown.print.isEnabled()


def test_that_the_laying_is_stopped(
    folder: Path, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    office.fake(monkeypatch, folder, office.HANGS)
    shown = show()
    qtbot.waitUntil(lambda: shown.pane.doing.words.text() == "Laying the pages")
    shown.pane.doing.cancel.click()
    qtbot.waitUntil(lambda: not shown.pane.doing.busy)
    assert shown.pane.sentence.text() == STOPPED


def test_that_the_preview_closes_while_the_pages_are_laid(
    folder: Path, show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window: Window
) -> None:
    office.fake(monkeypatch, folder, office.HANGS)
    shown = show()
    qtbot.waitUntil(lambda: shown.pane.doing.words.text() == "Laying the pages")
    shown.reject()
    assert window.previewing.dialog is None


def test_that_the_document_goes_on_to_the_export(preview: Preview, window: Window) -> None:
    preview.what.setCurrentIndex(1)
    preview.export.click()
    (panel,) = [one for one in window.findChildren(ExportPanel) if one.isVisible()]
    assert panel.choice.export.what == "activity-plan"
    assert panel.choice.format == "pdf"
    panel.reject()


def test_that_the_export_panel_says_before_that_pdf_needs_libreoffice(
    window: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.none(monkeypatch, folder)
    choice = next(one for one in window.exporting.choices() if one.format == "pdf")
    window.exporting.ask(choice)
    (panel,) = [one for one in window.findChildren(ExportPanel) if one.isVisible()]
    assert panel.note.text() == programs.MISSING
    panel.export.click()
    assert panel.isVisible()
    panel.reject()
