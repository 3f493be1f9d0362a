"""The facts over the headings of a returned answer sheet."""

from collections.abc import Mapping, Set

from strategidesk.excel.sheets.finding import Found, folded
from strategidesk.excel.sheets.grid import Cells, Place
from strategidesk.excel.sheets.layout import FACTS, NAME
from strategidesk.excel.sheets.remembered import Sent
from strategidesk.excel.words import word

_REACH = 2  # columns to the right of a label: one may have been put between


def head_of(cells: Cells, found: Found, sent: Sent) -> tuple[dict[str, str], frozenset[Place]]:
    """The facts by key, and the cells down to the headings that a manager has not added."""
    grid, above = found.grid, found.heading_row
    over = {place: folded(raw.text) for place, raw in grid.cells.items() if place[0] < above}
    labels = {folded(word(f"sheets.facts.{key}")): key for key in FACTS}
    at_label = {labels[text]: place for place, text in over.items() if text in labels}
    taken = _likely(over, found.layout.kind) if sent is None else set()
    taken.update(at_label.values(), ((above, column) for column in found.columns))
    facts = {}
    for key in FACTS:
        sheet, area = cells.names.get(NAME.format(key=key), ("", None))
        named = (area.row, area.column) if area and sheet == grid.name else None
        place = _value_at(over, at_label.get(key), named, labels.keys())
        if place in over:
            facts[key] = grid.cells[place].text
            taken.add(place)
    return facts, frozenset(taken)


def _likely(over: Mapping[Place, str], kind: str) -> set[Place]:
    """Title and hint of a workbook that does not say with what it went out."""
    hint = folded(word(f"sheets.{kind}.hint"))
    title = folded(word(f"sheets.{kind}.title", period=""))
    return {place for place, text in over.items() if text == hint or text.startswith(title)}


def _value_at(
    over: Mapping[Place, str], label: Place | None, named: Place | None, labels: Set[str]
) -> Place | None:
    """Where a fact stands: to the right of its label, else in the cell of its name."""
    if label is None:
        return named
    for step in range(1, _REACH + 1):
        place = label[0], label[1] + step
        if place == named or (place in over and over[place] not in labels):
            return place
    return named
