from pathlib import Path

import pytest

from strategidesk.errors import UserError
from strategidesk.publish import facts
from strategidesk.publish.sheets import Sheets
from tests.support import office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "two.pdf"
    path.write_bytes(office.pdf(("Upright", "Lying"), landscape=(1,)))
    return path


def test_that_pages_have_their_size_and_text(path: Path) -> None:
    with Sheets(path) as sheets:
        assert [size.landscape for size in sheets.sizes] == [False, True]
        assert [sheets.text(number) for number in range(len(sheets))] == ["Upright", "Lying"]


def test_that_a_page_is_drawn_dark_on_white_at_the_scale_asked_for(path: Path) -> None:
    with Sheets(path) as sheets:
        drawn = sheets.picture(1, 2.0)
    assert (drawn.width, drawn.height) == (1684, 1190)
    assert len(drawn.dots) == 4 * drawn.width * drawn.height
    assert drawn.dots[:3] == b"\xff\xff\xff"
    assert b"\x00\x00\x00" in drawn.dots


def test_that_a_file_is_let_go_while_its_pages_are_looked_at(path: Path) -> None:
    with Sheets(path) as sheets:
        path.unlink()
        assert sheets.text(0) == "Upright"
    sheets.close()


def test_that_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("hej", encoding="utf-8")
    with pytest.raises(UserError, match=r"x\.pdf"):
        Sheets(path)


def test_that_a_pdf_without_tags_says_nothing_and_lacks_its_fonts(path: Path) -> None:
    told = facts.of(path)
    assert (told.tagged, told.title, told.language, told.archive) == (False, "", "", "")
    assert told.bare == ("Helvetica",)


def test_that_a_word_divided_at_the_end_of_a_line_is_one_word(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(office.pdf(("kom-) Tj 0 -30 Td (mun",)))
    with Sheets(path) as sheets:
        assert sheets.text(0) == "kommun"
