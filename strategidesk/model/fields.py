"""Field kinds: how a noun's field is declared, what values it takes, how they stand in JSON.

A field's JSON value is a string (line, prose, date, choice, file, place), a number, true or false,
the id of another thing, or a sorted list of ids. Everything else about a field follows from its
`Field`.
"""

import dataclasses
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, NewType

Id = NewType("Id", str)  # a UUID in its canonical form: 36 characters, lower case
Choices = dict[str, str]  # value to English label, in the order that lists show
Json = str | int | float | bool | list[str] | None


class Kind(Enum):
    LINE = "line"  # one line of text
    PROSE = "prose"  # the CommonMark subset of strategidesk.prose
    DATE = "date"  # a year, a month or a day; empty where none
    CHOICE = "choice"  # one of some words; a newer program's word survives
    NUMBER = "number"  # decimal, at most 15 digits; None where none
    WHOLE = "whole"  # whole number; None where none
    FLAG = "flag"  # true or false
    REFERENCE = "reference"  # the id of another thing; None where none
    REFERENCES = "references"  # a set of ids
    FILE = "file"  # the sha256 and the name of a file kept in the strategy; empty where none
    PLACE = "place"  # order key, and the parent in trees


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a noun, as declared."""

    kind: Kind
    label: str = ""  # English source string
    default: Any = ""
    to: str = ""  # references: the entity they point at; "*" for any
    owned: bool = False  # deleting what is pointed at deletes this thing too
    choices: Choices | None = None
    alone: bool = False  # two things with one value of it are looked at by a person
    of: str = ""  # lines: holds the name of a field of what this reference field points at
    latest: bool = False  # where two people wrote in it, the newest counts and nobody is asked
    name: str = ""  # in JSON, tables and history; filled in by the noun
    attribute: str = ""  # in Python (differs where the name is a keyword)


def _declare(field: Field) -> Any:
    return dataclasses.field(default=field.default, metadata={"field": field})


def line(label: str, default: str = "", alone: bool = False) -> Any:
    """`alone`: two things should not have the same; where they do, a person looks at it."""
    return _declare(Field(Kind.LINE, label, default, alone=alone))


def field_name(label: str, of: str) -> Any:
    """The name of a field of the thing that the reference field `of` points at."""
    return _declare(Field(Kind.LINE, label, of=of))


def prose(label: str) -> Any:
    return _declare(Field(Kind.PROSE, label))


def date(label: str) -> Any:
    return _declare(Field(Kind.DATE, label))


def choice(label: str, choices: Choices, default: str = "") -> Any:
    return _declare(Field(Kind.CHOICE, label, default, choices=choices))


def number(label: str) -> Any:
    return _declare(Field(Kind.NUMBER, label, None))


def whole(label: str, default: int | None = None) -> Any:
    return _declare(Field(Kind.WHOLE, label, default))


def flag(label: str, default: bool = False) -> Any:
    return _declare(Field(Kind.FLAG, label, default))


def reference(label: str, to: str, owned: bool = False) -> Any:
    """`owned`: this thing is part of the one pointed at and is deleted with it."""
    return _declare(Field(Kind.REFERENCE, label, None, to=to, owned=owned))


def references(label: str, to: str) -> Any:
    return _declare(Field(Kind.REFERENCES, label, (), to=to))


def kept_file(label: str) -> Any:
    """A file whose bytes are kept beside the pictures (strategidesk.model.kept_files)."""
    return _declare(Field(Kind.FILE, label))


def place() -> Any:
    return _declare(Field(Kind.PLACE))


def latest(declared: Any) -> Any:
    """The field, but that two people's values are no question: the newest counts. For what the
    program notes by itself, such as when and by whom something was read."""
    field = dataclasses.replace(declared.metadata["field"], latest=True)
    return _declare(field)


class Mistake(ValueError):
    """A value that a field does not take; the text is an English template without places."""


_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_WORD = re.compile(r"[a-z0-9][a-z0-9_]*")
_FILE = re.compile(r"[0-9a-f]{64} [^ /\\\n][^/\\\n]*")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NO_TEXTS = (Kind.REFERENCE, Kind.REFERENCES, Kind.NUMBER, Kind.WHOLE, Kind.FLAG)
MOST_DIGITS = 15  # a decimal of so many digits survives a JSON number unchanged (IEEE 754 binary64)


def from_json(field: Field, value: Any) -> Any:
    """The Python value of a field from its JSON value. Raises Mistake for one it does not take."""
    kind = field.kind
    if isinstance(value, str) and kind not in _NO_TEXTS:  # as nearly all are
        return _text(kind, value) if value else value
    match kind:
        case Kind.NUMBER:
            return None if value is None else _decimal(value)
        case Kind.WHOLE:
            if value is None or (isinstance(value, int) and not isinstance(value, bool)):
                if value is not None and abs(value) >= 10**MOST_DIGITS:
                    raise Mistake("the number has too many digits")
                return value
            raise Mistake("a whole number is expected")
        case Kind.FLAG:
            if isinstance(value, bool):
                return value
            raise Mistake("true or false is expected")
        case Kind.REFERENCE:
            if value is None or isinstance(value, str):
                return value or None
            raise Mistake("an id is expected")
        case Kind.REFERENCES:
            if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
                return tuple(sorted(set(value)))
            raise Mistake("a list of ids is expected")
        case _:
            raise Mistake("a text is expected")


def to_json(value: Any) -> Json:
    """The JSON value of a field's Python value; decimals become numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return sorted(value)
    return value  # type: ignore[no-any-return]


def takes(field: Field, value: Any) -> bool:
    """Whether the field takes this JSON value."""
    try:
        from_json(field, value)
    except Mistake:
        return False
    return True


def is_line(text: str) -> bool:
    """Whether a line holds the text just as it is."""
    try:
        return _text(Kind.LINE, text) == text
    except Mistake:
        return False


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Mistake("a number is expected")
    decimal = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not decimal.is_finite():
        raise Mistake("a number is expected")
    if decimal == 0:
        return Decimal(0)
    digits = "".join(map(str, decimal.as_tuple().digits)).rstrip("0")
    if len(digits) > MOST_DIGITS or not -MOST_DIGITS <= decimal.adjusted() <= MOST_DIGITS:
        raise Mistake("the number has too many digits")
    decimal = decimal.normalize()
    return decimal if decimal.as_tuple().exponent <= 0 else decimal.quantize(Decimal(1))  # type: ignore[operator]


def _text(kind: Kind, value: str) -> str:
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
    if not value.isprintable():  # else there is none of this in it
        if _UNREADABLE.search(value):
            raise Mistake("the text holds a character that no document can show")
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        if kind is Kind.LINE and "\n" in value:
            raise Mistake("the text must be one line")
    if kind is Kind.DATE and value and not is_date(value):
        raise Mistake("a date is a year, a month or a day, as 2015, 2015-03 or 2015-03-09")
    if kind is Kind.FILE and value and not _FILE.fullmatch(value):
        raise Mistake("a kept file is its sha256, a space and its name")
    if kind is Kind.CHOICE and value and not _WORD.fullmatch(value):
        raise Mistake("a choice is one word of small letters")
    return value


def is_date(text: str) -> bool:
    """Whether the text is a year, a month or a day that exists."""
    found = _DAY.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    leap = year is not None and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day is None or 1 <= day <= (_DAYS[month - 1] - (month == 2 and not leap))
