"""How wide the columns of a table are: from the face, never from what stands in the rows."""

from collections.abc import Mapping

from PySide6.QtGui import QFontMetrics

from strategidesk.language import tr
from strategidesk.ui.tables.column import NUMBER, Column
from strategidesk.ui.tables.painting import EDGE
from strategidesk.ui.theme import faces
from strategidesk.ui.things.chips import chip

_LETTERS = 0.9  # of the width share: the least width, in average letters
_SIGN = 40  # pixels that a chip takes beside its word
_SORTED = 18  # pixels that the arrow of a sorted column takes


def widths_of(columns: tuple[Column, ...], known: Mapping[str, int], room: int) -> list[int]:
    """The known widths as they are; the other columns share what is left of the room."""
    least = {column.name: _least(column) for column in columns if column.name not in known}
    shares = sum(column.width_share for column in columns if column.name in least)
    left = room - sum(known.get(column.name, 0) for column in columns) - sum(least.values())
    extra = max(0, left) / shares if shares else 0.0
    found = [
        known.get(c.name) or least[c.name] + int(extra * c.width_share * (c.name != NUMBER))
        for c in columns
    ]
    free = [at for at, one in enumerate(columns) if one.name in least and one.name != NUMBER]
    if free and left >= 0:
        widest = max(free, key=lambda at: columns[at].width_share)
        found[widest] += room - sum(found)
    return found


def _least(column: Column) -> int:
    metrics, heading = QFontMetrics(faces.ui()), QFontMetrics(faces.small(bold=True))
    width = metrics.averageCharWidth() * column.width_share * _LETTERS
    if column.name == NUMBER:
        return max(heading.horizontalAdvance(column.label), metrics.horizontalAdvance("00000")) + 16
    return round(
        max(
            width,
            heading.horizontalAdvance(column.label) + 2 * EDGE + _SORTED,
            _longest(column, metrics) + 2 * EDGE,
            metrics.horizontalAdvance("0") * 10 + 2 * EDGE,
        )
    )


def _longest(column: Column, metrics: QFontMetrics) -> int:
    """What the longest word of a choice takes, its chip around it."""
    field = column.field
    if field is None or not field.choices:
        return 0
    found = [(tr(label), chip(field, state)) for state, label in field.choices.items()]
    return max(
        metrics.horizontalAdvance(sign.word(word)) + _SIGN if sign
        else metrics.horizontalAdvance(word)
        for word, sign in found
    )  # fmt: skip
