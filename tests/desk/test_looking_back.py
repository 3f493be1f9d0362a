"""The history by days."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from strategidesk.desk.commands import Create, Delete, RestoreBefore, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.looking_back import Log, steps
from strategidesk.errors import UserError
from strategidesk.history.log import Trace, Wanted
from strategidesk.history.recording import Recorder
from strategidesk.model.fields import Id
from tests.support.desks import fresh
from tests.support.strategies import known_id

S1, A1 = known_id("s1"), known_id("a1")
MONDAY = date(2015, 4, 13)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def write(desk: Desk, day: date, hour: float, author: str, id: Id, field: str, words: str) -> None:
    """A change that somebody made at a time of this computer's calendar."""
    at = round((datetime.combine(day, time()) + timedelta(hours=hour)).timestamp() * 1e6)
    with desk.file.writing() as connection:
        recorder = Recorder(connection, desk.file.tables, author, lambda: at)
        recorder.set(id, field, words)
        recorder.finish("change")


@pytest.fixture
def written(desk: Desk) -> Desk:
    """Changes of two people over two days, behind everything that was there before."""
    write(desk, MONDAY, 0, "Karin", S1, "body", "Strax efter midnatt.")
    write(desk, MONDAY, 23.99, "Mikael", S1, "body", "Strax före midnatt.")
    write(desk, MONDAY + timedelta(days=1), 9, "Karin", A1, "title", "Lek")
    return desk


def test_that_days_begin_at_midnight_here(written: Desk) -> None:
    log = Log(written.file)
    since = Wanted(since=_at(MONDAY))
    days = {day.date: day.count for day in log.days(since).days}

    assert days[MONDAY] == 2
    assert days[MONDAY + timedelta(days=1)] == 1
    assert [one.author for one in log.traces(since, MONDAY)] == ["Mikael", "Karin"]


def test_that_every_change_is_counted_and_read_once(written: Desk) -> None:
    log = Log(written.file)
    days = log.days(Wanted())
    traces = [one for day in days.days for one in log.traces(Wanted(), day.date)]
    told = [entry.revision for entry in written.history()]

    assert days.count == len(traces) == log.size() == len(told)
    assert [one.revision for one in traces] == told
    assert [day.date for day in days.days] == sorted((d.date for d in days.days), reverse=True)


def test_that_the_history_is_narrowed_to_a_person_to_things_and_to_what_came_later(
    written: Desk,
) -> None:
    log = Log(written.file)
    before = log.size()
    written.run(SetFields(S1, {"heading": "Nytt"}))

    assert log.days(Wanted(author="Mikael")).count == 1
    assert log.days(Wanted(author="Mikael")).authors == ("Mikael",)
    of_area = log.days(Wanted(ids=frozenset([A1])))
    assert of_area.count == len(list(written.history(A1)))
    assert log.days(Wanted(behind=before)).count == 1
    assert log.days(Wanted(ids=frozenset())).count == 0
    assert {"Karin", "Mikael"} <= set(log.authors())


def test_that_very_many_things_are_asked_for_as_few_are(written: Desk) -> None:
    log = Log(written.file)
    many = frozenset([S1, *(known_id(str(number)) for number in range(600))])

    assert log.days(Wanted(ids=many)) == log.days(Wanted(ids=frozenset([S1])))


def test_that_entries_tell_what_changes_did(written: Desk) -> None:
    log = Log(written.file)
    newest = log.traces(Wanted(), MONDAY)[0]
    entry = log.entries([newest])[newest.revision]

    assert (entry.before, entry.value) == ("Strax efter midnatt.", "Strax före midnatt.")


def test_that_what_was_done_at_once_is_one_step() -> None:
    def trace(author: str, at: int, kind: str = "edit") -> Trace:
        return Trace(f"{at}", S1, "body", author, at, kind)

    fast = [trace("Bo", 90_000_000 - n) for n in range(5)]
    slow = [trace("Bo", 50_000_000), trace("Bo", 40_000_000)]
    few = [trace("Ida", 30_000_000 - n) for n in range(3)]
    found = steps([*fast, *slow, *few, trace("Ida", 29_999_000, "undo")])

    assert [len(step) for step in found] == [5, 1, 1, 1, 1, 1, 1]
    assert [one for step in found for one in step] == [
        *fast,
        *slow,
        *few,
        trace("Ida", 29_999_000, "undo"),
    ]


def test_that_the_wording_before_a_change_comes_back(desk: Desk) -> None:
    desk.run(SetFields(S1, {"body": "Ett."}))
    desk.run(SetFields(S1, {"body": "Två."}))
    newest = next(iter(desk.history(S1, "body")))
    desk.run(SetFields(S1, {"body": "Tre."}))
    desk.run(RestoreBefore(newest.revision))
    section = desk.strategy.by_id[S1]
    assert section.body == "Ett."  # type: ignore[attr-defined]

    desk.undo()
    assert desk.strategy.by_id[S1].body == "Tre."  # type: ignore[attr-defined]


def test_that_restoring_before_a_removal_brings_the_thing_back(desk: Desk) -> None:
    desk.run(Delete((A1,)))
    removal = next(entry for entry in desk.history(A1) if entry.field == "_exists")
    desk.run(RestoreBefore(removal.revision))

    assert A1 in desk.strategy.by_id


def test_that_nothing_stands_before_the_first_change(desk: Desk) -> None:
    desk.run(Create("area", {"title": "Musik"}))
    made = next(iter(desk.history()))
    with pytest.raises(UserError, match=r"first|första"):
        desk.run(RestoreBefore(made.revision))


def _at(day: date) -> int:
    return round(datetime.combine(day, time()).timestamp() * 1e6)
