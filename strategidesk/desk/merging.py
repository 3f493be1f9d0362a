"""Putting received copies together with an open strategy: window and command line alike.

First every copy is looked at, then all that is new is taken in one transaction. A received file is
read only.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.loading import load
from strategidesk.history.log import size
from strategidesk.history.pulling import News, Unwhole, changes_of, news, take
from strategidesk.history.refreshing import with_echoes
from strategidesk.history.reviewing import count
from strategidesk.language import mark
from strategidesk.model.strategy import Strategy
from strategidesk.store.header import EMPTY
from strategidesk.store.lock import holder
from strategidesk.store.received import identity, received
from strategidesk.store.troubles import Damaged

if TYPE_CHECKING:
    from strategidesk.desk.desk import Desk

LOOKING, TAKING = mark("Reading the copies"), mark("Merging the copies")
DAMAGED_COPY = mark(
    "The copy {path} is damaged or incomplete. Nothing of it has been merged. Ask for it once more."
)
ITSELF = mark("{path} is the strategy that is open. Choose the copies.")
EMPTY_COPY = mark("The copy {path} is empty. Ask for it once more.")


class OtherStrategy(UserError):
    """The copy belongs to another strategy."""


@dataclass(frozen=True)
class Copy:
    """One received file and what came of it.

    `trouble` says why it was refused; `open_at` who has it open, so that what is not saved there
    is not in it. `authors` counts the changes that neither the file nor the copies before this one
    had, by author, and `versions` the versions; `alike` says that the copy holds as much as the file
    held.
    """

    path: Path
    authors: dict[str, int] = field(default_factory=dict)
    trouble: UserError | None = None
    open_at: str = ""
    alike: bool = False
    versions: int = 0

    @property
    def count(self) -> int:
        """How many changes in it were new."""
        return sum(self.authors.values())


@dataclass(frozen=True)
class Merged:
    """What came of a merge. `changes` is what views need; `behind` the number of changes that the
    file held before (strategidesk.history.log.Wanted); `before` and `after` are the strategy;
    `waiting` the number of things that wait for a person now."""

    copies: tuple[Copy, ...]
    changes: ChangeSet
    authors: dict[str, int]
    behind: int
    before: Strategy
    after: Strategy
    waiting: int = 0

    @property
    def count(self) -> int:
        """How many changes were new."""
        return sum(self.authors.values())

    @property
    def versions(self) -> int:
        """How many adopted or named versions were new."""
        return sum(copy.versions for copy in self.copies)

    @property
    def refused(self) -> tuple[Copy, ...]:
        """The copies that were left out."""
        return tuple(copy for copy in self.copies if copy.trouble)


def merging(desk: "Desk", paths: Sequence[Path], whole: bool = False) -> Job[Merged]:
    """Merge received copies. One that is refused stops nobody else, unless `whole`: then nothing
    is taken and its UserError is raised.

    The desk's owner calls `desk.accept` with the result.
    """
    total = len(paths) + 1
    copies: list[Copy] = []
    found = News()
    for done, path in enumerate(paths):
        yield Progress(done, total, LOOKING)
        try:
            new, alike = _look(desk, path)
        except UserError as trouble:
            if whole:
                raise
            copies.append(Copy(path, trouble=trouble))
            continue
        opened = holder(path)
        more = found.joined(new)
        person = opened.person if opened else ""
        versions = more.versions - found.versions
        copies.append(Copy(path, _added(found, more), None, person, alike, versions))
        found = more
    yield Progress(len(paths), total, TAKING)
    return _take(desk, tuple(copies), found)


def _added(found: News, more: News) -> dict[str, int]:
    """How many changes of each author there are in the one beyond the other, most first."""
    known = found.authors
    counts = {name: count - known.get(name, 0) for name, count in more.authors.items()}
    added = {name: count for name, count in counts.items() if count}
    return dict(sorted(added.items(), key=lambda pair: -pair[1]))


def _look(desk: "Desk", path: Path) -> tuple[News, bool]:
    """What is new in a copy, and whether it holds as much as the file."""
    if path.exists() and desk.path.exists() and path.samefile(desk.path):
        raise UserError(ITSELF, path=path)
    try:
        with received(path, desk.file.tables) as theirs:
            id, title = identity(theirs)
            if id != desk.strategy.card.id:
                raise OtherStrategy(
                    "The copy belongs to another strategy, ”{title}”. Nothing has been merged.",
                    title=title or path.stem,
                )
            with desk.file.reading() as mine:
                return news(mine, theirs), size(mine) == size(theirs)
    except Unwhole:
        raise Unwhole(DAMAGED_COPY, path=path) from None
    except UserError as trouble:
        if trouble.places.get("path") != path:  # it is about the file itself
            raise
        if isinstance(trouble, Damaged):
            raise Unwhole(DAMAGED_COPY, path=path) from None
        if trouble.template == EMPTY:
            raise UserError(EMPTY_COPY, path=path) from None
        raise


def _take(desk: "Desk", copies: tuple[Copy, ...], found: News) -> Merged:
    before = desk.strategy
    if not found:
        return Merged(copies, ChangeSet(), {}, 0, before, before)
    desk.back_up_whole()
    with desk.file.writing() as connection:
        behind = size(connection)
        take(connection, desk.file.tables, found)
        after = load(connection, desk.file.tables)
        waiting = count(connection, desk.file.tables)
    changes = with_echoes(changes_of(found, before, after), before, after)
    return Merged(copies, changes, found.authors, behind, before, after, waiting)
