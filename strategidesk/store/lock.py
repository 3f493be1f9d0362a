"""Who has a strategy file open: a visible file beside it that people can read too."""

import json
import os
import platform
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil

from strategidesk.errors import UserError
from strategidesk.store import sqlite
from strategidesk.store.troubles import Damaged, explained

OPEN_ELSEWHERE = (
    "The file is open at {person} on {computer} since {since}. You can read it, "
    "or work in a copy of your own and merge it later."
)


_held: set[Path] = set()  # by this process; what it could not remove any more is not held


class FileIsOpen(UserError):
    """Somebody else has the file open for writing."""


@dataclass(frozen=True)
class Holder:
    """Who holds a lock; `since` in ISO 8601 UTC, `started` the process' start in epoch seconds."""

    person: str
    computer: str
    since: str
    pid: int
    started: float

    def alive(self) -> bool:
        """Whether the holder may still be at work; False only where that is certain."""
        if self.computer != platform.node():
            return True
        try:
            return abs(psutil.Process(self.pid).create_time() - self.started) < 2
        except (psutil.NoSuchProcess, ValueError):
            return False
        except psutil.Error:
            return True


def lock_path(path: Path) -> Path:
    """The lock file of a strategy file."""
    return path.with_name(path.name + ".lock")


def holder(path: Path) -> Holder | None:
    """Who holds the file; None where nobody does or the holder is gone."""
    return _living(lock_path(path))


def _living(lock: Path) -> Holder | None:
    try:
        found = _holder_in(json.loads(lock.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError):
        return None  # torn by a crash: a lock is written whole or not at all
    if found is None or not found.alive():
        return None
    own = found.pid == os.getpid() and found.computer == platform.node()
    return None if own and lock.absolute() not in _held else found


def _holder_in(content: Any) -> Holder | None:
    """The holder that a lock file names; what a newer program may have added is left out."""
    try:
        found = Holder(*(content[field.name] for field in fields(Holder)))
    except (KeyError, TypeError):
        return None
    texts = (found.person, found.computer, found.since)
    numbers = isinstance(found.pid, int) and isinstance(found.started, int | float)
    return found if numbers and all(isinstance(text, str) for text in texts) else None


class Lock:
    """Held from construction to `release`. Raises FileIsOpen where somebody else has it.

    The lock file changes hands only while nobody else writes to the strategy file, as SQLite
    sees to on each system: of two who want it, one gets it.
    """

    def __init__(self, path: Path, person: str, take_over: bool = False) -> None:
        """`take_over` takes the lock even from a living holder on another computer."""
        self._file = path
        self._path = lock_path(path)
        self._mine = json.dumps(
            asdict(
                Holder(
                    person,
                    platform.node(),
                    datetime.now(UTC).isoformat(timespec="seconds"),
                    os.getpid(),
                    psutil.Process().create_time(),
                )
            ),
            ensure_ascii=False,
        )
        with explained(path):
            if not take_over:
                self._require_free()
            with _alone(path):
                if not take_over:
                    self._require_free()
                self._put()

    def keep(self) -> None:
        """Make sure, inside a transaction, that the lock is still held.

        Raises FileIsOpen where somebody has taken it over; a lock that was removed is put back.
        """
        with explained(self._file):
            if not self._is_mine():
                self._require_free()
                self._put()

    def release(self) -> None:
        """Give the file free, unless somebody has taken the lock over."""
        _held.discard(self._path.absolute())
        with suppress(OSError):
            if not self._is_mine():
                return
            try:
                with _alone(self._file):
                    self._remove()
            except UserError:  # the strategy file itself is gone or does not answer
                self._remove()

    def _require_free(self) -> None:
        found = _living(self._path)
        if found is not None:
            raise FileIsOpen(
                OPEN_ELSEWHERE,
                person=found.person,
                computer=found.computer,
                since=local_time(found.since),
            )

    def _put(self) -> None:
        work = self._path.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            work.write_text(self._mine, encoding="utf-8")
            os.replace(work, self._path)
            _held.add(self._path.absolute())
        finally:
            with suppress(OSError):
                work.unlink(missing_ok=True)

    def _remove(self) -> None:
        with suppress(OSError):
            if self._is_mine():
                self._path.unlink()

    def _is_mine(self) -> bool:
        try:
            return self._path.read_text(encoding="utf-8") == self._mine
        except (FileNotFoundError, UnicodeDecodeError):
            return False


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """As `sqlite.alone`. A file to be restored, missing or damaged, has no writer."""
    with ExitStack() as stack:
        if path.exists():
            with suppress(Damaged):
                stack.enter_context(sqlite.alone(path))
        yield


def local_time(moment: str) -> str:
    """An ISO moment as people here read it: the clock today, else the day and the clock."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    today = local.date() == datetime.now().astimezone().date()
    return local.strftime("%H.%M" if today else "%Y-%m-%d %H.%M")
