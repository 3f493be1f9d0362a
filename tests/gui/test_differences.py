from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from strategidesk import language
from strategidesk.prose.differences import differences
from strategidesk.ui.differences import Differences, spoken
from strategidesk.ui.theme.tokens import DARK, LIGHT
from strategidesk.ui.window import Window
from strategidesk.word.contrast import contrast


def _formats(view: Differences) -> dict[str, QTextCharFormat]:
    found = {}
    block = view.document().begin()
    while block.isValid():
        for part in block:  # type: ignore[attr-defined]
            found[part.fragment().text()] = part.fragment().charFormat()
        block = block.next()
    return found


def test_that_changes_are_underlined_and_struck_through_on_their_colours(qtbot: QtBot) -> None:
    view = Differences("Wording")
    qtbot.addWidget(view)
    view.show_pieces(differences("Det bör göras.", "Det **ska** göras."))
    formats = _formats(view)

    assert formats["bör"].fontStrikeOut()
    assert formats["bör"].background().color().name().upper() == LIGHT["removed_bg"]
    assert formats["ska"].fontUnderline()
    assert formats["ska"].fontWeight() > 500
    assert formats["ska"].background().color().name().upper() == LIGHT["added_bg"]
    assert not formats["Det "].fontUnderline()


def test_that_changes_are_heard_as_words(qtbot: QtBot) -> None:
    language.use("sv")
    view = Differences("Lydelsen")
    qtbot.addWidget(view)
    view.show_pieces(differences("Det bör göras.", "Det ska göras."))

    assert view.accessibleDescription() == "borttaget bör, tillagt ska"
    assert spoken(differences("Ett ord", "Ett *ord*")) == "borttaget ord, tillagt ord (kursiv)"


def test_that_the_text_is_as_high_as_it_needs(qtbot: QtBot) -> None:
    view = Differences("Wording")
    qtbot.addWidget(view)
    view.resize(300, 50)
    view.show()
    view.show_pieces(differences("", "Kort."))
    low = view.height()
    view.show_pieces(differences("", "Ett stycke.\n\n" * 12))

    assert view.height() > low * 4
    assert view.document().size().height() <= view.height()


def test_that_changes_follow_the_theme(window: Window) -> None:
    view = Differences("Wording")
    view.setParent(window)
    view.show_pieces(differences("bör", "ska"))
    try:
        window.shell.set_theme("dark")
        assert _formats(view)["ska"].background().color().name().upper() == DARK["added_bg"]
    finally:
        window.shell.set_theme("light")


def test_that_changes_stand_out_from_what_they_lie_on() -> None:
    for theme in (LIGHT, DARK):
        for tone in ("added", "removed"):
            assert contrast(theme[tone], theme[f"{tone}_bg"]) >= 4.5
