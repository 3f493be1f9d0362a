"""Names that Excel takes for a sheet: 1 to 31 characters, without some signs, unique.

Source: Excel's rules for renaming a worksheet.
"""

import re
import unicodedata
from collections.abc import Iterable

MOST = 31  # UTF-16 code units
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
_RESERVED = {"history", "historik"}  # Excel's own sheet of changes, in English and Swedish


def sheet_names(wanted: Iterable[str], instead: str) -> list[str]:
    """A valid name for each wish, in order, all different; `instead` for an empty one."""
    taken = set(_RESERVED)
    names = []
    for wish in wanted:
        name = _unique(_valid(wish) or instead, taken)
        taken.add(_key(name))
        names.append(name)
    return names


def quoted(sheet: str) -> str:
    """The sheet's name as it stands in a formula."""
    return "'" + sheet.replace("'", "''") + "'"


def _valid(wish: str) -> str:
    return _cut(" ".join(_FORBIDDEN.sub(" ", wish).split()).strip("' "), MOST)


def _cut(name: str, most: int) -> str:
    """At most so many code units, whole characters, no apostrophe or space at the end."""
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").rstrip("' ")


def _unique(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while _key(candidate) in taken:
        number += 1
        ending = f" ({number})"
        candidate = _cut(name, MOST - len(ending)) + ending
    return candidate


def _key(name: str) -> str:
    """Equal for names that Excel holds for the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
