"""Safe copies of a strategy file: made, listed, put back."""

from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk.desk import tables_of
from strategidesk.errors import UserError
from strategidesk.model.schema import STANDARD
from strategidesk.store import backups as store
from strategidesk.store.backups import Backup, listed
from strategidesk.store.file import StrategyFile
from strategidesk.store.lock import Lock

__all__ = ["Backup", "listed", "make", "restore", "whole"]


def whole(path: Path) -> Iterator[Backup]:
    """The backups of a strategy file whose content is what was written, newest first."""
    for backup in listed(path):
        try:
            with StrategyFile.open(backup.path, tables_of(STANDARD)) as file:
                store.check(file)
        except UserError:
            continue
        yield backup


def make(path: Path, target: Path | None = None) -> Path:
    """A safe copy at the target, or among the file's dated backups; returns where.

    Raises UserError for a target that is taken, and Damaged for a file whose content is.
    """
    with StrategyFile.open(path, tables_of(STANDARD)) as file:
        if target is None:
            kept = store.keep(file, always=True)
            assert kept is not None
            return kept.path
        store.check(file)
        file.copy(target, drafts=True)
        return target


def restore(path: Path, name: str, person: str = "StrategiDesk") -> Path | None:
    """Put the backup of that name (`latest`: the newest) in the file's place.

    Returns where what stood there before is kept. Raises FileIsOpen where somebody has it open.
    """
    backup = store.chosen(path, name)
    lock = Lock(path, person)
    try:
        return store.restore(path, backup)
    finally:
        lock.release()
