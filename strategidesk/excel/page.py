"""How a sheet prints: landscape A4, as wide as the page, its heading row on every page."""

from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.words import word

_A4 = 9


def set_up(sheet: Worksheet, title: str, right: str, heading_row: int | None = None) -> None:
    """`title` stands to the left in the page header, `right` to the right."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
    own_size = {"scale_with_doc": False}
    sheet.set_header(f"&L&9{_after_size(title, 120)}&R&9{_after_size(right, 80)}", own_size)
    number = word("page", page="&P", pages="&N")
    sheet.set_footer(f"&L&9{_after_size(sheet.get_name(), 40)}&R&9{number}", own_size)
    if heading_row is not None:
        sheet.repeat_rows(heading_row)


def _after_size(text: str, most: int) -> str:
    """Text of a page header after a font size, where `&` begins a code.

    Shortened to `most` characters with its codes, as Excel allows 255 in a header.
    """
    short = " ".join(text.split()).replace("&", "&&")
    if len(short) > most:
        cut = short[: most - 1]
        odd = (len(cut) - len(cut.rstrip("&"))) % 2
        short = cut[: len(cut) - odd] + "…"
    return " " + short if short[:1].isdigit() else short
