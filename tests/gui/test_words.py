"""The window's menus have a letter for each entry in every language."""

from strategidesk.language import catalogue
from tests.support.source_strings import PACKAGE, of_code


def test_that_menu_texts_keep_a_letter() -> None:
    swedish = catalogue("sv")
    menus = [text for text in of_code(PACKAGE / "ui") if "&" in text]

    assert len(menus) > 20
    assert [text for text in menus if "&" not in swedish[text]] == []
