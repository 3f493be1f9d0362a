"""Zip files that are not plain: what one program sees in them, another does not."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from tests.support.hostile import bases, zips
from tests.support.hostile.case import Hostile
from tests.support.hostile.sayings import ASK, BOMB, DAMAGED, DISGUISED, PASSWORD, SWOLLEN
from tests.support.hostile.zips import Part, pack

Change = Callable[[list[Part]], list[Part]]


def _honest() -> list[Part]:
    return zips.parts(bases.workbook())


def _with(*more: Part) -> Callable[[], bytes]:
    return lambda: pack([*_honest(), *more])


def _last(**lies: object) -> Callable[[], bytes]:
    """The sheet's part with these lies about it."""
    return lambda: pack([*_honest()[:-1], replace(_honest()[-1], **lies)])  # type: ignore[arg-type]


def _packed(**said: object) -> Callable[[], bytes]:
    return lambda: pack(_honest(), **said)  # type: ignore[arg-type]


def _cut(left: int) -> bytes:
    return pack(_honest())[:left]


def _flipped() -> bytes:
    """One bit of the packed data is another."""
    data = bytearray(pack(_honest()))
    place = data.index(b"styles.xml") + 60
    data[place] ^= 4
    return bytes(data)


def _overlapping() -> bytes:
    """Twelve parts over the same packed data (the way of zip bombs without nesting)."""
    data = bytes(100_000)
    first = Part("xl/media/0.bin", packed=data, size=9_000_000, crc=0)
    begin = len(pack(_honest())) - _list_length(_honest())
    more = [
        replace(first, name=f"xl/media/{n}.bin", packed=b"", packed_size=len(data), at=begin)
        for n in range(1, 12)
    ]
    return pack([*_honest(), first, *more])


def _list_length(members: list[Part]) -> int:
    return 22 + sum(46 + len(part.name) for part in members)


def _bomb(megabytes: int, name: str = "xl/media/a.bin") -> bytes:
    data = zips.zeros(megabytes)
    return pack([*_honest(), Part(name, packed=data, size=megabytes * 1_000_000, crc=0)])


def _tame_bombs() -> bytes:
    """Every part within its own bounds, all together not."""
    tame = Part("", packed=bytes(200_000), size=40_960_000, crc=0)
    return pack([*_honest(), *(replace(tame, name=f"xl/media/{n}.bin") for n in range(4))])


def _lying_bomb() -> bytes:
    """Said to be small, and is not."""
    return pack([*_honest(), Part("xl/media/a.bin", packed=zips.zeros(50), size=900, crc=0)])


def _many() -> bytes:
    more = [Part(f"xl/media/{n}", method=zips.STORED) for n in range(4_100)]
    return pack([*_honest(), *more])


def _long_form() -> bytes:
    data = pack(_honest())
    locator = b"PK\x06\x07" + b"\0" * 16
    return data[:-22] + locator + data[-22:]


def _shifted() -> bytes:
    """As a program that unpacks itself: some programs read it, others do not."""
    return pack(_honest(), before=b"PK\x03\x04" + b"x" * 90, shift=True)


def _own_offsets() -> bytes:
    """The list places the sheet over the formats: programs that trust it read another sheet."""
    members = _honest()
    place = len(pack(members[:-2])) - _list_length(members[:-2])
    return pack([*members[:-1], replace(members[-1], at=place)])


_NAMES = {
    "a name that leads upward": "xl/../../../etc/cron.d/a.xml",
    "an absolute name": "/etc/passwd",
    "a name with a drive": "C:/Windows/a.xml",
    "a name with a backslash": "xl\\..\\a.xml",
    "a name with a line break": "xl/a\nb.xml",
    "a name as long as a page": "xl/" + "a" * 400,
}
STRUCTURE = [
    *(Hostile(why, _with(Part(name, b"<a/>")), DISGUISED) for why, name in _NAMES.items()),
    Hostile("the same part twice", _with(Part(bases.SHEET, b"<a/>")), DISGUISED),
    Hostile("the same part in capitals", _with(Part(bases.SHEET.upper(), b"<a/>")), DISGUISED),
    Hostile("a folder with content", _with(Part("xl/media/", b"Hej")), DISGUISED),
    Hostile("encrypted parts", _last(flags=1), PASSWORD),
    Hostile("an unknown way of packing", _last(method=12, packed=b"BZh9"), DISGUISED),
    Hostile("a header with another name", _last(own_name="xl/worksheets/other1.xml"), DISGUISED),
    Hostile("a header with another size", _last(own_size=7), DISGUISED),
    Hostile("places that are not those of the headers", _own_offsets, DISGUISED),
    Hostile("parts over one another", _overlapping, DISGUISED),
    Hostile("data before the first part", _packed(before=b"PK\x03\x04" + b"x" * 90), DISGUISED),
    Hostile("data between the parts and their list", _packed(between=b"x" * 90), DISGUISED),
    Hostile("data behind the end", _packed(behind=b"x" * 90), DISGUISED),
    Hostile("the long form of zip", _long_form, DISGUISED),
    Hostile("a list that names too few", _packed(count=3), DISGUISED),
    Hostile("a list that names too many", _packed(count=300), DAMAGED),
    Hostile("parts on other disks", _packed(more=2), DAMAGED),
    Hostile("places that count from the first part", _shifted, DISGUISED),
    Hostile("a file cut off", partial(_cut, -400), DAMAGED),
    Hostile("a file cut off after its first part", partial(_cut, 300), DAMAGED),
    Hostile("a part with a flipped bit", _flipped, DAMAGED),
    Hostile("a part with another checksum", _last(crc=1), DAMAGED),
    Hostile("a part larger than it says", _last(size=90), DISGUISED),
    Hostile("a part smaller than it says", _last(size=9_000), DAMAGED),
    Hostile("a bomb", partial(_bomb, 400), SWOLLEN),
    Hostile("a bomb within the bounds of all parts", partial(_bomb, 100), BOMB),
    Hostile("several tame bombs", _tame_bombs, SWOLLEN),
    Hostile("a bomb that says it is small", _lying_bomb, DISGUISED),
    Hostile(
        "thousands of parts",
        _many,
        f"{{file}} består av fler än 4\u00a0000 delar och öppnades inte. {ASK}",
    ),
]
