"""How a sheet prints: landscape A4, as wide as the page, its heading row on every page."""

from xlsxwriter.worksheet import Worksheet

from strategidesk.excel.words import word

_A4 = 9
_MOST = 255  # characters of a page header in Excel, with its codes


def set_up(sheet: Worksheet, title: str, right: str, heading_row: int | None = None) -> None:
    """`title` stands to the left in the page header, `right` to the right."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.65)
    sheet.set_header("&L" + _literal(title, 120) + "&R" + _literal(right, 90))
    sheet.set_footer(
        "&L" + _literal(sheet.get_name(), 40) + "&R" + word("page", page="&P", pages="&N")
    )
    if heading_row is not None:
        sheet.repeat_rows(heading_row)


def _literal(text: str, most: int) -> str:
    """Text of a page header, where `&` begins a code; shortened, as Excel allows 255 characters."""
    short = text if len(text) <= most else text[: most - 1] + "…"
    return " ".join(short.split()).replace("&", "&&")
