"""The members of a zip file, each checked against its own header (PKWARE's APPNOTE, 4.3).

Office programs write plain zip files: one part after the other from the first byte, then the list
of them, and nothing else. Whatever is otherwise is read differently by different programs, which is
how something is slipped past a guard.
"""

import struct
from typing import BinaryIO, NamedTuple

from strategidesk.guard.allowances import MEGABYTE, Allowances
from strategidesk.guard.sentences import Fault

_END = struct.Struct("<4s4H2IH")
_LISTED = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 1 | 1 << 6 | 1 << 13
_STREAMED = 1 << 3  # sizes stand behind the data
_UTF8 = 1 << 11
_LONG = 0xFFFFFFFF  # the true size stands elsewhere
STORED, DEFLATED = 0, 8


class Member(NamedTuple):
    """One part as the list has it; its data begins at `start`."""

    name: str
    method: int
    packed: int
    size: int
    crc: int
    start: int


class _Listed(NamedTuple):
    raw: bytes
    flags: int
    member: Member  # whose `start` is that of its header


def members(file: BinaryIO, size: int, allowed: Allowances) -> tuple[Member, ...]:
    """The parts in the order in which they lie. Raises Fault where the file is not plain."""
    at, count, length = _end(file, size)
    if count > allowed.entries:
        raise Fault("parts", most=allowed.entries)
    if length > count * (_LISTED.size + 4 * allowed.name + 1024):
        raise Fault("disguised")
    file.seek(at - length)
    listed = sorted(_listed(file.read(length), count, allowed), key=lambda one: one.member.start)
    _check_names(listed)
    _check_sizes([one.member for one in listed], allowed)
    found: list[Member] = []
    expected = 0
    for one in listed:
        if one.member.start not in _after(expected, found, listed):
            raise Fault("disguised")
        member = _opened(file, one)
        found.append(member)
        expected = member.start + member.packed
    if at - length not in _after(expected, found, listed):
        raise Fault("disguised")
    return tuple(found)


def _end(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Where the list ends, how many it names, and its bytes."""
    begin = max(0, size - _END.size - _LONGEST_COMMENT)
    file.seek(begin)
    tail = file.read(size - begin)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < _END.size:
        raise Fault("damaged")
    _, disk, first, here, count, length, offset, comment = _END.unpack_from(tail, place)
    at = begin + place
    if at + _END.size + comment != size or disk or first or here != count:
        raise Fault("disguised" if at + _END.size + comment < size else "damaged")
    if offset + length != at:  # also the long form, which only files over 4 GB need
        raise Fault("disguised")
    return at, count, length


def _listed(data: bytes, count: int, allowed: Allowances) -> list[_Listed]:
    found, at = [], 0
    for _ in range(count):
        if at + _LISTED.size > len(data):
            raise Fault("damaged")
        fields = _LISTED.unpack_from(data, at)
        signature, _, _, flags, method, _, _, crc, packed, size, long, extra, comment = fields[:13]
        if signature != b"PK\x01\x02":
            raise Fault("damaged")
        raw = data[at + _LISTED.size : at + _LISTED.size + long]
        if flags & _ENCRYPTED:
            raise Fault("password")
        if method not in (STORED, DEFLATED) or _LONG in (packed, size, fields[16]):
            raise Fault("disguised")
        name = _name(raw, flags, allowed)
        found.append(_Listed(raw, flags, Member(name, method, packed, size, crc, fields[16])))
        at += _LISTED.size + long + extra + comment
    if at != len(data):
        raise Fault("disguised")
    return found


def _name(raw: bytes, flags: int, allowed: Allowances) -> str:
    """A part's name: relative, without steps upward. Raises Fault for any other."""
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError as error:
        raise Fault("disguised") from error
    steps = name.removesuffix("/").split("/")
    if (
        len(name) > allowed.name
        or any(step in ("", ".", "..") for step in steps)
        or any(letter in "\\:" or letter < " " for letter in name)
    ):
        raise Fault("disguised")
    return name


def _check_names(listed: list[_Listed]) -> None:
    """No two parts have one name; capitals do not tell names apart (ECMA-376 part 2, 6.2.2)."""
    names = {one.member.name.casefold() for one in listed}
    folders = {name for name in names if name.endswith("/")}
    if len(names) < len(listed) or any(folder[:-1] in names for folder in folders):
        raise Fault("disguised")


def _check_sizes(listed: list[Member], allowed: Allowances) -> None:
    """The sizes that the list names; whether they are true is seen when the parts are unpacked."""
    if sum(member.size for member in listed) > allowed.total:
        raise Fault("swollen", most=allowed.total // MEGABYTE)
    for member in listed:
        if member.size > max(allowed.harmless, allowed.ratio * member.packed):
            raise Fault("bomb")
        if member.method == STORED and member.size != member.packed:
            raise Fault("disguised")


def _after(expected: int, found: list[Member], listed: list[_Listed]) -> tuple[int, ...]:
    """Where the next part may begin: at once, or behind the sizes of a streamed one."""
    if found and listed[len(found) - 1].flags & _STREAMED:
        return tuple(expected + more for more in (0, 12, 16, 20, 24))
    return (expected,)


def _opened(file: BinaryIO, one: _Listed) -> Member:
    """The member with the place of its data, after its own header has been compared."""
    member = one.member
    file.seek(member.start)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size:
        raise Fault("damaged")
    signature, _, flags, method, _, _, crc, packed, size, long, extra = _LOCAL.unpack(header)
    if signature != b"PK\x03\x04":
        raise Fault("disguised")
    said, listed = (crc, packed, size), (member.crc, member.packed, member.size)
    open_end = bool(one.flags & _STREAMED) and set(said) <= {0, _LONG, *listed}
    if (
        file.read(long) != one.raw
        or method != member.method
        or flags & (_ENCRYPTED | _STREAMED) != one.flags & (_ENCRYPTED | _STREAMED)
        or (said != listed and not open_end)
    ):
        raise Fault("disguised")
    return member._replace(start=member.start + _LOCAL.size + long + extra)
