"""When an activity is done, as places on a line of years."""

import pytest

from strategidesk.desk.remaining import lacks
from strategidesk.desk.spans import span_of
from tests.support.strategies import strategy


def _activity(**values: str):  # type: ignore[no-untyped-def]
    return strategy(activities=[values]).activities[0]


@pytest.mark.parametrize(
    ("values", "start", "end", "words"),
    [
        ({"start": "2026", "end": "2027"}, 2026.0, 2028.0, "2026 – 2027"),
        ({"start": "2026", "end": "2026"}, 2026.0, 2027.0, "2026"),
        ({"start": "2026-07", "end": "2026-12"}, 2026.49, 2027.0, "2026-07 – 2026-12"),
        ({"start": "2026-01-01"}, 2026.0, None, "2026-01-01 –"),
        ({"end": "2028-12-31"}, None, 2029.0, "– 2028-12-31"),
        ({"when": "2015-09-01 – 2016-06-30"}, 2015.66, 2016.49, "2015-09-01 – 2016-06-30"),
        ({"when": "2015 - 2016"}, 2015.0, 2017.0, "2015 – 2016"),
        ({"when": "2016"}, 2016.0, 2017.0, "2016"),
        ({"when": "2019", "start": "2026"}, 2026.0, None, "2026 –"),
    ],
)
def test_that_time_is_read_from_dates_and_from_words_that_are_dates(
    values: dict[str, str], start: float | None, end: float | None, words: str
) -> None:
    span = span_of(_activity(**values))
    assert span is not None
    assert span.start == (pytest.approx(start, abs=0.01) if start is not None else None)
    assert span.end == (pytest.approx(end, abs=0.01) if end is not None else None)
    assert span.words == words


@pytest.mark.parametrize("when", ["", "Årligen", "Läsåret 2015/16", "2016-13", "2026 och 2028"])
def test_that_other_words_are_no_time_on_the_line(when: str) -> None:
    assert span_of(_activity(when=when)) is None


def test_that_an_activity_lacks_who_when_and_what_shows_it() -> None:
    assert lacks(_activity(title="Kör")) == ("unit", "when", "indicator")
    done = _activity(title="Kör", responsible="Alva", recurrence="Varje höst", indicator="Antal")
    assert lacks(done) == ()
