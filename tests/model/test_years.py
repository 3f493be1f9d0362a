"""In which years an activity goes on."""

import pytest

from strategidesk.model.plan import Activity
from strategidesk.model.years import goes_on, outlasts, spans
from tests.support.strategies import strategy

YEARS = range(2024, 2031)


def activity(**values: str) -> Activity:
    return strategy(activities=[{"title": "Läsa", **values}]).activities[0]


def years(**values: str) -> list[int]:
    made = activity(**values)
    return [year for year in YEARS if goes_on(made, year)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026", [2026]),
        ("Hösten 2026", [2026]),
        ("2026-08", [2026]),
        ("2026 och 2028", [2026, 2028]),
        ("2025, 2027", [2025, 2027]),
        ("2026–2028", [2026, 2027, 2028]),
        ("2026-2028", [2026, 2027, 2028]),
        ("2025-09-01 – 2026-06-30", [2025, 2026]),
        ("våren 2026 till hösten 2027", [2026, 2027]),
        ("från 2027 till och med 2028", [2027, 2028]),
        ("Läsåret 2025/26", [2025, 2026]),
        ("2026–28", [2026, 2027, 2028]),
        ("Från 2027", [2027, 2028, 2029, 2030]),
        ("fr.o.m. hösten 2029", [2029, 2030]),
        ("2028 och framåt", [2028, 2029, 2030]),
        ("Senast 2025", [2024, 2025]),
        ("t.o.m. 2026", [2024, 2025, 2026]),
        ("Årligen", list(YEARS)),
        ("Kontinuerligt", list(YEARS)),
        ("", list(YEARS)),
    ],
)
def test_that_words_are_read_as_years(words: str, expected: list[int]) -> None:
    assert years(when=words) == expected
    assert years(recurrence=words) == expected


def test_that_dates_are_years_from_start_to_end() -> None:
    assert years(start="2026-02-01", end="2027-06") == [2026, 2027]
    assert years(start="2027", end="2026") == [2026, 2027]
    assert years(start="2029-12-31") == [2029, 2030]
    assert years(end="2025-01") == [2024, 2025]


def test_that_words_and_dates_both_count_and_words_bound_a_lone_start() -> None:
    assert years(when="Årligen", start="2026", end="2027") == [2026, 2027]
    assert years(when="2029", start="2026", end="2027") == [2026, 2027, 2029]
    assert years(when="2026 och 2028", start="2026-03") == [2026, 2028]


def test_that_only_what_names_a_year_can_go_on_in_others() -> None:
    assert spans(activity(when="Efter behov")) == []
    assert not outlasts(activity(when="Efter behov"), 2026)
    assert not outlasts(activity(when="2026", start="2026-05", end="2026-09-10"), 2026)
    assert outlasts(activity(start="2026", end="2027"), 2026)
    assert outlasts(activity(start="2026"), 2026)
