"""The sample strategy as PDF, by the real LibreOffice."""

from pathlib import Path

from strategidesk.model.headings import levels
from strategidesk.model.strategy import Strategy
from strategidesk.publish import facts
from strategidesk.publish.numbers import pages_of
from strategidesk.publish.sheets import Sheets
from tests.support.parts import requires

pytestmark = requires("soffice")


def test_that_a_pdf_tells_screen_readers_and_archives_what_it_is(
    sample: Strategy, sample_pdf: Path
) -> None:
    told = facts.of(sample_pdf)
    assert told.tagged
    assert told.title.startswith(sample.card.title)
    assert told.language == "sv-SE"
    assert told.archive == "2b"
    assert list(facts.notices(told)) == []


def test_that_a_pdf_carries_every_font_it_is_set_in(sample_pdf: Path) -> None:
    told = facts.of(sample_pdf)
    assert told.fonts
    assert told.bare == ()


def test_that_a_pdf_has_what_an_archive_asks_for_and_no_lock(sample_pdf: Path) -> None:
    content = sample_pdf.read_bytes()
    assert b"/OutputIntents" in content
    assert b"/GTS_PDFA1" in content
    assert b"/DisplayDocTitle true" in content
    assert b"/Encrypt" not in content
    assert b"/JavaScript" not in content


def test_that_the_page_of_each_heading_is_known(sample: Strategy, sample_pdf: Path) -> None:
    top = [section.heading for section, level in levels(sample.sections) if level == 1]
    pages = pages_of(sample_pdf, top)
    assert pages is not None
    with Sheets(sample_pdf) as sheets:
        texts = [sheets.text(number) for number in range(len(sheets))]
    assert pages == sorted(pages)
    for heading, page in zip(top, pages, strict=True):
        assert heading in texts[page - 1]
