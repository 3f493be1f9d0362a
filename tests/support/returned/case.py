"""One returned answer sheet of the corpus: what a person did with it, and what its cells say."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from strategidesk.desk.answers.outcomes import Outcome, Verdict
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.workbook import workbook
from tests.support import rounds
from tests.support.strategies import known_id

ACTIVITIES: list[dict[str, Any]] = [
    {"id": "v1", "title": "Språkcafé", "unit": "u1", "hallmarks": ["h1"], "when": "Våren",
     "indicator": "Besök", "responsible": "Bibliotekarie"},
    {"id": "v2", "title": "Läsecirkel", "unit": "u1", "responsible": "Rektor"},
    {"id": "v3", "title": "Sagostund", "unit": "u1"},
    {"id": "v4", "title": "Sommarbok", "unit": "u1", "stage": "declined",
     "decision_reason": "Ryms inte i år."},
]  # fmt: skip
ROWS = ("v1", "v2", "v3")  # from row 7

Sheet = Any  # openpyxl's worksheet: its stubs know too little of cells
Parts = dict[str, bytes]


def nothing(_one: Any) -> None:
    pass


@dataclass(frozen=True)
class Becomes:
    """What a cell comes to: its verdict, and the value that is taken, or would be."""

    verdict: Verdict
    value: object = ...  # any

    def agrees(self, outcome: Outcome) -> bool:
        return outcome.verdict is self.verdict and self.value in (..., outcome.new)


def taken(value: object = ...) -> Becomes:
    return Becomes(Verdict.TAKEN, value)


def asked(value: object = ...) -> Becomes:
    return Becomes(Verdict.ASKED, value)


REFUSED = Becomes(Verdict.REFUSED)
SAME = Becomes(Verdict.SAME)


@dataclass(frozen=True, kw_only=True)
class Case:
    """`change` is done by openpyxl to the answer sheet, `parts` to the file's parts after it.

    `cells` are the texts of all filled answer cells by place, `about` more of some of them.
    `ids` are the activities of rows, by number. `becomes` is what the filled cells come to when the
    sheet is judged: TAKEN where nothing is said; `besides` what is told of other cells, rows that
    are not filled in left out (None: anything). `there` is what the strategy has by then.
    """

    name: str
    change: Callable[[Sheet], None] = nothing
    parts: Callable[[Parts], None] = nothing
    kind: str = "follow_up"
    cells: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    stray: tuple[tuple[str, str], ...] = ()  # place and text
    said: tuple[str, ...] = ()
    ids: Mapping[int, str] = field(default_factory=lambda: dict(enumerate(ROWS, 7)))
    facts: Mapping[str, str] = field(default_factory=dict)
    becomes: Mapping[str, Becomes] = field(default_factory=dict)
    besides: Mapping[str, Becomes] | None = None
    there: Mapping[str, Any] = field(default_factory=dict)

    def put(self, out: Path) -> Path:
        """Writes the file; answers where it is."""
        data = sent(self.kind)
        if self.change is not nothing:
            book = load_workbook(io.BytesIO(data))
            self.change(rounds.answers(book))
            saved = io.BytesIO()
            book.save(saved)
            data = saved.getvalue()
        if self.parts is not nothing:
            data = repacked(data, self.parts)
        out.write_bytes(data)
        return out

    @property
    def row_ids(self) -> dict[int, str]:
        return {row: str(known_id(one)) if one else "" for row, one in self.ids.items()}


@cache
def sent(kind: str) -> bytes:
    """The workbook that goes to the unit."""
    one = rounds.asking(kind, activities=ACTIVITIES)
    return workbook(Matter(one, rounds.the_round(one), rounds.TODAY), known_id("u1"))


def repacked(data: bytes, change: Callable[[Parts], None]) -> bytes:
    """A workbook whose parts were changed as bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def typed(**values: object) -> Callable[[Sheet], None]:
    """A manager types these."""

    def change(sheet: Sheet) -> None:
        for place, value in values.items():
            sheet[place] = value

    return change


def book_of(sheet: Sheet) -> Workbook:
    found: Workbook = sheet.parent
    return found
