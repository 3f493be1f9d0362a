"""The sheet that a manager fills in: a head of facts, a row for each activity, room for more."""

from xlsxwriter.utility import xl_range_abs

from strategidesk.excel import page
from strategidesk.excel.measures import row_height
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheet_names import quoted
from strategidesk.excel.sheets.answer_rows import answer_rows, told_in_rows
from strategidesk.excel.sheets.asking import ask
from strategidesk.excel.sheets.layout import (
    FACTS,
    FACTS_ABOVE,
    FIRST_ROW,
    HEAD_ROW,
    HEADING_ROW,
    HINT_ROW,
    NAME,
    REPORTER,
    TITLE_ROW,
    Open,
)
from strategidesk.excel.sheets.looks import RoundBook
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.notes import Notes
from strategidesk.excel.sheets.ready_rows import ReadyRows
from strategidesk.excel.words import word
from strategidesk.model.fields import Id

MAY = {  # what protection leaves free, beside writing in the open cells
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "sort": True,
}
_LOWEST, _HIGHEST = 30.0, 200.0  # points of a row: room to write, and to see the next one


class AnswerSheet:
    """Writes one unit's answer sheet."""

    def __init__(self, book: RoundBook, matter: Matter, unit: Id | None) -> None:
        self.book, self.matter, self.unit = book, matter, unit
        self.sheet = book.add_sheet(matter.layout.sheet)
        self.rows = answer_rows(matter, unit)
        self.columns = tuple(
            column
            for column in matter.layout.columns
            if not column.spare or any(row.values.get(column.key) for row in self.rows)
        )
        self.letters = {c.key: column_letters(at) for at, c in enumerate(self.columns, 1)}
        self.notes = Notes(matter.layout, self.letters)

    @property
    def _last_row(self) -> int:
        return FIRST_ROW + len(self.rows) - 1

    def write(self) -> None:
        """Writes all of it."""
        sheet = self.sheet
        for place, column in enumerate(self.columns):
            options = {"hidden": 1} if column.hidden else {}
            sheet.set_column(place, place, column.width, None, options)
        self._write_head()
        self._write_headings()
        ask(sheet, self.matter.layout, self.columns, self.rows)
        self._write_rules()
        self._write_rows()
        self._set_up()
        self._name()

    def _write_head(self) -> None:
        put, looks = self.book.put, self.book.looks
        self.sheet.set_row(TITLE_ROW - 1, 26)
        put(self.sheet, TITLE_ROW - 1, 0, self.matter.title, looks.title)
        facts = self.matter.facts(self.unit)
        for place, key in enumerate(FACTS):
            column, row = self._fact_cell(place)
            put(self.sheet, row, column - 1, word(f"sheets.facts.{key}"), looks.label)
            look = looks.asked_fact if key == REPORTER else looks.fact
            put(self.sheet, row, column, facts[key], look)
        put(self.sheet, HINT_ROW - 1, 0, word(f"sheets.{self.matter.round.kind}.hint"), looks.hint)

    def _fact_cell(self, place: int) -> tuple[int, int]:
        """Column and row of a fact, counted from 0."""
        half = len(FACTS) // 2
        above = FACTS_ABOVE if place < half else self.matter.layout.facts_above
        return list(self.letters).index(above), HEAD_ROW - 1 + place % half

    def _write_headings(self) -> None:
        self.sheet.set_row(HEADING_ROW - 1, 32)
        looks = self.book.looks
        for place, column in enumerate(self.columns):
            look = looks.head_asked if column.open is Open.ALWAYS else looks.head
            self.book.put(self.sheet, HEADING_ROW - 1, place, column.heading, look)

    def _write_rows(self) -> None:
        ready = ReadyRows(self.book, self.columns, list(self.letters.values()), self.notes)
        told = [column for column in self.columns if not column.hidden]
        keys, widths = [column.key for column in told], [column.width for column in told]
        self.book.told += told_in_rows(self.rows, self.columns)
        for number, row in enumerate(self.rows, FIRST_ROW):
            texts = tuple(map(row.values.get, keys))
            height = min(max(row_height(texts, widths), _LOWEST), _HIGHEST)
            self.sheet.add_row(number - 1, list(ready.cells(number, row)), height)

    def _write_rules(self) -> None:
        """Colours beside the words, never instead of them."""
        for key, formula, look in self.notes.rules(FIRST_ROW):
            cells = f"{self.letters[key]}{FIRST_ROW}:{self.letters[key]}{self._last_row}"
            rule = {"type": "formula", "criteria": f"={formula}"}
            self.sheet.conditional_format(cells, {**rule, "format": getattr(self.book.looks, look)})

    def _set_up(self) -> None:
        sheet, last = self.sheet, len(self.columns) - 1
        shown = last - sum(column.hidden for column in self.columns)
        sheet.freeze_panes(HEADING_ROW, self._frozen)
        sheet.autofilter(HEADING_ROW - 1, 0, self._last_row - 1, last)
        sheet.protect("", MAY)
        page.set_up(
            sheet, f"{self.matter.title} – {self.matter.unit_label(self.unit)}",
            self.matter.strategy.card.municipality, HEADING_ROW - 1,
        )  # fmt: skip
        sheet.print_area(0, 0, self._last_row - 1, shown)

    @property
    def _frozen(self) -> int:
        """How many columns stay in sight: those up to the one that names the row."""
        return [column.key for column in self.columns].index("hallmarks")

    def _name(self) -> None:
        """Names the columns and the facts, so that they are known again wherever they go."""
        book, sheet = self.book.file, quoted(self.matter.layout.sheet)
        for place, column in enumerate(self.columns):
            cells = xl_range_abs(FIRST_ROW - 1, place, self._last_row - 1, place)
            book.define_name(column.name, f"={sheet}!{cells}")
        for place, key in enumerate(FACTS):
            at, row = self._fact_cell(place)
            cell = xl_range_abs(row, at, row, at)
            book.define_name(NAME.format(key=key), f"={sheet}!{cell}")
