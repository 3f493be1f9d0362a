"""The looks of a round's workbooks: what is told stands on white, what is asked for on a tint."""

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.book import HEAD, LINE, PETROL, TEXT
from strategidesk.excel.cells import fitting
from strategidesk.excel.new_book import Look, NewBook
from strategidesk.excel.sheets.remembered import of_text

ASKED = "#FFF9E5"  # where something is to be written
EDGE = "#C9B97A"
_TOLD = {**TEXT, "border": 1, "border_color": LINE, "text_wrap": True}
_ASKED = {
    **TEXT,
    "border": 1,
    "border_color": EDGE,
    "bg_color": ASKED,
    "text_wrap": True,
    "locked": False,
}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of a workbook; those of texts come in pairs."""

    title: Look
    part: Look
    label: Look
    fact: Look
    hint: Look
    head: Look
    head_asked: Look
    told: Look
    number: Look
    asked: Look
    asked_fact: Look
    asked_date: Look
    note: Look
    wrong: Format
    warning: Format
    done: Format
    set_aside: Format


class RoundBook(NewBook):
    """One unit's workbook in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = self._looks()
        self.told: list[str] = []  # digests of the texts beside the rows of answers

    def put(self, sheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
        super().put(sheet, row, column, text, look)
        if text:
            self.told.append(of_text(fitting(text, self.ending)))

    def _looks(self) -> Looks:
        def pair(style: dict[str, object], **more: object) -> Look:
            whole = {**style, **more}
            return self.file.add_format(whole), self.file.add_format(
                {**whole, "quote_prefix": True}
            )

        def rule(**style: object) -> Format:
            return self.file.add_format(style)

        return Looks(
            title=pair(TEXT, font_size=16, bold=True, font_color=PETROL, valign="vcenter"),
            part=pair(TEXT, font_size=12, bold=True, font_color=PETROL, valign="vcenter"),
            label=pair(TEXT, font_color="#44595C"),
            fact=pair(TEXT, bold=True, align="left"),
            hint=pair(TEXT, italic=True, font_color="#44595C"),
            head=pair(HEAD),
            head_asked=pair(HEAD, bg_color="#6B5600", border_color="#6B5600"),
            told=pair(_TOLD),
            number=pair(_TOLD, align="center"),
            asked=pair(_ASKED),
            asked_fact=pair(_ASKED, text_wrap=False),
            asked_date=pair(_ASKED, num_format="yyyy-mm-dd", align="left"),
            note=pair(_TOLD, bold=True),
            wrong=rule(bg_color="#FBE5E2", font_color="#9F2424", border=1, border_color="#9F2424"),
            warning=rule(bg_color="#FCEFCF", font_color="#7D4A00"),
            done=rule(bg_color="#E1F0E4", font_color="#23663B"),
            set_aside=rule(bg_color="#E9E8E2", font_color="#44494A"),
        )
