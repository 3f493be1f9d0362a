"""One returned sheet with the round it answers: what all rooms of judging look at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from strategidesk.desk.answers.known import Known
from strategidesk.excel.references import column_letters
from strategidesk.excel.sheets.answer_rows import AnswerRow
from strategidesk.excel.sheets.layout import LAYOUTS, Column, Layout
from strategidesk.excel.sheets.returned import Returned
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.noun import derived_id
from strategidesk.model.rounds import PROPOSALS


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

    def place(self, key: str, row: int) -> str:
        """Where a column's cell of a row stands."""
        letters = self.returned.columns.get(key)
        if letters is None:
            order = [column.key for column in self.layout.columns]
            letters = column_letters(order.index(key) + 1)
        return f"{letters}{row}"

    def answer_id(self, activity: Id) -> Id:
        """The id of an activity's answer, whether it is there yet or not."""
        return derived_id(FollowUp, self.answer_made(activity))

    def answer_made(self, activity: Id) -> dict[str, Any]:
        """What an answer begins with: a status that nobody has given is none."""
        return {"activity": activity, "period": self.round.period, "status": ""}
