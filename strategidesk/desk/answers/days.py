"""Dates as managers type them: what is certain is read, what is not is asked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.day_words import Written, written
from strategidesk.desk.answers.outcomes import Choice, Said, Verdict
from strategidesk.desk.answers.readings import Reading, asked, corrected, taken
from strategidesk.excel.cells import day_of
from strategidesk.excel.sheets.returned import Cell
from strategidesk.language import mark
from strategidesk.model.fields import is_date
from strategidesk.model.rounds import closing
from strategidesk.word.fragments import day_in_words

READ_AS: Final = mark("“{typed}” was read as {date}.")
NO_DATE: Final = mark("“{typed}” is no date. Write it as a day, a month or a year, as 2027-06-30.")
WHICH_YEAR: Final = mark("“{typed}” says no year. Choose the date that is meant.")
WHICH_DAY: Final = mark("“{typed}” is no exact date. Choose the one that comes closest.")
NOT_THERE: Final = mark("There is no such day as “{typed}”. Choose the date that is meant.")
SERIAL: Final = mark(
    "“{typed}” is a number. As a date of Excel it is {date}. Choose it if that is meant."
)
FAR_AWAY: Final = mark("{date} is far away. Choose it if it is meant.")
BEFORE_START: Final = mark(
    "{date} is before the activity begins ({start}). Choose it if it is meant."
)
_YEARS = range(2000, 2101)  # all that a plan can mean
_SERIALS = range(36_526, 73_051)  # the days of those years (1900 system)
_LONGEST = 60  # letters of what may be a date alone
_SERIAL = re.compile(r"\d{5}")
_INSIDE = re.compile(r"(?<!\d)\d{4}-\d{2}(?:-\d{2})?(?!\d)")


def read_day(cell: Cell, today: str, period: str) -> Reading:
    """The day, month or year that a cell says, on the day when it is read."""
    if cell.day:
        return _near(taken(cell.day))
    if is_date(cell.text):
        return _near(taken(cell.text))
    if cell.text.isascii() and _SERIAL.fullmatch(cell.text) and int(cell.text) in _SERIALS:
        day = day_of(int(cell.text)).isoformat()
        said = Said(SERIAL, {"typed": cell.text, "date": day_in_words(day)})
        return asked(said, _choices([day]), day)
    found = written(cell.text) if len(cell.text) <= _LONGEST else None
    if found is None:
        inside = [text for text in _INSIDE.findall(cell.text) if is_date(text)]
        why = WHICH_DAY if inside else NO_DATE
        return asked(Said(why, {"typed": cell.text}), _choices(inside), next(iter(inside), None))
    return _meant(cell.text, found, today, period)


def not_before(reading: Reading, start: str) -> Reading:
    """The reading, asked where its date is before an activity begins."""
    date = reading.value
    if reading.verdict is not Verdict.TAKEN or not start or not date or closing(date) >= start:
        return reading
    places = {"date": day_in_words(date), "start": day_in_words(start)}
    return asked(Said(BEFORE_START, places), _choices([date]), date)


def _meant(typed: str, found: Written, today: str, period: str) -> Reading:
    years = [found.year] if found.year else _years(today, period)
    dates = [date for year in years for date in found.dates(year)]
    real = [date for date in dates if is_date(date)]
    if found.exact:
        real.sort(key=lambda date: abs(int(date[:4]) - int(today[:4])))
    if not real:
        real = [date for date in _nearest(found, years) if is_date(date)]
        return asked(Said(NOT_THERE, {"typed": typed}), _choices(real))
    if not found.year:
        later = [date for date in real if closing(date) >= today]
        return asked(Said(WHICH_YEAR, {"typed": typed}), _choices(real), next(iter(later), None))
    if len(real) > 1 or not found.certain:
        return asked(Said(WHICH_DAY, {"typed": typed}), _choices(real), real[0])
    said = Said(READ_AS, {"typed": typed, "date": day_in_words(real[0])})
    return _near(corrected(real[0], said))


def _years(today: str, period: str) -> list[int]:
    """The years that a date without one may be of."""
    this, asked_of = int(today[:4]), int(period[:4]) if period[:4].isdigit() else 0
    return sorted({this, this + 1, *([asked_of, asked_of + 1] if asked_of else [])})


def _nearest(found: Written, years: Iterable[int]) -> Iterator[str]:
    """What may be meant by a day that a month does not have, or by a month that is none."""
    for year in years:
        if found.day and found.months and 1 <= found.months[0] <= 12:
            month = found.months[0]
            last = max(day for day in range(28, 32) if is_date(f"{year:04}-{month:02}-{day:02}"))
            yield f"{year:04}-{month:02}-{last:02}"
            after = (year, month + 1) if month < 12 else (year + 1, 1)
            yield f"{after[0]:04}-{after[1]:02}-01"
        elif found.day and found.months:
            yield f"{year:04}-{found.day:02}-{found.months[0]:02}"


def _near(reading: Reading) -> Reading:
    if int(reading.value[:4]) in _YEARS:
        return reading
    said = Said(FAR_AWAY, {"date": day_in_words(reading.value)})
    return replace(asked(said, _choices([reading.value])), why=(*reading.why, said))


def _choices(dates: Iterable[str]) -> list[Choice]:
    return [Choice(day_in_words(date), date) for date in dict.fromkeys(dates)]
