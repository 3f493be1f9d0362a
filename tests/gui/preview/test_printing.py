from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from strategidesk.desk.jobs import finish
from strategidesk.errors import UserError
from strategidesk.publish.sheets import Sheets, Size
from strategidesk.ui.preview import printing
from strategidesk.ui.preview.dialog import Preview
from strategidesk.ui.preview.printing import Order, chosen, laid
from strategidesk.ui.window import Window
from tests.support import office

UPRIGHT, LYING = Size(595, 842), Size(842, 595)
pytestmark = pytest.mark.usefixtures("qapp")
PAPER = QSizeF(5950, 8420)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """Prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    path = tmp_path / "x.pdf"
    path.write_bytes(office.pdf(("One", "Two", "Three"), landscape=(1,)))
    return Sheets(path)


def test_that_the_chosen_pages_come_on_paper(
    printer: QPrinter, sheets: Sheets, tmp_path: Path
) -> None:
    assert finish(printing.printing(sheets, Order(printer, (0, 1)))) == 2
    with Sheets(tmp_path / "printed.pdf") as printed:
        assert [size.landscape for size in printed.sizes] == [False, False]
        ink = printed.picture(1, 0.25)
    assert bytes(ink.dots) != b"\xff" * len(ink.dots)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_that_a_printer_that_refuses_is_told(
    printer: QPrinter, sheets: Sheets, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "no" / "folder.pdf"))
    with pytest.raises(UserError) as trouble:
        finish(printing.printing(sheets, Order(printer, (0,))))
    assert trouble.value.template == printing.REFUSED


def test_that_an_upright_page_lies_on_the_paper_at_its_own_size() -> None:
    corner = laid(UPRIGHT, PAPER, 10).map(QPointF(59.5, 84.2))
    assert (round(corner.x()), round(corner.y())) == (595, 842)


def test_that_a_lying_page_is_turned() -> None:
    turn = laid(LYING, PAPER, 10)
    top_left, top_right = turn.map(QPointF(0, 0)), turn.map(QPointF(842, 0))
    assert (round(top_left.x()), round(top_left.y())) == (5950, 0)
    assert (round(top_right.x()), round(top_right.y())) == (5950, 8420)


def test_that_a_page_that_is_larger_than_the_paper_is_made_smaller() -> None:
    corner = laid(Size(1190, 1684), PAPER, 10).map(QPointF(1190, 1684))
    assert (round(corner.x()), round(corner.y())) == (5950, 8420)


def test_that_the_pages_are_those_of_the_print_dialog(printer: QPrinter) -> None:
    assert chosen(printer, 3, 1) == (0, 1, 2)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen(printer, 3, 1) == (1,)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert chosen(printer, 5, 1) == (0, 2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen(printer, 5, 1) == (3, 2, 0)


@pytest.mark.usefixtures("works")
def test_that_print_lays_the_pages_asks_for_a_printer_and_prints(
    window: Window,
    printer: QPrinter,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    asked: list[int] = []

    def ask(_parent: Preview, _title: str, pages: int, _front: int) -> Order:
        asked.append(pages)
        return Order(printer, (0, 1))

    monkeypatch.setattr(printing, "ask", ask)
    window.menus.do("print")
    dialog = window.previewing.dialog
    assert dialog is not None
    told = "2 pages were sent to the printer."
    qtbot.waitUntil(lambda: dialog.pane.doing.words.text() == told)
    assert asked == [4]
    with Sheets(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 2
    assert dialog.print.isEnabled()
    dialog.reject()


def test_that_nothing_is_printed_where_the_user_lets_it_be(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "ask", lambda *_how: None)
    preview.print.click()
    assert not preview.pane.doing.busy


def test_that_it_is_said_where_there_is_no_printer(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    preview.print.click()
    assert preview.pane.doing.words.text() == printing.NONE
    assert not preview.pane.doing.cancel.isVisible()
