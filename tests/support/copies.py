"""Working copies of a strategy as members write in them, and proof that nobody else does."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from strategidesk.desk import files
from strategidesk.desk.commands import Command
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import Merged, merging
from tests.support.desks import working
from tests.support.files import folder_content


def copy_of(path: Path, target: Path, author: str, *commands: Command) -> Path:
    """A working copy in which a member has done something."""
    target.parent.mkdir(exist_ok=True)
    files.copy(path, target)
    with working(target, author) as desk:
        for command in commands:
            desk.run(command)
    return target


def write_in(path: Path, author: str, *commands: Command) -> None:
    """What somebody writes in a file that lies there already."""
    with working(path, author) as desk:
        for command in commands:
            desk.run(command)


def merged(desk: Desk, *copies: Path) -> Merged:
    """Copies put together with an open strategy, as the window and the command line do it."""
    found = finish(merging(desk, copies))
    desk.accept(found)
    return found


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Nothing in the folder of received files comes, goes or changes a byte."""
    before = _hashes(folder)
    yield
    assert _hashes(folder) == before


def _hashes(folder: Path) -> dict[str, str]:
    found = folder_content(folder)
    return {name: hashlib.sha256(content).hexdigest() for name, content in found.items()}
