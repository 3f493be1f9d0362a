"""The first look at a file, before SQLite touches it.

Offsets are those of the SQLite database header (https://www.sqlite.org/fileformat2.html, 1.3).
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.store.sqlite import journal
from strategidesk.store.troubles import DAMAGED, Damaged, explained
from strategidesk.store.upgrades import CURRENT

APPLICATION_ID = 0x53545244  # "STRD"
_MAGIC = b"SQLite format 3\0"
_SIZE = 100

EMPTY = "The file {path} is empty. It holds no strategy; restore it from a backup."
FOREIGN = "{path} is not a strategy file."
NEWER = (
    "The file {path} is made with a newer version of StrategiDesk. It is not changed. "
    "Ask the IT staff for version {version} or later."
)
MISSING = "There is no file {path}."
FOLDER = "{path} is a folder, not a strategy file."


@dataclass(frozen=True)
class Header:
    """What the first hundred bytes say."""

    version: int  # format, major * 1000 + minor


def read_header(path: Path) -> Header:
    """The header of a strategy file. Raises UserError for a file that must not be opened."""
    if path.is_dir():
        raise UserError(FOLDER, path=path)
    with explained(path):
        try:
            with path.open("rb") as file:
                start = file.read(_SIZE)
            size = path.stat().st_size
        except FileNotFoundError:
            raise UserError(MISSING, path=path) from None
    if not start:
        raise UserError(EMPTY, path=path)
    if not start.startswith(_MAGIC[: len(start)]):
        raise UserError(FOREIGN, path=path)
    if len(start) < _SIZE:
        raise Damaged(DAMAGED, path=path)
    (page_size,) = struct.unpack_from(">H", start, 16)
    (pages,) = struct.unpack_from(">I", start, 28)
    (version,) = struct.unpack_from(">I", start, 60)
    (application,) = struct.unpack_from(">I", start, 68)
    if application != APPLICATION_ID:
        raise UserError(FOREIGN, path=path)
    if version > CURRENT:
        raise UserError(NEWER, path=path, version=f"{version // 1000}.{version % 1000}")
    if size < pages * (page_size if page_size > 1 else 65536) and not journal(path).exists():
        raise Damaged(DAMAGED, path=path)
    return Header(version)
