"""Reading what came back: each file in a process apart, then all of them judged together."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from strategidesk.desk.answers.gathering import gathered
from strategidesk.desk.answers.judging import judge
from strategidesk.desk.answers.outcomes import Judgment
from strategidesk.desk.answers.received import Received
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.excel.sheets.returned import from_json
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy

READING = mark("Reading the answers")
_MISSING = mark("There is no file {path}.")
_CLOSED = mark(
    "{path} cannot be opened. Close it in other programs, check that its folder can be reached, "
    "and read it in again."
)
_NOT_STARTED = mark(
    "The computer did not start what reads the sheets. Close other programs and try again."
)


def reading(
    paths: Sequence[Path], strategy: Strategy, day: str, round: Id | None = None
) -> Job[Judgment]:
    """What becomes of the answers in files and folders that are read on this day; nothing is
    written. With `round` sheets of other rounds are refused. As `raw` otherwise.
    """
    files = yield from raw(paths)
    return judge(strategy, files, day, round)


def raw(paths: Sequence[Path]) -> Job[tuple[Received, ...]]:
    """What files say, in the order given; of folders the sheets in them. Nothing is judged.

    A file that is refused or cannot be opened keeps nobody from the others. Closing the generator
    ends what is being read. Raises UserError where the computer lets nothing be read.
    """
    from strategidesk.excel.sheets.reading import read
    from strategidesk.guard.crew import Crew, Work
    from strategidesk.guard.wanted import ANSWERS

    files = gathered(paths)
    waiting = [place for place, one in enumerate(files) if one.trouble is None]
    done = 0
    yield Progress(done, len(waiting), READING)
    try:
        with Crew() as crew:
            for outcome in crew.each(Work(read, ANSWERS), [files[at].path for at in waiting]):
                if outcome is not None:
                    place, done = waiting[outcome.place], done + 1
                    files[place] = _come(files[place], outcome.value, outcome.trouble)
                yield Progress(done, len(waiting), READING)
    except OSError as error:  # those of a file are its own trouble
        raise UserError(_NOT_STARTED) from error
    return tuple(files)


def _come(file: Received, value: object, trouble: UserError | OSError | None) -> Received:
    if isinstance(value, dict):
        return replace(file, returned=from_json(value))
    if isinstance(trouble, OSError):
        sentence = _MISSING if isinstance(trouble, FileNotFoundError) else _CLOSED
        trouble = UserError(sentence, path=file.path)
    return replace(file, trouble=trouble)
