"""The named cells of a municipality's own workbook that take values of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategidesk.excel.package import Element, Package, tag
from strategidesk.excel.references import on_sheet


@dataclass(frozen=True, slots=True)
class NamedCell:
    """Where a known name points."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Names:
    """Known names by their key; `broken` are those that point at no cell of a worksheet."""

    cells: Mapping[str, NamedCell]
    broken: tuple[str, ...]


def named_cells(package: Package, wanted: Mapping[str, str]) -> Names:
    """Finds the names wanted (name by key). Excel holds capitals and small letters for the same."""
    keys = {name.casefold(): key for key, name in wanted.items()}
    sheets = package.sheets()
    cells: dict[str, NamedCell] = {}
    broken: list[str] = []
    for item in defined_names(package):
        key = keys.get(str(item.get("name")).casefold())
        if key is None or key in cells:
            continue
        found = on_sheet((item.text or "").strip())
        if found and sheets.get(found[0]):
            cells[key] = NamedCell(found[0], found[1].row, found[1].column)
        else:
            broken.append(str(item.get("name")))
    return Names(cells, tuple(broken))


def defined_names(package: Package) -> list[Element]:
    """The elements of all defined names of the workbook."""
    return list(package.tree(package.book).iterfind(f"{tag('definedNames')}/{tag('definedName')}"))


def stretch_names(package: Package, sheet: str, first: int, last: int) -> None:
    """Lets the print area and the filter's range of a sheet that hold row `first` reach `last`."""
    for item in defined_names(package):
        if item.get("name") not in ("_xlnm.Print_Area", "_xlnm._FilterDatabase"):
            continue
        found = on_sheet((item.text or "").strip())
        if found and found[0] == sheet and found[1].has_row(first):
            before = item.text.rpartition("!")[0]
            item.text = f"{before}!{found[1].down_to(last)}"
