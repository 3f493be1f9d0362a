import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategidesk.desk.exporting import Exported
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.ui import asking, exporting
from strategidesk.ui.frame import status
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture(autouse=True)
def _shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "LAG", 0)
    monkeypatch.setattr(status, "PATIENCE", 0)


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


def _ended(window: Window) -> bool:
    return window.exporting.runner is None


def test_that_an_export_shows_progress_while_the_window_is_used(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.start(window.exporting.choices()[0], target)
    qtbot.waitUntil(lambda: window.status._bar.isVisible() and window.status._bar.value() > 1)

    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "Skrivet under tiden")
    window.save()
    assert window.status.state.startswith("Everything is saved")
    writer.may_end.set()
    qtbot.waitUntil(lambda: _ended(window))

    assert target.read_text(encoding="utf-8") == "färdigt"
    assert window.banner.kind == "ok"
    assert "ut.docx" in window.banner.text
    assert len(window.banner.acts) == 2
    assert window.status._bar.isHidden()


def test_that_an_export_is_cancelled(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.start(window.exporting.choices()[0], target)
    qtbot.waitUntil(lambda: window.status._cancel.isVisible())

    window.status._cancel.click()
    qtbot.waitUntil(lambda: _ended(window))

    assert writer.closed
    assert not target.exists()
    assert "stopped" in window.banner.text


def test_that_closing_stops_an_export(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.docx"
    window.exporting.start(window.exporting.choices()[0], target)
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
    window.exporting.start(window.exporting.choices()[0], tmp_path / "ut.docx")
    qtbot.waitUntil(lambda: _ended(window))

    assert window.banner.text == "Word has ut.docx open."


def test_that_what_is_being_typed_is_in_the_export(
    window: Window, writer: Writer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = windows.first(window, "section")
    windows.write(windows.row(window, section.id, "heading"), "Just skrivet")
    monkeypatch.setattr(asking, "new_file", lambda *_given: tmp_path / "ut.docx")

    window.exporting.ask(window.exporting.choices()[0])
    writer.may_end.set()
    qtbot.waitUntil(lambda: _ended(window))

    assert writer.strategy is window.work.strategy
    assert windows.stored(window, section.id, "heading") == "Just skrivet"


def test_that_every_export_stands_in_the_menu(window: Window) -> None:
    labels = [choice.label for choice in window.exporting.choices()]

    assert labels == [
        "Strategy (Word)",
        "Activity plan (Word)",
        "Activity plan, short (Word)",
        "Activity plan (Excel)",
    ]
