"""A received file looked at from its first byte to its last, before any library opens it.

Nothing is unpacked to the disk, nothing kept in memory but names and counts, and nothing followed.
"""

import os
import stat
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from strategidesk.guard import kinds, signatures
from strategidesk.guard.allowances import MEGABYTE, USUAL, Allowances
from strategidesk.guard.archive import members
from strategidesk.guard.package import Package
from strategidesk.guard.seen import Seen
from strategidesk.guard.sentences import Fault, found, refused
from strategidesk.guard.wanted import Wanted

_LOCKS = (".~lock.", "~$")  # LibreOffice's and Office's, beside a file that is open
_SMALL = 4096  # bytes; a lock says who and since when


def look(path: Path, wanted: Wanted, allowed: Allowances = USUAL) -> Seen:
    """What the file is, where it may be opened.

    Raises UserError in one sentence where it is not what is wanted, or could do harm; OSError where
    it cannot be read. The file is only read.
    """
    try:
        _check_thing(path)
        with path.open("rb") as file:
            return _seen(file, path.name, wanted, allowed)
    except Fault as fault:
        raise refused(fault, path.name, wanted) from fault


def look_into(data: bytes, name: str, wanted: Wanted, allowed: Allowances = USUAL) -> Seen:
    """The same for a file that lies in memory and is called so."""
    try:
        return _seen(BytesIO(data), name, wanted, allowed)
    except Fault as fault:
        raise refused(fault, name, wanted) from fault


def _check_thing(path: Path) -> None:
    kind_of_thing = os.stat(path).st_mode
    if stat.S_ISDIR(kind_of_thing):
        raise Fault("folder")
    if not stat.S_ISREG(kind_of_thing):
        raise Fault("special")  # opening it could wait for ever


def _seen(file: BinaryIO, name: str, wanted: Wanted, allowed: Allowances) -> Seen:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size <= _SMALL and name.startswith(_LOCKS):
        raise Fault("lock")
    if size == 0:
        raise Fault("empty")
    if size > allowed.file:
        raise Fault("large", most=allowed.file // MEGABYTE)
    return _package(file, size, wanted, allowed)


def _package(file: BinaryIO, size: int, wanted: Wanted, allowed: Allowances) -> Seen:
    if file.read(4) != signatures.ZIP:
        file.seek(0)
        raise signatures.judge(file, size)
    package = Package(file, members(file, size, allowed), allowed, wanted.cleaned)
    kind = package.kind()
    if kind not in wanted.kinds:
        raise found(kind)
    for name in package.names:
        kinds.check_name(name)
    package.read_through()
    return Seen(kind, package.parts, frozenset(package.notices))
