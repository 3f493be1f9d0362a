"""Everything that a person reads on the pages is translated, and has the room it needs."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from strategidesk.ui.window import Window
from tests.support import pseudo, room
from tests.support.walking import SIZES, settle, sights, untranslated


def test_that_every_page_speaks_the_users_language(wordless: Window) -> None:
    found = {
        f"{sight}: {text}"
        for sight in sights(wordless)
        for text in untranslated(wordless, wordless)
    }
    assert sorted(found) == []


def test_that_a_file_opened_for_reading_speaks_the_users_language(reading: Window) -> None:
    found = {
        f"{sight}: {text}" for sight in sights(reading) for text in untranslated(reading, reading)
    }
    assert sorted(found) == []


@pytest.mark.parametrize("size", SIZES)
def test_that_a_language_with_longer_words_has_room(
    wordless: Window, size: tuple[int, int]
) -> None:
    wordless.resize(*size)
    settle()
    found = {f"{sight}: {text}" for sight in sights(wordless) for text in room.cut(wordless)}
    assert sorted(found) == []


@pytest.mark.usefixtures("qapp")
def test_that_a_text_that_is_not_translated_is_found() -> None:
    window = QWidget(None)
    window.setToolTip("Not translated")
    window.show()
    found = [text for _where, text in pseudo.texts(window) if pseudo.untranslated(text)]
    window.close()
    assert found == ["Not translated"]


@pytest.mark.usefixtures("qapp")
def test_that_a_text_that_is_cut_is_found() -> None:
    window = QWidget(None)
    window.resize(200, 100)
    narrow, beyond = QLabel("⟦Cut⟧", window), QLabel("⟦Beyond⟧", window)
    narrow.setFixedWidth(8)
    beyond.move(190, 0)
    window.show()
    found = list(room.cut(window))
    window.close()
    assert [text.split(":")[0] for text in found] == ["QLabel ⟦Cut⟧", "QLabel ⟦Beyond⟧"]


def test_that_every_text_is_at_least_so_much_longer() -> None:
    for template in ("Add", "Make the strategy", "{n} of {all} shown"):
        assert len(pseudo.longer(template)) >= len(template) * (1 + pseudo.LONGER)
