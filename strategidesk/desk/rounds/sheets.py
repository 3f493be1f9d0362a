"""Sending a round: a workbook for each unit and the texts of the mails, all of them or none."""

import datetime
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.desk.file_names import safe_name
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.rounds.mails import Mail, mail
from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import asked
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.store.atomic import EXISTS, claim, flush, flush_folder
from strategidesk.store.troubles import explained

if TYPE_CHECKING:
    from strategidesk.excel.sheets.matter import Matter

MAKING = mark("Making the sheets")
NOBODY = mark("No unit has activities to ask about. Give activities a responsible unit first.")
ENDING = ".xlsx"
LONGEST = 80  # letters of a unit's name in a file's name


@dataclass(frozen=True)
class Sheet:
    """One workbook to send: whose it is, where it lies, and the mail that goes with it."""

    unit: Id | None
    path: Path
    mail: Mail


@dataclass(frozen=True)
class SentRound:
    """The workbooks in the units' order, and the file with the texts of all mails."""

    folder: Path
    sheets: tuple[Sheet, ...]
    mails: Path


@dataclass(frozen=True, kw_only=True)
class Order:
    """How a round is sent. `units`: only these of those asked; empty: all."""

    units: tuple[Id | None, ...] = ()
    template: Path | None = None  # the municipality's own workbook
    today: str = ""  # the day of sending; empty: today


def receivers(strategy: Strategy, round: Round, order: Order) -> tuple[Id | None, ...]:
    """The units that get a workbook. Raises UserError where there is none."""
    found = tuple(unit for unit in asked(strategy, round) if unit in (order.units or (unit,)))
    found += tuple(unit for unit in order.units if unit not in found and unit is not None)
    if not found:
        raise UserError(NOBODY)
    return found


def targets(folder: Path, names: Mapping[Id | None, str], title: str) -> dict[Id | None, Path]:
    """Where each unit's workbook will lie: all names different, and such as every system takes."""
    taken: set[str] = set()
    found = {}
    for unit, name in names.items():
        stem = " - ".join(filter(None, (safe_name(title), safe_name(name, LONGEST))))
        for number in count(1):
            target = f"{stem} {number}{ENDING}" if number > 1 else f"{stem}{ENDING}"
            if target.casefold() not in taken:
                break
        taken.add(target.casefold())
        found[unit] = folder / target
    return found


def paths_of(matter: "Matter", folder: Path, units: Sequence[Id | None]) -> dict[Id | None, Path]:
    """Where the workbooks of these units will lie."""
    return targets(folder, {unit: matter.unit_label(unit) for unit in units}, matter.title)


def _require_free(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.exists():
            raise UserError(EXISTS, path=path)


def _free(folder: Path, stem: str) -> Path:
    """Where the texts of the mails will lie: a number behind the name that earlier ones have."""
    names = (f"{stem} {number}.txt" if number > 1 else f"{stem}.txt" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


@contextmanager
def _staged(folder: Path) -> Iterator[Path]:
    """A folder of the work's own, inside the one that is asked for; gone when the block ends.

    The folder itself goes too where it was made for this and nothing came into it.
    """
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".", suffix=".tmp", dir=folder))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()  # only where it is empty


def _publish(work: Path, paths: Sequence[Path]) -> None:
    """Give all files their names; where one is taken meanwhile, none of them."""
    given: list[Path] = []
    try:
        for path in paths:
            claim(work / path.name, path)
            given.append(path)
    except BaseException:
        for path in given:
            with suppress(OSError):
                path.unlink()
        raise
    flush_folder(paths[0].parent)


def sending(
    strategy: Strategy, round: Round, folder: Path, order: Order | None = None
) -> Job[SentRound]:
    """Make the workbooks of a round in a folder, which is made where it is not there.

    A file that is there already is never overwritten: it may hold answers. Raises UserError for
    that, for a round that asks nobody and for a template that does not serve; then nothing is made.
    """
    from strategidesk.excel.sheets.matter import Matter
    from strategidesk.excel.sheets.workbook import writer

    order = order or Order()
    matter = Matter(strategy, round, order.today or datetime.date.today().isoformat())
    paths = paths_of(matter, folder, receivers(strategy, round, order))
    mails = _free(folder, safe_name(wording().text("mails.file", title=matter.title)))
    _require_free(tuple(paths.values()))
    sheets = tuple(
        Sheet(unit, path, mail(strategy, round, unit, path.name)) for unit, path in paths.items()
    )
    write = writer(matter, order.template)
    yield Progress(0, len(sheets), MAKING)
    with explained(folder), _staged(folder) as work:
        for done, sheet in enumerate(sheets, 1):
            write(sheet.unit, work / sheet.path.name)
            flush(work / sheet.path.name)
            yield Progress(done, len(sheets), MAKING)
        text = f"\n\n{'-' * 60}\n\n".join(str(sheet.mail) for sheet in sheets)
        (work / mails.name).write_text(f"\ufeff{text}\n", encoding="utf-8", newline="\r\n")
        flush(work / mails.name)
        _publish(work, [*paths.values(), mails])
    return SentRound(folder, sheets, mails)
