"""Progress of long work, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from strategidesk.desk.jobs import Progress
from strategidesk.language import tr

QUIET = 0.3  # seconds without a word: most work is done by then
PAUSE = 0.1  # seconds between two looks of the line


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """What to tell progress to; the line is wiped at the end."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    last = time.monotonic() + QUIET - PAUSE
    width = 0

    def told(progress: Progress) -> None:
        nonlocal last, width
        if time.monotonic() - last >= PAUSE:
            last = time.monotonic()
            line = f"{tr(progress.text)} {progress.done}/{progress.total}"
            width = max(width, len(line))
            sys.stderr.write(f"\r{line.ljust(width)}")
            sys.stderr.flush()

    try:
        yield told
    finally:
        if width:
            sys.stderr.write(f"\r{' ' * width}\r")
