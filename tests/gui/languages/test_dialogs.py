"""Every dialog is translated, and has the room it needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from strategidesk.ui.start.tour import CARDS, Tour
from strategidesk.ui.window import Window
from tests.support import room
from tests.support.dialogs import ASKED, kinds
from tests.support.source_strings import PACKAGE
from tests.support.walking import SIZES, settle, untranslated

LARGEST = SIZES[0]


class Looked:
    """What was found in the dialogs that were opened."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.seen: list[type[QDialog]] = []
        self.faults: list[str] = []

    def look(self, dialog: QDialog) -> int:
        """Show a dialog, look at it, and let it be."""
        dialog.show()
        settle()
        self.seen.append(type(dialog))
        self.faults += untranslated(self._window, dialog)
        self.faults += room.cut(dialog)
        if dialog.width() > LARGEST[0] or dialog.height() > LARGEST[1]:
            self.faults.append(f"{dialog.width()} x {dialog.height()}")
        dialog.hide()
        return QDialog.DialogCode.Rejected.value


@pytest.fixture
def looked(wordless: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looked]:
    made = Looked(wordless)
    for kind in (QDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", lambda dialog: made.look(dialog))
        monkeypatch.setattr(kind, "open", lambda dialog: made.look(dialog))
    yield made
    for dialog in wordless.findChildren(QDialog):
        dialog.deleteLater()
    QApplication.processEvents()


@pytest.mark.parametrize("kind", ASKED, ids=lambda kind: kind.__name__)
def test_that_a_dialog_speaks_the_users_language_and_has_room(
    wordless: Window, looked: Looked, kind: type[QDialog]
) -> None:
    ASKED[kind](wordless)

    assert set(looked.seen) == {kind}
    assert looked.faults == []


def test_that_no_dialog_is_left_out() -> None:
    assert kinds() == set(ASKED) - {QMessageBox}


def test_that_boxes_of_the_toolkit_are_asked_for_where_they_are_looked_at() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for name in ("QMessageBox(", "QInputDialog", "QErrorMessage", "QProgressDialog", "QWizard")
        if name in path.read_text(encoding="utf-8")
    }
    assert found == {str(Path("ui", "dialogs", "about.py"))}


@pytest.mark.parametrize("size", SIZES)
def test_that_the_tour_speaks_the_users_language_and_has_room(
    full: Window, size: tuple[int, int]
) -> None:
    full.resize(*size)
    full.shell.tour(full)
    (tour,) = full.findChildren(Tour)
    for _card in CARDS:
        settle()
        assert untranslated(full, tour) == []
        assert list(room.cut(tour)) == []
        tour.turn(1)
