"""The command followup read: the answers that came back."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from strategidesk.cli.arguments import account
from strategidesk.cli.history import short
from strategidesk.cli.merging import NEEDS_PERSON, WAITING
from strategidesk.cli.progress import shown
from strategidesk.desk.answers.gathering import gathered, known_as
from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.reading import reading
from strategidesk.desk.answers.report import as_text
from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.store.atomic import replacing

_SIGNS = {Verdict.ASKED: "?", Verdict.REFUSED: "-"}
_BECAME = {
    Verdict.TAKEN: mark("{n} taken in"),
    Verdict.SAME: mark("{n} as it stood"),
    Verdict.ASKED: mark("{n} asked about"),
    Verdict.REFUSED: mark("{n} not taken in"),
}


def read(options: Namespace) -> int:
    """Reads sheets, tells what becomes of them and takes them in. The report is written even where
    nothing else is."""
    if options.report:
        _require_apart(options.report, (options.file, *options.sheets))
    author = None if options.dry_run else options.author or account()
    with Desk.open(options.file, author) as desk:
        with shown() as told:
            today = date.today().isoformat()
            judgment = finish(reading(options.sheets, desk.strategy, today), told)
        with _reported(judgment, options.report):
            command = taking(judgment, desk.author) if author else None
            if command:
                desk.run(command)
        waiting = 0 if options.dry_run else len(desk.review())
        if desk.backup_trouble:
            print(f"strategidesk: {desk.backup_trouble}", file=sys.stderr)
    _require_one(judgment)
    for line in _lines(judgment):
        print(line)
    if options.dry_run:
        print(tr("Nothing was written into {path}.", path=options.file))
    elif waiting:
        print(tr(WAITING, n=waiting))
    return NEEDS_PERSON if _needs_person(judgment) else 0


def _require_apart(report: Path, read: tuple[Path, ...]) -> None:
    """The report takes the place of nothing that is read."""
    if known_as(report) in {known_as(one.path) for one in gathered(read)}:
        raise UserError("{path} is what is read. Choose another name for the report.", path=report)


def _require_one(judgment: Judgment) -> None:
    """Raises UserError where every file is refused; where there are several, each is told."""
    troubles = [_trouble(sheet) for sheet in judgment.sheets]
    if not all(troubles):
        return
    if len(troubles) == 1:
        raise UserError("{what}", what=troubles[0])
    for sheet in judgment.sheets:
        print(f"{sheet.path}: {_about(sheet)}")
    raise UserError("None of the {n} files was taken in. Nothing was changed.", n=len(troubles))


def _trouble(sheet: SheetReport) -> str:
    """Why nothing of a file is taken; empty where something may be."""
    return str(sheet.trouble or sheet.refused or "")


@contextmanager
def _reported(judgment: Judgment, path: Path | None) -> Iterator[None]:
    """The report stands in its file when the block has succeeded, and not before."""
    if path is None:
        yield
        return
    with replacing(path) as work:
        work.write_text(as_text(judgment), encoding="utf-8")
        yield


def _lines(judgment: Judgment) -> Iterator[str]:
    for sheet in judgment.sheets:
        yield f"{sheet.path}: {_about(sheet)}"
        yield from (f"    {notice}" for notice in sheet.notices)
        for outcome in () if sheet.refused else sheet.outcomes:
            if outcome.verdict in _SIGNS:
                yield f"  {_SIGNS[outcome.verdict]} {_cell(outcome)}"
    yield tr("In all: {counts}", counts=_counts(judgment))


def _about(sheet: SheetReport) -> str:
    """Whose it is and what has come of it, on one line."""
    if sheet.trouble:
        return " ".join(str(sheet.trouble).split())
    said = [sheet.unit_name or tr("Without a unit"), sheet.period, _counts(sheet)]
    line = ", ".join(one for one in said if one)
    more = sheet.refused or sheet.already
    return f"{line}. {more}" if more else line


def _counts(one: Judgment | SheetReport) -> str:
    """How many cells were filled, and what became of them; what none became is left out."""
    filled = tr("{n} filled in", n=one.filled)
    became = [tr(_BECAME[verdict], n=n) for verdict, n in one.counts.items() if n]
    return f"{filled}: {', '.join(became)}" if became else filled


def _cell(outcome: Outcome) -> str:
    """Where it stands, what was typed and why a person must look at it."""
    about = " · ".join(one for one in (outcome.title, outcome.heading) if one)
    where = f"{outcome.sheet}!{outcome.at} {about}".rstrip()
    typed = f"”{short(outcome.typed)}” " if outcome.typed else ""
    line = f"{where}: {typed}{' '.join(map(str, outcome.why))}".rstrip()
    choices = ", ".join(short(one.label) for one in outcome.choices)
    return f"{line} ({choices})" if choices else line


def _needs_person(judgment: Judgment) -> bool:
    return any(
        _trouble(sheet) or any(outcome.verdict in _SIGNS for outcome in sheet.outcomes)
        for sheet in judgment.sheets
    )
