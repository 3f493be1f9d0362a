"""The plan counted and added up: per status, per unit, and per both."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from strategidesk.excel.rows import Entry, Plan, status_word
from strategidesk.excel.words import word


@dataclass(frozen=True, slots=True)
class Line:
    """One line or column of a table: its name, and what stands in the plan's cells for it."""

    label: str
    cell: str


class Totals:
    """Numbers of activities and sums of their budgets."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._counts = Counter(map(self._key, plan.entries))
        self._money: dict[tuple[str, str], Decimal] = {}
        for entry in plan.entries:
            if entry.activity.budget is not None:
                key = self._key(entry)
                self._money[key] = self._money.get(key, Decimal(0)) + entry.activity.budget

    def _key(self, entry: Entry) -> tuple[str, str]:
        return self._plan.unit_label(entry), status_word(entry)

    @cached_property
    def statuses(self) -> tuple[Line, ...]:
        """All statuses in their order; last those activities that have none, if there are any."""
        lines = [Line(name, name) for name in self._plan.statuses]
        if any(not status for _, status in self._counts):
            lines.append(Line(word("no_status"), ""))
        return tuple(lines)

    @cached_property
    def units(self) -> tuple[Line, ...]:
        """The units that have a sheet, in their order; last the activities without a unit."""
        labels = self._plan.unit_labels
        lines = [Line(labels[unit.id], labels[unit.id]) for unit in self._plan.units_with_sheet]
        if self._plan.entries_of(None):
            lines.append(Line(word("no_unit"), ""))
        return tuple(lines)

    def count(self, unit: Line | None = None, status: Line | None = None) -> int:
        """How many activities of that unit (None: of all) have that status (None: any)."""
        return sum(
            number
            for key, number in self._counts.items()
            if _belongs(key[0], unit) and _belongs(key[1], status)
        )

    def money(self, unit: Line | None = None, status: Line | None = None) -> float:
        """What they cost together."""
        amounts = (
            amount
            for key, amount in self._money.items()
            if _belongs(key[0], unit) and _belongs(key[1], status)
        )
        return float(sum(amounts, Decimal(0)))


def _belongs(cell: str, line: Line | None) -> bool:
    return line is None or cell == line.cell
