"""XML that makes those who read it swell, dig or count for ever."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from tests.support.hostile import bases, zips
from tests.support.hostile.bases import HEAD, MAIN
from tests.support.hostile.case import TEMPLATES, Hostile
from tests.support.hostile.sayings import (
    CONTENT,
    DAMAGED,
    DISGUISED,
    ENTITIES,
    OVERLOADED,
    in_word,
)

_BODY = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'


def _part(content: bytes, part: str = bases.SHEET, more: dict[str, bytes] | None = None) -> bytes:
    return zips.pack(zips.parts({**bases.workbook(), part: content, **(more or {})}))


def _sheet(make: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: _part(make().encode())


def _laughs() -> str:
    names = [f"a{n}" for n in range(12)]
    pairs = pairwise(names)
    lines = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairs)
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]><x>&a11;</x>'


def _quadratic() -> str:
    return f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><x>{"&a;" * 50_000}</x>'


def _outside() -> str:
    return '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def _utf_16() -> bytes:
    return _part(f'<?xml version="1.0" encoding="UTF-16"?>{_laughs()}'.encode("utf-16"))


def _other_encoding() -> bytes:
    return _part(f'<?xml version="1.0" encoding="cp500"?>{_BODY}'.encode("cp500"))


def _declared_encoding() -> bytes:
    return _part(f'<?xml version="1.0" encoding="windows-1250"?>{_BODY}'.encode())


def _hidden_sheet(name: str) -> bytes:
    """The workbook leads to a sheet that looks like something that is not read."""
    links = bases.relations(bases.relation("rId1", "worksheet", name))
    return _part(_laughs().encode(), f"xl/{name}", {bases.BOOK_LINKS: links})


def _drawing() -> bytes:
    return _part(f"<xml><br></xml>{_laughs()}".encode(), "xl/drawings/vmlDrawing1.vml")


def _deep() -> str:
    return "<a>" * 50_000 + "</a>" * 50_000


def _long_attribute() -> str:
    return f'<a b="{zips.varied(100)}"/>'


def _long_comment() -> str:
    return f"<a><!--{zips.varied(100)}--></a>"


def _attributes() -> str:
    many = " ".join(f'b{n}=""' for n in range(20_000))
    return f"<a {many}/>"


def _names() -> str:
    return f"<a>{''.join(f'<b{n}/>' for n in range(60_000))}</a>"


def _elements() -> str:
    block = "<b/>" * 20_000 + zips.varied(1, "")
    return f"<a>{block * 85}</a>"


def _long_text() -> str:
    return f"<a>{zips.varied(790)}</a>"


def _document(inside: str) -> bytes:
    parts = bases.document()
    parts[bases.DOCUMENT] = f"{HEAD}{inside}".encode()
    return zips.pack(zips.parts(parts))


MARKUP = [
    Hostile("a billion laughs", _sheet(_laughs), ENTITIES),
    Hostile("a billion laughs in UTF-16", _utf_16, ENTITIES),
    Hostile(
        "a billion laughs in a document",
        lambda: _document(_laughs()),
        in_word(ENTITIES),
        TEMPLATES,
        "mall.docx",
    ),
    Hostile("one long entity many times", _sheet(_quadratic), ENTITIES),
    Hostile("an entity from the disk", _sheet(_outside), ENTITIES),
    Hostile("definitions without content", _sheet(lambda: f"<!DOCTYPE a>{_BODY}"), ENTITIES),
    Hostile(
        "definitions in the relations",
        lambda: _part(_laughs().encode(), bases.SHEET_LINKS),
        ENTITIES,
    ),
    Hostile("definitions in the types", lambda: _part(_laughs().encode(), bases.TYPES), ENTITIES),
    Hostile("definitions in an old drawing", _drawing, ENTITIES),
    Hostile("a sheet with the ending of data", partial(_hidden_sheet, "sheet1.bin"), ENTITIES),
    Hostile("a sheet with the ending of a picture", partial(_hidden_sheet, "a.svg"), DISGUISED),
    Hostile("an encoding of mainframes", _other_encoding, DAMAGED),
    Hostile("an encoding that Office does not write", _declared_encoding, DISGUISED),
    Hostile("elements in each other", _sheet(_deep), OVERLOADED),
    Hostile(
        "tables in each other in a document",
        lambda: _document(_deep()),
        in_word(OVERLOADED),
        TEMPLATES,
        "mall.docx",
    ),
    Hostile("an attribute of six million letters", _sheet(_long_attribute), OVERLOADED),
    Hostile("a comment of six million letters", _sheet(_long_comment), OVERLOADED),
    Hostile("an element with thousands of attributes", _sheet(_attributes), OVERLOADED),
    Hostile("thousands of kinds of elements", _sheet(_names), OVERLOADED),
    Hostile("millions of elements", _sheet(_elements), CONTENT),
    Hostile("a part with an endless text", _sheet(_long_text), CONTENT),
    Hostile("a part that breaks off", _sheet(lambda: _BODY[:-3]), DAMAGED),
    Hostile("a part without an element", _sheet(lambda: " \n"), DAMAGED),
    Hostile(
        "a document that is text",
        lambda: _document("Hej"),
        in_word(DAMAGED),
        TEMPLATES,
        "mall.docx",
    ),
]
