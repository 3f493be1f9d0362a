import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import SetFields
from strategidesk.desk.exporting import Exported
from strategidesk.desk.exports import EXPORTS, Wish
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.store.troubles import TAKEN, Unreachable
from strategidesk.ui import asking, exporting
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.export_memory import Wanted
from strategidesk.ui.frame import tasks
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture(autouse=True)
def _shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests below are of what is shown, not of when."""
    monkeypatch.setattr(tasks, "LAG", 0)
    monkeypatch.setattr(tasks, "PATIENCE", 0)


class Writer:
    """A writer that goes on until it is let."""

    def __init__(self) -> None:
        self.may_end = threading.Event()
        self.closed = False
        self.strategy: object = None

    def __call__(self, strategy: object, _what: str, target: Path, *_how: object) -> Job[Exported]:
        self.strategy = strategy
        return self._write(target)

    def _write(self, target: Path) -> Job[Exported]:
        done = 0
        try:
            while not self.may_end.wait(0.001):
                done += 1
                yield Progress(min(done, 99), 100, "Writing the document")
            target.write_text("färdigt", encoding="utf-8")
        finally:
            self.closed = True
        return Exported(target)


@pytest.fixture
def writer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    made = Writer()
    monkeypatch.setattr(exporting, "export", made)
    yield made
    made.may_end.set()


def _wanted(window: Window, target: Path) -> Wanted:
    return Wanted(window.exporting.choices()[0], target)


def _panels(window: Window) -> list[ExportPanel]:
    return [one for one in window.findChildren(ExportPanel) if one.isVisible()]


def _panel(window: Window, name: str) -> ExportPanel:
    """The panel, when it has looked at the document."""
    window.exporting.ask_named(name)
    (panel,) = _panels(window)
    _looked_at(panel)
    return panel


def _looked_at(panel: ExportPanel) -> None:
    while panel._checking is not None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _type(line: QLineEdit, text: str) -> None:
    line.selectAll()
    QTest.keyClicks(line, text)


def _ended(window: Window) -> bool:
    return window.exporting.runner is None


def test_that_an_export_shows_progress_while_the_window_is_used(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.begin(_wanted(window, target))
    qtbot.waitUntil(lambda: window.status._bar.isVisible() and window.status._bar.value() > 1)

    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "Skrivet under tiden")
    window.save()
    assert window.status.state.startswith("Everything is saved")
    writer.may_end.set()
    qtbot.waitUntil(lambda: _ended(window))

    assert target.read_text(encoding="utf-8") == "färdigt"
    assert window.banner.kind == "ok"
    assert window.banner.text == "The strategy is exported."
    assert len(window.banner.acts) == 2
    assert window.status._bar.isHidden()


def test_that_an_export_is_cancelled(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.begin(_wanted(window, target))
    qtbot.waitUntil(lambda: window.status._cancel.isVisible())

    window.status._cancel.click()
    qtbot.waitUntil(lambda: _ended(window))

    assert writer.closed
    assert not target.exists()
    assert "stopped" in window.banner.text


def test_that_another_export_is_dimmed_and_nothing_else(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    window.turn_to("text")
    primary, actions = window.header.buttons[-1], window.menus.actions
    before = {key for key, action in actions.items() if action.isEnabled()}
    window.exporting.begin(_wanted(window, tmp_path / "ut.docx"))

    now = {key for key, action in actions.items() if action.isEnabled()}
    assert before - now == {
        *(f"export_{export.what}" for export in EXPORTS),
        "repeat_export",
        "save_copy",
        "merge_copies",
        "send_copy",
        "new_round",
        "make_sheets",
    }
    assert not primary.isEnabled()
    window.turn_to("plan")
    assert [one.isEnabled() for one in window.header.buttons] == [False, True]
    window.menus.do("repeat_export")
    assert not window.banner.text

    writer.may_end.set()
    qtbot.waitUntil(lambda: _ended(window))
    assert all(actions[key].isEnabled() for key in before - now)
    assert all(one.isEnabled() for one in window.header.buttons)


@pytest.mark.usefixtures("writer")
def test_that_work_that_ends_leaves_the_place_to_what_still_goes_on(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    stopped: list[str] = []
    window.status.work("opening", "Öppnar plan.strategi …", 0, 0, lambda: stopped.append("opening"))
    window.exporting.begin(_wanted(window, tmp_path / "ut.docx"))
    qtbot.waitUntil(lambda: window.status._doing.text() == "Writing the document")

    window.status._cancel.click()
    qtbot.waitUntil(lambda: _ended(window))

    assert stopped == []
    assert window.status._bar.isVisible()
    assert window.status._doing.text() == "Öppnar plan.strategi …"
    window.status._cancel.click()
    assert stopped == ["opening"]
    window.status.work_ended("opening")
    assert window.status._bar.isHidden()


def test_that_closing_stops_an_export(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.begin(_wanted(window, target))
    qtbot.waitUntil(lambda: window.status._bar.value() > 1)

    assert window.close()

    assert writer.closed
    assert not target.exists()
    windows.settle()


def test_that_a_refused_export_is_told(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    def refuse(*_given: object) -> Job[Exported]:
        yield Progress(0, 1, "Writing the document")
        raise UserError("Word has {path} open.", path="ut.docx")

    monkeypatch.setattr(exporting, "export", refuse)
    window.exporting.begin(_wanted(window, tmp_path / "ut.docx"))
    qtbot.waitUntil(lambda: _ended(window))

    assert window.banner.text == "Word has ut.docx open."


def test_that_what_is_being_typed_is_in_the_export(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "Just skrivet")

    panel = _panel(window, "strategy")
    _type(panel.path, str(tmp_path / "ut.docx"))
    panel.export.click()
    writer.may_end.set()
    qtbot.waitUntil(lambda: _ended(window))

    assert writer.strategy is window.work.strategy
    assert windows.stored(window, section.id, "heading") == "Just skrivet"


def test_that_every_export_stands_once_in_the_menu(window: Window) -> None:
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Export")
    labels = [action.text().replace("&", "") for action in menu.actions() if action.text()]

    assert labels == [*(f"{export.label} …" for export in EXPORTS), "Compare versions …"]


def test_that_every_export_is_offered_in_every_format(window: Window) -> None:
    labels = [choice.label for choice in window.exporting.choices()]

    assert labels == [
        "Strategy (Word)",
        "Strategy (PDF)",
        "Activity plan (Word)",
        "Activity plan, short (Word)",
        "Activity plan (PDF)",
        "Activity plan, short (PDF)",
        "Activity plan (Excel)",
        "Official memorandum (Word)",
        "Official memorandum (PDF)",
        "Extract from the minutes (Word)",
        "Extract from the minutes (PDF)",
        "Consultation version (Word)",
        "Consultation version (PDF)",
        "Consultation report (Word)",
        "Consultation report, by respondent (Word)",
        "Consultation report (PDF)",
        "Consultation report, by respondent (PDF)",
    ]


def _export_once(window: Window, writer: Writer, qtbot: QtBot, target: Path) -> None:
    writer.may_end.set()
    panel = _panel(window, "activity-plan")
    panel.format.setCurrentIndex(panel.format.findText("Excel"))
    panel.format.activated.emit(panel.format.currentIndex())
    _type(panel.path, str(target))
    QTest.keyClick(panel.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _ended(window))


def test_that_the_panel_remembers_what_was_chosen(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "blad.xlsx"
    _export_once(window, writer, qtbot, target)
    assert window.banner.text == "The activity plan is exported."

    panel = _panel(window, "activity-plan")
    assert panel.choice.label == "Activity plan (Excel)"
    assert panel.path.text() == str(target)
    assert "replaced" in panel.note.text()
    panel.reject()


def test_that_the_last_export_is_repeated_without_asking(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "blad.xlsx"
    _export_once(window, writer, qtbot, target)
    target.unlink()

    window.exporting.repeat()
    qtbot.waitUntil(lambda: _ended(window))

    assert target.exists()
    assert not _panels(window)


def test_that_repeating_asks_where_nothing_was_exported(window: Window) -> None:
    window.exporting.repeat()

    (panel,) = _panels(window)
    assert panel.choice.label == "Strategy (Word)"
    panel.reject()


def test_that_an_own_template_is_used_and_remembered(
    window: Window,
    writer: Writer,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    template = tmp_path / "mall.docx"
    template.write_bytes(b"")
    given: list[object] = []

    def export(*how: Any) -> Job[Exported]:
        given.extend(how)
        return writer(*how)

    monkeypatch.setattr(exporting, "export", export)
    monkeypatch.setattr(asking, "existing_file", lambda *_given: template)
    writer.may_end.set()
    panel = _panel(window, "strategy")
    panel._choose_template.click()
    panel.export.click()
    qtbot.waitUntil(lambda: _ended(window))
    assert isinstance(given[-1], Wish)
    assert given[-1].template == template

    panel = _panel(window, "strategy")
    assert panel.template.currentText() == "mall.docx"
    panel.reject()


def test_that_comments_go_along_where_they_are_ticked_and_that_is_remembered(
    window: Window, writer: Writer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: list[Wish] = []

    def export(*what: Any) -> Job[Exported]:
        given.extend(each for each in what if isinstance(each, Wish))
        return writer(*what)

    monkeypatch.setattr(exporting, "export", export)
    writer.may_end.set()
    panel = _panel(window, "strategy")
    assert panel.comments.isVisible()
    assert not panel.comments.isChecked()
    panel.comments.click()
    panel.path.setText(str(tmp_path / "ut.docx"))
    panel.export.click()
    qtbot.waitUntil(lambda: _ended(window))
    assert [wish.comments for wish in given] == [True]

    panel = _panel(window, "strategy")
    assert panel.comments.isChecked()
    panel.reject()


def test_that_a_place_that_is_not_there_is_said_and_nothing_is_exported(
    window: Window, tmp_path: Path
) -> None:
    panel = _panel(window, "strategy")
    _type(panel.path, str(tmp_path / "borta" / "ut.docx"))
    panel.export.click()

    assert panel.isVisible()
    assert "borta" in panel.note.text()
    assert _ended(window)
    panel.reject()


def test_that_an_accessible_document_is_said_to_be_so(window: Window) -> None:
    panel = _panel(window, "strategy")

    assert panel.findings.sentence.text() == "The document is accessible."
    assert panel.findings.list.isHidden()
    panel.reject()


def test_that_a_finding_leads_to_the_field_where_it_is_mended(window: Window) -> None:
    term = windows.first(window, "definition")
    bad = "Se [här](https://ekbacka.example)."
    window.work.run(SetFields(term.id, {"text": bad}))
    window.turn_to("overview")

    panel = _panel(window, "strategy")
    assert panel.findings.list.count() == 1
    assert "does not say where the link leads" in panel.findings.list.item(0).text()
    QTest.keyClick(panel.findings.list, Qt.Key.Key_Return)
    windows.settle()

    assert not _panels(window)
    assert window.exporting.memory.last() is None
    assert window.book.key == "definitions"
    form = windows.form(window)
    assert form.thing == term.id
    assert form.row("text").editor.isAncestorOf(window.focusWidget())


def test_that_a_document_open_in_word_is_tried_again(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    held = [True]

    def write(_strategy: object, _what: str, target: Path, *_how: object) -> Job[Exported]:
        yield Progress(0, 1, "Writing the document")
        if held.pop() if held else False:
            raise Unreachable(TAKEN, path=target)
        return Exported(target)

    monkeypatch.setattr(exporting, "export", write)
    window.exporting.begin(_wanted(window, tmp_path / "ut.docx"))
    qtbot.waitUntil(lambda: _ended(window))
    assert window.banner.text.startswith("Word has the document open.")

    (again,) = window.banner.acts
    assert isinstance(again, QPushButton)
    again.click()
    qtbot.waitUntil(lambda: _ended(window))
    assert window.banner.text == "The strategy is exported."
