"""Returned sheets in which the cells hold all that cells can hold."""

import datetime
from collections.abc import Callable

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.support.returned.case import (
    REFUSED,
    Becomes,
    Case,
    Parts,
    Sheet,
    asked,
    book_of,
    taken,
    typed,
)


def _text(name: str, value: object, text: str, **about: object) -> Case:
    return Case(name=name, change=typed(I7=value), cells={"I7": text}, about={"I7": about})


def _number(name: str, value: object, text: str, look: str = "General", **about: object) -> Case:
    def change(sheet: Sheet) -> None:
        sheet["K7"] = value
        sheet["K7"].number_format = look

    return Case(name=name, change=change, cells={"K7": text}, about={"K7": about})


def _day(name: str, value: object, look: str, day: str, becomes: Becomes | None = None) -> Case:
    def change(sheet: Sheet) -> None:
        sheet["J7"] = value
        sheet["J7"].number_format = look

    about = {"J7": {"day": day}}
    becomes = becomes or taken(day)
    return Case(name=name, change=change, cells={"J7": day}, about=about, becomes={"J7": becomes})


def _from_1904(sheet: Sheet) -> None:
    book_of(sheet).epoch = CALENDAR_MAC_1904
    sheet["J7"] = datetime.date(2026, 8, 31)


def _raw(cell: str, name: str, text: str, becomes: Becomes | None = None, **about: object) -> Case:
    """K7 as it stands in the part's XML."""
    return Case(name=name, change=typed(K7="ZZZ"), parts=put_raw("K7", cell),
                cells={"K7": text}, about={"K7": about},
                becomes={"K7": becomes or taken()})  # fmt: skip


def put_raw(place: str, cell: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        part = "xl/worksheets/sheet2.xml"
        before, _, rest = parts[part].decode().partition(f'<c r="{place}"')
        parts[part] = f"{before}{cell}{rest.partition('</c>')[2]}".encode()

    return change


VALUES = (
    Case(name="nothing was filled in"),
    Case(name="every answer", change=typed(
        H7="Genomförd", I7="Klart.", J7="2026-10-01", K7=12, L7="Positiv", M7="Kan nås"),
        cells={"H7": "Genomförd", "I7": "Klart.", "J7": "2026-10-01", "K7": "12",
               "L7": "Positiv", "M7": "Kan nås"},
        becomes={"H7": taken("done"), "I7": taken("Klart."), "J7": taken("2026-10-01"),
                 "K7": taken("12"), "L7": taken("positive"), "M7": taken("reachable")},
        besides={}),
    Case(name="words of one's own", change=typed(H7="klar", H8="KLAR ", H9="x"),
         cells={"H7": "klar", "H8": "KLAR", "H9": "x"},
         becomes={"H7": taken("done"), "H8": taken("done"), "H9": asked(None)}, besides={}),
    Case(name="only blanks", change=typed(I7="   ", I8="\u00a0\n")),
    _text("several lines", "Ett\nTvå\n", "Ett\nTvå"),
    _text("hard blanks", "10\u00a0000 kr\u202f", "10 000 kr"),
    _text("letters in parts", "La\u0308secirkel", "Läsecirkel", cleaned=True),
    _text("a sign without width", "kla\u200br\ufeff", "klar", cleaned=True),
    _text("a soft hyphen", "läse\u00adcirkel", "läsecirkel", cleaned=True),
    _text("joined emoji", "👩\u200d👧 kom", "👩\u200d👧 kom", cleaned=False),
    _text("a long text", "å" * 32_767, "å" * 32_767),
    _text("a text that looks like an escape", "_x0041_", "A"),
    _text("a text that looks like a tag", "<b>&amp;", "<b>&amp;"),
    _text("a quoted formula", "'=1+1", "'=1+1"),
    _text("text in several looks", CellRichText("Bra ", TextBlock(InlineFont(b=True), "jobbat")),
          "Bra jobbat"),
    _text("a truth", True, "SANT"),
    _text("an untruth", False, "FALSKT"),
    _number("a whole number", 12, "12", figure="12"),
    _number("a broken number", 12.5, "12,5", figure="12.5"),
    _number("a number with noise", 0.1 + 0.2, "0,3", figure="0.3"),
    _number("a negative number", -3, "-3", figure="-3"),
    _number("nought", 0, "0", figure="0"),
    _number("a share", 0.855, "85,5 %", "0.0%", figure="0.855"),
    _number("a large number", 10_000_000_000, "10000000000", figure="10000000000"),
    _number("kronor with a word", 1200, "1200", '#,##0 "dygn"', figure="1200"),
    _number("red when below", -5, "-5", "0;[Red]-0", figure="-5"),
    _number("a decimal comma as text", "12,5", "12,5", figure=""),
    _number("a time of day", datetime.time(8, 30), "08:30", "hh:mm", figure=""),
    _number("hours that have gone", 1.5, "1,5", "[h]:mm", figure="1.5"),
    _day("a day", datetime.date(2026, 8, 31), "yyyy-mm-dd", "2026-08-31"),
    _day("a day with time", datetime.datetime(2026, 8, 31, 14), "yyyy-mm-dd hh:mm", "2026-08-31"),
    _day("a day in words", datetime.date(2026, 8, 31), "[$-41D]d mmmm yyyy", "2026-08-31"),
    _day("a built-in day", datetime.date(2026, 8, 31), "mm-dd-yy", "2026-08-31"),
    _day("a month", datetime.date(2026, 8, 1), "mmm", "2026-08-01"),
    _day("an early day", 59, "yyyy-mm-dd", "1900-02-28", asked()),
    _day("the day after the leap day that never was", 61, "yyyy-mm-dd", "1900-03-01", asked()),
    Case(name="days from 1904", change=_from_1904, cells={"J7": "2026-08-31"},
         about={"J7": {"day": "2026-08-31"}}),
    _raw('<c r="K7" t="d"><v>2026-08-31T00:00:00</v></c>', "a day written out",
         "2026-08-31T00:00:00", asked(), day="2026-08-31"),
    _raw('<c r="K7"><f>6*7</f><v>42</v></c>', "a formula", "42", formula="=6*7", figure="42"),
    _raw('<c r="K7"><f>6*7</f></c>', "a formula without a value", "", asked(None),
         formula="=6*7", uncomputed=True),
    _raw('<c r="K7" t="str"><f>""</f><v></v></c>', "a formula that says nothing", "", REFUSED,
         formula='=""', uncomputed=False),
    _raw('<c r="K7" t="str"><f>A1</f><v>klar</v></c>', "a formula of text", "klar", formula="=A1"),
    _raw('<c r="K7" t="b"><f>1=1</f><v>1</v></c>', "a formula of truth", "SANT", formula="=1=1"),
    _raw('<c r="K7" t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "a formula that fails", "#DIV/0!",
         REFUSED, fault="#DIV/0!", formula="=A1/0"),
    _raw('<c r="K7" t="e"><v>#REF!</v></c>', "an error", "#REF!", REFUSED, fault="#REF!"),
    _raw('<c r="K7"><v>1E+300</v></c>', "a number beyond measure", "1E+300", asked(),
         figure="1E+300"),
    _raw('<c r="K7"><v>4.0000000000000002E-2</v></c>', "a number with a power", "0,04",
         figure="0.04"),
    _raw('<c r="K7" t="inlineStr"><is><r><t>Bra </t></r><r><t>så</t></r><rPh sb="0" eb="1"><t>x'
         "</t></rPh></is></c>", "text in the cell itself", "Bra så"),
    _raw('<c r="K7" t="inlineStr"><is><t>a_x0008_b_x000D_\nc</t></is></c>', "a control character",
         "ab\nc", cleaned=True),
)  # fmt: skip
