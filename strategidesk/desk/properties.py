"""What there is to say of a strategy file as a file."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.looking_back import Log
from strategidesk.history.log import Wanted
from strategidesk.language import mark
from strategidesk.store import backups

READING = mark("Reading the file")
CHECKING = mark("Checking the file")


@dataclass(frozen=True, slots=True)
class Properties:
    """Facts of a file; the backup is that of this computer, None where there is none."""

    path: Path
    size: int  # bytes
    changes: int
    authors: tuple[str, ...]
    created: date | None
    backup: datetime | None


def properties(desk: Desk) -> Job[Properties]:
    """Read them; a file with very many changes takes a while."""
    yield Progress(0, 0, READING)
    days = Log(desk.file).days(Wanted())
    kept = backups.listed(desk.path)
    return Properties(
        desk.path,
        desk.path.stat().st_size,
        days.count,
        days.authors,
        days.days[-1].date if days.days else None,
        kept[0].at if kept else None,
    )


def check(desk: Desk) -> Job[int]:
    """Compare everything in the file that can be compared with something else; how many places do
    not hold."""
    wrong = 0
    yield Progress(0, 0, CHECKING)
    for _finding in desk.verify():
        wrong += 1
        yield Progress(0, 0, CHECKING)
    return wrong
