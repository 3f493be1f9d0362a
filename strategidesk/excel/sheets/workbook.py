"""One unit's workbook, whole."""

import datetime
from collections.abc import Callable
from pathlib import Path

from strategidesk.excel.sheets.answer_sheet import AnswerSheet
from strategidesk.excel.sheets.instructions import write_instructions
from strategidesk.excel.sheets.looks import RoundBook
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.telling import write_earlier, write_indicators
from strategidesk.excel.sheets.underlay import write_underlay
from strategidesk.model.fields import Id
from strategidesk.model.rounds import FOLLOW_UP


def workbook(matter: Matter, unit: Id | None) -> bytes:
    """The file that goes to a unit; to None what no unit answers for."""
    book = RoundBook()
    write_instructions(book, matter, unit)
    AnswerSheet(book, matter, unit).write()
    if matter.round.kind == FOLLOW_UP:
        write_indicators(book, matter)
    write_earlier(book, matter, unit)
    write_underlay(book, matter, unit)
    card = matter.strategy.card
    book.file.set_properties(
        {
            "title": f"{matter.title} – {matter.unit_label(unit)}",
            "subject": matter.plan_title,
            "company": card.municipality,
            "author": card.municipality,
            "created": datetime.datetime.fromisoformat(matter.today),
        }
    )
    return book.data()


def writer(matter: Matter, template: Path | None = None) -> Callable[[Id | None, Path], None]:
    """What writes a unit's workbook to a path: a new one, or a municipality's own filled in.

    Raises UserError for a template that does not serve, before anything is written.
    """
    if template is None:
        return lambda unit, out: _write(workbook(matter, unit), out)
    from strategidesk.excel.sheets.own_workbook import OwnWorkbook

    return OwnWorkbook(matter, template).write


def _write(data: bytes, out: Path) -> None:
    out.write_bytes(data)
