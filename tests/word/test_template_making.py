"""Templates of different making: what each gives the document, and that nothing is lost of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.strategy import Strategy
from strategidesk.word import activity_plan
from tests.support import documents
from tests.support.documents import NS
from tests.support.every_kind import THINGS
from tests.support.municipal_templates import MADE, bare, cover, google_docs, swedish_word
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"
LIBREOFFICE = Path(__file__).parents[1] / "files" / "libreoffice.docx"
EVERY = {**{name: make() for name, make in MADE.items()}, "libreoffice": LIBREOFFICE}
KINDS = ("areas", "definitions", "activities", "workgroup", "decisions", "consultation")


def filled(**card: str) -> Strategy:
    return strategy(
        strategy={
            "title": "Strategi för möten",
            "municipality": "Ekbacka kommun",
            "reference_number": "KS 2026/12",
            "subject": "Möten för alla",
            "heading_numbering": "decimal",
            **card,
        },
        sections=[
            {
                "id": "s1",
                "heading": "Bakgrund",
                "body": "Text[^1].\n\n- punkt\n\n1. ett\n\n[^1]: Not",
            },
            {"heading": "Under", "parent": "s1", "body": "Mer."},
            *({"heading": kind.capitalize(), "content": kind} for kind in KINDS),
        ],
        **THINGS,
    )


def style(path: Path, id: str) -> etree._Element:
    found = documents.part(path, "word/styles.xml").find(f"w:style[@w:styleId='{id}']", NS)
    assert found is not None
    return found


def style_of(path: Path, text: str) -> etree._Element:
    """The style of the paragraph with this text."""
    for block in documents.blocks(path):
        if block.text == text:
            return style(path, block.style)
    raise AssertionError(f"{text} does not stand in the document")


def name_of(element: etree._Element) -> str:
    name = element.find("w:name", NS)
    assert name is not None
    return name.get(f"{W}val", "").lower()


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find(path, NS)
    return found.get(f"{W}{attribute}") if found is not None else None


def margins(path: Path) -> dict[str, str]:
    """The text of each header and footer that a section shows."""
    relations = {
        relation.get("Id"): relation.get("Target", "")
        for relation in documents.part(path, "word/_rels/document.xml.rels")
    }
    page = documents.part(path, "word/document.xml").findall(".//w:sectPr", NS)[-1]
    return {
        f"{kind} {reference.get(f'{W}type')}": documents.text_of(
            documents.part(path, f"word/{relations[reference.get(_ID)].rpartition('/')[2]}")
        )
        for kind in ("header", "footer")
        for reference in page.findall(f"w:{kind}Reference", NS)
    }


_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.mark.parametrize("template", EVERY.values(), ids=EVERY)
def test_that_every_template_gives_a_valid_document_with_real_headings(
    write: Write, tmp_path: Path, template: bytes | Path
) -> None:
    out = write(filled(), template=template)
    assert_valid(out)
    first, second = style_of(out, "Bakgrund"), style_of(out, "Under")
    assert [name_of(first), name_of(second)] == ["heading 1", "heading 2"]
    assert [value(s, "w:pPr/w:outlineLvl") for s in (first, second)] == ["0", "1"]
    for what in ("activity-plan", "proposal", "minutes"):
        paper = tmp_path / f"{what}.docx"
        finish(export(filled(), what, paper, "docx", Wish(template=template, today="2026-03-09")))
        assert_valid(paper)


@pytest.mark.parametrize("template", EVERY.values(), ids=EVERY)
def test_that_every_style_of_the_document_is_there_and_none_brings_our_colours(
    write: Write, template: bytes | Path
) -> None:
    out = write(filled(), template=template)
    styles = documents.part(out, "word/styles.xml")
    known = {found.get(f"{W}styleId") for found in styles.iter(f"{W}style")}
    document = documents.part(out, "word/document.xml")
    used = {s.get(f"{W}val") for s in document.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used - {"Platshllartext"} <= known
    values = {text for found in styles.iter() for text in found.attrib.values()}
    assert not values & {"17606A", "1E2A2C", "4D5B5E", "B9CACC"}


def test_that_a_swedish_words_styles_are_found_by_the_names_that_all_words_know(
    write: Write,
) -> None:
    out = write(filled(), template=swedish_word())
    by_text = {block.text: block.style for block in documents.blocks(out)}
    assert by_text["Bakgrund"] == "Rubrik1"
    assert by_text["punkt"] == "Punktlista"
    assert by_text["ett"] == "Liststycke"
    assert by_text["Strategi för möten"] == "Rubrik"
    tables = documents.part(out, "word/document.xml").iter(f"{W}tblStyle")
    assert {table.get(f"{W}val") for table in tables} == {"Tabellrutnt"}


def test_that_the_templates_own_heading_numbers_stay_and_the_contents_show_them(
    write: Write,
) -> None:
    out = write(filled(heading_numbering="decimal"), template=swedish_word())
    assert value(style(out, "Rubrik1"), "w:pPr/w:numPr/w:numId") == "4"
    contents = [b.text for b in documents.blocks(out) if b.style in ("Innehll1", "Innehll2")]
    assert contents[0].startswith("1.Bakgrund")
    assert contents[1].startswith("1.1Under")
    title = style(out, "Innehllsfrteckningsrubrik")
    assert value(title, "w:pPr/w:numPr/w:numId") == "0"


def test_that_a_paper_has_no_heading_numbers_though_the_template_has(tmp_path: Path) -> None:
    paper = tmp_path / "skrivelse.docx"
    finish(export(filled(), "proposal", paper, "docx", Wish(template=swedish_word())))
    assert value(style(paper, "Rubrik1"), "w:pPr/w:numPr/w:numId") == "0"
    assert value(style(paper, "Rubrik2"), "w:pPr/w:numPr/w:numId") == "0"


def test_that_ours_number_headings_that_the_template_leaves_without(write: Write) -> None:
    out = write(filled(), template=google_docs())
    assert value(style(out, "Heading1"), "w:pPr/w:numPr/w:numId") not in (None, "0")


def test_that_names_in_swedish_become_those_that_word_makes_headings_of(write: Write) -> None:
    out = write(filled(), template=bare())
    by_text = {block.text: block.style for block in documents.blocks(out)}
    assert by_text["Bakgrund"] == "R1"
    assert name_of(style(out, "R1")) == "heading 1"
    assert style(out, "R1").get(f"{W}customStyle") is None


def test_that_missing_styles_look_as_the_template(write: Write) -> None:
    out = write(filled(), template=bare())
    assert value(style_of(out, "Innehåll"), "w:rPr/w:color") == "00593B"
    by_name = {name_of(s): s for s in documents.part(out, "word/styles.xml").iter(f"{W}style")}
    lower = by_name["heading 3"]
    assert value(lower, "w:basedOn") == "R2"
    table = by_name["strategitabell"]
    assert value(table, "w:tblStylePr/w:tcPr/w:shd", "fill") == "00593B"
    assert not [s for s in by_name.values() if value(s, "w:rPr/w:rFonts", "ascii")]


def test_that_lists_without_styles_are_lists_still(write: Write) -> None:
    out = write(filled(), template=bare())
    document = documents.part(out, "word/document.xml")
    items = [
        paragraph
        for paragraph in document.iter(f"{W}p")
        if documents.text_of(paragraph) in ("punkt", "ett")
    ]
    assert [item.find("w:pPr/w:numPr/w:numId", NS) is not None for item in items] == [True, True]


def test_that_page_numbers_of_the_contents_stand_at_the_margin(write: Write) -> None:
    out = write(filled(), template=swedish_word())
    tab = style(out, "Innehll1").find("w:pPr/w:tabs/w:tab", NS)
    assert tab is not None
    assert (tab.get(f"{W}val"), tab.get(f"{W}pos")) == ("right", str(11906 - 2 * 1418))


@pytest.mark.parametrize("name", ["swedish-word", "cover", "google-docs", "libreoffice"])
def test_that_the_logo_comes_along_with_its_header(write: Write, name: str) -> None:
    out = write(filled(), template=EVERY[name])
    pictures = [part for part in documents.names(out) if part.startswith("word/media/")]
    assert pictures
    related = "".join(
        etree.tostring(documents.part(out, part), encoding="unicode")
        for part in documents.names(out)
        if part.startswith("word/_rels/header")
    )
    assert "media/" in related


def test_that_a_place_is_filled_wherever_word_has_split_it(write: Write) -> None:
    out = write(filled(), template=swedish_word())
    assert margins(out)["header default"] == "Granby kommun Strategi för möten"


def test_that_a_template_without_margins_gets_ours(write: Write) -> None:
    out = write(filled(), template=bare())
    assert margins(out) == {
        "header default": "Strategi för mötenDnr KS 2026/12",
        "footer default": "Ekbacka kommun1 (1)",
    }


def test_that_the_header_of_the_first_page_stays_its_own(write: Write, tmp_path: Path) -> None:
    out = write(filled(), template=cover())
    assert margins(out)["header default"] == "Strategi för möten KS 2026/12"
    assert "header first" in margins(out)
    plan = tmp_path / "plan.docx"
    for _ in activity_plan.write(filled(), plan, template=cover()):
        pass
    page = documents.part(plan, "word/document.xml").find(".//w:sectPr", NS)
    assert page is not None
    assert page.find("w:titlePg", NS) is not None  # the logo stands there
    assert value(page, "w:pgSz", "orient") == "landscape"
