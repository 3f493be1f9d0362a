"""The consultation version as those who are asked read it."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given

from strategidesk.desk.papers import chosen, composed
from strategidesk.model.strategy import Strategy
from strategidesk.word import consultation
from tests.support import documents, municipal_templates
from tests.support.documents import NS
from tests.support.strategies import strategy, whole_strategies
from tests.support.validate import assert_valid
from tests.word.test_laws import unhurried

W = f"{{{NS['w']}}}"
NB = "\u00a0"
NUMBERED = "NumberedText"
GIVEN: dict[str, Any] = {
    "strategy": {
        "title": "Strategi för möten",
        "municipality": "Ekbacka kommun",
        "reference_number": "KS 2026/12",
        "heading_numbering": "decimal",
        "status": "adopted",
    },
    "sections": [
        {
            "heading": "Bakgrund",
            "body": "Första stycket.\n\n- en punkt\n- en till\n\nAndra stycket.\n\n"
            "| Vad | När |\n|---|---|\n| Möte | 2015 |",
        },
        {"heading": "Begrepp", "content": "definitions"},
        {"heading": "Plan", "content": "activities"},
    ],
    "definitions": [{"term": "Möte", "text": "När flera ses."}],
    "activities": [{"title": "Läsa högt", "when": "Årligen"}],
    "decisions": [{"kind": "adoption", "body": "Kommunfullmäktige", "date": "2026-01-02"}],
    "consultations": [
        {"kind": "remiss", "title": "Remiss", "from": "2026-03-01", "to": "2026-05-04",
         "respondents": "Skolan, Biblioteket"}
    ],
    "papers": [
        {"kind": "consultation", "reply_to": "remiss@ekbacka.example", "dated": "2026-03-01",
         "case_officer": "Bokhållaren"}
    ],
}  # fmt: skip


def written(made: Strategy, folder: Path, template: Path | None = None) -> Path:
    out = folder / "remiss.docx"
    paper = composed(made, chosen(made, "consultation", "strategy"), "2026-03-09")
    for _ in consultation.write(made, paper, out, template=template, today="2026-03-09"):
        pass
    assert_valid(out)
    return out


def lines(out: Path) -> list[str]:
    return [block.text for block in documents.blocks(out)]


def headers(out: Path) -> list[str]:
    """The text of every header that a page of the document has."""
    every = Document(str(out)).sections
    found = [section.header for section in every]
    found += [one.first_page_header for one in every if one.different_first_page_header_footer]
    return ["\t".join(paragraph.text for paragraph in header.paragraphs) for header in found]


def test_that_the_cover_says_remissversion_and_how_long_there_is_to_reply(tmp_path: Path) -> None:
    assert lines(written(strategy(**GIVEN), tmp_path))[:7] == [
        "Ekbacka kommun",
        "REMISSVERSION",
        "Strategi för möten",
        "Strategi",
        f"1{NB}mars{NB}2026",
        f"Svara senast 4{NB}maj{NB}2026",
        "Skicka svaret till remiss@ekbacka.example",
    ]


def test_that_the_letter_says_what_is_asked_until_when_and_of_whom(tmp_path: Path) -> None:
    said = lines(written(strategy(**GIVEN), tmp_path))
    start, end = said.index("Så här svarar du"), said.index("Dokumentinformation")
    letter = said[start:end]
    assert letter[1:4] == [
        f"Svara senast4{NB}maj{NB}2026",
        "Skicka svaret tillremiss@ekbacka.example",
        "DiarienummerKS 2026/12",
    ]
    steps = "\n".join(letter)
    assert "Ange numret på det stycke som synpunkten gäller" in steps
    assert (
        f"Skicka svaret senast 4{NB}maj{NB}2026 till remiss@ekbacka.example. "
        f"Märk det med diarienummer KS{NB}2026/12." in steps
    )
    assert letter[-3:] == ["Remissinstanser", "Skolan", "Biblioteket"]


def test_that_a_letter_of_the_secretarys_own_takes_the_place_of_the_composed(
    tmp_path: Path,
) -> None:
    papers = [
        {"kind": "consultation", "letter": "Kära alla!\n\n| Vad | När |\n|---|---|\n| A | B |"}
    ]
    out = written(strategy(**{**GIVEN, "papers": papers}), tmp_path)
    assert "Kära alla!" in lines(out)
    assert not any("Ange numret" in line for line in lines(out))
    assert documents.tables(out)[0][0] == ["Vad", "När"]


def test_that_the_paragraphs_of_the_text_and_nothing_else_have_numbers(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    numbered = [block.text for block in documents.blocks(out) if block.style == NUMBERED]
    assert numbered == ["Första stycket.", "Andra stycket.", "När flera ses."]


def test_that_the_numbers_are_one_list_that_word_counts(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    style = documents.part(out, "word/styles.xml").find(
        f".//w:style[@w:styleId='{NUMBERED}']/w:pPr/w:numPr/w:numId", NS
    )
    assert style is not None
    root = documents.part(out, "word/numbering.xml")
    num = root.find(f"w:num[@w:numId='{style.get(f'{W}val')}']/w:abstractNumId", NS)
    assert num is not None
    level = root.find(f"w:abstractNum[@w:abstractNumId='{num.get(f'{W}val')}']/w:lvl", NS)
    assert level is not None
    found = {child.tag.removeprefix(W): child.get(f"{W}val") for child in level}
    assert found | {"start": "1", "numFmt": "decimal", "pStyle": NUMBERED, "lvlText": "%1"} == found


def test_that_contents_and_headings_are_those_of_the_strategy(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    assert documents.headings(out) == [
        (1, "Bakgrund"),
        (1, "Begrepp"),
        (2, "Möte"),
        (1, "Plan"),
    ]
    entries = [block.text for block in documents.blocks(out) if block.style.startswith("TOC")]
    assert [entry for entry in entries if "Bakgrund" in entry] == ["1Bakgrund4"]


def test_that_every_page_is_marked_and_says_nothing_of_a_decision(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    assert headers(out) == ["REMISSVERSION – Strategi för möten\tDnr KS 2026/12"]
    facts = documents.tables(out)[0]
    assert "Beslutad av" not in [row[0] for row in facts]


@pytest.mark.parametrize("kind", ["bare", "letterhead"])
def test_that_a_towns_own_header_is_marked_too(tmp_path: Path, kind: str) -> None:
    document = Document()
    if kind == "letterhead":
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "Staden"
        section.first_page_header.paragraphs[0].text = "Stadens märke"
    template = tmp_path / "mall.docx"
    document.save(str(template))
    said = headers(written(strategy(**GIVEN), tmp_path, template))
    assert (
        said
        == {
            "bare": ["REMISSVERSION"],
            "letterhead": ["REMISSVERSION\tStaden", "REMISSVERSION\tStadens märke"],
        }[kind]
    )


def test_that_a_towns_own_cover_is_marked_too_and_names_no_decision(tmp_path: Path) -> None:
    template = tmp_path / "mall.docx"
    template.write_bytes(municipal_templates.cover())
    out = written(strategy(**GIVEN), tmp_path, template)
    assert lines(out)[:3] == [
        "REMISSVERSION",
        f"Svara senast 4{NB}maj{NB}2026",
        "Skicka svaret till remiss@ekbacka.example",
    ]
    text = _all_text(out)
    assert "Kommunfullmäktige" not in text[: text.index("Så här svarar du")]


def test_that_a_strategy_nobody_has_been_asked_about_shows_what_is_to_be_written(
    tmp_path: Path,
) -> None:
    out = written(strategy(), tmp_path)
    said = lines(out)
    assert "REMISSVERSION" in said
    assert "Svara senastSista svarsdag skrivs här." in _all_text(out)
    assert "Remissinstanser" not in said


def _all_text(out: Path) -> str:
    return documents.text_of(documents.part(out, "word/document.xml"))


def test_that_two_hundred_that_are_asked_do_not_fill_the_pages(tmp_path: Path) -> None:
    names = [f"Föreningen {n}" for n in range(200)]
    asked = [{**GIVEN["consultations"][0], "respondents": ", ".join(names)}]
    said = lines(written(strategy(**{**GIVEN, "consultations": asked}), tmp_path))
    assert said[said.index("Remissinstanser") + 1] == ", ".join(names)


@unhurried
@given(whole_strategies())
def test_that_any_consultation_version_is_schema_valid_and_skips_no_level(
    tmp_path_factory: pytest.TempPathFactory, made: Strategy
) -> None:
    out = written(made, tmp_path_factory.mktemp("any"))
    above = 0
    for level, text in documents.headings(out):
        assert level <= above + 1
        assert text.strip()
        above = level
