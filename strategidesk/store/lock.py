"""Who has a strategy file open: a visible file beside it that people can read too."""

import json
import os
import platform
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import psutil

from strategidesk.errors import UserError
from strategidesk.store.troubles import explained

OPEN_ELSEWHERE = (
    "The file is open at {person} on {computer} since {since}. You can read it, "
    "or work in a copy of your own and merge it later."
)


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
        except psutil.NoSuchProcess:
            return False
        except psutil.Error:
            return True


def lock_path(path: Path) -> Path:
    """The lock file of a strategy file."""
    return path.with_name(path.name + ".lock")


def holder(path: Path) -> Holder | None:
    """Who holds the file; None where nobody does or the holder is gone."""
    try:
        found = Holder(**json.loads(lock_path(path).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return None  # torn by a crash: a lock is written whole or not at all
    return found if found.alive() else None


class Lock:
    """Held from construction to `release`. Raises FileIsOpen where somebody else has it."""

    def __init__(self, path: Path, person: str, take_over: bool = False) -> None:
        """`take_over` takes the lock even from a living holder on another computer."""
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
            self._take(path, take_over)

    def _take(self, path: Path, take_over: bool) -> None:
        work = self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}.tmp")
        try:
            work.write_text(self._mine, encoding="utf-8")
            for _ in range(3):
                if self._claim(work):
                    return
                found = holder(path)
                if found is not None and not take_over:
                    raise FileIsOpen(
                        OPEN_ELSEWHERE,
                        person=found.person,
                        computer=found.computer,
                        since=local_time(found.since),
                    )
                self._path.unlink(missing_ok=True)
            raise FileIsOpen(OPEN_ELSEWHERE, person="?", computer="?", since="?")
        finally:
            with suppress(OSError):
                work.unlink(missing_ok=True)

    def _claim(self, work: Path) -> bool:
        try:
            os.link(work, self._path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            try:
                with self._path.open("x", encoding="utf-8") as file:
                    file.write(self._mine)
            except FileExistsError:
                return False
        return True

    def release(self) -> None:
        """Give the file free, unless somebody has taken the lock over."""
        with suppress(OSError):
            if self._path.read_text(encoding="utf-8") == self._mine:
                self._path.unlink(missing_ok=True)


def local_time(moment: str) -> str:
    """An ISO moment as people here read it: the clock today, else the day and the clock."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return moment
    today = local.date() == datetime.now().astimezone().date()
    return local.strftime("%H.%M" if today else "%Y-%m-%d %H.%M")
