"""What becomes of every cell that a unit filled in: the report that is read before anything is
written, and all that is needed to write it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as declared
from enum import StrEnum
from pathlib import Path
from typing import Any

from strategidesk.language import tr
from strategidesk.model.fields import Id


class Verdict(StrEnum):
    """What becomes of a cell."""

    TAKEN = "taken"  # it goes in, perhaps put right
    SAME = "same"  # it says what the strategy says already
    ASKED = "asked"  # a person must say what is meant
    REFUSED = "refused"  # it does not go in; the report keeps what it says


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: an English source string, and what stands in its places."""

    template: str
    places: Mapping[str, object] = declared(default_factory=dict)

    def __str__(self) -> str:
        return tr(self.template, **self.places)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the words for it, and the JSON value that is then taken."""

    label: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The field that an answer goes to. `id` is the thing's, whether it is there yet or not.

    `made` are the JSON values that the thing begins with where it is not there: those that it is
    known by (a follow-up answer's activity and period, a proposal's unit and stage).
    """

    entity: str  # "follow_up" or "activity"
    id: Id
    field: str
    made: Mapping[str, Any] = declared(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one cell.

    `counted` cells are those that were filled: together they are all of the sheet's. The others
    are told besides: a comment that is missing, a locked column that was changed.
    `old` and `new` are JSON values of the target's field: what stands in the strategy, and what
    is taken, or would be. `choices` are proposals for what is asked; any other value of the field
    may be given instead. Of a status, `then` is what becomes of the text beside it where another
    status is chosen, by that.
    """

    sheet: str  # the worksheet's name
    at: str  # `H12`
    row: int
    column: str  # key of the layout's column; empty where it is none of them
    heading: str  # what the column is called
    typed: str  # what a person sees in the cell
    verdict: Verdict
    title: str = ""  # of the activity, with its number where it has one: "7 Läslust för alla"
    activity: Id | None = None
    target: Target | None = None
    old: Any = None
    new: Any = None
    corrected: bool = False  # taken otherwise than it was typed
    proposal: bool = False  # belongs to an activity of the unit's own that is new
    counted: bool = True
    row_key: str = ""  # the unit's id, and what the row is known by: its id or what stands in it
    why: tuple[Said, ...] = ()
    choices: tuple[Choice, ...] = ()
    then: Mapping[str, "Outcome"] = declared(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReport:
    """What becomes of one file. `trouble` is why it was not read at all.

    `mark` is the sha256 (hex) of what it says and of its unit: the same under another file name.
    `already` is when and by whom a sheet that says the same was taken in; `refused` why nothing of
    it is taken: it belongs to another round or strategy.
    """

    path: Path
    trouble: Exception | None = None  # UserError or OSError
    round: Id | None = None
    unit: Id | None = None
    unit_name: str = ""
    period: str = ""
    kind: str = ""  # of the round
    reported_by: str = ""
    sent_on: str = ""
    mark: str = ""
    already: Said | None = None
    refused: Said | None = None
    filled: int = 0  # cells; as many outcomes are counted
    outcomes: tuple[Outcome, ...] = ()
    notices: tuple[Said, ...] = ()

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many of the filled cells came to each verdict; zeros included."""
        found = Counter(one.verdict for one in self.outcomes if one.counted)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def questions(self) -> tuple[Outcome, ...]:
        """What waits for a person, counted or told besides."""
        return tuple(one for one in self.outcomes if one.verdict is Verdict.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What becomes of several files, in the order that they were given. Nothing is written."""

    sheets: tuple[SheetReport, ...]
    read_on: str  # a day, `2026-08-31`

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """Over all files."""
        return {verdict: sum(sheet.counts[verdict] for sheet in self.sheets) for verdict in Verdict}

    @property
    def filled(self) -> int:
        """How many cells were filled in all files."""
        return sum(sheet.filled for sheet in self.sheets)
