"""A Word document as PDF, by the LibreOffice of this computer.

What comes is PDF/A-2b with tags, bookmarks, title and language. Whether a screen reader meets
everything that PDF/UA asks for is not promised.
"""

import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.publish import profile, programs, running

PREFIX = "strategidesk-pages-"  # of the folders that are thrown away
LIMIT = 180.0  # seconds; the first time on a slow computer takes one minute
FAILED = mark(
    "LibreOffice could not make pages of the document. Try again, or export to Word and "
    "choose Save as and PDF there."
)
OVERDUE = mark(
    "LibreOffice was not ready after {n} minutes and was stopped. Try again, or export to Word and "
    "choose Save as and PDF there."
)
_SETTINGS: profile.Settings = {
    "/org.openoffice.Office.Common/Filter/PDF/Export": {
        "SelectPdfVersion": 2,  # PDF/A-2b
        "UseTaggedPDF": True,
        "ExportBookmarks": True,
        "ExportNotes": False,
        "ExportNotesInMargin": False,
        "DisplayPDFDocumentTitle": True,
    }
}

Steps = Generator[tuple[int, int], None, None]  # (done, total); a total of 0 is not known


def write(document: Path, out: Path) -> Steps:
    """Make `out`, a PDF, of a Word document; yields while LibreOffice works. Closing ends it.

    Raises Missing where there is no LibreOffice, UserError where it fails or takes too long; `out`
    is written last.
    """
    office = programs.required()
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "document.docx"
        shutil.copyfile(document, source)
        command: list[str | Path] = [
            office,
            profile.make(folder / "profile", _SETTINGS),
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "pdf:writer_pdf_Export", "--outdir", folder, source),
        ]
        try:
            with closing(running.watched(command, folder, LIMIT)) as looks:
                for _gone in looks:
                    yield 0, 0
        except running.Overdue:
            raise UserError(OVERDUE, n=round(LIMIT / 60)) from None
        except OSError as error:  # what lies there is no program
            raise UserError(FAILED) from error
        made = folder / "document.pdf"
        if not _is_pdf(made):
            raise UserError(FAILED)
        shutil.copyfile(made, out)


def _is_pdf(path: Path) -> bool:
    """Whether it is there, and whole; the program's exit code says neither."""
    if not path.is_file():
        return False
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
