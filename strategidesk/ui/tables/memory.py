"""What a table remembers per strategy: its columns, their widths, the sorting, the lines."""

from typing import Any

from strategidesk.ui.tables.column import Column
from strategidesk.ui.tables.header import Sorting


class Memory:
    """Reads and writes JSON values under one key; what is no longer true of them is left out."""

    def __init__(self, store: dict[str, Any], key: str, first: tuple[str, ...] = ()) -> None:
        """`first`: the columns shown until the user chooses; none: all."""
        self._first = first
        found = store.get(key)
        self._own: dict[str, Any] = found if isinstance(found, dict) else {}
        store[key] = self._own

    def order(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """All columns as the user has put them; the fixed ones first."""
        known: list[str] = self._own.get("order", [])
        names = {name: at for at, name in enumerate(known)}
        fixed = [column for column in columns if column.fixed]
        others = [column for column in columns if not column.fixed]
        return (*fixed, *sorted(others, key=lambda c: names.get(c.name, len(names))))

    def visible(self, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """Those that are shown, in order."""
        hidden = self._own.get("hidden")
        if hidden is None:
            hidden = [c.name for c in columns if self._first and c.name not in self._first]
        return tuple(c for c in self.order(columns) if c.fixed or c.name not in hidden)

    def set_columns(self, names: list[str], hidden: list[str]) -> None:
        """Remember order and which are hidden."""
        self._own["order"], self._own["hidden"] = names, hidden

    @property
    def widths(self) -> dict[str, int]:
        """The widths that the user has given, in logical pixels."""
        found: dict[str, int] = self._own.setdefault("widths", {})
        return found

    @property
    def sorting(self) -> Sorting:
        return tuple((name, bool(down)) for name, down in self._own.get("sorting", []))

    @sorting.setter
    def sorting(self, sorting: Sorting) -> None:
        self._own["sorting"] = [list(pair) for pair in sorting]

    @property
    def two_lines(self) -> bool:
        return bool(self._own.get("two_lines", True))

    @two_lines.setter
    def two_lines(self, two: bool) -> None:
        self._own["two_lines"] = two
