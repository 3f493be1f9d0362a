"""`python -m tests.benchmarks [NAME ...]`: all benchmarks or some, and one table at the end.

The exit code is 1 where a goal is missed.
"""

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import Row

NAMES = (
    "load",
    "save",
    "rebuild",
    "growth",
    "word",
    "reports",
    "excel",
    "sheets",
    "window",
    "opened",
    "table",
    "typing",
    "turning",
    "accessible",
    "history",
    "merging",
    "hostile",
    "reading",
    "answers",
)
HEADINGS = ("operation", "ours", "peer", "ratio", "goal", "met", "exponent")


def main() -> int:
    """Run what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    names = parser.parse_args().names or NAMES
    if unknown := set(names) - set(NAMES):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    rows: list[Row] = []
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="strategidesk-bench-") as folder:
            os.environ["STRATEGIDESK_BACKUPS"] = str(Path(folder) / "backups")
            rows.extend(importlib.import_module(f"tests.benchmarks.{name}").rows(Path(folder)))
    print_table(rows)
    return 0 if all(row.met for row in rows) else 1


def print_table(rows: list[Row]) -> None:
    """The figures below one another."""
    lines = [HEADINGS, *map(_cells, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS))]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.operation,
        row.ours,
        row.peer,
        "-" if row.ratio is None else f"{row.ratio:.2f}",
        f"<= {row.goal:g}",
        ("yes" if row.met else "NO") if row.ratio is not None else "-",
        "" if row.exponent is None else f"{row.exponent:.2f}",
    )


if __name__ == "__main__":
    sys.exit(main())
