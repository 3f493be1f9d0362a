"""Files that appear whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.store.troubles import TAKEN, Unreachable, explained

EXISTS = "{path} exists already and is not overwritten. Choose another name."


@contextmanager
def replacing(target: Path, overwrite: bool = True) -> Iterator[Path]:
    """A path beside the target to write to; the target takes its place when the block succeeds.

    The content is on the disk before the name changes. Raises UserError where the target must not
    be overwritten or the folder refuses; then nothing is left behind.
    """
    if not overwrite and target.exists():
        raise UserError(EXISTS, path=target)
    work = target.with_name(f".{secrets.token_hex(8)}.tmp")
    with explained(target):
        try:
            yield work
            flush(work)
            if overwrite:
                _replace(work, target)
            else:
                claim(work, target)
            flush_folder(target.parent)
        finally:
            for left in (work, work.with_name(work.name + "-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system can (not every share does)."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(work: Path, target: Path) -> None:
    try:
        os.replace(work, target)
    except PermissionError as error:
        if os.name == "nt" and target.is_file():  # the folder has just taken the work file
            raise Unreachable(TAKEN, path=target) from error
        raise


def claim(work: Path, target: Path) -> None:
    """Give a file its name unless somebody else has taken it in the meantime.

    Raises UserError where it is taken. `work` may be left: it is the caller's.
    """
    if os.name == "nt":
        os.rename(work, target)  # refuses a name that is taken
        return
    try:
        os.link(work, target)
    except FileExistsError:
        raise UserError(EXISTS, path=target) from None
    except (PermissionError, NotImplementedError, OSError) as error:
        if target.exists():
            raise UserError(EXISTS, path=target) from error
        os.replace(work, target)  # a file system without hard links
