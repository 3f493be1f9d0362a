"""The work on answers that is done on workers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Judgment
from strategidesk.desk.answers.reading import raw
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.taking import TakeAnswers
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job, Progress
from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark
from strategidesk.model.strategy import Strategy

TAKING = mark("Taking in the answers")
Read = tuple[tuple[Received, ...], Judgment]


def reading(strategy: Strategy, before: Sequence[Received], paths: Sequence[Path]) -> Job[Read]:
    """Reads files, and judges them with those that were read before; one that was read before is
    as it is now."""
    more = yield from raw(paths)
    fresh = {one.path for one in more}
    files = (*(one for one in before if one.path not in fresh), *more)
    return files, judge(strategy, files, date.today().isoformat())


def judging(strategy: Strategy, files: Sequence[Received]) -> Job[Read]:
    """Judges files anew that were read before."""
    yield Progress(0, 1, mark("Looking at the answers"))
    return tuple(files), judge(strategy, files, date.today().isoformat())


def taking_in(desk: Desk, command: TakeAnswers) -> Job[ChangeSet]:
    """Does the command on a worker; the desk's owner is the one to tell."""
    yield Progress(0, 1, TAKING)
    return desk.write(command)
