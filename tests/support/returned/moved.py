"""Returned sheets whose rows, columns and sheets are no longer where they were sent."""

import datetime
from collections.abc import Callable
from typing import Any

from openpyxl.workbook.defined_name import DefinedName

from strategidesk.excel.sheets.finding import MISSING, RENAMED, TWICE
from strategidesk.excel.sheets.reading import MERGED
from tests.support.returned.case import SAME, Case, Parts, Sheet, asked, book_of, taken, typed

_ANSWER = {"H7": "Klar"}


def _done(*steps: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
    def change(sheet: Sheet) -> None:
        for step in steps:
            step(sheet)

    return change


def _answered(name: str, *steps: Callable[[Sheet], None], **more: object) -> Case:
    """H7 was filled in, and then this was done."""
    about: dict[str, Any] = {"cells": _ANSWER, **more}
    klar = {at: taken("done") for at, text in about["cells"].items() if text == "Klar"}
    about["becomes"] = klar | about.get("becomes", {})
    return Case(name=name, change=_done(typed(H7="Klar"), *steps), **about)


def _swap_rows(sheet: Sheet) -> None:
    for column in range(1, 16):
        upper, lower = sheet.cell(7, column), sheet.cell(9, column)
        upper.value, lower.value = lower.value, upper.value


def _copy_row(sheet: Sheet) -> None:
    for column in range(1, 16):
        sheet.cell(19, column).value = sheet.cell(7, column).value


def _hide_rows(sheet: Sheet) -> None:
    sheet.row_dimensions[7].hidden = True


def _swap_columns(sheet: Sheet) -> None:
    """Status and comment change places, by copying: the names stay behind."""
    for row in range(6, 19):
        left, right = sheet.cell(row, 8), sheet.cell(row, 9)
        left.value, right.value = right.value, left.value


def _move_name(name: str, cells: str) -> Callable[[Sheet], None]:
    def change(sheet: Sheet) -> None:
        names = book_of(sheet).defined_names
        names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{cells}")

    return change


def _no_names(sheet: Sheet) -> None:
    book_of(sheet).defined_names.clear()


def _no_properties(sheet: Sheet) -> None:
    book_of(sheet).custom_doc_props.props.clear()  # type: ignore[attr-defined]


def _rename(sheet: Sheet) -> None:
    sheet.title = "Bibliotekets svar"


def _rename_in_names(sheet: Sheet) -> None:
    for one in book_of(sheet).defined_names.values():
        one.attr_text = one.attr_text.replace("Uppföljning!", f"'{sheet.title}'!")


def _extra(sheet: Sheet) -> None:
    book_of(sheet).create_sheet("Mina anteckningar", 0)["B2"] = "Ring Skolan"


def _turn(sheet: Sheet) -> None:
    book_of(sheet).move_sheet(sheet, -1)


def _unprotect(sheet: Sheet) -> None:
    for one in book_of(sheet).worksheets:
        one.protection.sheet = False


def _note_beside_instructions(sheet: Sheet) -> None:
    _unprotect(sheet)
    book_of(sheet)["Anvisningar"]["E3"] = "Vad menas?"


def _note_under_table(sheet: Sheet) -> None:
    _unprotect(sheet)
    book_of(sheet)["Tidigare förslag"]["A30"] = "Vi håller inte med"


def _note_on_lists(sheet: Sheet) -> None:
    book_of(sheet)["Underlag"]["K1"] = "Dold"


def _print_all(sheet: Sheet) -> None:
    for one in book_of(sheet).worksheets:
        one.print_area = None


def _show_ids(sheet: Sheet) -> None:
    sheet.column_dimensions["O"].hidden = False


def _empty_ids(sheet: Sheet) -> None:
    for row in range(7, 19):
        sheet.cell(row, 15).value = None


def _delete_ids(sheet: Sheet) -> None:
    _no_names(sheet)
    sheet.delete_cols(15)


def _wrong_size(parts: Parts) -> None:
    part = "xl/worksheets/sheet2.xml"
    head, _, rest = parts[part].partition(b"<dimension")
    parts[part] = head + b'<dimension ref="A1"/>' + rest.partition(b"/>")[2]


def _no_places(parts: Parts) -> None:
    """Programs may leave out where a cell stands."""
    part = "xl/worksheets/sheet2.xml"
    text = parts[part].decode()
    for row in (7, 8):
        for column in "ABCDEFGHIJKLMNO":
            text = text.replace(f'<c r="{column}{row}"', "<c")
    parts[part] = text.encode()


def _strict(parts: Parts) -> None:
    """Saved as Strict Open XML."""
    for name, data in parts.items():
        for part in (b"spreadsheetml", b"officeDocument"):
            usual = b"http://schemas.openxmlformats.org/" + part + b"/2006"
            data = data.replace(usual, b"http://purl.oclc.org/ooxml/" + part)
        parts[name] = data


_MOVED_IDS = {8: "v1", 9: "v2", 10: "v3"}

MOVED = (
    _answered("rows sorted", _swap_rows, cells={"H9": "Klar"}, ids={7: "v3", 8: "v2", 9: "v1"}),
    _answered("a row copied", _copy_row, cells={**_ANSWER, "H19": "Klar"},
              ids={7: "v1", 8: "v2", 9: "v3", 19: "v1"}, becomes={"H19": SAME}),
    _answered("a row inserted", lambda s: s.insert_rows(8), ids={7: "v1", 9: "v2", 10: "v3"}),
    _answered("a row over the head", lambda s: s.insert_rows(1), cells={"H8": "Klar"},
              ids=_MOVED_IDS),
    _answered("an inserted row filled in", lambda s: s.insert_rows(8),
              typed(B8="Ny sak", H8="Påbörjad"), ids={7: "v1", 8: "", 9: "v2", 10: "v3"},
              cells={**_ANSWER, "B8": "Ny sak", "H8": "Påbörjad"}),
    _answered("a row deleted", lambda s: s.delete_rows(8), ids={7: "v1", 8: "v3"}),
    _answered("a row hidden", _hide_rows),
    _answered("a row of one's own", typed(B10="Bokbuss", H10="Påbörjad"),
              cells={**_ANSWER, "B10": "Bokbuss", "H10": "Påbörjad"}),
    _answered("written under the table", typed(B25="Ett till", H25="Klar"),
              cells={**_ANSWER, "B25": "Ett till", "H25": "Klar"}),
    _answered("cells joined downward", lambda s: s.merge_cells("I7:I9"), typed(I7="Alla"),
              cells={**_ANSWER, "I7": "Alla"}, said=(MERGED,), about={"I7": {"merged": "I7:I9"}}),
    _answered("columns swapped by hand", _swap_columns, cells={"I7": "Klar"}),
    _answered("a column inserted, names left behind", lambda s: s.insert_cols(8),
              cells={"I7": "Klar"}),
    _answered("a column inserted, with notes", lambda s: s.insert_cols(8),
              typed(H6="Egen kolumn", H7="Se bilaga"), cells={"I7": "Klar"},
              stray=(("H6", "Egen kolumn"), ("H7", "Se bilaga")),
              becomes={"H6": SAME, "H7": taken("Egen kolumn: Se bilaga")}),
    _answered("a column deleted", _no_names, lambda s: s.delete_cols(11), said=(MISSING,)),
    _answered("a heading renamed", typed(H6="Läge nu"), said=(RENAMED,)),
    _answered("a heading in capitals", _no_names, typed(H6=" STATUS\u00a0")),
    _answered("a heading in parts", _no_names, typed(B6="aktivitet", M6="Bedo\u0308mning")),
    _answered("a heading twice", typed(Q6="Status", Q7="Gammal"), said=(TWICE,),
              stray=(("Q6", "Status"), ("Q7", "Gammal")),
              becomes={"Q6": SAME, "Q7": taken("Status: Gammal")}),
    _answered("a heading twice, without names", _no_names, typed(Q6="Status", Q7="Gammal"),
              said=(TWICE,), stray=(("Q6", "Status"), ("Q7", "Gammal")),
              becomes={"Q6": SAME, "Q7": taken("Status: Gammal")}),
    _answered("a heading emptied", typed(H6=None), said=(RENAMED,)),
    _answered("all headings renamed", typed(
        A6="a", B6="b", C6="c", D6="d", E6="e", F6="f", G6="g", H6="h", I6="i", J6="j", K6="k",
        L6="l", M6="m", N6="n", O6="o"), said=(RENAMED,) * 15),
    _answered("no names", _no_names),
    _answered("no properties", _no_properties),
    _answered("a name moved with its column", lambda s: s.insert_cols(8), typed(I6="Läge"),
              _move_name("sd_status", "$I$7:$I$19"), cells={"I7": "Klar"}, said=(RENAMED,)),
    _answered("the sheet renamed, its names lost", _rename),
    _answered("the sheet renamed, its names with it", _rename, _rename_in_names),
    _answered("a sheet of one's own", _extra, stray=(("B2", "Ring Skolan"),),
              becomes={"B2": asked()}),
    _answered("sheets in another order", _turn),
    _answered("protection taken away", _unprotect),
    _answered("a note beside the instructions", _note_beside_instructions,
              stray=(("E3", "Vad menas?"),), becomes={"E3": asked()}),
    _answered("a note under another table", _note_under_table,
              stray=(("A30", "Vi håller inte med"),), becomes={"A30": asked()}),
    _answered("a note on the hidden sheet", _note_on_lists,
              stray=(("K1", "Dold"),), becomes={"K1": asked()}),
    _answered("a note beside the columns", typed(Q8="Obs!"),
              stray=(("Q8", "Obs!"),), becomes={"Q8": taken("Obs!")}),
    _answered("a note over the headings", typed(P2="Hej"),
              stray=(("P2", "Hej"),), becomes={"P2": asked()}),
    _answered("another reporter", typed(I2=None), facts={"municipality": "Ekbacka kommun"}),
    _answered("no reporter, and a note beside", typed(I2=None, J2="Vakant"),
              stray=(("J2", "Vakant"),), becomes={"J2": asked()}),
    _answered("no ranges to print", _print_all),
    _answered("ids shown", _show_ids),
    _answered("ids emptied", _empty_ids, ids={7: "", 8: "", 9: ""}),
    _answered("ids deleted", _delete_ids, ids={7: "", 8: "", 9: ""}, said=(MISSING,)),
    Case(name="a wrong size", change=typed(H7="Klar"), parts=_wrong_size, cells=_ANSWER),
    Case(name="saved in the strict form", change=typed(H7="Klar"), parts=_strict, cells=_ANSWER),
    Case(name="cells without places", parts=_no_places),
    Case(name="proposals", kind="proposals", change=typed(D7="Bokbuss", C7="Fler läser"),
         cells={"D7": "Bokbuss", "C7": "Fler läser"}, ids={}),
    Case(name="a proposal without a place", kind="proposals",
         change=typed(A13="Språk", D13="Fritt"), cells={"A13": "Språk", "D13": "Fritt"}, ids={}),
)  # fmt: skip

DISORDER = _answered(
    "much at once",
    typed(J7=datetime.date(2026, 8, 31), K7=12.5, L7="=6*7", I8="La\u0308secirkel"),
    _swap_rows,
    lambda s: s.insert_rows(8),
    lambda s: s.merge_cells("I9:I10"),
    _unprotect,
    _extra,
    _hide_rows,
    cells={"H10": "Klar", "J10": "2026-08-31", "K10": "12,5", "L10": "42",
           "I9": "Läsecirkel"},
    about={"L10": {"figure": "42", "formula": "=6*7"}, "I9": {"cleaned": True},
           "J10": {"day": "2026-08-31"}},
    ids={7: "v3", 9: "v2", 10: "v1"},
    stray=(("B2", "Ring Skolan"),),
    becomes={"B2": asked(), "L10": asked(None), "J10": taken("2026-08-31"), "K10": taken("12,5"),
             "I9": taken("Läsecirkel")},
)  # fmt: skip
