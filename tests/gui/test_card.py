"""The document card: the form in the paper's order, and the cover beside it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from strategidesk.model.noun import edited_fields
from strategidesk.ui.pages.card import CardPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows


def _page(window: Window) -> CardPage:
    window.turn_to("card")
    windows.settle()
    assert isinstance(window.page, CardPage)
    return window.page


def test_that_every_field_of_the_card_stands_in_the_form_once(window: Window) -> None:
    page = _page(window)
    names = [row.field.name for row in page.form.rows]

    assert sorted(names) == sorted(field.name for field in edited_fields(page.form.noun))
    assert names[:3] == ["municipality", "title", "kind"]


def test_that_the_tab_key_walks_the_fields_in_the_papers_order(window: Window) -> None:
    page = _page(window)
    inners = [row.editor.inner for row in page.form.rows]
    inners[0].setFocus()
    walked = []
    for _ in inners:
        walked.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    assert walked == inners
    assert window.focusWidget() is page.cover


def test_that_the_cover_says_what_the_document_will_say(window: Window) -> None:
    texts = _page(window).cover.texts

    assert texts[:3] == ["Ekbacka kommun", "Strategi för integration 2026–2029", "Strategi"]
    assert texts[texts.index("Diarienummer") + 1] == "KS 2025/00123"
    assert "§\u00a0132" in texts[texts.index("Beslutad av") + 1]


def test_that_the_cover_follows_what_is_typed(window: Window) -> None:
    page = _page(window)
    windows.write(page.form.row("municipality"), "Ekbackas kommun")
    assert page.cover.texts[0] == "Ekbackas kommun"

    windows.write(page.form.row("valid_from"), "i vår")  # no date: what stood there stays
    assert page.cover.texts[page.cover.texts.index("Gäller fr.o.m.") + 1] == "2026-01-01"


def test_that_the_cover_follows_a_decision_and_undo(window: Window) -> None:
    page = _page(window)
    decisions = [
        one
        for one in window.work.strategy.decisions
        if (one.kind, one.about) == ("adoption", "strategy")
    ]
    windows.write(windows.row(window, decisions[-1].id, "body"), "Nämnden")
    window.save()
    assert any("Nämnden" in text for text in page.cover.texts)

    window.undo()
    assert not any("Nämnden" in text for text in page.cover.texts)


def test_that_the_cover_stands_beside_the_form_where_there_is_room(window: Window) -> None:
    page = _page(window)
    window.resize(1440, 900)
    windows.settle()
    assert page.cover.mapTo(page, page.cover.rect().topLeft()).x() > page.form.width() / 2

    window.resize(800, 600)
    windows.settle()
    assert page.form.isAncestorOf(page.cover)
    assert page.cover.isVisible()


def test_that_an_empty_strategy_has_a_cover(shell: Shell, empty: Path) -> None:
    page = _page(open_window(shell, empty))

    assert page.cover.texts[0] == "Strategi"
