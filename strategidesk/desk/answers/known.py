"""A strategy looked up as judging needs it: worked out once for all sheets."""

from collections.abc import Mapping
from functools import cached_property

from strategidesk.desk.answers.folding import folded
from strategidesk.excel.sheets.answer_rows import AnswerRow, answer_rows
from strategidesk.excel.sheets.matter import Matter
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt, Round
from strategidesk.model.noun import derived_id
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import followed_up
from strategidesk.model.strategy import Strategy
from strategidesk.prose.plain import plain


class Known:
    """What the sheets are held against."""

    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.rounds = {one.id: one for one in strategy.all(Round)}
        self._matters: dict[Id, Matter] = {}
        self._rows: dict[tuple[Id, Id | None], Mapping[str, AnswerRow]] = {}

    def matter(self, round: Round) -> Matter:
        """What the sheets of a round tell today."""
        if round.id not in self._matters:
            self._matters[round.id] = Matter(self.strategy, round, "")
        return self._matters[round.id]

    def rows(self, round: Round, unit: Id | None) -> Mapping[str, AnswerRow]:
        """The rows that a unit's sheet would have today, by their ids."""
        key = round.id, unit
        if key not in self._rows:
            rows = answer_rows(self.matter(round), unit)
            self._rows[key] = {row.id: row for row in rows}
        return self._rows[key]

    @cached_property
    def numbers(self) -> Mapping[Id, int]:
        """The numbers of the plan's activities."""
        return {activity.id: number for number, activity in followed_up(self.strategy)}

    @cached_property
    def by_title(self) -> Mapping[str, tuple[Activity, ...]]:
        """The activities that are no examples, by their folded titles."""
        found: dict[str, tuple[Activity, ...]] = {}
        for one in self.strategy.activities:
            if not one.example and one.title.strip():
                key = folded(one.title)
                found[key] = (*found.get(key, ()), one)
        return found

    @cached_property
    def _answers(self) -> Mapping[tuple[Id | None, str], FollowUp]:
        return {(one.activity, one.period): one for one in self.strategy.all(FollowUp)}

    def answer(self, activity: Id, period: str) -> FollowUp | None:
        """What was answered for an activity in a period."""
        return self._answers.get((activity, period))

    def receipt(self, round: Id, mark: str) -> Receipt | None:
        """That a sheet that says the same was taken in."""
        return self.strategy.get(Receipt, derived_id(Receipt, {"round": round, "mark": mark}))

    def handled(self, values: Mapping[str, str]) -> OpenAnswer | None:
        """The question that was asked already of a cell (its `round`, `row`, `column`, `typed`)."""
        return self.strategy.get(OpenAnswer, derived_id(OpenAnswer, values))

    @cached_property
    def has_questions(self) -> bool:
        """Whether anything was asked before."""
        return bool(self.strategy.all(OpenAnswer))

    @cached_property
    def areas(self) -> Mapping[str, tuple[Id, ...]]:
        """Areas by their folded names."""
        found: dict[str, tuple[Id, ...]] = {}
        for area in self.strategy.all(Area):
            key = folded(area.title)
            found[key] = (*found.get(key, ()), area.id)
        found.pop("", None)
        return found

    @cached_property
    def hallmarks(self) -> Mapping[str, tuple[Id, ...]]:
        """Hallmarks by what may be written of them: heading, text, both."""
        found: dict[str, tuple[Id, ...]] = {}
        for one in self.strategy.all(Hallmark):
            text = plain(one.text)
            for name in {folded(one.title), folded(text), folded(f"{one.title} {text}")}:
                found[name] = (*found.get(name, ()), one.id)
        found.pop("", None)
        return found

    def title(self, activity: Activity) -> str:
        """An activity's title, with its number where it has one."""
        number = self.numbers.get(activity.id)
        return f"{number} {activity.title}" if number else activity.title
