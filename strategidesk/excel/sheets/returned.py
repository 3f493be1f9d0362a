"""What a returned answer sheet holds, as it stands in its cells: nothing is judged here.

All of it is what JSON knows, since a workbook from others is read in a process of its own.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from strategidesk.excel.sheets.identity import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell in which something has been typed.

    `text` is what a person sees, without invisible signs and in NFC; `day` is `2026-08-31` where
    the cell holds a date, `figure` the number where it holds one, both else empty. `formula` is
    what computes the cell; `fault` an error value such as `#REF!`.
    """

    at: str  # `H12`
    column: str  # key of the layout's column
    text: str
    day: str = ""
    figure: str = ""  # with a point, as `12.5`
    formula: str = ""
    fault: str = ""
    cleaned: bool = False  # invisible signs or letters in parts were put right
    uncomputed: bool = False  # a formula whose value was not saved: the text is empty
    merged: str = ""  # the cells that are joined with this one, as `H12:H14`
    sent: bool = False  # the workbook went out with such a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row under the headings. `id` is what its hidden cell says; empty where it says nothing.

    `locked` are the texts of the columns that only tell, by key; `cells` what was typed in those
    that are open. `own` is a row for an activity of the unit's own: more columns are open there.
    `changed` are those of `locked` that the workbook did not go out with, as far as it knows.
    `sheet` is empty but where the row stands on a copy of the answer sheet.
    """

    number: int  # as in Excel
    id: str = ""
    locked: Mapping[str, str]
    cells: tuple[Cell, ...] = ()
    own: bool = False
    hidden: bool = False  # out of sight, by hand or by a filter
    sheet: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """Something typed where no answer belongs: beside the columns, on another sheet.

    `heading` is what the row of headings says over it, on the answer sheet; else empty.
    """

    sheet: str
    at: str
    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One workbook. `identity` is None where it does not say which it is.

    `heading_row` is counted as in Excel, 0 where the columns are known by their names alone.
    `facts` are those of its head, by key; `columns` the letters of those that were found, by the
    layout's key. `notices` are English source strings with their places, on what was found
    otherwise than it was sent and read all the same.
    """

    sheet: str  # the name of the answer sheet as it is now
    identity: Identity | None
    facts: Mapping[str, str]
    rows: tuple[Row, ...]
    heading_row: int = 0
    stray: tuple[Stray, ...] = ()
    notices: tuple[tuple[str, Mapping[str, str]], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """How many answer cells are filled: each is accounted for."""
        return sum(len(row.cells) for row in self.rows) + len(self.stray)

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        rows = [
            {**_fields(row), "cells": [_fields(cell) for cell in row.cells]} for row in self.rows
        ]
        return {
            **_fields(self),
            "identity": asdict(self.identity) if self.identity else None,
            "rows": rows,
            "stray": [_fields(one) for one in self.stray],
        }


def _fields(one: Any) -> dict[str, Any]:
    """The fields of a dataclass as they are: copying them takes longer than reading the file."""
    return {name: getattr(one, name) for name in one.__slots__}


def from_json(value: Mapping[str, Any]) -> Returned:
    """What `to_json` wrote."""
    identity = value["identity"]
    return Returned(
        sheet=value["sheet"],
        identity=Identity(**identity) if identity else None,
        facts=value["facts"],
        rows=tuple(
            Row(
                **{
                    **row,
                    "cells": tuple(Cell(**cell) for cell in row["cells"]),
                    "changed": tuple(row["changed"]),
                }
            )
            for row in value["rows"]
        ),
        heading_row=value["heading_row"],
        stray=tuple(Stray(**one) for one in value["stray"]),
        notices=tuple((template, places) for template, places in value["notices"]),
        columns=value["columns"],
    )
