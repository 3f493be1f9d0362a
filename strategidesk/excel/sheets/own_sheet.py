"""The sheet of a municipality's own workbook that becomes an answer sheet."""

from collections.abc import Iterable

from strategidesk.excel.package import Element, tag
from strategidesk.excel.references import area, column_letters, column_number
from strategidesk.excel.template_sheet import TemplateSheet

# what may stand before a part in a worksheet (ECMA-376 part 1, 18.3.1.99), nearest last
_BEFORE_COLUMNS = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr")
_BEFORE_PROTECTION = (*_BEFORE_COLUMNS, "cols", "sheetData", "sheetCalcPr")
_BEFORE_LISTS = (
    *_BEFORE_PROTECTION, "sheetProtection", "protectedRanges", "scenarios", "autoFilter",
    "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr",
    "conditionalFormatting",
)  # fmt: skip


class OwnSheet(TemplateSheet):
    """A worksheet part whose cells are opened and locked, listed and hidden."""

    @property
    def last_column(self) -> int:
        """The last column in which any cell stands."""
        names = (at.get("r") for row in self._rows.values() for at in row)
        return max((column_number(name.rstrip("0123456789")) for name in names), default=0)

    def open_cell(self, row: int, column: int, open: bool) -> None:
        """Lets a cell be written in when the sheet is protected, or not."""
        at = self._cell(self._row(row), row, column)
        at.set("s", str(self._styles.for_writing(int(at.get("s", "0")), open)))

    def hide_column(self, column: int) -> None:
        columns = self._part("cols", _BEFORE_COLUMNS)
        for item in list(columns):
            if int(item.get("min")) <= column <= int(item.get("max")):
                _split(columns, item, column)
        width = {"min": str(column), "max": str(column), "width": "38", "hidden": "1"}
        columns.append(columns.makeelement(tag("col"), width))
        columns[:] = sorted(columns, key=lambda item: int(item.get("min")))

    def protect(self) -> None:
        """Protects the sheet without a password, unless it is protected already."""
        if self._root.find(tag("sheetProtection")) is None:
            found = self._part("sheetProtection", _BEFORE_PROTECTION)
            for name in ("sheet", "objects", "scenarios"):
                found.set(name, "1")
            for name in ("formatColumns", "formatRows", "sort", "autoFilter"):
                found.set(name, "0")

    def offer(self, cells: str, source: str) -> None:
        """Puts a list on cells, unless the sheet has something of its own on them."""
        rules = self._part("dataValidations", _BEFORE_LISTS)
        if any(_overlap(item.get("sqref", ""), cells) for item in rules):
            return
        about = {"type": "list", "allowBlank": "1", "showErrorMessage": "1", "sqref": cells}
        rule = rules.makeelement(tag("dataValidation"), about)
        formula = rule.makeelement(tag("formula1"))
        formula.text = source
        rule.append(formula)
        rules.append(rule)
        rules.set("count", str(len(rules)))

    def _part(self, name: str, before: Iterable[str]) -> Element:
        """The sheet's element of that name, made where it belongs."""
        found = self._root.find(tag(name))
        if found is None:
            earlier = {tag(one) for one in before}
            place = sum(1 for item in self._root if item.tag in earlier)
            found = self._root.makeelement(tag(name))
            self._root.insert(place, found)
        return found


def _split(columns: Element, item: Element, column: int) -> None:
    """Takes one column out of what describes several."""
    first, last = int(item.get("min")), int(item.get("max"))
    columns.remove(item)
    for low, high in ((first, column - 1), (column + 1, last)):
        if low <= high:
            attributes = {**item.attrib, "min": str(low), "max": str(high)}
            columns.append(columns.makeelement(tag("col"), attributes))


def _overlap(ranges: str, cells: str) -> bool:
    wanted = area(cells)
    found = (area(text) for text in ranges.split())
    return wanted is not None and any(
        one is not None
        and one.column <= wanted.column <= one.last_column
        and one.row <= wanted.last_row
        and wanted.row <= one.last_row
        for one in found
    )


def cells_of(column: int, first: int, last: int) -> str:
    """The range of a column's cells, rows counted from 1."""
    letters = column_letters(column)
    return f"{letters}{first}:{letters}{last}"
