"""How a figure is measured: interleaved with its peer, the median of several, growth on logs."""

import gc
import math
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMES = 7


@dataclass(frozen=True)
class Row:
    """One line of the table; met where neither the ratio nor the exponent is over its goal."""

    operation: str
    ours: str
    peer: str  # what ours is held against, with its figure
    ratio: float | None  # None: the peer is not here
    goal: float
    exponent: float | None = None
    largest_exponent: float = math.inf

    @property
    def met(self) -> bool:
        """Whether the goal is reached, or cannot be measured here."""
        grows = self.exponent is not None and self.exponent > self.largest_exponent
        return not grows and (self.ratio is None or self.ratio <= self.goal)


@dataclass(frozen=True)
class Pair:
    """Seconds of ours and of the peer, taken in turns."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios of neighbours, which the same load of the machine has met."""
        return statistics.median(a / b for a, b in zip(self.ours, self.peer, strict=True))

    def row(
        self,
        operation: str,
        peer: str,
        goal: float,
        exponent: float | None = None,
        largest_exponent: float = math.inf,
    ) -> Row:
        """The pair as a line of the table."""
        ours, other = (seconds(statistics.median(times)) for times in (self.ours, self.peer))
        named = f"{peer} {other}"
        return Row(operation, ours, named, self.ratio, goal, exponent, largest_exponent)


def timed(work: Callable[[], object], clean: bool = True) -> float:
    """Seconds that the work takes; `clean`: without the rubbish of others."""
    if clean:
        gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleave(
    ours: Callable[[], object], peer: Callable[[], object], times: int = TIMES, clean: bool = True
) -> Pair:
    """Time both in turns, after each has run once."""
    ours()
    peer()
    taken = [(timed(ours, clean), timed(peer, clean)) for _ in range(times)]
    return Pair(tuple(a for a, _ in taken), tuple(b for _, b in taken))


def exponent(times: Mapping[int, Sequence[float]]) -> float:
    """How time grows with size: the slope of the least squares line through the logs."""
    points = [(math.log(size), math.log(min(taken))) for size, taken in times.items()]
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def in_new_process(module: str, *arguments: object, python: str = sys.executable) -> str:
    """What a module prints when it runs in a process of its own."""
    done = subprocess.run(
        [python, "-m", module, *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def peak_memory() -> int:
    """The most bytes that this process has held, since it runs its own program."""
    status = Path("/proc/self/status")
    if status.exists():  # the system's other figure counts the process that started this one
        (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def seconds(value: float) -> str:
    """A time as people read it."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1000:.1f} ms" if value >= 0.001 else f"{value * 1e6:.0f} µs"


def megabytes(value: float) -> str:
    """A size as people read it."""
    return f"{value / 1e6:.1f} MB"
