"""How large a file is for what stands in it, indexes included."""

from collections.abc import Iterator
from pathlib import Path

from strategidesk.desk.files import make
from strategidesk.model.noun import json_values
from strategidesk.model.strategy import Strategy
from tests.benchmarks.data import strategy
from tests.benchmarks.edits import edit
from tests.benchmarks.measuring import Row, megabytes

ACTIVITIES = 10_000
EDITS = 10_000
MOST_OF_BASE = 3.0  # times the bytes of the values
MOST_PER_EDIT = 400  # bytes beside the bytes of the value


def rows(folder: Path) -> Iterator[Row]:
    """The file as loaded, and what each edit of one field adds to it."""
    path = folder / "growth.strategi"
    wanted = strategy(500, ACTIVITIES)
    make(path, "Ekbacka", wanted)
    base, values = path.stat().st_size, _value_bytes(wanted)
    yield Row(
        f"File with {ACTIVITIES} activities", megabytes(base),
        f"bytes of its values {megabytes(values)}", base / values, MOST_OF_BASE,
    )  # fmt: skip
    written = edit(path, wanted, EDITS)
    each = (path.stat().st_size - base - written) / EDITS
    yield Row(
        "Growth by an edit, beside its value", f"{each:.0f} B",
        f"limit {MOST_PER_EDIT} B (value {written / EDITS:.0f} B)", each / MOST_PER_EDIT, 1.0,
    )  # fmt: skip


def _value_bytes(strategy: Strategy) -> int:
    """UTF-8 bytes of all ids and of all values that are not empty; sets by their members."""
    return sum(
        len(str(part).encode())
        for noun in strategy.schema.nouns
        for thing in strategy.all(noun)
        for value in (thing.id, *json_values(thing).values())
        for part in (value if isinstance(value, list) else [value])
        if part not in (None, "", False)
    )
