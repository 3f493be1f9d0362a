"""How wide a table's columns are, how high it gets, and whether it asks for a page on its side."""

import re
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from strategidesk.word.pages import CHARACTER, Sheet
from strategidesk.word.tables import Ready, lines_of

SPACING = 1.2
TABLE, SMALL = 9.0, 8.0  # points
SAMPLE = 200  # rows that widths are fitted to, and heights estimated from
_LETTER = 0.55  # em, inside words
_NARROWEST = 1350  # twips: columns below this get small text
_LONG_WORD, _SHORT_WORD, _EDGES = 24, 10, 2.5  # characters
_BOLD = 1  # characters that a title's letters are wider
_WORDS = 0.85  # of the width at most is given by longest words
_EDGE, _ABOVE = 11, 4  # points: between columns, above and below a row's text
_WIDE, _LINE, _LONG = 5, 26, 60  # columns; characters of a line that reads well, of a long text
_WORTH = 0.3  # of a page: a smaller table is set closely rather than on a page of its own
_TALL = 0.6  # of a page: a higher row may be split

_TAG = re.compile("<[^>]*>")


class Column(NamedTuple):
    """What stands in a column, in characters: longest word, longest text, their usual length."""

    word: int
    text: int  # without the title
    size: float


class Setting(NamedTuple):
    """How a table is set on a sheet: its columns' shares, characters to a line, its text."""

    shares: list[float]
    fits: list[float]
    size: float  # points
    tallest: int  # lines of a row that is not split
    cramped: bool  # its columns are narrower than reads well
    broken: bool  # even words do not fit

    @property
    def small(self) -> bool:
        return self.size == SMALL

    def height(self, rows: Sequence[Sequence[str]]) -> float:
        """How high the table gets, in points, by its first rows."""
        line = self.size * SPACING
        lines = [max(map(lines_of, row, self.fits)) for row in rows[:SAMPLE]]
        mean = line * sum(lines) / max(1, len(lines)) + _ABOVE
        return line + _ABOVE + mean * len(rows)


def columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns, judged by the first rows."""
    return [
        _column(title, [row[place] for row in rows[:SAMPLE]]) for place, title in enumerate(titles)
    ]


def _column(title: str, cells: Sequence[str]) -> Column:
    title, *texts = (_TAG.sub(" ", t) if isinstance(t, Ready) else t for t in (title, *cells))
    word = max(_longest(title) + _BOLD, _longest(" ".join(texts)))
    longest = max(map(len, texts), default=0)
    mean = (len(title) + sum(map(len, texts))) / (1 + len(texts))
    return Column(word, longest, sqrt(max(longest, len(title)) * (1 + mean)))


def setting(found: Sequence[Column], sheet: Sheet) -> Setting:
    """A table with these columns in the full width of a sheet; many columns get small text."""
    size = SMALL if len(found) * _NARROWEST > sheet.width else TABLE
    width = sheet.width / 20
    shares, spare = _fitted(found, width / (size * _LETTER))
    total = sum(shares)
    fits = [max(1.0, (width * share / total - _EDGE) / (size * CHARACTER)) for share in shares]
    tallest = int(_TALL * sheet.height / 20 / (size * SPACING))
    cramped = any(
        fit < _LINE and column.text > _LONG for column, fit in zip(found, fits, strict=True)
    )
    return Setting(shares, fits, size, tallest, cramped, spare < 0)


def wants_side(upright: Setting, rows: Sequence[Sequence[str]], sheet: Sheet) -> bool:
    """Whether a table that is set like this is better on a page on its side."""
    if len(upright.fits) < _WIDE or not upright.cramped:
        return False
    return upright.broken or upright.height(rows) > _WORTH * sheet.height / 20


def _fitted(found: Sequence[Column], characters: float) -> tuple[list[float], float]:
    """Shares by what stands in the columns of a table that is so many `characters` wide.

    Each gets room for its longest word; what is left goes by the length of the texts. Also what
    would be left: less than nothing where words do not fit.
    """
    left = characters - _EDGES * len(found)
    spare = left - sum(min(_LONG_WORD, column.word) for column in found)
    for most in range(_LONG_WORD, _SHORT_WORD - 1, -1):
        words = [min(most, column.word) for column in found]
        if sum(words) <= _WORDS * left:
            break
    sizes = [column.size for column in found]
    free = max(left - sum(words), (1 - _WORDS) * left) / (sum(sizes) or 1)
    return [_EDGES + word + free * size for word, size in zip(words, sizes, strict=True)], spare


def _longest(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)
