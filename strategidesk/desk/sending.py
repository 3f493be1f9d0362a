"""Working copies for the members: a file for each, named after the strategy and the person."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.desk.file_names import safe_name
from strategidesk.desk.jobs import Job, Progress
from strategidesk.language import mark
from strategidesk.store.troubles import explained

if TYPE_CHECKING:
    from strategidesk.desk.desk import Desk

COPYING = mark("Making the copies")
ENDING = ".strategi"


@dataclass(frozen=True)
class Sent:
    """The copies that were made, in the order of the people."""

    folder: Path
    paths: tuple[Path, ...]


def common_name(path: Path, people: Sequence[str]) -> str:
    """What the copies of a file are called before the person's name: as the file, without the name
    of the person whose copy it is."""
    for person in people:
        own = f", {safe_name(person)}"
        if person and path.stem.endswith(own) and path.stem != own:
            return path.stem.removesuffix(own)
    return path.stem


def targets(folder: Path, name: str, people: Sequence[str]) -> tuple[Path, ...]:
    """Where the copies will lie; a number behind a name that is taken, by a file or by another."""
    taken: set[str] = set()
    found = []
    for person in people:
        stem = ", ".join(part for part in (safe_name(name), safe_name(person)) if part)
        for number in count(1):
            target = folder / (f"{stem} {number}{ENDING}" if number > 1 else f"{stem}{ENDING}")
            if target.name.casefold() not in taken and not os.path.exists(target):
                break
        taken.add(target.name.casefold())
        found.append(target)
    return tuple(found)


def sending(desk: "Desk", folder: Path, people: Sequence[str]) -> Job[Sent]:
    """Make a copy for each of these people, all of them or none. The folder is made where it is
    not there. What is being typed is not in them: it is made changes first.

    Raises UserError where the disk does not take them.
    """
    made: list[Path] = []
    name = common_name(desk.path, [desk.author, *(m.name for m in desk.strategy.members)])
    with explained(folder):
        folder.mkdir(exist_ok=True)
    try:
        for done, target in enumerate(targets(folder, name, people)):
            yield Progress(done, len(people), COPYING)
            desk.file.copy(target)
            made.append(target)
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink()
        raise
    return Sent(folder, tuple(made))
