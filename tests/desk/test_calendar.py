"""Dates that a calendar program takes in."""

from datetime import UTC, datetime

from strategidesk.desk.calendar import Event, calendar

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
LONG = "Uppföljning av aktivitetsplanen för områdena språk, boende och arbete; åäö " * 3
EVENTS = (
    Event("card/valid_to", "2026-12-31", "Strategin upphör att gälla"),
    Event("round/1", "2026-02-28", LONG, "Sista svarsdag\nför enheterna"),
)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_that_every_event_is_a_whole_day_that_ends_the_day_after() -> None:
    lines = unfolded(calendar(EVENTS, "Strategi", NOW))

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DTEND;VALUE=DATE:20260301" in lines
    assert "DTSTAMP:20260102T030405Z" in lines
    assert "SUMMARY:Strategin upphör att gälla" in lines


def test_that_lines_are_folded_and_end_as_the_format_says() -> None:
    content = calendar(EVENTS, "Strategi", NOW)

    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert [line.decode() for line in content.split(b"\r\n")]  # no letter is cut in two


def test_that_signs_with_a_meaning_of_their_own_are_escaped() -> None:
    lines = unfolded(calendar(EVENTS, "Mål, medel; och \\ mer", NOW))

    assert "X-WR-CALNAME:Mål\\, medel\\; och \\\\ mer" in lines
    assert "DESCRIPTION:Sista svarsdag\\nför enheterna" in lines


def test_that_an_event_keeps_its_id_when_its_day_or_words_change() -> None:
    moved = (Event("round/1", "2026-03-15", "Annat"),)
    before = [line for line in unfolded(calendar(EVENTS, "S", NOW)) if line.startswith("UID:")]
    after = [line for line in unfolded(calendar(moved, "S", NOW)) if line.startswith("UID:")]

    assert len(set(before)) == 2
    assert after == before[1:]
