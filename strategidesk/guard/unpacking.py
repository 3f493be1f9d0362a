"""A part unpacked piece by piece, never further than the list of parts says."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

from strategidesk.guard.archive import STORED, Member
from strategidesk.guard.sentences import Fault

_PIECE = 65_536  # packed bytes that are read at a time
_GIVEN = 262_144  # bytes that are given at a time, at most


def pieces(file: BinaryIO, member: Member) -> Iterator[bytes]:
    """The part's bytes. Raises Fault where there are more or fewer than listed, or others."""
    left, crc = member.size, 0
    for piece in _read(file, member) if member.method == STORED else _inflated(file, member):
        left -= len(piece)
        if left < 0:
            raise Fault("disguised")
        crc = zlib.crc32(piece, crc)
        yield piece
    if left or crc != member.crc:
        raise Fault("damaged")


def whole(file: BinaryIO, member: Member, most: int) -> bytes:
    """A part that is expected to be small. Raises Fault where it is larger than `most` bytes."""
    if member.size > most:
        raise Fault("disguised")
    return b"".join(pieces(file, member))


def _read(file: BinaryIO, member: Member) -> Iterator[bytes]:
    file.seek(member.start)
    left = member.packed
    while left:
        data = file.read(min(left, _PIECE))
        if not data:
            raise Fault("damaged")
        left -= len(data)
        at = file.tell()
        yield data
        file.seek(at)


def _inflated(file: BinaryIO, member: Member) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for data in _read(file, member):
            waiting = data
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, _GIVEN)
                waiting = inflater.unconsumed_tail
            if inflater.unused_data or (waiting and inflater.eof):
                raise Fault("disguised")
        while not inflater.eof and (rest := inflater.decompress(b"", _GIVEN)):
            yield rest
    except zlib.error as error:
        raise Fault("damaged") from error
    if not inflater.eof:
        raise Fault("damaged")
