"""How a follow-up round stands: who has answered, who is late, what the answers say."""

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


def test_that_activities_are_counted_by_status_of_unit_area_and_each_hallmark() -> None:
    found = on(BEFORE)

    assert found.by_unit == {
        known_id("u1"): {"done": 1, "delayed": 1},
        known_id("u2"): {"no_answer": 1},
    }
    assert found.by_area == {known_id("a1"): {"done": 1}, None: {"delayed": 1, "no_answer": 1}}
    assert found.by_hallmark == {
        known_id("h0"): {"done": 1},
        known_id("h1"): {"done": 1, "no_answer": 1},
        None: {"delayed": 1},
    }


def test_that_a_last_day_given_as_a_month_or_a_year_is_its_end() -> None:
    def late(last: str, today: str) -> bool:
        sent = [{"id": "r1", "period": "2026", "last_reply_on": last}]
        strategy = asking(rounds=sent, activities=[{"id": "v1", "unit": "u1"}])
        return standing(strategy, the_round(strategy), today).units[0].late

    assert not late("2027-01", "2027-01-31")
    assert late("2027-01", "2027-02-01")
    assert not late("2027", "2027-12-31")
    assert late("2027", "2028-01-01")
