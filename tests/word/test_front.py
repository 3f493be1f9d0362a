"""Cover, document information, contents, header and footer, properties."""

from collections.abc import Callable
from pathlib import Path

from docx import Document

from strategidesk.word.cover import Change, Information
from tests.support import documents
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
CARD = {
    "title": "Strategi för mötesplatser",
    "municipality": "Ekbacka kommun",
    "reference_number": "KS 2026/12",
    "status": "proposal",
}


def test_that_the_cover_says_whose_it_is_what_it_is_and_how_far_it_has_come(write: Write) -> None:
    cover = [block.text for block in documents.blocks(write(strategy(strategy=CARD)))[:5]]
    assert cover == [
        "Ekbacka kommun",
        "Strategi för mötesplatser",
        "Strategi",
        "Förslag",
        "2026-03-09",
    ]


def test_that_an_adopted_strategy_names_its_latest_adoption(write: Write) -> None:
    decisions = [
        {"kind": "adoption", "body": "Kommunstyrelsen", "date": "2024-01-02"},
        {"kind": "adoption", "body": "Kommunfullmäktige", "date": "2026-02-03", "paragraph": "7"},
        {"kind": "adoption", "about": "activity_plan", "body": "X", "date": "2026-05-05"},
    ]
    out = write(strategy(strategy={**CARD, "status": "adopted"}, decisions=decisions))
    texts = [block.text for block in documents.blocks(out)]
    assert "Antagen av Kommunfullmäktige 2026-02-03, §\u00a07" in texts
    assert "2026-03-09" not in texts


def test_that_information_leaves_out_what_is_empty(write: Write) -> None:
    table = documents.tables(write(strategy(strategy={**CARD, "valid_from": "2026-01-01"})))[0]
    assert table == [
        ["Uppgift", "Innehåll"],
        ["Dokumenttyp", "Strategi"],
        ["Dokumentnamn", "Strategi för mötesplatser"],
        ["Diarienummer", "KS\u00a02026/12"],
        ["Gäller fr.o.m.", "2026-01-01"],
        ["Gäller t.o.m.", "Tills vidare"],
    ]


def test_that_versions_and_their_history_are_printed_where_given(write: Write) -> None:
    change = Change("2026-02-03", "1.0", "Kommunledningen", "Antagen")
    information = Information(version="1.1", revised="2026-03-01", history=[change])
    card, history = documents.tables(write(strategy(strategy=CARD), information=information))[:2]
    assert ["Version", "1.1"] in card
    assert ["Reviderad", "2026-03-01"] in card
    assert history[1] == ["2026-02-03", "1.0", "Kommunledningen", "Antagen"]


def test_that_contents_are_filled_in_and_lead_to_the_headings(write: Write) -> None:
    sections = [{"id": "a", "heading": "Bakgrund"}, {"heading": "Lokalt", "parent": "a"}]
    out = write(strategy(strategy=CARD, sections=sections))
    body = documents.part(out, "word/document.xml")
    entries = {
        link.get(f"{{{documents.NS['w']}}}anchor"): documents.text_of(link)
        for link in body.iterfind(".//w:sdtContent//w:hyperlink", documents.NS)
    }
    marks = {
        mark.get(f"{{{documents.NS['w']}}}name")
        for mark in body.iterfind(".//w:bookmarkStart", documents.NS)
    }
    assert list(entries.values()) == ["Bakgrund3", "Lokalt3"]
    assert set(entries) == marks
    fields = [i.text for i in body.iterfind(".//w:instrText", documents.NS)]
    assert fields[0] == ' TOC \\o "1-2" \\h \\z \\u '


def test_that_the_text_itself_begins_the_page_after_the_contents(write: Write) -> None:
    path = write(strategy(sections=[{"heading": "Bakgrund", "body": "Text."}, {"heading": "Mål"}]))
    body = documents.part(path, "word/document.xml").find("w:body", documents.NS)
    assert body is not None
    heading = next(
        p for p in body.iterfind("w:p", documents.NS) if "Bakgrund" in documents.text_of(p)
    )

    assert heading.find("w:pPr/w:pageBreakBefore", documents.NS) is not None
    assert body.find(".//w:br[@w:type='page']", documents.NS) is None
    for entry in body.iterfind("w:sdt/w:sdtContent/w:p", documents.NS):  # a last one that is empty
        assert documents.text_of(entry)  # would make a page where the contents fill theirs


def test_that_every_page_but_the_cover_has_its_number_and_total(write: Write) -> None:
    out = write(strategy(strategy={**CARD, "running_header": "MÖTEN"}))
    fields = [
        i.text
        for i in documents.part(out, "word/footer1.xml").iter(f"{{{documents.NS['w']}}}instrText")
    ]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert documents.text_of(documents.part(out, "word/footer1.xml")) == "Ekbacka kommun1 (1)"
    assert documents.text_of(documents.part(out, "word/header1.xml")) == "MÖTENDnr KS 2026/12"
    assert documents.part(out, "word/document.xml").find(".//w:titlePg", documents.NS) is not None


def test_that_title_language_and_author_stand_in_the_properties(write: Write) -> None:
    core = Document(str(write(strategy(strategy={**CARD, "subject": "möten"})))).core_properties
    assert (core.title, core.language, core.subject, core.author) == (
        "Strategi för mötesplatser",
        "sv-SE",
        "möten",
        "Ekbacka kommun",
    )
    assert core.created is not None
    assert core.created.date().isoformat() == "2026-03-09"


def test_that_an_empty_strategy_is_a_valid_document_with_one_title(write: Write) -> None:
    out = write(strategy())
    assert_valid(out)
    assert [block.text for block in documents.blocks(out) if block.style == "Title"] == ["Strategi"]
