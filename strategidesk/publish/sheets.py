"""The pages of a PDF: how large they are, their pictures and their text."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from strategidesk.errors import UserError
from strategidesk.language import mark

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

UNREADABLE = mark("{path} is not a PDF file that can be shown.")
_JOINED = "\x02"  # stands where a word was divided at the end of a line
_one_at_a_time = threading.RLock()  # PDFium takes no two calls at once, not even of two files


@dataclass(frozen=True, slots=True)
class Size:
    """How large a page lies, in points."""

    width: float
    height: float

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it looks: rows from the top, four bytes (blue, green, red, unused) to a dot."""

    width: int
    height: int
    dots: bytes


class Sheets:
    """A PDF that was read into memory; the file is let go at once. May be asked on any thread."""

    def __init__(self, path: Path) -> None:
        """Raises UserError for what is no PDF, OSError where it cannot be read."""
        from pypdfium2 import PdfDocument, PdfiumError

        content = path.read_bytes()
        with _one_at_a_time:
            try:
                self._pdf = PdfDocument(content)
            except PdfiumError as error:
                raise UserError(UNREADABLE, path=path) from error
            sizes = [self._pdf.get_page_size(number) for number in range(len(self._pdf))]
        self.sizes = tuple(Size(width, height) for width, height in sizes)

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.sizes)

    def __enter__(self) -> "Sheets":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the memory go; nothing can be asked afterwards. A second time does nothing."""
        with _one_at_a_time:
            self._pdf.close()

    def __del__(self) -> None:
        if hasattr(self, "_pdf"):  # else it was never opened
            self.close()

    def picture(self, number: int, scale: float) -> Picture:
        """The page of this number, from 0, on white; `scale` is dots to a point."""
        with self._page(number) as page:
            drawn = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
            return Picture(drawn.width, drawn.height, bytes(drawn.buffer))

    def text(self, number: int) -> str:
        """What stands on the page of this number, from 0, in reading order, one line to a line."""
        with self._page(number) as page:
            text: str = page.get_textpage().get_text_bounded()
        return "\n".join(text.replace(_JOINED, "").splitlines()).strip()

    def outline(self) -> list[tuple[str, int | None]]:
        """The bookmarks in their order: the words, and the number of the page, from 0."""
        with _one_at_a_time:
            return [(mark.get_title(), _target(mark)) for mark in self._pdf.get_toc()]

    @property
    def tagged(self) -> bool:
        """Whether it tells what its parts are (headings, lists, tables)."""
        with _one_at_a_time:
            return bool(self._pdf.is_tagged())

    @property
    def title(self) -> str:
        with _one_at_a_time:
            return str(self._pdf.get_metadata_value("Title"))

    @property
    def language(self) -> str:
        """As `sv-SE`; empty where it says none."""
        from pypdfium2.raw import FPDFCatalog_GetLanguage

        with _one_at_a_time:
            length = FPDFCatalog_GetLanguage(self._pdf.raw, None, 0)
            room = ctypes.create_string_buffer(length)
            words = ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort))
            FPDFCatalog_GetLanguage(self._pdf.raw, words, length)
        return room.raw[:length].decode("utf-16-le").rstrip("\0")

    def fonts(self) -> dict[str, bool]:
        """The fonts that text is set in, by name, and whether each lies in the file."""
        from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

        found: dict[str, bool] = {}
        for number in range(len(self)):
            with self._page(number) as page:
                for text in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT]):
                    font = text.get_font()
                    name = font.get_base_name()
                    found[name] = found.get(name, True) and bool(font.is_embedded)
        return found

    @contextmanager
    def _page(self, number: int) -> "Iterator[PdfPage]":
        with _one_at_a_time:
            page = self._pdf[number]
            try:
                yield page
            finally:
                page.close()


def _target(bookmark: Any) -> int | None:
    place = bookmark.get_dest()
    found: int | None = place.get_index() if place else None
    return found
