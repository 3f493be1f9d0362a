"""Several processes apart that read many received files, each as many as it comes to."""

import logging
import os
import queue
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from strategidesk.errors import UserError
from strategidesk.guard.children import Answers, Child, says_ready
from strategidesk.guard.sentences import Fault, refused
from strategidesk.guard.wanted import Wanted
from strategidesk.language import active

SECONDS = 30.0  # for one file: the largest that is let in takes ten on a slow computer
MEMORY = 700_000_000  # bytes over what the process takes by itself: the largest takes 500 MB
_LOOK = 0.05  # seconds between two looks at how they do
_MOST = 4  # processes; each takes some 60 MB
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with each file: `function(path, *arguments)`, after the guard has looked.

    The function stands on the first level of a module, which imports the libraries that it needs
    there. Arguments and result are what JSON knows. It raises UserError to refuse a file.
    """

    function: Callable[..., Any]
    wanted: Wanted
    arguments: Sequence[Any] = ()
    seconds: float = SECONDS
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has come of one file: a value, or why there is none."""

    place: int  # among those that were given
    path: Path
    value: Any = None
    trouble: UserError | OSError | None = None


class Crew:
    """Up to so many processes, started when there is work and ended with `with`.

    `held`: whether the system is asked to hold the limits too, where it can; watched they are
    anyway.
    """

    def __init__(self, size: int | None = None, *, held: bool = True) -> None:
        self._size = size or min(os.cpu_count() or 1, _MOST)
        self._held = held
        self._free: list[Child] = []
        self._busy: dict[Child, tuple[int, Path]] = {}
        self._answers: Answers = queue.SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends all processes, whatever they do."""
        for child in (*self._free, *self._busy):
            child.stop()
        self._free.clear()
        self._busy.clear()

    def each(self, work: Work, paths: Iterable[Path]) -> Generator[Outcome | None, None, None]:
        """Does the work with every file; yields the outcomes as they come, and None in between.

        Whoever stops the generator ends what is being done. Raises OSError where no process can be
        started.
        """
        waiting = deque(enumerate(paths))
        try:
            while waiting or self._busy:
                while waiting and len(self._busy) < self._size:
                    self._give(work, *waiting.popleft())
                yield from self._come(work)
        finally:
            for child in self._busy:
                child.stop()
            self._busy.clear()

    def _give(self, work: Work, place: int, path: Path) -> None:
        child = self._free.pop() if self._free else Child(self._answers)
        if not child.alive:  # ended from outside while it had nothing to do
            child.stop()
            child = Child(self._answers)
        self._busy[child] = place, path
        child.give(
            {
                "module": work.function.__module__,
                "function": work.function.__qualname__,
                "path": str(path.absolute()),
                "arguments": list(work.arguments),
                "wanted": work.wanted.key,
                "seconds": work.seconds,
                "memory": work.memory,
                "held": self._held,
                "language": active(),
            }
        )

    def _come(self, work: Work) -> Generator[Outcome | None, None, None]:
        """What comes within one look; those whose limits are passed are ended."""
        try:
            child, answer = self._answers.get(timeout=_LOOK)
        except queue.Empty:
            for child in tuple(self._busy):
                if child.late or child.large:
                    yield self._ended(work, child, "slow" if child.late else "memory")
            yield None
            return
        if child not in self._busy:
            return  # what it said last, before it was ended
        if answer is None:
            yield self._ended(work, child, "died")
        elif says_ready(answer):
            child.began()
        elif reason := next((each for each in ("died", "memory") if each in answer), None):
            _log.info("%s", answer[reason])
            yield self._ended(work, child, reason)
        else:
            place, path = self._busy.pop(child)
            if child.grown:
                child.stop()
            else:
                self._free.append(child)
            yield Outcome(place, path, answer.get("value"), _trouble(answer, path))

    def _ended(self, work: Work, child: Child, reason: str) -> Outcome:
        place, path = self._busy.pop(child)
        child.stop()
        if not child.ready:
            raise OSError(f"no process could be started to read {path.name}")
        return Outcome(place, path, None, refused(Fault(reason), path.name, work.wanted))


def _trouble(answer: dict[str, Any], path: Path) -> UserError | OSError | None:
    if "refused" in answer:
        return UserError(answer["refused"], **answer["places"])
    if "failed" in answer:
        return OSError(answer["failed"], answer["words"], str(path))
    return None


def apart(
    function: Callable[..., Any],
    path: Path,
    *arguments: Any,
    wanted: Wanted,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Any:
    """What the function makes of one received file, in a process of its own; see `Work`.

    Raises UserError in one sentence where the file is refused, takes too long or too much memory,
    or ends the process; OSError.
    """
    with Crew(1) as crew:
        work = Work(function, wanted, arguments, seconds, memory)
        for outcome in crew.each(work, [path]):
            if outcome is not None:
                if outcome.trouble is not None:
                    raise outcome.trouble
                return outcome.value
    raise AssertionError("a file without an outcome")
