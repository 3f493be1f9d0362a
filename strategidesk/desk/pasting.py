"""Pasted cells: what they make new, what they change, and which are not understood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from strategidesk.desk.commands import Command, Create, SetFields, Together
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.written import Reader, Shown, squeezed
from strategidesk.model.fields import Field, Id, Json, Mistake, to_json
from strategidesk.model.noun import Noun, value
from strategidesk.model.strategy import Strategy

STEP = 200  # rows that are read at once


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that cells go to; without a field nothing can be written in it."""

    label: str  # in the user's language
    field: Field | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where cells go: to these things one by one, then to new ones; from the first column on.

    `given` are values that every new thing gets beside.
    """

    entity: str
    things: tuple[Id, ...]
    columns: tuple[Heading, ...]
    given: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that is not understood, and is left as it is."""

    row: int  # of those pasted, from 1
    column: str  # what it is called; empty where there is none
    text: str
    why: str  # an English source string


@dataclass(frozen=True, slots=True)
class Pasting:
    """What pasted cells come to."""

    spot: Spot
    rows: int  # without headings
    headed: bool  # whether the first row was headings
    new: tuple[Mapping[str, Json], ...]
    changed: Mapping[Id, Mapping[str, Json]]
    odd: tuple[Odd, ...]

    @property
    def same(self) -> int:
        """How many rows change nothing."""
        return self.rows - len(self.new) - len(self.changed)

    def command(self, label: str) -> Together | None:
        """All of it as one step; None where there is nothing to write."""
        commands: list[Command] = [SetFields(id, values) for id, values in self.changed.items()]
        commands += [Create(self.spot.entity, {**self.spot.given, **made}) for made in self.new]
        return Together(tuple(commands), label) if commands else None


def read(
    strategy: Strategy, rows: Sequence[Sequence[str]], spot: Spot, shown: Shown, year: int
) -> Job[Pasting]:
    """Read pasted cells; `shown` is how cells say values, `year` that of days without one."""
    headed = _is_heading(rows, spot)
    body = rows[1:] if headed else rows
    reading = _Reading(strategy, spot, shown, year)
    for at, (cells, id) in enumerate(_with_things(body, spot), 1):
        reading.take(at, cells, strategy.by_id.get(id) if id else None)
        if at % STEP == 0:
            yield Progress(at, len(body))
    return Pasting(spot, len(body), headed, tuple(reading.new), reading.changed, tuple(reading.odd))


def _with_things(
    body: Sequence[Sequence[str]], spot: Spot
) -> Iterator[tuple[Sequence[str], Id | None]]:
    return zip_longest(body, spot.things[: len(body)])


def _is_heading(rows: Sequence[Sequence[str]], spot: Spot) -> bool:
    """Whether the first row says what the columns are called."""
    if len(rows) < 2 or not any(map(str.strip, rows[0])):
        return False
    labels = [squeezed(column.label) for column in spot.columns]
    said = [squeezed(text) for text in rows[0]]
    return len(said) <= len(labels) and all(
        text in ("", label) for text, label in zip(said, labels, strict=False)
    )


class _Reading:
    def __init__(self, strategy: Strategy, spot: Spot, shown: Shown, year: int) -> None:
        self._strategy = strategy
        self._columns = spot.columns
        self._shown = shown
        self._reader = Reader(strategy, shown, year)
        self.new: list[Mapping[str, Json]] = []
        self.changed: dict[Id, Mapping[str, Json]] = {}
        self.odd: list[Odd] = []

    def take(self, at: int, cells: Sequence[str], thing: Noun | None) -> None:
        """Read a row; `thing` is what it goes to."""
        values: dict[str, Json] = {}
        for number, text in enumerate(cells):
            column = self._columns[number] if number < len(self._columns) else None
            try:
                self._cell(column, text, thing, values)
            except Mistake as mistake:
                label = column.label if column else ""
                self.odd.append(Odd(at, label, text, str(mistake)))
        if values and thing is None:
            self.new.append(values)
        elif values and thing is not None:
            self.changed[thing.id] = values

    def _cell(
        self, column: Heading | None, text: str, thing: Noun | None, values: dict[str, Json]
    ) -> None:
        if column is None or column.field is None:
            if text.strip() and (column is None or not text.strip().isdigit()):
                raise Mistake("there is no column for it")
            return
        declared = column.field
        if thing is None:
            if text.strip():
                values[declared.name] = self._reader.read(declared, text)
            return
        now = value(thing, declared)
        if text == self._shown(self._strategy, declared, now):
            return
        read = self._reader.read(declared, text, now)
        if read != to_json(now):
            values[declared.name] = read
