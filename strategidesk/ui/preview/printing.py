"""Pages of a document on the printer that a person chooses, drawn beside the window's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QWidget

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.publish.sheets import Sheets, Size
from strategidesk.ui.preview.drawing import image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 300  # dots to an inch; finer is slower, and looks the same
PRINTING = mark("Printing")
NONE = mark("There is no printer on this computer. Export to PDF instead.")
REFUSED = mark("The printer does not take the document. Look at whether it is on and has paper.")


@dataclass(frozen=True)
class Order:
    """What is to be printed where: `pages` are numbers from 0, in the order they come out."""

    printer: "QPrinter"
    pages: tuple[int, ...]


def ask(parent: QWidget, title: str, pages: int, front: int) -> Order | None:
    """Let the user choose a printer and pages; None where the user let it be. `front`: the number
    of the page that is looked at, from 0. Raises UserError where there is no printer."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise UserError(NONE)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFromTo(1, pages)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print"))
    options = QPrintDialog.PrintDialogOption
    dialog.setOption(options.PrintToFile, False)  # pictures of pages: nobody could read that aloud
    dialog.setOption(options.PrintCurrentPage)
    dialog.setMinMax(1, pages)
    taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return Order(printer, chosen(printer, pages, front)) if taken else None


def chosen(printer: "QPrinter", pages: int, front: int) -> tuple[int, ...]:
    """The numbers of the pages, from 0, as the printer's settings say, copy after copy."""
    from PySide6.QtPrintSupport import QPrinter

    which = printer.printRange()
    if which is QPrinter.PrintRange.CurrentPage:
        found = [front]
    elif which is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        one_after_other = not ranges.isEmpty()
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        found = [
            page
            for page in range(pages)
            if (ranges.contains(page + 1) if one_after_other else first <= page + 1 <= last)
        ]
    else:
        found = list(range(pages))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        found.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return tuple(found) * copies
    return tuple(page for page in found for _copy in range(copies))


def printing(sheets: Sheets, order: Order) -> Job[int]:
    """Print; returns the number of pages. Closing it takes the document back from the printer.

    Raises UserError where the printer refuses.
    """
    printer = order.printer
    printer.setFullPage(True)
    total = len(order.pages)
    yield Progress(0, total, PRINTING)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(REFUSED)
    whole = False
    try:
        for done, page in enumerate(order.pages):
            if done and not printer.newPage():
                raise UserError(REFUSED)
            _paint(painter, sheets, page)
            yield Progress(done + 1, total, PRINTING)
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()
    return total


def _paint(painter: QPainter, sheets: Sheets, page: int) -> None:
    printer = painter.device()
    paper = QSizeF(printer.width(), printer.height())
    fine = min(FINEST, printer.logicalDpiX()) / 72
    picture = image(sheets.picture(page, fine))
    painter.save()
    painter.setTransform(laid(sheets.sizes[page], paper, printer.logicalDpiX() / 72))
    size = sheets.sizes[page]
    painter.drawImage(QRectF(0, 0, size.width, size.height), picture)
    painter.restore()


def laid(page: Size, paper: QSizeF, dots: float) -> QTransform:
    """How a page's points come on the paper, both in the middle: at their own size (`dots` to a
    point) or as large as there is room, turned where one of them lies and the other stands."""
    turned = page.landscape != (paper.width() > paper.height())
    width, height = (page.height, page.width) if turned else (page.width, page.height)
    scale = min(dots, paper.width() / width, paper.height() / height)
    found = QTransform.fromTranslate(
        (paper.width() - width * scale) / 2, (paper.height() - height * scale) / 2
    )
    found.scale(scale, scale)
    if turned:
        found.translate(width, 0)
        found.rotate(90)
    return found
