"""What a paper says when nobody has written in it, and when somebody has."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given

from strategidesk.desk.papers import chosen, composed, missing, parts, strategys, usual
from strategidesk.model.interchange import read
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.prose import parse
from strategidesk.prose.nodes import List
from strategidesk.prose.plain import plain
from tests.support.sample import sample as document
from tests.support.strategies import known_id, strategy, whole_strategies

DAY = "2026-03-09"
CARD = {"title": "Biblioteksplan", "kind": "plan", "municipality": "Ekbacka kommun"}
COMMISSION = {
    "id": "commission",
    "kind": "commission",
    "body": "Kulturnämnden",
    "date": "2025-09-03",
    "paragraph": "18",
    "text": "En biblioteksplan ska tas fram",
}


@cache
def sample() -> Strategy:
    return read(document())


def said(given: Strategy, paper: Paper | None = None) -> Paper:
    return composed(given, paper or usual("proposal"), DAY)


def lines(text: str) -> list[str]:
    return plain(text).splitlines()


def test_that_of_a_filled_strategy_only_officer_and_assessment_are_left_to_write() -> None:
    for about in ("strategy", "activity_plan"):
        assert missing(sample(), usual("proposal", about)) == ("case_officer", "assessment")
        assert missing(sample(), usual("minutes", about)) == ()


def test_that_an_empty_strategy_tells_what_is_left() -> None:
    assert missing(strategy(), usual("proposal")) == (
        "case_officer",
        "summary",
        "description",
        "assessment",
        "sent_to",
    )


def test_that_the_points_are_written_as_decided_and_can_be_read_alone() -> None:
    given = strategy(
        strategy={
            **CARD,
            "replaces": "biblioteksprogram, antaget av kommunfullmäktige 2018-05-28, § 64",
            "follow_up_responsible": "Kulturnämnden",
            "follow_up_interval_months": 12,
            "revision_responsible": "Kulturnämnden",
            "revision_interval_years": 4,
        }
    )

    assert lines(said(given).proposed_decision) == [
        "1. Kommunfullmäktige antar Biblioteksplan, daterad 2026-03-09.",
        "2. Biblioteksprogram, antaget av kommunfullmäktige 2018-05-28, § 64, "
        "upphör samtidigt att gälla.",
        "3. Kulturnämnden ansvarar för att Biblioteksplan följs upp varje år och revideras "
        "vart fjärde år.",
    ]


@pytest.mark.parametrize(
    ("kind", "dated"), [("program", "daterat"), ("rules", "daterade"), ("strategy", "daterad")]
)
def test_that_the_date_agrees_with_the_kind_of_document(kind: str, dated: str) -> None:
    points = lines(said(strategy(strategy={**CARD, "kind": kind})).proposed_decision)

    assert f"Biblioteksplan, {dated} 2026-03-09." in points[0]


def test_that_an_adoption_before_is_named_as_replaced() -> None:
    old = {
        "kind": "adoption",
        "body": "Kommunfullmäktige",
        "date": "2022-11-21",
        "paragraph": "§ 140",
    }
    points = lines(said(strategy(strategy=CARD, decisions=[old])).proposed_decision)

    assert points[1] == (
        "2. Biblioteksplan, antagen av kommunfullmäktige 2022-11-21, §\u00a0140, "
        "upphör samtidigt att gälla."
    )


def test_that_strategy_and_plan_are_put_forward_to_their_own_bodies() -> None:
    decisions = [
        {"id": "s", "kind": "adoption", "body": "Kommunfullmäktige"},
        {"id": "p", "kind": "adoption", "about": "activity_plan", "body": "Kulturnämnden"},
    ]
    given = strategy(strategy=CARD, decisions=decisions)
    of_plan = replace(usual("proposal"), decision=known_id("p"))

    assert said(given).body == "Kommunfullmäktige"
    assert said(given, of_plan).body == "Kulturnämnden"
    assert lines(said(given, of_plan).proposed_decision)[0] == (
        "1. Kulturnämnden antar Aktivitetsplan till Biblioteksplan, daterad 2026-03-09."
    )
    assert "eget ärende av kulturnämnden" in said(given).summary


def test_that_a_region_has_bodies_of_its_own() -> None:
    given = strategy(strategy={**CARD, "municipality": "Region Ekbygden"})

    assert said(given).body == "Regionfullmäktige"
    assert said(given, usual("proposal", "activity_plan")).body == "Regionstyrelsen"


def test_that_the_own_paper_comes_first_and_earlier_decisions_follow_by_date() -> None:
    later = {"kind": "consultation", "body": "Kulturnämnden", "date": "2025-12-01"}
    given = strategy(
        strategy=CARD,
        decisions=[later, COMMISSION],
        consultations=[{"id": "r", "kind": "remiss"}],
        responses=[{"consultation": "r", "respondent": "Skolan"}],
    )

    assert lines(said(given).documents) == [
        "- Tjänsteskrivelse, daterad 2026-03-09",
        "- Biblioteksplan, daterad 2026-03-09",
        "- Remissammanställning, daterad 2026-03-09",
        "- Protokollsutdrag från kulturnämnden 2025-09-03, §\u00a018",
        "- Protokollsutdrag från kulturnämnden 2025-12-01",
    ]


def test_that_what_was_decided_after_a_paper_is_no_basis_for_it() -> None:
    own = {"id": "own", "kind": "proposal", "body": "Kommunstyrelsen", "date": "2025-10-01"}
    after = {"kind": "adoption", "body": "Kommunfullmäktige", "date": "2025-11-24"}
    paper = replace(usual("proposal"), decision=known_id("own"))
    given = strategy(strategy=CARD, decisions=[COMMISSION, own, after])

    assert [line for line in lines(said(given, paper).documents) if "Protokollsutdrag" in line] == [
        "- Protokollsutdrag från kulturnämnden 2025-09-03, §\u00a018"
    ]


def test_that_the_summary_tells_of_commission_group_content_and_answers() -> None:
    given = strategy(
        strategy={**CARD, "vision": "Ett bibliotek för alla.", "area_label_plural": "Områden"},
        decisions=[COMMISSION],
        members=[{"name": "A"}, {"name": "B"}],
        areas=[{"id": "a", "title": "Läsning och lärande"}, {"id": "b", "title": "Rum"}],
        hallmarks=[{"area": "a"}, {"area": "b"}, {"text": "Öppet"}, {"text": "Nära"}],
        units=[{"id": "u", "name": "Skolan"}],
        activities=[{"title": "Läslov", "unit": "u"}],
        consultations=[{"id": "r", "title": "Remissen", "from": "2025-10-01", "to": "2025-12-01"}],
        responses=[
            {"consultation": "r", "respondent": "Skolan", "position": "approves"},
            {"consultation": "r", "respondent": "Skolan", "position": "approves"},
            {"consultation": "r", "respondent": "Vården", "position": "rejects"},
        ],
    )

    assert lines(said(given).summary) == [
        "Kulturnämnden beslutade 2025-09-03, §\u00a018: En biblioteksplan ska tas fram. "
        "En arbetsgrupp med två personer har tagit fram förslaget.",
        "Förslaget innehåller en vision, två övergripande kännetecken samt två områden med två "
        "kännetecken: Läsning och lärande samt Rum. Aktivitetsplanen innehåller en aktivitet.",
        "Remissen pågick 2025-10-01 – 2025-12-01. Två svar kom in. Av dem tillstyrker en och "
        "avstyrker en.",
    ]


def test_that_costs_are_summed_by_their_funding_and_the_rest_is_counted() -> None:
    rows: list[dict[str, Any]] = [
        {"title": "A", "budget": 100000, "funding": "Inom ram"},
        {"title": "B", "budget": 1150000, "funding": "Tillskott"},
        {"title": "C", "budget": 50000, "funding": "Inom ram"},
        {"title": "D", "budget": 7},
        {"title": "E"},
        {"title": "F", "budget": 900000, "example": True},
        {"title": "G", "budget": 900000, "stage": "declined"},
    ]
    given = strategy(strategy=CARD, activities=rows)

    assert lines(said(given).economy) == [
        "Aktivitetsplanens beräknade kostnader är sammanlagt 1\u00a0300\u00a0007 kr. "
        "Kostnaderna finansieras så här:",
        "- Tillskott: 1\u00a0150\u00a0000 kr (en aktivitet)",
        "- Inom ram: 150\u00a0000 kr (två aktiviteter)",
        "- Finansiering inte angiven: 7 kr (en aktivitet)",
        "För en aktivitet är ingen kostnad beräknad.",
    ]


def test_that_what_concerns_children_is_listed_and_its_absence_is_said() -> None:
    given = strategy(
        strategy=CARD,
        hallmarks=[{"text": "Barnens bibliotek är öppet"}, {"text": "Öppet för alla"}],
        activities=[{"title": "Läslov för ungdomar"}, {"title": "Nya hyllor"}],
    )

    assert lines(said(given).children)[1:] == [
        "- Kännetecken: Barnens bibliotek är öppet",
        "- Aktivitet: Läslov för ungdomar",
    ]
    assert "nämner barn eller unga" in said(strategy(strategy=CARD)).children


def test_that_the_distribution_list_comes_from_the_units_at_the_top() -> None:
    units = [{"id": "k", "name": "Kulturnämnden"}, {"name": "Biblioteket", "parent": "k"}]

    assert lines(said(strategy(units=units)).sent_to) == ["- Kulturnämnden"]


def test_that_names_with_signs_of_the_text_format_stand_as_they_are_written() -> None:
    given = strategy(strategy={**CARD, "title": "1. *Plan* [2026]"})
    points = parse(said(given).proposed_decision).blocks

    assert isinstance(points[0], List)
    assert "1. *Plan* [2026], daterad" in lines(said(given).proposed_decision)[0]


def test_that_what_the_secretary_writes_stands_and_emptying_it_brings_the_strategys_back() -> None:
    paper = replace(usual("proposal"), summary="Kort och gott.")

    assert said(sample(), paper).summary == "Kort och gott."
    assert strategys(sample(), paper, "summary", DAY) == said(sample()).summary
    assert said(sample(), replace(paper, summary=" ")).summary == said(sample()).summary


def test_that_the_minutes_repeat_what_was_put_forward() -> None:
    paper = {
        "kind": "proposal",
        "summary": "Sammanfattat av handläggaren.",
        "proposed_decision": "Nämnden föreslår fullmäktige besluta:\n\n1. Planen antas.",
        "sent_to": "- Skolan",
    }
    minutes = said(strategy(strategy=CARD, papers=[paper]), usual("minutes"))

    assert minutes.proposed_decision == "1. Planen antas."
    assert (minutes.summary, minutes.sent_to) == (paper["summary"], paper["sent_to"])


def test_that_nothing_is_made_up_about_a_meeting_where_something_was_moved() -> None:
    paper = replace(usual("minutes"), motions="Någon yrkar avslag.")

    assert "kommunfullmäktige beslutar" in said(strategy(), usual("minutes")).procedure
    assert said(strategy(), paper).procedure == ""


def test_that_the_text_of_a_decision_is_its_points() -> None:
    decision = {**COMMISSION, "id": "own", "kind": "adoption", "text": "1. Planen antas."}
    given = strategy(strategy=CARD, decisions=[decision])

    assert said(given, replace(usual("minutes"), decision=known_id("own"))).proposed_decision == (
        "1. Planen antas."
    )


def test_that_the_latest_paper_about_the_same_is_chosen() -> None:
    decisions = [{"id": "p", "kind": "adoption", "about": "activity_plan"}]
    papers = [
        {"id": "first", "kind": "proposal"},
        {"id": "last", "kind": "proposal"},
        {"id": "plan", "kind": "proposal", "decision": "p"},
        {"id": "minutes", "kind": "minutes"},
    ]
    given = strategy(decisions=decisions, papers=papers)

    assert chosen(given, "proposal", "strategy").id == known_id("last")
    assert chosen(given, "proposal", "activity_plan").id == known_id("plan")
    assert chosen(given, "proposal", "strategy", known_id("first")).id == known_id("first")
    assert chosen(given, "minutes", "activity_plan").id == ""


def test_that_a_strategy_adopted_as_it_stands_is_not_said_to_replace_itself() -> None:
    adopted = {"kind": "adoption", "body": "Kommunfullmäktige", "date": "2025-11-24"}
    given = strategy(strategy={**CARD, "status": "adopted"}, decisions=[adopted])

    assert given.all(Decision)[0].date in said(given).proposed_decision
    assert "upphör" not in said(given).proposed_decision


@given(whole_strategies())
def test_that_any_strategy_gives_papers_whose_parts_are_texts(given: Strategy) -> None:
    for kind in ("proposal", "minutes"):
        for about in ("strategy", "activity_plan"):
            paper = said(given, usual(kind, about))
            assert all(parse(getattr(paper, part.field)) for part in parts(kind))
