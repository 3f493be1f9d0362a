"""The sheet that sums up: a table and a chart per status, a table per unit and status.

The numbers are formulas over the sheet of the whole plan, each written with its present value.
"""

from dataclasses import dataclass
from typing import cast

from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from strategidesk.excel import page
from strategidesk.excel.book import PETROL, Book
from strategidesk.excel.sheet_names import quoted
from strategidesk.excel.totals import Line, Totals
from strategidesk.excel.words import word

_FIRST = 4  # row of the first status
_CHART_ROWS = 14
_CHART_COLUMN = 5


@dataclass(frozen=True, slots=True)
class Ranges:
    """The cells of the whole plan that are counted, absolute and with their sheet."""

    status: str
    unit: str | None
    budget: str | None


class TotalsSheet:
    """Writes the two tables and the chart to one sheet."""

    def __init__(self, book: Book, sheet: Worksheet, totals: Totals, ranges: Ranges) -> None:
        self.book, self.sheet, self.totals, self.ranges = book, sheet, totals, ranges
        self._status_end = _FIRST + len(totals.statuses)

    def write(self, title: str, note: str, right: str) -> None:
        sheet, looks = self.sheet, self.book.looks
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, len(self.totals.statuses) + 2, 13)
        sheet.set_row(0, 26)
        self.book.put(sheet, 0, 0, title, looks.title)
        self.book.put(sheet, 1, 0, note, looks.note)
        self._write_statuses()
        self._write_chart()
        if self.ranges.unit:
            self._write_units(self.ranges.unit, max(self._status_end, _CHART_ROWS) + 3)
        page.set_up(sheet, title, right)

    def _write_heads(self, row: int, above: str, heads: list[str]) -> None:
        looks = self.book.looks
        self.sheet.set_row(row - 1, 20)
        self.sheet.set_row(row, 32)
        self.book.put(self.sheet, row - 1, 0, above, looks.part)
        for column, head in enumerate(heads):
            look = looks.head_right if column else looks.head
            self.book.put(self.sheet, row, column, head, look)

    def _formula(self, row: int, column: int, formula: str, value: float, total: bool) -> None:
        looks = self.book.looks
        look = looks.total if total else looks.number
        self.sheet.write_formula(row, column, "=" + formula, look, value)

    def _money(self, row: int, column: int, test: str, value: float, total: bool) -> None:
        """The budgets of the activities that pass the test; of all where it is empty."""
        budget, looks = self.ranges.budget, self.book.looks
        formula = f"=SUMPRODUCT(--{test},{budget})" if test else f"=SUM({budget})"
        look = looks.total_money if total else looks.money
        self.sheet.write_formula(row, column, formula, look, value)

    def _write_statuses(self) -> None:
        totals, looks, end = self.totals, self.book.looks, self._status_end
        heads = [word("status"), word("count"), word("share")]
        heads += [word("budget")] * bool(self.ranges.budget)
        self._write_heads(_FIRST - 1, word("per_status"), heads)
        everything = totals.count()
        for row, line in enumerate(totals.statuses, _FIRST):
            name, count = xl_rowcol_to_cell(row, 0), totals.count(status=line)
            cells = self.ranges.status
            self.book.put(self.sheet, row, 0, line.label, looks.text)
            counting = f"COUNTIF({cells},{name})" if line.cell else f"COUNTBLANK({cells})"
            self._formula(row, 1, counting, count, False)
            self._share(row, count / everything if everything else 0, looks.share)
            if self.ranges.budget:
                self._money(row, 3, _test(cells, line, name), totals.money(status=line), False)
        self.book.put(self.sheet, end, 0, word("sum"), looks.total_text)
        self._formula(end, 1, _sum(_FIRST, 1, end - 1, 1), everything, True)
        self._share(end, 1 if everything else 0, looks.total_share)
        if self.ranges.budget:
            self._money(end, 3, "", totals.money(), True)

    def _share(self, row: int, value: float, look: Format) -> None:
        count = xl_rowcol_to_cell(row, 1)
        whole = xl_rowcol_to_cell(self._status_end, 1, True, True)
        self.sheet.write_formula(row, 2, f"=IF({whole}=0,0,{count}/{whole})", look, value)

    def _write_chart(self) -> None:
        """A bar per status. The bars stand in the table's order, each with its number."""
        sheet = quoted(self.sheet.get_name())
        last = self._status_end - 1
        chart = cast("ChartBar", self.book.file.add_chart({"type": "bar"}))
        chart.add_series(
            {
                "name": word("count"),
                "categories": f"={sheet}!{xl_range_abs(_FIRST, 0, last, 0)}",
                "values": f"={sheet}!{xl_range_abs(_FIRST, 1, last, 1)}",
                "fill": {"color": PETROL},
                "gap": 60,
                "data_labels": {"value": True, "font": {"size": 10}},
            }
        )
        chart.set_title({"name": word("chart_title"), "name_font": {"size": 12, "bold": True}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True, "num_font": {"size": 10}})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        chart.set_size({"width": 520, "height": 20 * _CHART_ROWS})
        numbers = ", ".join(
            f"{line.label} {self.totals.count(status=line)}" for line in self.totals.statuses
        )
        description = word("chart_text", numbers=numbers)
        self.sheet.insert_chart(_FIRST - 2, _CHART_COLUMN, chart, {"description": description})

    def _write_units(self, units: str, head: int) -> None:
        totals, looks, width = self.totals, self.book.looks, len(self.totals.statuses)
        heads = [word("unit"), *(line.label for line in totals.statuses), word("sum")]
        heads += [word("budget")] * bool(self.ranges.budget)
        self._write_heads(head, word("per_unit"), heads)
        end = head + 1 + len(totals.units)
        for row, unit in enumerate(totals.units, head + 1):
            self.book.put(self.sheet, row, 0, unit.label, looks.text)
            of_unit = _test(units, unit, xl_rowcol_to_cell(row, 0, False, True))
            for column, status in enumerate(totals.statuses, 1):
                head_cell = xl_rowcol_to_cell(head, column, True, False)
                of_status = _test(self.ranges.status, status, head_cell)
                counting = f"SUMPRODUCT({of_unit}*{of_status})"
                self._formula(row, column, counting, totals.count(unit, status), False)
            self._formula(row, width + 1, _sum(row, 1, row, width), totals.count(unit), True)
            if self.ranges.budget:
                self._money(row, width + 2, of_unit, totals.money(unit), False)
        self.book.put(self.sheet, end, 0, word("sum"), looks.total_text)
        for column in range(1, width + 2):
            counted = totals.count(None, totals.statuses[column - 1] if column <= width else None)
            self._formula(end, column, _sum(head + 1, column, end - 1, column), counted, True)
        if self.ranges.budget:
            self._money(end, width + 2, "", totals.money(), True)


def _test(cells: str, line: Line, name: str) -> str:
    """An array of which cells belong to the line whose name stands in the cell `name`.

    A comparison, as COUNTIFS would take `*`, `?` and `<` in a name for more than they are.
    """
    return f"({cells}={name})" if line.cell else f'({cells}="")'


def _sum(row: int, column: int, last_row: int, last_column: int) -> str:
    first, last = xl_rowcol_to_cell(row, column), xl_rowcol_to_cell(last_row, last_column)
    return f"SUM({first}:{last})"
