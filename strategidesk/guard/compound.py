"""What lies in a compound file ([MS-CFB]): an encrypted document, or one in an old format."""

import struct
from typing import BinaryIO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_SECTORS = 64  # of the directory: four entries each, where the smallest files have three
_ENTRY = 128
_KINDS = {
    "EncryptedPackage": "password",
    "EncryptionInfo": "password",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "slides",
}


def kind(file: BinaryIO, size: int) -> str:
    """`password`, or a kind of file; `unknown` where the directory says nothing known."""
    names = _names(file, size)
    return next((found for name, found in _KINDS.items() if name in names), "unknown")


def _names(file: BinaryIO, size: int) -> set[str]:
    """The names of the directory's entries."""
    file.seek(0)
    header = file.read(512)
    if len(header) < 512:
        return set()
    shift, sector = struct.unpack_from("<H", header, 30)[0], struct.unpack_from("<I", header, 48)[0]
    if shift not in (9, 12):
        return set()
    length = 1 << shift
    tables = struct.unpack_from("<109I", header, 76)
    names: set[str] = set()
    for _ in range(_MOST_SECTORS):
        if (sector + 2) * length > size + length:
            break
        file.seek((sector + 1) * length)
        data = file.read(length)
        names |= {_name(data[at : at + _ENTRY]) for at in range(0, len(data), _ENTRY)}
        table, place = divmod(sector, length // 4)
        if table >= len(tables) or (tables[table] + 1) * length > size:
            break
        file.seek((tables[table] + 1) * length + place * 4)
        following = file.read(4)
        if len(following) < 4:
            break
        sector = struct.unpack("<I", following)[0]
    return names


def _name(entry: bytes) -> str:
    if len(entry) < _ENTRY:
        return ""
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
