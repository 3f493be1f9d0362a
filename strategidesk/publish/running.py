"""A program run beside ours: watched while it works, and ended with all that it has started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

LOOK = 0.1  # seconds between two looks at whether it is ready
GRACE = 5.0  # seconds that the system may take to clear an ended program away
_OURS = ("PYTHONHOME", "PYTHONPATH")  # would lead the other program's own Python astray
_LIBRARIES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # set by a bundle to its own

Looks = Generator[float, None, None]


class Overdue(Exception):
    """It was not ready in time."""


def watched(command: Sequence[str | Path], folder: Path, limit: float) -> Looks:
    """Run a program in a folder without a window; yields the seconds gone each time it is looked
    at. Closing it, or an error, ends the program and what it has started.

    Raises Overdue after `limit` seconds, OSError where it does not start.
    """
    began = time.monotonic()
    with _started(command, folder) as process:
        while True:
            gone = time.monotonic() - began
            yield gone
            if gone > limit:
                raise Overdue
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK)
                return


@contextmanager
def _started(command: Sequence[str | Path], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End it and its children, and wait until they are gone."""
    family: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    for one in family:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # those whose parent was gone already
    process.wait()
    psutil.wait_procs(family, GRACE)


def _environment() -> dict[str, str]:
    """Our environment but for what is meant for us alone."""
    kept = {name: value for name, value in os.environ.items() if name not in _OURS}
    if getattr(sys, "frozen", False):
        for name in _LIBRARIES:
            kept.pop(name, None)
            if f"{name}_ORIG" in kept:  # as it was before the bundle began
                kept[name] = kept[f"{name}_ORIG"]
    return kept
