"""The process apart: takes one piece of work after the other and answers, a line of JSON each.

It ends by itself when the program that started it is gone. What goes wrong with a file and is not
refused in words ends it too: after that nothing in it can be relied on.
"""

import importlib
import json
import os
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from strategidesk import language
from strategidesk.errors import UserError
from strategidesk.guard import limits
from strategidesk.guard.looking import look
from strategidesk.guard.wanted import BY_NAME

READY = "ready"
_LAST_WORDS = 4_000  # letters of a traceback

Job = dict[str, Any]


def main() -> int:
    """Works until its input ends; the code with which the process is to end."""
    out = _private_output()
    sys.dont_write_bytecode = True
    sys.excepthook = partial(_last_words, out)
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), daemon=True).start()
    _say(out, {READY: True})
    while True:
        _say(out, _answer(jobs.get()))


def _private_output() -> IO[bytes]:
    """Where the answers go; whatever else is printed goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return out


def _listen(jobs: "queue.SimpleQueue[Job]") -> None:
    """Passes on what is to be done; when the other side is gone, nobody needs it any more."""
    with os.fdopen(os.dup(0), "rb") as given:
        for line in given:
            jobs.put(json.loads(line))
    os._exit(0)


def _say(out: IO[bytes], what: dict[str, Any]) -> None:
    out.write(json.dumps(what, default=str).encode() + b"\n")
    out.flush()


def _answer(job: Job) -> dict[str, Any]:
    """The value of one piece of work, or the words with which it is refused."""
    language.use(job["language"])
    module = importlib.import_module(job["module"])
    work: Callable[..., object] = getattr(module, job["function"])
    path = Path(job["path"])
    if job["held"]:
        limits.hold(job["memory"], job["seconds"])
    try:
        look(path, BY_NAME[job["wanted"]])
        return {"value": work(path, *job["arguments"])}
    except UserError as error:
        return {"refused": error.template, "places": error.places}
    except OSError as error:
        return {"failed": error.errno, "words": error.strerror or str(error)}


def _last_words(
    out: IO[bytes], kind: type[BaseException], error: BaseException, at: TracebackType | None
) -> None:
    """Tells what ended the process."""
    limits.let_go()
    words = "".join(traceback.format_exception(kind, error, at))[-_LAST_WORDS:]
    _say(out, {"memory" if issubclass(kind, MemoryError) else "died": words})
