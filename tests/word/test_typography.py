"""Swedish typography: in the document, and never in the stored text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from strategidesk.word.typography import swedish
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"


def seen(text: str) -> str:
    """The text as it is set, with `~` for a space that holds and `^` for a place to break at."""
    return swedish(text).replace("\u00a0", "~").replace("\u200b", "^")


@pytest.mark.parametrize(
    "text",
    [
        "§~183, 12~§, 3~kap. 2~§ och §§~4",
        "1~200~kr, 12~345~678~kronor och 4~mnkr",
        "10~%, 2,5~miljoner, 40~procent",
        "kl.~14.30 den 3~mars 2026, s.~12, nr~3",
        "KS~2025/00123, Dnr~2016/0340",
    ],
)
def test_that_a_figure_stays_with_what_it_belongs_to(text: str) -> None:
    assert seen(text.replace("~", " ")) == text.replace("kap. 2", "kap.~2")


@pytest.mark.parametrize(
    "text",
    [
        "070-123 45 67, 0680 123 456, 10 personer, 3 områden, 2026 12",
        "2026-03-09, KS-2025-2026, 2018-2024/7, 1-3, 2029-2026, 12-2026",
        "den 3 marsch, 5 krig, 9 procentenheter, dess. 12",
        '15" skärm, han sa "ja, 5"-6"',
        "it's 12.30",
    ],
)
def test_that_what_is_not_certain_stays_as_it_was_typed(text: str) -> None:
    assert seen(text) == text


def test_that_years_get_a_dash_but_not_in_the_number_of_a_matter() -> None:
    assert seen("Strategi 2026-2029.") == "Strategi 2026–2029."
    assert "2018-2024" in seen("KS 2018-2024")
    assert "2018-2024" in seen("Dnr 2018-2024")


def test_that_pairs_of_marks_become_quotation_marks() -> None:
    assert seen('Se "Plan för alla" ("planen").') == "Se ”Plan för alla” (”planen”)."


def test_that_a_long_address_may_break_after_its_slashes_and_points() -> None:
    assert seen("https://www.ekbacka.example/kommun/politik/styrdokument.html") == (
        "https://^www.^ekbacka.^example/^kommun/^politik/^styrdokument.^html"
    )
    assert seen("https://ekbacka.example/sida") == "https://ekbacka.example/sida"


PIECES = some.sampled_from(
    ["§", "kl.", "s.", "nr", "KS", "%", "kr", "miljoner", "mars", "12", "1", "200", "2026-2029",
     "-", "2025/00123", '"', '"ord"', "–", "https://www.ekbacka.example/en/lang/adress/", ".", "ä"]
)  # fmt: skip


@given(some.lists(PIECES | some.text(max_size=5), max_size=12), some.sampled_from(["", " "]))
def test_that_nothing_but_the_named_signs_is_changed(words: list[str], between: str) -> None:
    text = between.join(words)
    typeset = swedish(text)
    for new, old in (("\u200b", ""), ("\u00a0", " "), ("”", '"'), ("–", "-")):
        typeset, text = typeset.replace(new, old), text.replace(new, old)
    assert typeset == text


def test_that_text_headings_lists_and_tables_are_set_and_the_contents_with_them(
    write: Write,
) -> None:
    body = (
        "Enligt § 183.\n\n- 10 % av alla\n\n"
        "| Tid 2026-2029 | Kostnad |\n|---|---|\n| kl. 9 | 5 kr |"
    )
    sections = [
        {"heading": "Beslut § 12", "body": body},
        {"heading": "Plan", "content": "activities"},
    ]
    activities = [{"title": "Öppna 3 mars", "responsible": "Nämnd nr 4"}]
    card = {"title": "Strategi 2026-2029"}
    out = write(strategy(strategy=card, sections=sections, activities=activities))
    assert_valid(out)
    texts = [block.text for block in documents.blocks(out)]
    assert "Strategi 2026–2029" in texts
    assert {"Enligt §\u00a0183.", "10\u00a0% av alla"} <= set(texts)
    assert (1, "Beslut §\u00a012") in documents.headings(out)
    assert "Beslut §\u00a0123" in texts  # in the contents, with its page
    assert documents.tables(out)[-2:] == [
        [["Tid 2026–2029", "Kostnad"], ["kl.\u00a09", "5\u00a0kr"]],
        [["VAD", "NÄR", "VEM"], ["Öppna 3\u00a0mars", "", "Nämnd nr\u00a04"]],
    ]


def test_that_another_language_is_left_as_it_was_typed(write: Write) -> None:
    card = {"title": "S", "language": "en"}
    out = write(strategy(strategy=card, sections=[{"heading": "A", "body": 'The "plan" of 10 %'}]))
    assert documents.blocks(out)[-1].text == 'The "plan" of 10 %'


def test_that_words_are_divided_in_text_and_tables_but_not_in_headings(write: Write) -> None:
    out = write(strategy(sections=[{"heading": "A", "body": "B"}]))
    settings = documents.part(out, "word/settings.xml")
    for name in ("autoHyphenation", "consecutiveHyphenLimit", "doNotHyphenateCaps"):
        assert settings.find(f"w:{name}", NS) is not None
    styles = documents.part(out, "word/styles.xml")
    whole = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        for each in style.iterfind("w:pPr/w:suppressAutoHyphens", NS)
        if each.get(f"{W}val") != "0"
    }
    headings = {f"Heading{level}" for level in range(1, 10)}
    assert whole >= headings | {"Title", "Subtitle", "TOCHeading", "TOC1", "CoverText"}
    assert whole.isdisjoint({"Normal", "ListBullet", "TableText"})


def test_that_what_leads_a_list_or_a_table_stays_with_it(write: Write) -> None:
    body = (
        "Målen är:\n\n- ett\n- två\n\nEtt stycke för sig.\n\nTabellen visar dem.\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |"
    )
    out = write(strategy(sections=[{"heading": "Mål", "body": f"{'Lång text. ' * 60}\n\n{body}"}]))
    assert_valid(out)
    kept = [
        documents.text_of(each)
        for each in documents.part(out, "word/document.xml").iterfind("w:body/w:p", NS)
        if each.find("w:pPr/w:keepNext", NS) is not None
    ]
    assert kept == ["Målen är:", "Tabellen visar dem."]
