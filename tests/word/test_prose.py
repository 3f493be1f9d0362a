"""Lists, tables, links, footnotes and pictures in the text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import PICTURE, PNG, strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"


def one(body: str) -> dict[str, Any]:
    return {"sections": [{"heading": "Avsnitt", "body": body}]}


def test_that_footnotes_are_real_and_stand_in_order(write: Write) -> None:
    body = (
        "Först[^b] och sedan[^a].\n\n[^a]: Källa [bladet](https://ekbacka.example).\n\n[^b]: *Ett*"
    )
    out = write(strategy(**one(body)))
    assert_valid(out)
    notes = documents.part(out, "word/footnotes.xml").findall("w:footnote", NS)
    assert [documents.text_of(note).strip() for note in notes if note.get(f"{W}type") is None] == [
        "Ett",
        "Källa bladet.",
    ]
    references = documents.part(out, "word/document.xml").iter(f"{W}footnoteReference")
    assert [reference.get(f"{W}id") for reference in references] == ["1", "2"]


def test_that_each_numbered_list_begins_at_its_own_start(write: Write) -> None:
    out = write(strategy(**one("3. tre\n4. fyra\n\nMellan.\n\n1. ett\n   1. under\n2. två")))
    assert_valid(out)
    numbering = documents.part(out, "word/numbering.xml")
    starts = {
        num.get(f"{W}numId"): (level.get(f"{W}ilvl"), start.get(f"{W}val"))
        for num in numbering.iter(f"{W}num")
        for level in num.iterfind("w:lvlOverride", NS)
        for start in level.iterfind("w:startOverride", NS)
    }
    used = [
        starts[number.get(f"{W}val", "")]
        for number in documents.part(out, "word/document.xml").iter(f"{W}numId")
    ]
    assert used == [("0", "3"), ("0", "3"), ("0", "1"), ("1", "1"), ("0", "1")]


def test_that_links_lead_somewhere_and_dangerous_ones_are_text(write: Write) -> None:
    out = write(
        strategy(**one("[sidan](https://ekbacka.example/å?a=1&b=2) och [fel](javascript:alert)"))
    )
    assert_valid(out)
    document = documents.part(out, "word/document.xml")
    assert [
        documents.text_of(link) for link in document.iterfind(".//w:body/w:p/w:hyperlink", NS)
    ] == ["sidan"]
    targets = [
        relation.get("Target")
        for relation in documents.part(out, "word/_rels/document.xml.rels")
        if relation.get("TargetMode") == "External"
    ]
    assert targets == ["https://ekbacka.example/%C3%A5?a=1&b=2"]


def test_that_tables_repeat_their_header_and_merge_no_cells(write: Write) -> None:
    out = write(strategy(**one("| Vad | När |\n|---|---|\n| Möte | **Årligen** |")))
    tables = list(documents.part(out, "word/document.xml").iter(f"{W}tbl"))
    assert documents.tables(out)[-1] == [["Vad", "När"], ["Möte", "Årligen"]]
    assert all(table.find("w:tr/w:trPr/w:tblHeader", NS) is not None for table in tables)
    assert not [m for table in tables for m in table.iter(f"{W}gridSpan", f"{W}vMerge")]


def test_that_a_picture_keeps_within_the_page_and_has_its_alternative_text(write: Write) -> None:
    body = f"![Karta över Ekbacka](blob:{PICTURE})\n\n![Försvunnen bild](blob:saknas)"
    out = write(strategy(pictures={PICTURE: PNG}, **one(body)))
    assert_valid(out)
    document = documents.part(out, "word/document.xml")
    described = [d.get("descr") for d in document.iter(f"{{{NS['wp']}}}docPr")]
    assert described == ["Karta över Ekbacka"]
    assert documents.blocks(out)[-1].text == "Försvunnen bild"
    assert any(name.startswith("word/media/") for name in documents.names(out))


def test_that_a_picture_no_program_can_read_is_its_alternative_text(write: Write) -> None:
    out = write(strategy(pictures={"p": b"not a picture"}, **one("![Karta](blob:p)")))
    assert documents.blocks(out)[-1].text == "Karta"


def test_that_text_with_markup_signs_stays_text(write: Write) -> None:
    out = write(strategy(**one('<w:p/> & "citat" ]]> =1+1')))
    assert_valid(out)
    assert documents.blocks(out)[-1].text == "<w:p/> & ”citat” ]]> =1+1"


def test_that_two_tables_in_a_row_stay_two_by_a_name_and_not_by_an_empty_paragraph(
    write: Write,
) -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |"
    out = write(strategy(**one(f"{table}\n\n{table}")))
    body = documents.part(out, "word/document.xml").find("w:body", NS)
    assert body is not None
    tags = [child.tag.removeprefix(W) for child in body][-5:]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]
    between, last = body[-4], body[-2]
    assert documents.text_of(between) == "Nästa tabell"
    assert documents.text_of(last) == ""  # Word asks for one, and it takes no room
    spacing = last.find("w:pPr/w:spacing", NS)
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("20", "exact")


def test_that_headings_are_numbered_by_their_styles_down_to_the_chosen_depth(write: Write) -> None:
    sections = [{"id": "a", "heading": "Ett"}, {"id": "b", "heading": "Under", "parent": "a"}]
    card = {"heading_numbering": "decimal", "numbering_depth": 1}
    out = write(strategy(strategy=card, sections=sections))
    assert_valid(out)
    styles = documents.part(out, "word/styles.xml")
    numbered = [
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find("w:pPr/w:numPr/w:numId", NS) is not None
        and str(style.get(f"{W}styleId")).startswith("Heading")
    ]
    assert numbered == ["Heading1"]
    assert "1Ett3" in [block.text for block in documents.blocks(out)]
