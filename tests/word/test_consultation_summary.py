"""The report on what came in during dialogues and referrals, as a board reads it."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.desk.papers import chosen, composed
from strategidesk.model.strategy import Strategy
from strategidesk.word import consultation_summary
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy, whole_strategies
from tests.support.validate import assert_valid
from tests.word.test_laws import unhurried

W = f"{{{NS['w']}}}"
GIVEN: dict[str, Any] = {
    "strategy": {"title": "Strategi för möten", "municipality": "Ekbacka kommun"},
    "sections": [
        {"id": "s1", "heading": "Bakgrund"},
        {"heading": "Områden", "content": "areas"},
        {"id": "s3", "heading": "Uppföljning"},
    ],
    "areas": [{"id": "a", "title": "Språk"}],
    "consultations": [
        {"id": "d", "kind": "dialogue", "title": "Kvällar i byarna", "from": "2026-02",
         "places": "Norrgärdet"},
        {"id": "c", "kind": "remiss", "title": "Remiss", "from": "2026-03-01", "to": "2026-05-04",
         "respondents": "Skolan, Vården, Norr, Söder"},
    ],
    "responses": [
        {"consultation": "d", "respondent": "Kväll i Norr", "date": "2026-02-03",
         "text": "Bättre *buss*.", "area": "a", "handling": "accepted", "comment": "Bussen går."},
        {"consultation": "c", "respondent": "Vården", "date": "2026-04-02",
         "position": "rejects", "text": "Skriv om uppföljningen.", "section": "s3",
         "handling": "rejected", "comment": "Den räcker."},
        {"consultation": "c", "respondent": "Skolan", "date": "2026-04-01",
         "position": "approves", "text": "Fler böcker.", "area": "a", "handling": "partly",
         "comment": "Några fler."},
        {"consultation": "c", "respondent": "Skolan", "date": "2026-04-01", "text": "Bra."},
        {"consultation": "c", "respondent": "Byalaget", "position": "abstains",
         "handling": "noted"},
    ],
}  # fmt: skip


def written(made: Strategy, folder: Path, by_respondent: bool = False) -> Path:
    out = folder / "sammanställning.docx"
    paper = composed(made, chosen(made, "consultation_summary", "strategy"), "2026-06-01")
    for _ in consultation_summary.write(
        made, paper, out, today="2026-06-01", by_respondent=by_respondent
    ):
        pass
    assert_valid(out)
    return out


def lines(out: Path) -> list[str]:
    return [block.text for block in documents.blocks(out)]


def test_that_it_says_in_words_how_many_were_asked_and_how_they_answered(tmp_path: Path) -> None:
    said = lines(written(strategy(**GIVEN), tmp_path))
    assert said[:2] == ["Remissammanställning", "Strategi för möten, Ekbacka kommun"]
    assert (
        "Förslaget till Strategi för möten har varit på remiss 2026-03-01 – 2026-05-04. "
        "Av fyra tillfrågade har två svarat. Dessutom har en svarat utan att ha tillfrågats. "
        "En tillstyrker, en avstyrker och en avstår från att yttra sig. "
        "Fyra synpunkter är registrerade: en har delvis lett till ändring, "
        "en har inte lett till ändring, en har noterats och en återstår att behandla." in said
    )


def test_that_it_says_in_figures_who_answered_and_by_name_who_did_not(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    assert documents.tables(out)[2] == [
        ["Ställningstagande", "Antal"],
        ["Tillstyrker", "1"],
        ["Avstyrker", "1"],
        ["Avstår", "1"],
        ["Har svarat", "3"],
        ["Har inte svarat", "2"],
        ["Tillfrågade", "4"],
    ]
    assert "Har inte svarat (2): Norr, Söder." in lines(out)
    assert "Har svarat utan att vara tillfrågade (1): Byalaget." in lines(out)


def test_that_each_opinion_stands_with_its_part_and_what_was_done(tmp_path: Path) -> None:
    assert documents.tables(written(strategy(**GIVEN), tmp_path))[4] == [
        ["Remissinstans", "Inkommet", "Ställningstagande", "Synpunkt (avsnitt)", "Kommentar",
         "Åtgärd"],
        ["Byalaget", "", "Avstår", "Hela förslaget", "", "Noterat, ej ändrat"],
        ["Skolan", "2026-04-01", "", "Hela förslaget\nBra.", "", "Ej behandlat"],
        ["Skolan", "2026-04-01", "Tillstyrker", "Språk\nFler böcker.", "Några fler.",
         "Delvis ändrat: Språk"],
        ["Vården", "2026-04-02", "Avstyrker", "Uppföljning\nSkriv om uppföljningen.",
         "Den räcker.", "Ej ändrat"],
    ]  # fmt: skip


def test_that_it_can_be_ordered_by_respondent(tmp_path: Path) -> None:
    rows = documents.tables(written(strategy(**GIVEN), tmp_path, by_respondent=True))[4]
    assert [row[0] for row in rows[1:]] == ["Byalaget", "Skolan", "Skolan", "Vården"]
    assert [row[3] for row in rows[2:4]] == ["Hela förslaget\nBra.", "Språk\nFler böcker."]


def test_that_opinions_are_counted_per_part(tmp_path: Path) -> None:
    assert documents.tables(written(strategy(**GIVEN), tmp_path))[3] == [
        ["Avsnitt", "Antal", "Delvis ändrat", "Ej ändrat", "Noterat, ej ändrat", "Ej behandlat"],
        ["Hela förslaget", "2", "0", "0", "1", "1"],
        ["Språk", "1", "1", "0", "0", "0"],
        ["Uppföljning", "1", "0", "1", "0", "0"],
        ["Summa", "4", "1", "1", "1", "1"],
    ]


def test_that_a_dialogue_tells_places_wishes_and_handling(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    assert "Tid: 2026-02. Plats: Norrgärdet" in lines(out)
    assert documents.tables(out)[1] == [
        ["Plats", "Datum", "Önskemål", "Område", "Hantering", "Kommentar"],
        ["Kväll i Norr", "2026-02-03", "Bättre buss.", "Språk", "Ändrat: Språk", "Bussen går."],
    ]


def test_that_pages_are_landscape_and_say_what_they_are(tmp_path: Path) -> None:
    out = written(strategy(**GIVEN), tmp_path)
    page = documents.part(out, "word/document.xml").find(".//w:pgSz", NS)
    assert page is not None
    assert page.get(f"{W}orient") == "landscape"
    heads = [name for name in documents.names(out) if name.startswith("word/header")]
    said = " ".join(documents.text_of(documents.part(out, name)) for name in heads)
    assert "Remissammanställning – Strategi för möten" in said


def test_that_a_secretarys_own_summary_and_assessment_are_kept(tmp_path: Path) -> None:
    paper = {"kind": "consultation_summary", "summary": "Alla är nöjda.", "assessment": "Ja."}
    out = written(strategy(**GIVEN, papers=[paper]), tmp_path)
    assert documents.headings(out)[:2] == [(1, "Sammanfattning"), (1, "Förvaltningens bedömning")]
    assert "Alla är nöjda." in lines(out)
    assert not any("tillfrågade har" in line for line in lines(out))


@pytest.mark.parametrize("kept", ["nothing", "dialogue"])
def test_that_little_or_nothing_to_tell_is_told(tmp_path: Path, kept: str) -> None:
    some = {**GIVEN, "consultations": GIVEN["consultations"][:1], "responses": []}
    out = written(strategy(**some) if kept == "dialogue" else strategy(), tmp_path)
    said = {"nothing": "Ingen dialog eller remiss är registrerad.",
            "dialogue": "Inga synpunkter är registrerade."}[kept]  # fmt: skip
    assert said in lines(out)
    assert documents.tables(out) == []


def test_that_two_hundred_with_very_long_opinions_are_all_there(tmp_path: Path) -> None:
    long = "Ett långt stycke om möten och språk. " * 300
    names = [f"Förening {n}" for n in range(200)]
    many = {
        **GIVEN,
        "consultations": [{**GIVEN["consultations"][1], "respondents": ", ".join(names)}],
        "responses": [
            {"consultation": "c", "respondent": unicodedata.normalize("NFD", name), "text": long}
            for name in names
        ],
    }
    out = written(strategy(**many), tmp_path)
    assert len(documents.tables(out)[-1]) == 201
    assert not any("Har inte svarat (" in line for line in lines(out))
    assert any("Av 200 tillfrågade har 200 svarat." in line for line in lines(out))


@unhurried
@given(whole_strategies(), st.booleans())
def test_that_any_report_is_schema_valid_and_has_each_response_once(
    tmp_path_factory: pytest.TempPathFactory, made: Strategy, by_respondent: bool
) -> None:
    out = written(made, tmp_path_factory.mktemp("any"), by_respondent)
    above = 0
    for level, text in documents.headings(out):
        assert level <= above + 1
        assert text.strip()
        above = level


def test_that_alike_answers_keep_lists_and_footnotes_of_their_own(tmp_path: Path) -> None:
    alike = {"consultation": "r", "text": "1. Ett", "comment": "Se källan[^a].\n\n[^a]: Källa"}
    made = strategy(
        consultations=[{"id": "r", "kind": "remiss", "title": "Remissen"}],
        responses=[{**alike, "respondent": name} for name in ("Skolan", "Vården")],
    )
    body = documents.part(written(made, tmp_path), "word/document.xml")

    lists = {number.get(f"{W}val") for number in body.iterfind(".//w:tc//w:numId", NS)}
    assert len(lists) == 2
    assert len(body.findall(".//w:footnoteReference", NS)) == 2
