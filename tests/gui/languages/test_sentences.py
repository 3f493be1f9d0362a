"""What the window tells in its banner is translated, and has the room it needs."""

import string
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategidesk.desk.drafts import Draft
from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.store.lock import FileIsOpen
from strategidesk.store.troubles import Damaged
from strategidesk.ui import asking
from strategidesk.ui.frame.banner import WARN, Act
from strategidesk.ui.holding import Held, Place
from strategidesk.ui.start.troubles import tell_only_reading, tell_trouble
from strategidesk.ui.window import Window
from tests.support import room, windows
from tests.support.bare_words import in_places, shown
from tests.support.source_strings import of_code, of_errors
from tests.support.walking import SIZES, pages, settle, untranslated


def places(template: str) -> dict[str, str]:
    """Something for every place of a template."""
    return {name: "0" for _, name, _, _ in string.Formatter().parse(template) if name}


def test_that_the_window_gives_nobody_words_that_are_not_translated() -> None:
    assert shown() == []


def test_that_no_place_of_a_sentence_is_filled_with_words_that_are_not_translated() -> None:
    assert in_places() == []


def test_that_every_trouble_is_told_in_the_users_language(full: Window) -> None:
    templates = of_errors()
    assert len(templates) > 40
    for template in sorted(templates):
        full.work.refused.emit(UserError(template, **places(template)))
        assert full.banner.text == str(UserError(template, **places(template)))
        assert untranslated(full, full.banner) == []


@pytest.mark.parametrize("size", SIZES)
def test_that_every_sentence_has_room_in_the_banner(full: Window, size: tuple[int, int]) -> None:
    full.resize(*size)
    acts = [Act(tr(words), settle) for words in ("Try again", "Close without saving it")]
    for template in sorted(one for one in of_code() if one.endswith(".")):
        full.banner.tell(WARN, tr(template, **places(template)), *acts)
        settle()
        assert list(room.cut(full.banner)) == [], template


def test_that_what_happens_to_the_file_is_told_in_the_users_language(
    full: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    full.banner.told.connect(lambda _kind, _words: told.extend(untranslated(full, full.banner)))
    trouble = UserError("There is no file {path}.", path="0")
    draft = Draft(full.work.strategy.card.id, "title", "", ())
    monkeypatch.setattr(asking, "new_file", lambda *_given: tmp_path / "1.strategi")
    with qtbot.waitSignals([full.banner.told] * 4):
        windows.save_copy(full)
        windows.save_copy(full)
        full.work.unsaved.emit(trouble)
        full.work.held.emit(Held(draft, trouble, Place.COMPUTER))
    for name in ("strategy", "activity-plan"):
        with qtbot.waitSignal(full.banner.told, timeout=60_000):
            full.exporting.begin(full.exporting.memory.wanted(full.exporting.memory.usual(name)))
    with qtbot.waitSignal(full.banner.told, timeout=60_000):
        full.exporting.repeat()
        full.exporting.cancel()

    assert told == []
    assert untranslated(full, full.status) == []


def test_that_every_removal_is_told_in_the_users_language(full: Window) -> None:
    told = {}
    for page in pages(full):
        full.banner.dismiss()
        if full.page.has_chosen():
            full.page.remove()
            settle()
            if full.banner.text:
                told[page] = untranslated(full, full.banner)

    assert len(told) > 5
    assert [text for texts in told.values() for text in texts] == []


@pytest.mark.parametrize("kind", [FileIsOpen, Damaged, UserError])
def test_that_what_stands_in_the_way_of_a_file_is_told_with_what_can_be_done(
    full: Window, kind: type[UserError]
) -> None:
    trouble = kind(
        "The file {path} is damaged and is not opened. Restore it from a backup.", path=0
    )
    tell_trouble(full.shell, full, full.path, trouble)
    assert len(full.banner.acts) == {FileIsOpen: 2, Damaged: 1, UserError: 0}[kind]
    settle()
    assert untranslated(full, full.banner) == []
    tell_only_reading(full.shell, full, trouble)
    settle()
    assert untranslated(full, full.banner) == []
    assert list(room.cut(full.banner)) == []
