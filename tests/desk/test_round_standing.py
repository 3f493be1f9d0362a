"""How a follow-up round stands: who has answered, who is late, what the answers say."""

from strategidesk.desk.rounds.answering import Answering
from strategidesk.desk.rounds.standing import Standing, standing
from tests.support.rounds import asking, the_round
from tests.support.strategies import known_id

BEFORE, LAST, AFTER = "2027-01-14", "2027-01-15", "2027-01-16"


def on(day: str) -> Standing:
    one = asking(
        activities=[
            {"id": "v1", "title": "Bokbuss", "unit": "u1", "area": "a1", "hallmarks": ["h0", "h1"]},
            {"id": "v2", "title": "Sagor", "unit": "u1"},
            {"id": "v3", "title": "Läxhjälp", "unit": "u2", "hallmarks": ["h1"]},
            {"id": "v4", "title": "Förslag", "unit": "u2", "stage": "proposed"},
        ],
        follow_ups=[
            {"activity": "v1", "period": "2026", "status": "done"},
            {"activity": "v2", "period": "2026", "status": "delayed"},
            {"activity": "v3", "period": "2025", "status": "done"},
        ],
    )
    return standing(one, the_round(one), day)


def test_that_only_answers_of_the_period_to_what_is_followed_up_count() -> None:
    found = [(one.unit, one.asked, one.answered, one.missing) for one in on(BEFORE).units]

    assert found == [(known_id("u1"), 2, 2, 0), (known_id("u2"), 1, 0, 1)]


def test_that_a_unit_is_late_from_the_day_after_the_last_and_only_where_something_is_missing() -> (
    None
):
    late = {day: [one.late for one in on(day).units] for day in (BEFORE, LAST, AFTER)}

    assert late == {BEFORE: [False, False], LAST: [False, False], AFTER: [False, True]}


def test_that_activities_are_told_by_status_of_unit_area_and_each_hallmark() -> None:
    found = on(BEFORE)
    v1, v2, v3 = (known_id(one) for one in ("v1", "v2", "v3"))

    assert found.by_unit == {
        known_id("u1"): {"done": (v1,), "delayed": (v2,)},
        known_id("u2"): {"no_answer": (v3,)},
    }
    assert found.by_area == {
        known_id("a1"): {"done": (v1,)},
        None: {"delayed": (v2,), "no_answer": (v3,)},
    }
    assert found.by_hallmark == {
        known_id("h0"): {"done": (v1,)},
        known_id("h1"): {"done": (v1,), "no_answer": (v3,)},
        None: {"delayed": (v2,)},
    }
    assert found.by_state == {"done": (v1,), "delayed": (v2,), "no_answer": (v3,)}
    assert (found.asked, found.answered, found.answered_units) == (3, 2, 1)


def test_that_an_answer_without_a_status_is_an_answer_but_no_status() -> None:
    one = asking(
        activities=[{"id": "v1", "unit": "u1"}],
        follow_ups=[{"activity": "v1", "period": "2026", "status": "", "result": "Bra."}],
    )
    found = standing(one, the_round(one), BEFORE)

    assert found.by_state == {"no_status": (known_id("v1"),)}
    assert found.answered == 1


def test_that_hallmarks_that_no_activity_of_the_plan_serves_are_told() -> None:
    one = asking(
        activities=[
            {"id": "v1", "unit": "u1", "hallmarks": ["h1"]},
            {"id": "v2", "unit": "u1", "hallmarks": ["h0"], "stage": "proposed"},
        ]
    )
    found = standing(one, the_round(one), BEFORE)

    assert (found.idle, found.hallmarks) == ((known_id("h0"),), 2)


def sheet(mark: str, day: str, by: str, reader: str, unit: str = "u1") -> dict[str, str]:
    return {"id": mark, "round": "r1", "unit": unit, "mark": mark, "received_on": day,
            "reported_by": by, "read_by": reader}  # fmt: skip


def test_that_the_last_sheet_of_a_unit_says_who_answered_and_who_read_it_in() -> None:
    one = asking(
        activities=[{"id": "v1", "unit": "u1"}, {"id": "v2", "unit": "u2"}],
        follow_ups=[
            {"activity": "v1", "period": "2026", "reported_by": "Ro", "reported_on": "2027-01-20"},
            {"activity": "v2", "period": "2026", "reported_by": "Mo", "reported_on": "2027-01-02"},
        ],
        receipts=[
            sheet("b", "2027-01-12", "Bo", "Noor"),
            sheet("a", "2027-01-03", "Alva", "Ida"),
        ],
    )
    told = [unit.answering for unit in standing(one, the_round(one), BEFORE).units]

    assert told == [Answering("Bo", "2027-01-12", "Noor", 2), Answering("Mo", "2027-01-02")]


def test_that_a_round_for_proposals_is_answered_by_a_sheet_and_told_by_stage() -> None:
    one = asking(
        kind="proposals",
        activities=[
            {"id": "v1", "unit": "u1", "stage": "proposed", "area": "a1"},
            {"id": "v2", "unit": "u1", "stage": "declined"},
            {"id": "v3", "unit": "u1"},
            {"id": "v4", "unit": "u1", "decision_reason": "Gärna."},
            {"id": "v5", "unit": "u2", "stage": "proposed", "example": True},
        ],
        receipts=[sheet("a", "2027-01-03", "Alva", "Ida")],
    )
    found = standing(one, the_round(one), AFTER)
    v1, v2, v4 = (known_id(one) for one in ("v1", "v2", "v4"))

    assert [(unit.answered, unit.asked, unit.late) for unit in found.units] == [
        (1, 1, False),
        (0, 1, True),
    ]
    assert found.by_unit == {
        known_id("u1"): {"proposed": (v1,), "declined": (v2,), "accepted": (v4,)}
    }
    assert found.by_area[known_id("a1")] == {"proposed": (v1,)}


def test_that_a_proposal_without_a_unit_is_told_where_everybody_is_asked() -> None:
    activities = [{"id": "v1", "stage": "proposed", "area": "a1"}]
    everybody = asking(kind="proposals", activities=activities)
    only = [{"id": "r1", "kind": "proposals", "period": "2026", "units": ["u1"]}]
    some = asking(rounds=only, activities=activities)

    assert standing(everybody, the_round(everybody), BEFORE).by_state == {
        "proposed": (known_id("v1"),)
    }
    assert standing(some, the_round(some), BEFORE).by_state == {}


def test_that_a_last_day_given_as_a_month_or_a_year_is_its_end() -> None:
    def late(last: str, today: str) -> bool:
        sent = [{"id": "r1", "period": "2026", "last_reply_on": last}]
        strategy = asking(rounds=sent, activities=[{"id": "v1", "unit": "u1"}])
        return standing(strategy, the_round(strategy), today).units[0].late

    assert not late("2027-01", "2027-01-31")
    assert late("2027-01", "2027-02-01")
    assert not late("2027", "2027-12-31")
    assert late("2027", "2028-01-01")
