"""How wide a table's columns are, how high it gets, and whether it asks for a page on its side."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from strategidesk.word.pages import CHARACTER, Sheet
from strategidesk.word.tables import lines_of, readable

SPACING = 1.2
TABLE, SMALL = 9.0, 7.5  # points
SAMPLE = 200  # rows that widths are fitted to, and heights estimated from
_LETTER = 0.55  # em, inside words
_NARROWEST = 1350  # twips: columns below this get small text
_LONG_WORD, _SHORT_WORD, _EDGES = 24, 10, 2.5  # characters
_BOLD = 1  # characters that a title's letters are wider
_WORDS = 0.95  # of the width at most is given by longest words
_EDGE, _ABOVE = 11, 4  # points: between columns, above and below a row's text
_WIDE, _LINE, _LONG = 5, 26, 60  # columns; characters of a line that reads well, of a long text
_WORTH = 0.3  # of a page: a smaller table is set closely rather than on a page of its own
_TALL = 0.6  # of a page: a higher row may be split


class Setting(NamedTuple):
    """How a table is set on a sheet: its columns' shares, characters to a line, its text."""

    shares: list[float]
    fits: list[float]
    size: float  # points
    height: float  # points, estimated
    tallest: int  # lines of a row that is not split
    cramped: bool  # its columns are narrower than reads well
    broken: bool  # even words do not fit

    @property
    def small(self) -> bool:
        return self.size == SMALL


def setting(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    sheet: Sheet,
    like: Sequence[Sequence[str]] = (),
) -> Setting:
    """The table as it is set in the full width of a sheet; many columns get small text.

    Columns are as wide as the texts of `like` ask, where it is given, else those of the rows.
    """
    size = SMALL if len(titles) * _NARROWEST > sheet.width else TABLE
    width = sheet.width / 20
    texts = _columns(titles, like or rows)
    shares, spare = _fitted(texts, width / (size * _LETTER))
    total = sum(shares)
    fits = [max(1.0, (width * share / total - _EDGE) / (size * CHARACTER)) for share in shares]
    sample = rows[:SAMPLE]
    lines = [max(map(lines_of, row, fits)) for row in sample]
    mean = size * SPACING * sum(lines) / max(1, len(lines)) + _ABOVE
    height = size * SPACING + _ABOVE + mean * len(rows)
    tallest = int(_TALL * sheet.height / 20 / (size * SPACING))
    return Setting(shares, fits, size, height, tallest, _cramped(texts, fits), spare < 0)


def wants_side(columns: int, upright: Setting, sheet: Sheet) -> bool:
    """Whether a table of so many columns, set like this, is better on a page on its side."""
    if columns < _WIDE or not upright.cramped:
        return False
    return upright.broken or upright.height > _WORTH * sheet.height / 20


def _columns(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    sample = [titles, *rows[:SAMPLE]]
    return [[readable(row[place]) for row in sample] for place in range(len(titles))]


def _fitted(texts: Sequence[Sequence[str]], characters: float) -> tuple[list[float], float]:
    """Shares by what stands in the columns of a table that is so many `characters` wide.

    Each gets room for its longest word; what is left goes by the length of the texts. Also what
    would be left: less than nothing where words do not fit.
    """
    longest = [max(_longest(some[0]) + _BOLD, *map(_longest, some)) for some in texts]
    left = characters - _EDGES * len(texts)
    spare = left - sum(min(_LONG_WORD, word) for word in longest)
    for most in range(_LONG_WORD, _SHORT_WORD - 1, -1):
        words = [min(most, word) for word in longest]
        if sum(words) <= _WORDS * left:
            break
    sizes = [sqrt(max(map(len, some)) * (1 + sum(map(len, some)) / len(some))) for some in texts]
    free = max(left - sum(words), (1 - _WORDS) * left) / (sum(sizes) or 1)
    return [_EDGES + word + free * size for word, size in zip(words, sizes, strict=True)], spare


def _cramped(texts: Sequence[Sequence[str]], fits: Sequence[float]) -> bool:
    """Whether a column of long texts, or the longest words, have too little room."""
    return any(
        fit < _LINE and max(map(len, some[1:]), default=0) > _LONG
        for some, fit in zip(texts, fits, strict=True)
    )


def _longest(text: str) -> int:
    return max(map(len, text.split(" ")), default=0)
