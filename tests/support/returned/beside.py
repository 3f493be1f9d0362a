"""Returned sheets in which something was typed beside the answers, or copied there."""

from collections.abc import Callable

from strategidesk.excel.sheets.finding import RENAMED
from strategidesk.excel.sheets.reading import COPIED
from strategidesk.excel.sheets.remembered import LABEL
from tests.support.returned.case import Case, Sheet, asked, book_of, taken, typed


def _typed_on(name: str, **values: object) -> Callable[[Sheet], None]:
    def change(sheet: Sheet) -> None:
        typed(**values)(book_of(sheet)[name])

    return change


def _insert_and_type(sheet: Sheet) -> None:
    told = book_of(sheet)["Anvisningar"]
    told.insert_rows(3)
    told["A3"] = "Vem är kontaktperson?"


def _sort(sheet: Sheet) -> None:
    """The lines of the instructions the other way round."""
    told = book_of(sheet)["Anvisningar"]
    lines = [[cell.value for cell in row] for row in told.iter_rows()]
    for number, line in enumerate(reversed(lines), 1):
        for column, text in enumerate(line, 1):
            told.cell(number, column).value = text


def _forget(sheet: Sheet) -> None:
    """A workbook sent before its texts were remembered, with notes."""
    hidden = book_of(sheet)["Underlag"]
    for cell in hidden["A"]:
        if cell.value == LABEL:
            cell.value = hidden.cell(cell.row, 2).value = None
    told = book_of(sheet)["Anvisningar"]
    told.protection.sheet = False
    told["B4"], told["E3"] = "Skrivet mitt i", "Skrivet bredvid"


def _copy(sheet: Sheet) -> None:
    book_of(sheet).copy_worksheet(sheet).title = "Uppföljning (2)"


def _copy_then_type(**values: object) -> Callable[[Sheet], None]:
    def change(sheet: Sheet) -> None:
        typed(H7="Klar")(sheet)
        _copy(sheet)
        typed(**values)(book_of(sheet)["Uppföljning (2)"])

    return change


EARLIER_YEAR = Case(
    name="a copy of another year", change=_copy_then_type(I3="Helår 2025", I8="I fjol")
)


def _rename_then_copy(sheet: Sheet) -> None:
    typed(H6="Läge nu")(sheet)
    _copy_then_type(H8="Påbörjad")(sheet)


def _copy_of_instructions(sheet: Sheet) -> None:
    book = book_of(sheet)
    book.copy_worksheet(book["Anvisningar"]).title = "Anvisningar Copy"


def _nameless_ids(sheet: Sheet) -> None:
    book_of(sheet).defined_names.clear()
    sheet["O6"] = None
    sheet.move_range("O6:O40", cols=3)


def _lost_ids(sheet: Sheet) -> None:
    typed(D9="Bokbuss")(sheet)
    for row in range(7, 40):
        sheet.cell(row, 9).value = None


BESIDE = (
    Case(name="typed over the instructions", change=_typed_on("Anvisningar", B4="Vi avstår"),
         stray=(("B4", "Vi avstår"),), becomes={"B4": asked()}),
    Case(name="a line of one's own in the instructions", change=_insert_and_type,
         stray=(("A3", "Vem är kontaktperson?"),), becomes={"A3": asked()}),
    Case(name="instructions sorted", change=_sort),
    Case(name="instructions copied", change=_copy_of_instructions),
    Case(name="typed into what became of proposals",
         change=_typed_on("Tidigare förslag", D4="Det stämmer inte"),
         stray=(("D4", "Det stämmer inte"),), becomes={"D4": asked()}),
    Case(name="typed under the facts of the hidden sheet", change=_typed_on("Underlag", A30="Hej"),
         stray=(("A30", "Hej"),), becomes={"A30": asked()}),
    Case(name="the title gone on with", change=typed(A1="Uppföljning helår 2026, utkast"),
         stray=(("A1", "Uppföljning helår 2026, utkast"),),
         becomes={"A1": asked()}),
    Case(name="a sheet of old, with notes", change=_forget, stray=(("E3", "Skrivet bredvid"),),
         becomes={"E3": asked()}),
    Case(name="the answer sheet copied", change=_copy_then_type(), cells={"H7": "Klar"},
         said=(COPIED,), becomes={"H7": taken("done")}),
    Case(name="the answer sheet copied, and both filled in",
         change=_copy_then_type(I8="På kopian", Q8="Obs!"), cells={"H7": "Klar", "I8": "På kopian"},
         ids={7: "v1", 8: "v2", 9: "v3"}, stray=(("Q8", "Obs!"),), said=(COPIED,)),
    Case(name="the answer sheet copied, with a heading renamed", change=_rename_then_copy,
         cells={"H7": "Klar", "H8": "Påbörjad"}, said=(RENAMED, COPIED)),
    Case(name="proposals without ids", kind="proposals", change=_lost_ids, ids={},
         cells={"A9": "Språk", "B9": "Läslust\nAlla läser varje dag.", "D9": "Bokbuss"}),
    Case(name="ids without heading and name", change=_nameless_ids, said=(RENAMED,)),
)  # fmt: skip
