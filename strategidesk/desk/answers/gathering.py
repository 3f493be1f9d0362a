"""Which files are read where files and folders are given."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from strategidesk.desk.answers.received import Received
from strategidesk.errors import UserError
from strategidesk.language import mark

# what sheets come back as, and what the guard refuses with a word on how to save them
ENDINGS = frozenset({
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt",
    ".ods", ".ots", ".fods", ".sxc", ".numbers", ".csv", ".tsv",
})  # fmt: skip
_NOT_SHEETS = ("~$", ".")  # locks of Office and LibreOffice, and what is hidden
_NONE_THERE = mark("No Excel sheets lie in the folder {path}. Choose the folder they are in.")
_CLOSED = mark("The folder {path} cannot be opened. Check that it can be reached and try again.")


def gathered(paths: Sequence[Path]) -> list[Received]:
    """The files to read, each once; of a folder the sheets that lie in it, by name.

    A folder that holds none, or cannot be opened, stands for itself with its trouble.
    """
    found: dict[str, Received] = {}
    for path in paths:
        for one in _within(path) if os.path.isdir(path) else (Received(path),):
            found.setdefault(known_as(one.path), one)
    return list(found.values())


def _within(folder: Path) -> Iterator[Received]:
    try:
        names = [path for path in folder.iterdir() if _is_sheet(path)]
    except OSError:
        yield Received(folder, trouble=UserError(_CLOSED, path=folder))
        return
    if not names:
        yield Received(folder, trouble=UserError(_NONE_THERE, path=folder))
    yield from map(Received, sorted(names, key=lambda path: (path.name.casefold(), path.name)))


def _is_sheet(path: Path) -> bool:
    named = path.suffix.casefold() in ENDINGS and not path.name.startswith(_NOT_SHEETS)
    return named and os.path.isfile(path)  # which never raises


def known_as(path: Path) -> str:
    """What a file is known as: the same for every way to it."""
    return os.path.normcase(os.path.realpath(path))
