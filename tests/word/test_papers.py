"""Papers to a board as Word documents."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from strategidesk.desk.papers import composed, parts, usual
from strategidesk.model.papers import layout
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.word.papers import writing
from tests.support.documents import NS, blocks, headings, names, part, text_of
from tests.support.strategies import known_id, strategy
from tests.support.validate import assert_valid

DAY = "2026-03-09"
GIVEN = strategy(
    strategy={"title": "Biblioteksplan", "municipality": "Ekbacka kommun", "kind": "plan"},
    decisions=[
        {"id": "meeting", "kind": "adoption", "body": "Kommunfullmäktige", "date": "2026-04-27",
         "paragraph": "64 §", "reference_number": "KS 2026/00031"},
        {"id": "sent on", "kind": "proposal", "body": "Kommunstyrelsen", "date": "2026-04-01"},
    ],
    units=[{"name": "Kulturförvaltningen"}],
)  # fmt: skip


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "papper.docx"


def written(out: Path, paper: Paper, given: Strategy = GIVEN) -> Path:
    for _ in writing.write(given, composed(given, paper, DAY), out, today=DAY):
        pass
    assert_valid(out)
    return out


def margins(path: Path) -> str:
    every = [name for name in names(path) if name.startswith("word/header")]
    return " ".join(text_of(part(path, name)) for name in every)


def text_of_all(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def test_that_a_memorandum_has_its_parts_in_their_order(out: Path) -> None:
    assert headings(written(out, usual("proposal"))) == [
        (1, "Antagande av Biblioteksplan"),
        (2, "Förslag till beslut i kommunfullmäktige"),
        (2, "Sammanfattning av ärendet"),
        (2, "Beslutsunderlag"),
        (2, "Beskrivning av ärendet"),
        (3, "Bakgrund"),
        (3, "Förvaltningens bedömning"),
        (2, "Ekonomiska konsekvenser"),
        (2, "Konsekvenser för barn och unga"),
        (2, "Beslutet skickas till"),
    ]


def test_that_the_facts_of_a_memorandum_stand_first(out: Path) -> None:
    paper = replace(usual("proposal"), case_officer="Ida Ek", decision=known_id("meeting"))
    lines = [block.text for block in blocks(written(out, paper))]

    assert lines[:4] == [
        "Tjänsteskrivelse",
        "Datum2026-03-09",
        "DiarienummerKS 2026/00031",
        "HandläggareIda Ek",
    ]


def test_that_what_is_to_be_written_shows_as_a_hint_that_goes_at_the_first_letter(
    out: Path,
) -> None:
    body = part(written(out, usual("proposal")), "word/document.xml")
    hints = {
        tag.get(f"{{{NS['w']}}}val"): text_of(control)
        for control in body.iterfind(".//w:sdt", NS)
        for facts in control.iterfind("w:sdtPr[w:showingPlcHdr]", NS)
        for tag in facts.iterfind("w:tag", NS)
    }

    assert set(hints) >= {"assessment", "case_officer"}
    assert hints["assessment"] == "Här skriver handläggaren förvaltningens bedömning."


def test_that_an_extract_says_on_every_page_that_it_is_a_draft(out: Path) -> None:
    paper = replace(usual("minutes"), decision=known_id("meeting"))
    path = written(out, paper)
    lines = [block.text for block in blocks(path)]

    assert lines[:5] == [
        "Sammanträdesprotokoll – UTKAST",
        "OrganKommunfullmäktige",
        "Sammanträdesdatum2026-04-27",
        "Paragraf§\u00a064",
        "DiarienummerKS 2026/00031",
    ]
    assert "UTKAST" in margins(path)
    assert part(path, "word/document.xml").find(".//w:titlePg", NS) is None


def test_that_a_board_that_decides_on_a_proposal_to_another_says_so(out: Path) -> None:
    own = written(out, replace(usual("minutes"), decision=known_id("meeting")))
    assert headings(own)[1] == (2, "Beslut")

    further = written(out, replace(usual("minutes"), decision=known_id("sent on")))
    assert headings(further)[1] == (2, "Beslut – Förslag till kommunfullmäktige")


def test_that_parts_which_may_be_missing_leave_no_heading(out: Path) -> None:
    texts = [text for _, text in headings(written(out, usual("minutes")))]
    assert "Reservationer och protokollsanteckningar" not in texts
    moved = replace(usual("minutes"), motions="Bifall yrkas.", reservations="Ida Ek reserverar sig")
    texts = [text for _, text in headings(written(out, moved))]
    assert "Förslag till beslut på sammanträdet" in texts
    assert "Reservationer och protokollsanteckningar" in texts


def test_that_each_person_gets_a_line_to_sign_on(out: Path) -> None:
    signed = [
        block.text
        for block in blocks(written(out, usual("proposal")))
        if block.style == "PaperSignature"
    ]
    assert signed == ["Förvaltningschef", "Handläggare"]


def test_that_nobody_signs_on_a_page_with_nothing_else(out: Path) -> None:
    body = part(written(out, usual("proposal")), "word/document.xml").find("w:body", NS)
    assert body is not None
    paragraphs = body.findall("w:p", NS)
    first = next(n for n, one in enumerate(paragraphs) if text_of(one) == "Förvaltningschef")

    assert all(
        one.find("w:pPr/w:keepNext", NS) is not None for one in paragraphs[first - 2 : first]
    )


def test_that_a_hint_stands_on_the_page_where_somebody_signs(out: Path) -> None:
    body = part(written(out, usual("proposal"), strategy()), "word/document.xml")
    hints = body.findall("w:body/w:sdt/w:sdtContent/w:p/w:pPr", NS)

    assert hints
    assert all(look.find("w:keepNext", NS) is not None for look in hints)


def test_that_every_part_of_a_layout_is_a_field_that_can_be_edited() -> None:
    for kind in ("proposal", "minutes"):
        for one in parts(kind):
            assert isinstance(getattr(usual(kind), one.field), str)
            assert one.heading or one.look
    assert parts("strategy") == ()
    with pytest.raises(KeyError):
        layout("")


def test_that_the_file_is_called_by_its_paper(out: Path) -> None:
    core = part(written(out, usual("proposal")), "docProps/core.xml")
    assert "Tjänsteskrivelse: Antagande av Biblioteksplan" in text_of_all(core)
