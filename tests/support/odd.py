"""Strategies that nobody would write, and that documents are made from all the same."""

import struct
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from strategidesk.model.choices import SECTION_CONTENT
from strategidesk.model.fields import Field, Kind
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from tests.support.strategies import PICTURE, PNG, strategy

_TWICE = 2  # things of every noun
_PAPERS = ("proposal", "minutes", "consultation", "consultation_summary")


def everywhere(
    line: str, prose: str = "", choice: str = "", pictures: Mapping[str, bytes] | None = None
) -> Strategy:
    """A strategy in which every field of every noun says the same."""
    lists: dict[str, Any] = {}
    for noun in STANDARD.nouns:
        rows = [_row(noun, n, line, prose or line, choice) for n in range(_TWICE)]
        if noun.meta.derived:
            rows = rows[:1]
        lists[noun.meta.plural] = rows[0] if noun.meta.single else rows
    sections = lists["sections"][0]
    lists["sections"] = [
        {**sections, "id": content, "content": content} for content in (*SECTION_CONTENT, choice)
    ]
    lists["papers"] = [
        {**lists["papers"][0], "id": kind, "kind": kind} for kind in (*_PAPERS, choice or "memo")
    ]
    return strategy(pictures=pictures or {PICTURE: PNG}, **lists)


def _row(noun: type[Noun], number: int, line: str, prose: str, choice: str) -> dict[str, Any]:
    row = {
        field.name: _value(field, line, prose, choice)
        for field in fields_of(noun).values()
        if field.kind is not Kind.PLACE
    }
    return row if noun.meta.derived else {"id": f"{noun.meta.entity} {number}", **row}


def _value(field: Field, line: str, prose: str, choice: str) -> Any:
    match field.kind:
        case Kind.LINE:
            return line
        case Kind.PROSE:
            return prose
        case Kind.DATE:
            return "2026-03-09"
        case Kind.CHOICE:
            return choice or field.default
        case Kind.NUMBER:
            return 1234.5
        case Kind.FILE:
            return ""
        case Kind.WHOLE:
            return 3
        case Kind.FLAG:
            return False
        case Kind.REFERENCE:
            return f"{_target(field)} 0"
        case _:
            return [f"{_target(field)} 0", "removed long ago"]


def somewhere(line: str, prose: str) -> Strategy:
    """A strategy that says the same in one field of each sort: the page, a cell, a paper."""
    parts = dict.fromkeys(("description", "proposed_decision"), prose)
    return strategy(
        strategy={"title": line},
        sections=[{"heading": line, "body": prose}, {"heading": line, "content": "consultation"}],
        activities=[{"title": line, "description": prose}],
        consultations=[{"id": "c", "title": line}],
        responses=[{"consultation": "c", "respondent": line, "text": prose}],
        papers=[{"id": kind, "kind": kind, **parts} for kind in _PAPERS],
    )


def _target(field: Field) -> str:
    return "area" if field.to == "*" else field.to


def _chunk(kind: bytes, data: bytes) -> bytes:
    sum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", sum)


def _png(width: int, height: int) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")


_FRAME = (
    b"\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"
)
PICTURES = {
    "huge": _png(200_000, 100_000),
    "tall": _png(1, 60_000),
    "nothing": _png(0, 0),
    "animated": b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00"
    + _FRAME * 2
    + b"\x3b",
    "drawn": b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
    "cut": PNG[:20],
    "empty": b"",
    "text": b"not a picture",
}


def _pictures() -> Strategy:
    names = (*PICTURES, "missing")
    shown = "\n\n".join(f"![{name}](blob:{name})" for name in names)
    return everywhere("Bilder", f"{shown}\n\n![](blob:animated)", pictures=PICTURES)


def _wide() -> Strategy:
    row = "|" + "|".join(f" Kolumn {n} " for n in range(30)) + "|"
    table = f"{row}\n|{'---|' * 30}\n{row}\n{row}"
    return somewhere("Bred", f"{table}\n\n{table}\n\nText.\n\n{table}")


def _deep() -> Strategy:
    sections: list[dict[str, Any]] = [{"id": "0", "heading": "Nivå 0"}]
    sections += [
        {"id": str(n), "parent": str(n - 1), "heading": f"Nivå {n}", "body": "Text.",
         "content": "areas" if n == 28 else "prose"}
        for n in range(1, 30)
    ]  # fmt: skip
    goals = [{"id": "g0", "title": "0"}]
    goals += [{"id": f"g{n}", "parent": f"g{n - 1}", "title": f"Mål {n}"} for n in range(1, 30)]
    return strategy(
        strategy={"title": "Djup", "heading_numbering": "decimal", "numbering_depth": 9},
        sections=sections,
        areas=[{"id": "a", "title": "Område"}],
        goals=goals,
        links=[{"area": "a", "goal": "g29"}],
    )


def _notes() -> Strategy:
    marks = " ".join(f"ord[^{n}]" for n in range(100))
    notes = "\n\n".join(
        f"[^{n}]: Not {n} med [länk](https://ekbacka.example/{n})[^1]" for n in range(99)
    )
    return somewhere("Noter", f"{marks}\n\n- punkt[^3]\n\n{notes}")


def _links() -> Strategy:
    addresses = (
        "https://ekbacka.example/två ord", "<https://ekbacka.example/två ord>", "javascript:a", "#",
        "file:///C:/hemligt.docx", "https://", "https://[::1", "http://%zz/%", "tel:+46 1 23",
        "mailto:a@ekbacka.example?subject=å ä", "HTTPS://EKBACKA.EXAMPLE/\\\\server\\mapp", "",
        "ftp://ekbacka.example/<b>\"'", "https://ekbacka.example/😀", "https://" + "a" * 3000,
    )  # fmt: skip
    text = " och ".join(f"[länk {n}]({address})" for n, address in enumerate(addresses))
    return everywhere("Länkar", f"{text}\n\n- **[{text}](https://ekbacka.example)**")


def _lists() -> Strategy:
    deep = "\n".join(f"{'   ' * n}{n + 1}. nivå {n}" for n in range(12))
    mixed = "- punkt\n  1. under\n     - längst ned\n- till\n\n0. noll\n\n999999999. många\n\n- "
    return somewhere("Listor", f"{deep}\n\n{mixed}")


def many() -> Strategy:
    """Three thousand rows of a plan."""
    return strategy(
        strategy={"title": "Lång"},
        sections=[{"heading": "Plan", "content": "activities"}],
        activities=[
            {"title": f"Aktivitet {n}", "when": "Årligen", "description": "- ett\n- **två**",
             "comment": "Text" * (n % 7)}
            for n in range(3000)
        ],
    )  # fmt: skip


EVERY_BLOCK = (
    "Ett **stycke** med *kursiv*, [lagen](https://ekbacka.example) och en not[^1].\n\n- punkt\n"
    "  - under\n\n2. två\n   1. under\n\n| Vad | När |\n|---|---|\n| Möte | |\n\n"
    f"| A |\n|---|\n| B |\n\n![Två rutor](blob:{PICTURE})\n\n[^1]: Källa"
)
XML = "<w:p/> & ]]> <!-- \"'</w:t> &#0; &amp; <?xml?> %s {plats} {{ }}"
ODD: dict[str, Callable[[], Strategy]] = {
    "nothing": strategy,
    "a thing of every kind, all empty": lambda: everywhere(""),
    "only blanks": lambda: everywhere(" ", "\n \n"),
    "thirty levels": _deep,
    "emoji and letters from right to left": lambda: everywhere(
        "👩‍👩‍👧‍👦 🇸🇪 שלום עולם \u202eمرحبا\u202c"
    ),
    "letters in pieces": lambda: everywhere(unicodedata.normalize("NFD", "Återväxt på Åsö – é")),
    "marks that nobody sees": lambda: everywhere(
        "a\u00ad\u200b\u2028\u2029\ufeff\u0085\x7f\x9f\ufffd\U0010fffd\tb"
    ),
    "words of five thousand letters": lambda: everywhere("å" * 5000),
    "what looks like markup": lambda: everywhere(XML),
    "a hundred footnotes": _notes,
    "tables of thirty columns": _wide,
    "pictures of every sort": _pictures,
    "lists of many levels": _lists,
    "strange links": _links,
    "words of a newer program": lambda: everywhere("Ny", choice="newer_word"),
}
