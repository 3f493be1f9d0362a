"""What a person sees in a cell, from what its file says."""

import datetime
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import cache

from strategidesk.excel.sheets.grid import Raw
from strategidesk.excel.words import word

_MARKS = "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_UNSEEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{_MARKS}]"
    r"|(?<!\W)\u200d|\u200d(?=\w)"  # between letters: emoji are joined by it
)
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # what a number format shows as it is
_BUILT_IN_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})
_LONGEST = 21  # digits of a number that is written out

DAY, CLOCK, SHARE, PLAIN = "day", "clock", "share", ""  # how a number is shown


def told(text: str) -> tuple[str, bool]:
    """A text as it is read, and whether invisible signs or letters in parts were put right."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip(), False  # what is unseen, breaks lines or is blank is not printable
    broken = _BREAKS.sub("\n", text)
    clean = unicodedata.normalize("NFC", _UNSEEN.sub("", broken))
    return _BLANKS.sub(" ", clean).strip(), clean != broken


def of_text(text: str, formula: str = "") -> Raw:
    clean, cleaned = told(text)
    return Raw(clean, formula=formula, cleaned=cleaned)


def of_truth(true: bool, formula: str = "") -> Raw:
    return Raw(word("sheets.true" if true else "sheets.false"), formula=formula)


@cache
def shown_as(number: int, code: str) -> str:
    """How a number format shows numbers: by its number, and its code where the file has one."""
    if not code:
        if number in (9, 10):
            return SHARE
        if number in (18, 19, 20, 21, 45, 47):
            return CLOCK
        return DAY if number in _BUILT_IN_DAYS else PLAIN
    if re.search(r"\[[hms]+\]", code, re.IGNORECASE):
        return PLAIN  # time that has gone, in hours
    signs = _ASIDE.sub("", code.partition(";")[0]).casefold().replace("general", "")
    if re.search("[ydå]", signs) or ("m" in signs and not re.search("[hs]", signs)):
        return DAY
    if re.search("[hs]", signs):
        return CLOCK
    return SHARE if "%" in signs else PLAIN


def of_number(written: str, shown: str, from_1904: bool, formula: str = "") -> Raw:
    """A number, or the day that it stands for."""
    try:
        number = Decimal(written)
        number = Decimal(f"{float(number):.15g}")
    except (InvalidOperation, OverflowError):
        return of_text(written, formula)
    if not number.is_finite():
        return of_text(written, formula)
    if shown == DAY and (day := _day(number, from_1904)):
        return Raw(day, day=day, formula=formula)
    if shown == CLOCK and 0 <= number < 1:
        minutes = round(number * 24 * 60)
        return Raw(f"{minutes // 60:02}:{minutes % 60:02}", formula=formula)
    figure = _plain(number)
    seen = f"{_plain(number * 100)} %" if shown == SHARE else figure
    return Raw(seen.replace(".", ","), figure=figure, formula=formula)


def _plain(number: Decimal) -> str:
    if abs(number.adjusted()) > _LONGEST:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(number: Decimal, from_1904: bool) -> str:
    """The day that a number counts to; empty where it is none. 1900 had no leap day, but Excel
    counts one (ECMA-376 part 1, 18.17.4.1)."""
    days = int(number)
    if from_1904:
        start = datetime.date(1904, 1, 1)
    elif days < 60:
        start = datetime.date(1899, 12, 31)
    else:
        start = datetime.date(1899, 12, 30)
    if days < (0 if from_1904 else 1) or (days == 60 and not from_1904):
        return ""
    try:
        return (start + datetime.timedelta(days)).isoformat()
    except OverflowError:
        return ""
