"""One worksheet of somebody else's workbook: values into cells, more rows like the first one."""

from datetime import date
from decimal import Decimal

from strategidesk.excel.cell_styles import CellStyles
from strategidesk.excel.cells import Value, escaped, needs_quote, serial
from strategidesk.excel.package import Element, tag
from strategidesk.excel.references import Area, area, cell, column_letters, column_number

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EXTENDED_RANGES = "{http://schemas.microsoft.com/office/excel/2006/main}sqref"
_USUAL_WIDTH = 9.0


class TemplateSheet:
    """A worksheet part. Rows and columns count from 1. Raises ValueError for any other part."""

    def __init__(self, root: Element, styles: CellStyles) -> None:
        self._root, self._styles = root, styles
        self._data: Element = root.find(tag("sheetData"))
        if self._data is None:
            raise ValueError("not a worksheet")
        self._rows = _numbered(self._data)
        self._merged = [
            found
            for item in root.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}")
            if (found := area(item.get("ref", "")))
        ]

    def write(self, row: int, column: int, value: Value | None) -> None:
        """Puts a value into a cell, in the cell's own format."""
        at = self._cell(self._row(row), row, column)
        base = self._styles.known(_style_of(at))
        for child in list(at):
            at.remove(child)
        for name in ("t", "cm", "vm"):
            at.attrib.pop(name, None)
        if isinstance(value, str) and value:
            base = self._styles.for_text(base) if needs_quote(value) else base
            self._put_text(at, value)
        elif isinstance(value, date):
            base = self._styles.for_day(base)
            self._put_number(at, str(serial(value)))
        elif isinstance(value, int | Decimal):
            self._put_number(at, format(value, "f") if isinstance(value, Decimal) else str(value))
        at.set("s", str(base))

    def _put_text(self, at: Element, text: str) -> None:
        at.set("t", "inlineStr")
        holder = at.makeelement(tag("is"))
        inner = at.makeelement(tag("t"), {_XML_SPACE: "preserve"})
        inner.text = escaped(text)
        holder.append(inner)
        at.append(holder)

    def _put_number(self, at: Element, number: str) -> None:
        value = at.makeelement(tag("v"))
        value.text = number
        at.append(value)

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            row = self._data.makeelement(tag("row"), {"r": str(number)})
            before = sum(1 for other in self._rows if other < number)
            self._data.insert(before, row)
            self._rows[number] = row
        return self._rows[number]

    def _cell(self, row: Element, number: int, column: int) -> Element:
        row.attrib.pop("spans", None)
        before = 0
        for at in row:
            found = _column_of(at)
            if found == column:
                return at
            before += found < column
        made = row.makeelement(tag("c"), {"r": cell(number, column)})
        row.insert(before, made)
        return made

    def obstacle(self, first: int, last: int) -> str | None:
        """The first cell with content, or merged cell, under row `first` down to `last`."""
        for number in sorted(self._rows):
            if first < number <= last:
                for at in self._rows[number]:
                    if any(child.tag in (tag("v"), tag("is"), tag("f")) for child in at):
                        return str(at.get("r"))
        for merged in self._merged:
            if first < merged.last_row and merged.row <= last:
                return cell(merged.row, merged.column)
        return None

    def _styles_of(self, row: int) -> dict[int, int]:
        """The format of every cell of a row by its column."""
        return {_column_of(at): _style_of(at) for at in self._row(row)}

    def add_rows_like(self, first: int, last: int) -> None:
        """Rows down to `last` with the cells of row `first`; cells that exist keep their format."""
        pattern = self._styles_of(first)
        made: list[Element] = []
        for number in range(first + 1, last + 1):
            if number in self._rows:
                for column, style in pattern.items():
                    at = self._cell(self._rows[number], number, column)
                    at.set("s", at.get("s", str(style)))
                continue
            row = self._data.makeelement(tag("row"), {"r": str(number)})
            for column, style in pattern.items():
                name = f"{column_letters(column)}{number}"
                row.append(row.makeelement(tag("c"), {"r": name, "s": str(style)}))
            made.append(row)
            self._rows[number] = row
        self._data[:] = sorted([*self._data, *made], key=lambda row: int(row.get("r")))

    def set_height(self, row: int, points: float) -> None:
        """Proposes a height for a row; Excel fits it anew when its text is edited."""
        self._rows[row].set("ht", f"{points:g}")
        self._rows[row].attrib.pop("customHeight", None)

    def widths(self) -> dict[int, float]:
        """The width in characters of every column that has one."""
        found = {}
        for column in self._root.iterfind(f"{tag('cols')}/{tag('col')}"):
            for number in range(int(column.get("min")), min(int(column.get("max")), 200) + 1):
                found[number] = float(column.get("width", _USUAL_WIDTH))
        return found

    def stretch(self, first: int, last: int) -> None:
        """Lets lists, colour rules and filters that hold row `first` reach down to `last`."""
        for kind in ("dataValidation", "conditionalFormatting"):
            for item in self._root.iter(tag(kind)):
                item.set("sqref", stretched(item.get("sqref", ""), first, last))
        for item in self._root.iter(_EXTENDED_RANGES):
            item.text = stretched(item.text or "", first, last)
        for item in self._root.iterfind(tag("autoFilter")):
            item.set("ref", stretched(item.get("ref", ""), first, last))
        for item in self._root.iterfind(tag("dimension")):
            found = area(item.get("ref", ""))
            item.set("ref", str(found.down_to(last) if found else Area(1, 1, last, 1)))


def _numbered(data: Element) -> dict[int, Element]:
    """The rows by their number. Rows and cells that leave their place out are given it."""
    rows: dict[int, Element] = {}
    number = 0
    for row in data:
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        rows[number] = row
        column = 0
        for at in row:
            column = _column_of(at) if at.get("r") else column + 1
            at.set("r", cell(number, column))
    return rows


def stretched(ranges: str, first: int, last: int) -> str:
    """A list of ranges, in which those that hold row `first` reach down to `last`."""
    parts = []
    for text in ranges.split():
        found = area(text)
        parts.append(str(found.down_to(last)) if found and found.has_row(first) else text)
    return " ".join(parts)


def _column_of(at: Element) -> int:
    return column_number(str(at.get("r")).rstrip("0123456789"))


def _style_of(at: Element) -> int:
    number = str(at.get("s", ""))
    return int(number) if number.isdecimal() else 0
