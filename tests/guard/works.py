"""What is done with files in processes apart, in tests."""

import os
import sys
from pathlib import Path
from typing import Any

from strategidesk.errors import UserError
from strategidesk.language import tr


def size(path: Path, *more: Any) -> Any:
    """The file's size and what was given besides."""
    return {"size": path.stat().st_size, "more": more, "noted": tr("a PDF")}


def spin(_path: Path) -> None:
    """Never ends."""
    while True:
        pass


def hoard(_path: Path) -> int:
    """Takes more and more memory."""
    held = []
    while True:
        held.append(bytearray(10_000_000))


def die(_path: Path) -> None:
    """As a library does that is led into the wild."""
    os.abort()


def stumble(path: Path) -> None:
    """A mistake in a library."""
    raise ZeroDivisionError(path.name)


def refuse(path: Path) -> None:
    raise UserError("{file} is empty. Ask who sent it for a new one.", file=path.name)


def miss(path: Path) -> int:
    return len((path.parent / "nowhere").read_bytes())


def write(path: Path) -> bool:
    """Tries to change the file and to leave another."""
    try:
        with path.open("r+b") as file:
            file.write(b"changed")
        (path.parent / "left").write_bytes(b"x" * 9)
    except OSError:
        return False
    return True


def chatter(path: Path) -> str:
    """A library that prints."""
    print("{}" * 99, flush=True)
    os.write(1, b"[]\n")
    return path.name


def who(_path: Path) -> int:
    return os.getpid()


def modules(_path: Path) -> list[str]:
    return list(sys.modules)


_kept: list[bytearray] = []


def keep(_path: Path) -> int:
    """A library that lets go of nothing."""
    _kept.append(bytearray(b"x" * 20_000_000))
    return os.getpid()
