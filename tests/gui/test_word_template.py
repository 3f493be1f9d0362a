"""The dialog of the municipality's Word template."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategidesk.desk import word_template
from strategidesk.ui import asking
from strategidesk.ui.dialogs.export_panel import OWN_LOOK, ExportPanel
from strategidesk.ui.dialogs.word_template import WordTemplateDialog
from strategidesk.ui.export_memory import Wanted
from strategidesk.ui.window import Window
from tests.support import documents
from tests.support.dropping import mime_of
from tests.support.municipal_templates import google_docs, swedish_word
from tests.support.word_templates import saved


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> Iterator[WordTemplateDialog]:
    window.menus.do("word_template")
    (opened,) = window.findChildren(WordTemplateDialog)
    yield opened
    qtbot.waitUntil(lambda: opened.free, timeout=30_000)
    opened.done(0)


def ready(dialog: WordTemplateDialog, qtbot: QtBot) -> list[str]:
    """The lines of the report when the template has been looked at."""
    qtbot.waitUntil(lambda: dialog.free, timeout=30_000)
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_that_a_chosen_template_is_kept_and_told_of_with_what_to_mend_first(
    dialog: WordTemplateDialog,
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    assert dialog.name.text() == "The program's own look"
    path = saved(tmp_path, "google.docx", google_docs())
    monkeypatch.setattr(asking, "existing_file", lambda *_: path)
    dialog.choose.click()
    lines = ready(dialog, qtbot)
    assert dialog.name.text() == "google.docx"
    assert lines[0].startswith("To mend: ")
    assert any("A4" in line and "216" in line for line in lines)
    assert word_template.name_of(window.work.strategy) == "google.docx"
    window.undo()
    assert word_template.name_of(window.work.strategy) == ""


def test_that_what_is_no_template_is_told_and_changes_nothing(
    dialog: WordTemplateDialog, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.take(saved(tmp_path, "fel.docx", b"text"))
    assert ready(dialog, qtbot) == []
    assert "fel.docx" in dialog.said.text()
    assert dialog.name.text() == "The program's own look"
    assert word_template.name_of(window.work.strategy) == ""


def test_that_a_template_that_is_dropped_is_taken(
    dialog: WordTemplateDialog, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    path = saved(tmp_path, "mall.dotx", swedish_word())
    middle, plain = dialog.rect().center(), Qt.KeyboardModifier.NoModifier
    how = (Qt.DropAction.CopyAction, mime_of(path), Qt.MouseButton.LeftButton, plain)
    enter = QDragEnterEvent(middle, *how)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(middle.toPointF(), *how))
    ready(dialog, qtbot)
    assert word_template.name_of(window.work.strategy) == "mall.dotx"


def test_that_the_template_is_taken_away_and_saved_as_a_copy(
    dialog: WordTemplateDialog,
    window: Window,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    assert not dialog.remove.isEnabled()
    dialog.take(saved(tmp_path, "mall.dotx", swedish_word()))
    ready(dialog, qtbot)
    copy = tmp_path / "kopia.dotx"
    monkeypatch.setattr(asking, "new_file", lambda *_: copy)
    dialog.save.click()
    assert copy.read_bytes() == swedish_word()
    dialog.remove.click()
    assert dialog.name.text() == "The program's own look"
    assert not dialog.list.isVisible()
    assert word_template.name_of(window.work.strategy) == ""


def test_that_the_export_panel_offers_the_strategys_template_first(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    window.work.run(word_template.KeepTemplate("mall.dotx", swedish_word()))
    window.exporting.ask_named("strategy")
    (panel,) = window.findChildren(ExportPanel)
    offered = [panel.template.itemText(at) for at in range(2)]
    assert offered == ["The strategy's template (mall.dotx)", "The program's own"]
    assert panel.template.currentIndex() == 0
    panel.reject()

    choice = window.exporting.choices()[0]
    for own_look, expected in ((False, "Rubrik1"), (True, "Heading1")):
        out = tmp_path / f"{own_look}.docx"
        window.exporting.begin(Wanted(choice, out, own_look=own_look))
        qtbot.waitUntil(lambda: window.exporting.runner is None, timeout=60_000)
        assert expected in {block.style for block in documents.blocks(out)}
    window.exporting.ask_named("strategy")
    (panel,) = (one for one in window.findChildren(ExportPanel) if one.isVisible())
    assert panel.template.currentData() == OWN_LOOK
    panel.reject()
