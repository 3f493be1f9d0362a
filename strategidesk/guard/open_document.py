"""What an OpenDocument sheet would make a library do, and what of it lies outside or runs."""

from collections.abc import Callable

from strategidesk.guard import relations
from strategidesk.guard.allowances import Allowances
from strategidesk.guard.markup import Attributes, attributes
from strategidesk.guard.sentences import Fault, too_many
from strategidesk.guard.workbook import letters


class OpenDocument:
    """Gathers over all parts of one file."""

    def __init__(self, allowed: Allowances, notices: set[str]) -> None:
        self._allowed, self._notices = allowed, notices
        self._sheets = self._written = self._row = self._rows = self._column = self._cells = 0
        self._sheet = ""

    def actions(self) -> dict[tuple[str, str], Callable[[list[str]], None]]:
        """What is done at which element."""
        outside = {
            ("draw", name): self._outside
            for name in ("image", "object", "object-ole", "floating-frame", "plugin", "applet")
        }
        return {
            **outside,
            ("manifest", "encryption-data"): self._password,
            ("script", "event-listener"): self._macro,
            ("script", "script"): self._macro,
            ("office", "dde-source"): self._call,
            ("table", "table-source"): self._source,
            ("table", "table"): self._table,
            ("table", "table-row"): self._next_row,
            ("table", "table-cell"): self._cell,
            ("table", "covered-table-cell"): self._cell,
        }

    def _table(self, pairs: list[str]) -> None:
        self._sheet = attributes(pairs).get("name", "")
        self._sheets += 1
        self._row = self._rows = self._written = self._cells = 0
        if self._sheets > self._allowed.sheets:
            raise too_many("sheet", self._allowed.sheets)

    def _next_row(self, pairs: list[str]) -> None:
        self._row += self._rows  # those before this one
        self._rows = _count(attributes(pairs), "number-rows-repeated")
        self._written += 1
        self._column = 0
        if self._written > self._allowed.rows:
            raise Fault("rows", sheet=self._sheet, most=self._allowed.rows)

    def _cell(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        repeated = _count(of, "number-columns-repeated")
        self._column += repeated
        covered = _count(of, "number-rows-spanned") * _count(of, "number-columns-spanned")
        if covered > self._allowed.merged_cells:
            raise Fault("merged", sheet=self._sheet, most=self._allowed.merged_cells)
        if "value-type" not in of and "formula" not in of:
            return
        last = self._row + self._rows
        if last > self._allowed.last_row or self._column > self._allowed.last_column:
            raise Fault("far", sheet=self._sheet, cell=f"{letters(self._column)}{last}")
        self._cells += repeated * self._rows
        if self._cells > self._allowed.repeated:
            raise Fault("content")

    def _outside(self, pairs: list[str]) -> None:
        target = attributes(pairs).get("href", "")
        if relations.place(target) != "file" or target.startswith(("/", "file:")):
            relations.judge("image", target)
            self._notices.add("links")

    def _source(self, _pairs: list[str]) -> None:
        self._notices.add("links")

    def _call(self, pairs: list[str]) -> None:
        of = attributes(pairs)
        words = (of.get("dde-application", ""), of.get("dde-topic", ""))
        raise Fault("outside", address=" ".join(words))

    def _password(self, _pairs: list[str]) -> None:
        raise Fault("password")

    def _macro(self, _pairs: list[str]) -> None:
        raise Fault("macros")


def _count(of: Attributes, name: str) -> int:
    text = of.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 9 else 1
