"""The parts of a date that is written in words or in a form of one's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from strategidesk.desk.answers.folding import folded
from strategidesk.model.wording import wording

_YEAR_FIRST = re.compile(r"(\d{4})(?P<part>[-/. ])(\d{1,2})(?:(?P=part)(\d{1,2}))?")
_DIGITS = re.compile(r"(\d{4})()(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})(?:[-/., ]+'?(\d{4}|\d{2}))?")
_SHORT = re.compile(r"(\d{2})(?P<part>[-.]?)(\d{2})(?P=part)(\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2}):?[ea]? )?([^\W\d_]+)\.?(?: ?[-']?(\d{4}|\d{2}))?")
_YEAR_WORDS = re.compile(r"(\d{4}) ([^\W\d_]+)")
_PART = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)? ?\d?) ?(?:-|'|/)? ?(\d{4}|\d{2})?")
_YEARS = re.compile(r"(\d{4}) ?[-–/] ?(\d{4}|\d{2})")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Written:
    """What a text says of a date. `year` is 0 where it says none; `months` several where it names
    a part of the year; `day` is 0 where it says none. `certain`: it can mean only one thing."""

    year: int
    months: tuple[int, ...] = ()
    day: int = 0
    certain: bool = True
    or_year: bool = False  # the whole year may be meant too
    exact: tuple[str, ...] = ()  # all that it may mean, where that is known

    def dates(self, year: int) -> Iterator[str]:
        """The dates that it may be in a year; some of them may not exist."""
        if self.exact:
            yield from self.exact
            return
        for month in self.months:
            yield f"{year:04}-{month:02}-{self.day:02}" if self.day else f"{year:04}-{month:02}"
        if self.or_year or not self.months:
            yield f"{year:04}"


def written(text: str) -> Written | None:
    """What a text says; None where it is no date that is known."""
    words: Mapping[str, Sequence[str]] = wording().texts["answers"]["dates"]
    plain = f" {folded(text).strip(' .!')} "
    certain = "?" not in plain
    plain = plain.replace("?", " ")
    for word in words["vague"]:
        if f" {word} " in plain:
            plain, certain = plain.replace(f" {word} ", " "), False
    for word in words["around"]:
        plain = plain.replace(f" {word} ", " ")
    found = _found(" ".join(plain.split()))
    if found is None or certain:
        return found
    return replace(found, certain=False)


def _found(plain: str) -> Written | None:
    if digits := _YEARS.fullmatch(plain):
        begins, ends = int(digits[1]), _year(digits[2])
        if ends > begins:
            return Written(begins, certain=False, exact=(f"{begins:04}", f"{ends:04}"))
    if digits := _YEAR_FIRST.fullmatch(plain) or _DIGITS.fullmatch(plain):
        return Written(int(digits[1]), (int(digits[3]),), int(digits[4] or 0))
    if digits := _SHORT.fullmatch(plain):
        first, month, last = digits[1], digits[3], digits[4]
        both = (f"20{first}-{month}-{last}", f"20{last}-{month}-{first}")
        return Written(_year(first), (int(month),), int(last), certain=False, exact=both)
    if digits := _DAY_FIRST.fullmatch(plain):
        return Written(_year(digits[3]), (int(digits[2]),), int(digits[1]))
    if re.fullmatch(r"\d{4}", plain):
        return Written(int(plain))
    if (named := _WORDS.fullmatch(plain)) and (month := _month(named[2])):
        return Written(_year(named[3]), (month,), int(named[1] or 0))
    if (named := _YEAR_WORDS.fullmatch(plain)) and (month := _month(named[2])):
        return Written(int(named[1]), (month,))
    return _part(plain)


def _part(plain: str) -> Written | None:
    """A part of the year: `våren 2027`, `kvartal 3 2027`."""
    parts: Mapping[str, list[int]] = wording().texts["answers"]["dates"]["parts"]
    if (named := _PART.fullmatch(plain)) and named[1].strip() in parts:
        months = tuple(parts[named[1].strip()])
        return Written(_year(named[2]), months, certain=False, or_year=True)
    return None


def _year(digits: str | None) -> int:
    if not digits:
        return 0
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


@cache
def _month(word: str) -> int:
    """The number of a month by its name or the first three letters or more of it; else 0."""
    months: Sequence[str] = wording().texts["months"]
    for number, name in enumerate(months, 1):
        if word == name or (len(word) >= 3 and name.startswith(word)) or word == f"{name[:4]}":
            return number
    return 0
