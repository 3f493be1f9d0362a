"""Zip files written by hand: every field of them may lie."""

import struct
import zlib
from dataclasses import dataclass, replace

STORED, DEFLATED = 0, 8
_EMPTY_END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Part:
    """A member. What is None is as it should be; the rest is what the list says, or the header."""

    name: str
    data: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    packed: bytes | None = None  # what stands there in place of the packed data
    size: int | None = None  # the list's and the header's
    crc: int | None = None
    packed_size: int | None = None
    own_name: str | None = None  # the header's
    own_size: int | None = None
    at: int | None = None  # where the list says that it is
    extra: bytes = b""  # of the header
    descriptor: bytes = b""  # behind the data

    def squeezed(self) -> bytes:
        """The data as they stand in the file."""
        if self.packed is not None:
            return self.packed
        if self.method == STORED:
            return self.data
        packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        return packer.compress(self.data) + packer.flush()


def parts(content: dict[str, bytes]) -> list[Part]:
    """Ordinary members."""
    return [Part(name, data) for name, data in content.items()]


def pack(
    members: list[Part],
    *,
    before: bytes = b"",
    between: bytes = b"",
    behind: bytes = b"",
    comment: bytes = b"",
    count: int | None = None,
    more: int = 0,
    shift: bool = False,
) -> bytes:
    """The zip file. `between` stands before the list, `shift`: places count from the first part;
    `more` parts are said to lie on other disks."""
    body, listed = bytearray(before), bytearray()
    for part in members:
        at = len(body) - (len(before) if shift else 0)
        body += _header(part) + part.squeezed() + part.descriptor
        listed += _entry(part, at if part.at is None else part.at)
    body += between
    start = len(body) - (len(before) if shift else 0)
    here = len(members) if count is None else count
    end = _EMPTY_END.pack(b"PK\x05\x06", 0, 0, here + more, here, len(listed), start, len(comment))
    return bytes(body + listed + end + comment + behind)


def _facts(part: Part) -> tuple[int, int, int]:
    crc = zlib.crc32(part.data) if part.crc is None else part.crc
    size = len(part.data) if part.size is None else part.size
    packed = len(part.squeezed()) if part.packed_size is None else part.packed_size
    return crc, packed, size


def _header(part: Part) -> bytes:
    crc, packed, size = _facts(part)
    if part.descriptor:
        crc = packed = size = 0
    if part.own_size is not None:
        size = part.own_size
    name = (part.name if part.own_name is None else part.own_name).encode()
    fields = (b"PK\x03\x04", 20, part.flags, part.method, 0, 33, crc, packed, size)
    return struct.pack("<4s5H3I2H", *fields, len(name), len(part.extra)) + name + part.extra


def _entry(part: Part, at: int) -> bytes:
    crc, packed, size = _facts(part)
    name = part.name.encode()
    fields = (b"PK\x01\x02", 20, 20, part.flags, part.method, 0, 33, crc, packed, size)
    return struct.pack("<4s6H3I5H2I", *fields, len(name), 0, 0, 0, 0, 0, at) + name


def streamed(part: Part) -> Part:
    """The same, with its sizes behind the data, as programs write that cannot go back."""
    crc, packed, size = _facts(part)
    descriptor = struct.pack("<4s3I", b"PK\x07\x08", crc, packed, size)
    return replace(part, flags=part.flags | 8, descriptor=descriptor)


def varied(times: int, filling: str = "a") -> str:
    """A long text of such letters that packs well, but not as a bomb does."""
    begin = "".join(str(number) for number in range(1_200))
    return (begin + filling * 60_000) * times


def zeros(megabytes: int) -> bytes:
    """So many megabytes of zeros, deflated: one of them, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return piece * megabytes + packer.flush()
