"""One returned sheet with the round it answers: what all rooms of judging look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Target
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets.answer_rows import AnswerRow
from strategidesk.excel.sheets.layout import LAYOUTS, Column, Layout
from strategidesk.excel.sheets.returned import Returned, Row
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.noun import derived_id
from strategidesk.model.rounds import PROPOSALS

Line = tuple[str, int]  # a worksheet's name, and the number of a row


@dataclass(frozen=True)
class AskedSheet:
    """A sheet of a round; `day` is when it is read."""

    known: Known
    returned: Returned
    round: Round
    unit: Id | None
    day: str

    @cached_property
    def layout(self) -> Layout:
        return LAYOUTS[self.round.kind]

    @cached_property
    def is_proposals(self) -> bool:
        return self.round.kind == PROPOSALS

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        return {column.key: column for column in self.layout.columns}

    @cached_property
    def rows(self) -> Mapping[str, AnswerRow]:
        """The rows that the sheet would have today, by id."""
        return self.known.rows(self.round, self.unit)

    def name_of(self, row: Row) -> str:
        """The worksheet that a row stands on: the answer sheet, or a copy of it."""
        return row.sheet or self.returned.sheet

    def place(self, key: str, row: int) -> str:
        """Where a column's cell of a row stands; what it is called where the sheet has no such
        column."""
        letters = self.returned.columns.get(key)
        if letters is None and self.returned.columns:
            return f"{self.headings[key]} {row}"
        if letters is None:
            order = [column.key for column in self.layout.columns]
            letters = column_letters(order.index(key) + 1)
        return f"{letters}{row}"

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """What the columns are called, by key."""
        return {key: column.heading for key, column in self.columns.items()}

    def answer_target(self, activity: Id, field: str) -> Target:
        """A field of an activity's answer. A status that nobody has given is none."""
        known = self._answers.get(activity)
        if known is None:
            made = {"activity": activity, "period": self.round.period, "status": ""}
            known = self._answers[activity] = derived_id(FollowUp, made), made
        return Target(entity="follow_up", id=known[0], field=field, made=known[1])

    @cached_property
    def _answers(self) -> dict[Id, tuple[Id, Mapping[str, Any]]]:
        return {}
