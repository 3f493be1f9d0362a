"""Wide tables on pages that lie on their side, inside a document that stands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT

from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"
LONG = "Kommunens verksamheter ser till att alla som bor här kan vara med och påverka. " * 3


def wide(first: str = "A", rows: int = 9) -> str:
    """A table of six columns with long texts, as Markdown."""
    line = "| " + " | ".join([LONG.strip()] * 6) + " |\n"
    return f"| {first} | B | C | D | E | F |\n|---|---|---|---|---|---|\n{line * rows}"


def body(out: Path) -> list[documents.Section]:
    """The sections after the one with the cover, by what they hold."""
    assert_valid(out)
    return [
        section._replace(texts=[text for text in section.texts if text])
        for section in documents.sections(out)
    ]


def margin(out: Path, section: documents.Section, kind: str) -> Any:
    """The header or footer of a section's usual pages."""
    reference = section.properties.find(f"w:{kind}Reference[@w:type='default']", NS)
    assert reference is not None
    id = reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    relations = documents.part(out, "word/_rels/document.xml.rels")
    (target,) = (each.get("Target") for each in relations if each.get("Id") == id)
    return documents.part(out, f"word/{target}")


def test_that_a_wide_table_lies_on_its_side_with_what_leads_it(write: Write) -> None:
    sections = [
        {"heading": "Bakgrund", "body": "Ett stycke."},
        {"heading": "Mål", "body": f"Så hänger det ihop:\n\n{wide()}\n\nEfter tabellen."},
        {"heading": "Slut", "body": "Sist."},
    ]
    first, turned, last = body(write(strategy(sections=sections)))
    assert [first.landscape, turned.landscape, last.landscape] == [False, True, False]
    assert first.texts[-2:] == ["Bakgrund", "Ett stycke."]
    assert turned.texts == ["Mål", "Så hänger det ihop:", "A"]
    assert last.texts == ["Efter tabellen.", "Slut", "Sist."]


def test_that_a_heading_with_much_text_stays_and_only_the_last_line_goes_along(
    write: Write,
) -> None:
    text = f"{LONG * 3}\n\nTabellen visar målen.\n\n{wide()}"
    first, turned = body(write(strategy(sections=[{"heading": "Mål", "body": text}])))
    assert first.texts[-2] == "Mål"
    assert turned.texts == ["Tabellen visar målen.", "A"]


def test_that_tables_with_little_between_them_share_their_pages(write: Write) -> None:
    sections = [
        {"heading": "Ett", "body": f"{LONG * 5}\n\nHär:\n\n{wide()}"},
        {"heading": "Två", "body": f"Några ord.\n\n{wide('X')}"},
        {"heading": "Tre", "body": f"{LONG * 20}\n\n{wide('Y')}"},
    ]
    found = body(write(strategy(sections=sections)))
    assert [section.landscape for section in found] == [False, True, False, True]
    assert found[1].texts == ["Här:", "A", "Två", "Några ord.", "X"]
    assert found[3].texts == ["Y"]


def test_that_small_and_narrow_tables_stay_on_the_page(write: Write) -> None:
    narrow = f"| A | B |\n|---|---|\n| {LONG} | {LONG} |\n" * 20
    few = "| A | B | C | D | E | F |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n"
    for table in (narrow, few, wide(rows=1)):
        (only,) = body(write(strategy(sections=[{"heading": "Mål", "body": table}])))
        assert not only.landscape


def test_that_only_the_first_section_has_a_first_page_of_its_own(write: Write) -> None:
    sections = [{"heading": "Mål", "body": f"{LONG}\n\n{LONG}\n\n{wide()}\n\nEfter."}]
    found = body(write(strategy(sections=sections)))
    firsts = [section.properties.find("w:titlePg", NS) is not None for section in found]
    assert firsts == [True, False, False]
    kinds = [
        [
            reference.tag
            for reference in section.properties
            if reference.get(f"{W}type") == "default"
        ]
        for section in found
    ]
    assert kinds == [[f"{W}headerReference", f"{W}footerReference"]] * 3


def test_that_a_document_whose_first_heading_leads_a_table_has_no_empty_page(write: Write) -> None:
    out = write(strategy(sections=[{"heading": "Mål", "body": wide()}]))
    first, turned = body(out)
    assert turned.texts == ["Mål", "A"]
    breaks = documents.part(out, "word/document.xml").findall(".//w:br", NS)
    assert not [each for each in breaks if each.get(f"{W}type") == "page"]
    assert not first.landscape


def test_that_header_and_footer_reach_to_the_margin_on_every_page(write: Write) -> None:
    card = {"title": "S", "reference_number": "KS 2026/12"}
    sections = [{"heading": "Mål", "body": f"{LONG}\n\n{LONG}\n\n{wide()}\n\nEfter."}]
    out = write(strategy(strategy=card, sections=sections))
    _, turned, _ = body(out)
    margins = turned.properties.find("w:pgMar", NS)
    assert margins is not None
    room = 16838 - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", ""))
    for kind, said in (("header", "SDnr KS 2026/12"), ("footer", "1 (1)")):
        part = margin(out, turned, kind)
        assert documents.text_of(part) == said
        stops = [
            (tab.get(f"{W}val"), tab.get(f"{W}pos")) for tab in part.iterfind(".//w:tabs/w:tab", NS)
        ]
        assert stops == [("clear", "9072"), ("right", str(room))]


def test_that_a_template_keeps_its_header_and_only_its_stops_at_the_margin_move(
    write: Write, tmp_path: Path
) -> None:
    document = Document()
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text, footer.text = "Vår kommun", "Sida\tMall 7"
    footer.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    template = tmp_path / "mall.docx"
    document.save(str(template))
    sections = [{"heading": "Mål", "body": f"{LONG}\n\n{LONG}\n\n{wide()}\n\nEfter."}]
    out = write(strategy(sections=sections), template=template)
    assert [section.landscape for section in body(out)] == [False, True, False]
    headers = [documents.text_of(margin(out, section, "header")) for section in body(out)]
    assert headers == ["Vår kommun"] * 3
    stops = [
        margin(out, each, "footer").xpath("//w:tab/@w:pos", namespaces=NS) for each in body(out)
    ]
    upright, turned, last = stops
    assert upright == last != turned


def test_that_a_row_higher_than_a_page_may_be_split_and_no_other(write: Write) -> None:
    table = f"| A | B |\n|---|---|\n| kort | ord |\n| {LONG * 40} | x |\n| kort | ord |\n"
    out = write(strategy(sections=[{"heading": "Mål", "body": table}]))
    rows = list(documents.part(out, "word/document.xml").iter(f"{W}tbl"))[-1].findall("w:tr", NS)
    kept = [row.find("w:trPr/w:cantSplit", NS) is not None for row in rows]
    assert kept == [True, True, False, True]
