"""What a filled workbook of a municipality's own is known again by: names, facts, a hidden sheet.

It is the same that stands in the workbooks made here.
"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from strategidesk.excel.cells import escaped
from strategidesk.excel.named_cells import defined_names
from strategidesk.excel.package import MAIN, RELATION, Element, Package, tag
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheet_names import quoted, sheet_names
from strategidesk.excel.words import word

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES_OF_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every property (ECMA-376 1, 22.3)
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM = "docProps/custom.xml"
_FIRST_LIST = 3  # column, counted from 0, as in the workbooks made here
# what may stand before the defined names of a workbook (ECMA-376 part 1, 18.2.27)
_BEFORE_NAMES = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences",
)  # fmt: skip


def define(package: Package, names: Mapping[str, str]) -> None:
    """Gives references their names; a name that the workbook has keeps its place."""
    book = package.tree(package.book)
    known = {str(item.get("name")).casefold() for item in defined_names(package)}
    holder = book.find(tag("definedNames"))
    if holder is None:
        holder = book.makeelement(tag("definedNames"))
        place = sum(1 for item in book if item.tag in {tag(one) for one in _BEFORE_NAMES})
        book.insert(place, holder)
    for name, reference in names.items():
        if name.casefold() not in known:
            item = holder.makeelement(tag("definedName"), {"name": name})
            item.text = reference
            holder.append(item)


def add_underlay(
    package: Package, facts: Sequence[tuple[str, str]], lists: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """A hidden sheet with the facts and the lists of words; the references of the lists by key."""
    *_, name = sheet_names([*package.sheets(), word("sheets.lists")], word("sheets.lists"))
    labels, texts = zip(*facts, strict=True)
    columns = [labels, texts, (), *lists.values()]
    number = next(n for n in range(1, 9999) if not package.has(f"xl/worksheets/sheet{n}.xml"))
    id = package.add(
        f"xl/worksheets/sheet{number}.xml",
        _sheet(columns).encode(),
        _SHEET_TYPE,
        package.book,
        f"{RELATION}/worksheet",
    )
    sheets: Element = package.tree(package.book).find(tag("sheets"))
    free = max((int(sheet.get("sheetId")) for sheet in sheets), default=0) + 1
    about = {"name": name, "sheetId": str(free), "state": "hidden", f"{{{RELATION}}}id": id}
    sheets.append(sheets.makeelement(tag("sheet"), about))
    found = {}
    for place, (key, words) in enumerate(lists.items(), _FIRST_LIST + 1):
        letters = column_letters(place)
        found[key] = f"{quoted(name)}!${letters}$1:${letters}${len(words)}"
    return found


def _sheet(columns: Sequence[Sequence[str]]) -> str:
    rows = []
    for number in range(max(map(len, columns))):
        cells = (
            f'<c r="{column_letters(place)}{number + 1}" t="inlineStr"><is><t '
            f'xml:space="preserve">{escape(escaped(texts[number]))}</t></is></c>'
            for place, texts in enumerate(columns, 1)
            if number < len(texts)
        )
        rows.append(f'<row r="{number + 1}">{"".join(cells)}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def add_properties(package: Package, facts: Mapping[str, str]) -> None:
    """The facts as custom properties of the document, beside those that it has."""
    if not package.has(_CUSTOM):
        root = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES_OF_VALUES}"/>'
        package.add(_CUSTOM, root.encode(), _PROPERTIES_TYPE, "", f"{RELATION}/custom-properties")
    properties = package.tree(_CUSTOM)
    for item in list(properties):
        if item.get("name") in facts:
            properties.remove(item)
    first = max((int(item.get("pid")) for item in properties), default=1) + 1
    for number, (name, text) in enumerate(facts.items(), first):
        about = {"fmtid": _FORMAT, "pid": str(number), "name": name}
        item = properties.makeelement(f"{{{_PROPERTIES}}}property", about)
        value = item.makeelement(f"{{{_TYPES_OF_VALUES}}}lpwstr")
        value.text = text
        item.append(value)
        properties.append(item)
