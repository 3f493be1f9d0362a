"""The numbers of headings, which the contents repeat: ours, or those of the template's styles.

A template's heading style belongs to a level of a list; the level's text (`%1.%2`) says how the
number looks (ECMA-376 part 1, 17.9).
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from lxml import etree

from strategidesk.word.markup import W
from strategidesk.word.styles import Styles

DEEPEST = 9  # Word's last heading style
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SILENT = ("none", "bullet")
_COUNT = re.compile(r"%([1-9])")


class Numbers(Protocol):
    """Counts headings."""

    def next(self, level: int) -> str:
        """The number of the next heading of a level; empty where it has none."""


class Decimal:
    """1, 1.1 and so on, down to a depth."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._counts = [0] * DEEPEST

    def next(self, level: int) -> str:
        if level > self._depth:
            return ""
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (DEEPEST - level)
        return ".".join(map(str, self._counts[:level]))


class _Level(NamedTuple):
    place: int  # in its list
    format: str
    text: str
    start: int


class Own:
    """The template's own numbers."""

    def __init__(self, levels: Mapping[int, _Level], formats: Mapping[int, _Level]) -> None:
        """`levels` by heading level, `formats` of all levels of the list by their place."""
        self._levels = levels
        self._formats = formats
        self._counts: dict[int, int] = {}

    def next(self, level: int) -> str:
        own = self._levels.get(level)
        if own is None or own.format in _SILENT:
            return ""
        start = self._counts.get(own.place, own.start - 1)
        self._counts = {place: n for place, n in self._counts.items() if place < own.place}
        self._counts[own.place] = start + 1
        return _COUNT.sub(lambda found: self._shown(int(found[1]) - 1), own.text).strip()

    def _shown(self, place: int) -> str:
        level = self._formats.get(place)
        if level is None:
            return ""
        count = self._counts.get(place, level.start)
        return _written(count, level.format)


def template_numbers(styles: Styles, numbering: etree._Element) -> Own | None:
    """The numbers that heading styles have of themselves; None where they have none."""
    levels: dict[int, _Level] = {}
    formats: dict[int, _Level] = {}
    for level in range(1, DEEPEST + 1):
        name = f"heading {level}"
        if not styles.has(name):
            continue
        place = _place(styles, styles.element(name), numbering)
        if place is not None:
            known = _levels(styles, numbering, place[0])
            if place[1] in known and known[place[1]].format not in _SILENT:
                levels[level] = known[place[1]]
                formats = formats or known
    return Own(levels, formats) if levels else None


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _value(element: Any, otherwise: str = "") -> str:
    return str(element.get(_w("val"), otherwise)) if element is not None else otherwise


def _place(styles: Styles, style: Any, numbering: Any) -> tuple[str, int] | None:
    """The list and the level in it that a style belongs to, by itself or by what it is based on."""
    id = style.get(_w("styleId"))
    level = ""
    for one in styles.chain(style):
        number = one.find(f"{_w('pPr')}/{_w('numPr')}")
        if number is None:
            continue
        level = level or _value(number.find(_w("ilvl")))
        list = _value(number.find(_w("numId")))
        if list == "0":
            return None
        if list:
            linked = _linked(styles, numbering, list, id)
            return list, linked if linked is not None else int(level or 0)
    return None


def _linked(styles: Styles, numbering: Any, list: str, id: str) -> int | None:
    """The level of the list that names the style."""
    abstract = _abstract(styles, numbering, list)
    for level in abstract.findall(_w("lvl")) if abstract is not None else ():
        if _value(level.find(_w("pStyle"))) == id:
            return int(level.get(_w("ilvl"), 0))
    return None


def _abstract(styles: Styles, numbering: Any, list: str, deep: bool = True) -> Any:
    """The definition of a list, also where a style stands for it."""
    for number in numbering.findall(_w("num")):
        if number.get(_w("numId")) != list:
            continue
        wanted = _value(number.find(_w("abstractNumId")))
        for abstract in numbering.findall(_w("abstractNum")):
            if abstract.get(_w("abstractNumId")) == wanted:
                link = _value(abstract.find(_w("numStyleLink")))
                other = styles.list_of(link) if link and deep else ""
                return _abstract(styles, numbering, other, deep=False) if other else abstract
    return None


def _levels(styles: Styles, numbering: Any, list: str) -> dict[int, _Level]:
    abstract = _abstract(styles, numbering, list)
    if abstract is None:
        return {}
    found = {}
    for level in abstract.findall(_w("lvl")):
        place = int(level.get(_w("ilvl"), 0))
        start = _value(level.find(_w("start")), "1")
        format = _value(level.find(_w("numFmt")), "decimal")
        text = _value(level.find(_w("lvlText")))
        found[place] = _Level(place, format, text, int(start) if start.isdigit() else 1)
    return found


def _written(count: int, format: str) -> str:
    match format:
        case "upperRoman" | "lowerRoman":
            text = ""
            for worth, letters in _ROMAN:
                text += letters * (count // worth)
                count %= worth
            return text.upper() if format == "upperRoman" else text
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (max(count, 1) - 1) % 26) * (1 + (max(count, 1) - 1) // 26)
            return letter.upper() if format == "upperLetter" else letter
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)
