"""What making the sheets will bring: the head of the first one, and which files there will be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.rounds.sheets import paths_of
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.strategy import Strategy

LOOKING = mark("Making the preview")
ROWS = 4  # that are shown
_LEFT_OUT = ("note",)  # a column that answers nothing by itself


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of the answer sheet of the first unit: headings, and the texts of its first
    rows under them, at most `ROWS`. `there` are the units whose files lie in the folder already."""

    unit: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    there: tuple[Id | None, ...] = ()


def previewing(
    strategy: Strategy, round: Round, units: Sequence[Id | None], folder: Path | None, today: str
) -> Job[Preview | None]:
    """The sheets of these units as they would be made on a day (`2026-08-31`), and what of them
    lies in a folder already; None where there are no units."""
    from strategidesk.excel.sheets.answer_rows import answer_rows
    from strategidesk.excel.sheets.matter import Matter

    yield Progress(0, 1, LOOKING)
    if not units:
        return None
    matter = Matter(strategy, round, today)
    columns = [one for one in matter.layout.columns if not one.hidden and one.key not in _LEFT_OUT]
    rows = answer_rows(matter, units[0])[:ROWS]
    paths = paths_of(matter, folder, units) if folder is not None else {}
    return Preview(
        matter.unit_label(units[0]),
        tuple(column.heading for column in columns),
        tuple(tuple(str(row.values.get(one.key, "")) for one in columns) for row in rows),
        tuple(unit for unit, path in paths.items() if path.exists()),
    )
