"""One process apart, seen from the program that started it."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from strategidesk.guard.child import READY

AGAIN = "--apart"  # the argument by which the program is started for this
_STARTING = 60.0  # seconds that a loaded computer may take to start it
_LONGEST = 64_000_000  # bytes of an answer

Answers = queue.SimpleQueue[tuple["Child", dict[str, Any] | None]]


class Child:
    """A process that does one thing at a time. Its answers go into a queue shared with others."""

    def __init__(self, answers: Answers) -> None:
        """Starts it. Raises OSError where the system does not let it."""
        self.ready = False
        self._process = subprocess.Popen(
            _command(),
            cwd=Path(sys.executable).parent,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._first = self._floor = self._most = 0  # bytes
        self._end = time.monotonic() + _STARTING
        self._seconds = 0.0
        self._thread = threading.Thread(target=self._listen, args=(answers,), daemon=True)
        self._thread.start()

    def give(self, job: dict[str, Any]) -> None:
        """Lets it begin; the time begins when it is ready for work."""
        self._seconds, self._most = job["seconds"], job["memory"]
        self._end = time.monotonic() + (self._seconds if self.ready else _STARTING)
        self._floor = self._resident() if self.ready else 0
        with suppress(BrokenPipeError, ConnectionError):  # it is gone, which its answer tells
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(job).encode() + b"\n")
            self._process.stdin.flush()

    def began(self) -> None:
        """It has said that it is ready."""
        self.ready = True
        self._first = self._floor = self._resident()
        self._end = time.monotonic() + self._seconds

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def late(self) -> bool:
        """Whether its time is out."""
        return time.monotonic() > self._end

    @property
    def large(self) -> bool:
        """Whether it has taken more memory than it may."""
        return self.ready and self._resident() - self._floor > self._most

    @property
    def grown(self) -> bool:
        """Whether so much of earlier files is left in it that the next one had too little room."""
        return self._resident() - self._first > self._most // 2

    def stop(self) -> None:
        """Ends it, whatever it does."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with suppress(BrokenPipeError, ConnectionError):
                stream.close()

    def _resident(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _listen(self, answers: Answers) -> None:
        stream = self._process.stdout
        assert stream is not None
        while (line := stream.readline(_LONGEST)).endswith(b"\n"):
            answers.put((self, json.loads(line)))
        answers.put((self, None))


def says_ready(answer: dict[str, Any]) -> bool:
    """Whether it is the first line of a process, before any answer."""
    return READY in answer


def _command() -> list[str]:
    """The program itself once more; of a bundle's two programs the one without a window."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(program.name.replace("-window", ""))), AGAIN]
    return [sys.executable, "-P", "-m", "strategidesk", AGAIN]


def _environment() -> dict[str, str]:
    """Ours, and where our modules are found."""
    if getattr(sys, "frozen", False):
        return dict(os.environ)
    places = os.pathsep.join(str(Path(place or ".").absolute()) for place in sys.path)
    return {**os.environ, "PYTHONPATH": places, "PYTHONDONTWRITEBYTECODE": "1"}
