"""Where the pages are likely to break, so that the contents show numbers before Word knows better.

An estimate from average widths of Arial (0.5 em a character in Swedish text, lines 1.15 em high);
Word and LibreOffice work the numbers out when the contents are updated.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

CHARACTER = 0.5  # em
_LINE = 1.15  # em


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page's text area in twips."""

    width: int
    height: int


class Spot(NamedTuple):
    """How far the pages are filled: the page's number, and points used on it."""

    number: int
    used: float


class Pages:
    """Counts pages while paragraphs are laid below one another; lengths in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.number = 1
        self._used = 0.0

    def lines(self, characters: int, size: float, width: float) -> int:
        """How many lines the characters take."""
        return max(1, math.ceil(characters * size * CHARACTER / width))

    def text(self, characters: int, size: float, spacing: float, after: float = 0.0) -> None:
        """A paragraph in `size` points with line spacing as a factor."""
        lines = self.lines(characters, size, self.width)
        self.block(lines * size * _LINE * spacing, after)

    def block(self, height: float, after: float = 0.0) -> None:
        """Something that may run over several pages."""
        self._used += height
        while self._used > self.height:
            self.number += 1
            self._used -= self.height
        self._used += after

    def kept(self, height: float, following: float) -> None:
        """Something that stays with the `following` points after it, as a heading does."""
        if self._used + height + following > self.height:
            self.new_page()
        self._used += height

    def new_page(self) -> None:
        self.number += 1
        self._used = 0.0

    def turn(self, sheet: Sheet) -> None:
        """Pages of this text area from here on."""
        self.width, self.height = sheet.width / 20, sheet.height / 20

    @property
    def spot(self) -> Spot:
        return Spot(self.number, self._used)

    def go_back(self, spot: Spot) -> float:
        """Take up at an earlier spot; how many points had been laid since."""
        since = (self.number - spot.number) * self.height + self._used - spot.used
        self.number, self._used = spot
        return max(0.0, since)
