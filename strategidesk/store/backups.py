"""Dated backups that make themselves: the last ten, then one a day, then one a week."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.errors import UserError
from strategidesk.language import tr
from strategidesk.store.atomic import replacing
from strategidesk.store.hashes import check_hashes
from strategidesk.store.local import local_folder
from strategidesk.store.sqlite import journal, rows
from strategidesk.store.troubles import explained

if TYPE_CHECKING:
    from strategidesk.store.file import StrategyFile

LAST = 10
DAYS = 14
WEEKS = 52
PAUSE = timedelta(minutes=10)  # least time between two that are not asked for
_FOLDER = "STRATEGIDESK_BACKUPS"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_ENDING = ".strategi"


@dataclass(frozen=True, order=True)
class Backup:
    """One backup; `at` is UTC."""

    at: datetime
    path: Path

    @property
    def name(self) -> str:
        """What a person writes to choose it."""
        return self.path.stem


def folder(path: Path) -> Path:
    """Where the backups of a strategy file lie: on this computer, apart from the file."""
    return local_folder(path, "backups", os.environ.get(_FOLDER))


def listed(path: Path) -> list[Backup]:
    """The backups of a strategy file, newest first."""
    found = []
    with suppress(FileNotFoundError):
        for file in folder(path).glob(f"*{_ENDING}"):
            with suppress(ValueError):
                at = datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC)
                found.append(Backup(at, file))
    return sorted(found, reverse=True)


def keep(file: "StrategyFile", always: bool = False) -> Backup | None:
    """Back the file up, unless the newest backup is fresh; old ones are thinned out.

    Raises Damaged, and keeps all that is there, where the file's hashes do not hold.
    """
    now = datetime.now(UTC)
    newest = next(iter(listed(file.path)), None)
    if newest and not always and timedelta(0) <= now - newest.at < PAUSE:
        return None
    check(file)
    return _keep(file, now)


def keep_as_opened(file: "StrategyFile") -> Backup | None:
    """Back up a file whose content has been checked, unless the newest backup holds all of it."""
    newest = next(iter(listed(file.path)), None)
    if newest and _changes(file.path) == _changes(newest.path):
        return None
    return _keep(file, datetime.now(UTC))


def keep_whole(file: "StrategyFile") -> Backup | None:
    """As `keep_as_opened`, of a file whose content has not been checked. Raises Damaged."""
    check(file)
    return keep_as_opened(file)


def _changes(path: Path) -> int:
    """How many changes a file holds; they are never removed from one. -1: it cannot be read."""
    try:
        return int(rows(path, 'SELECT count(*) FROM "revision"')[0][0])
    except UserError:
        return -1


def _keep(file: "StrategyFile", now: datetime) -> Backup:
    home = folder(file.path)
    with explained(home):
        home.mkdir(parents=True, exist_ok=True)
    target = home / f"{now.strftime(_STAMP)}{_ENDING}"
    file.copy(target, drafts=True)
    thin_out(file.path, now)
    return Backup(now, target)


def check(file: "StrategyFile") -> None:
    """Raise Damaged where a file's content is not what was written."""
    with file.reading() as connection:
        check_hashes(connection, file.path)


def thin_out(path: Path, now: datetime) -> None:
    """Remove the backups that need not be kept any more."""
    there = listed(path)
    kept = kept_of((backup.at for backup in there), now)
    for backup in there:
        if backup.at not in kept:
            with suppress(OSError):
                backup.path.unlink()


def kept_of(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups are kept: the last ten, the last of each day, then of each week."""
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:LAST])
    days: set[object] = set()
    weeks: set[object] = set()
    for moment in newest_first:
        age = now - moment
        day, week = moment.date(), moment.isocalendar()[:2]
        if age <= timedelta(days=DAYS) and day not in days:
            days.add(day)
            kept.add(moment)
        if age <= timedelta(weeks=WEEKS) and week not in weeks:
            weeks.add(week)
            kept.add(moment)
    return kept


def chosen(path: Path, name: str) -> Backup:
    """The backup of that name, or the newest for `latest`. Raises UserError where none is."""
    there = listed(path)
    for backup in there:
        if name in ("latest", backup.name):
            return backup
    raise UserError(
        'There is no backup "{name}" of {path}. List them with: strategidesk backup {path} --list',
        name=name,
        path=path,
    )


def restore(path: Path, backup: Backup) -> Path | None:
    """Put a backup in the file's place. What stood there is kept beside it; returns where.

    So is the journal that a crash may have left: SQLite would play it back into the backup.
    """
    aside = _put_aside(path) if path.exists() else None
    try:
        _copy(backup.path, path, overwrite=True, without=journal(path))
    except UserError:
        if aside and path.exists() and not journal(aside).exists():
            with suppress(OSError):
                aside.unlink()
        raise
    return aside


def _put_aside(path: Path) -> Path:
    moment = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    name = tr("{name} before restoring {moment}", name=path.stem, moment=moment)
    aside = path.with_name(name + path.suffix)
    _copy(path, aside)
    if journal(path).exists():
        _copy(journal(path), journal(aside))
    return aside


def _copy(source: Path, target: Path, overwrite: bool = False, without: Path | None = None) -> None:
    """Copy a file; `without` is removed just before the target takes its place."""
    with replacing(target, overwrite) as work:
        with source.open("rb") as start, work.open("wb") as end:
            shutil.copyfileobj(start, end)
        if without:
            without.unlink(missing_ok=True)
