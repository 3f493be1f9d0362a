"""What a round's workbooks tell, worked out once for all units."""

from dataclasses import dataclass
from functools import cached_property

from strategidesk.excel.rows import Entry, Plan
from strategidesk.excel.sheets.identity import Identity
from strategidesk.excel.sheets.layout import LAYOUTS, Layout
from strategidesk.excel.words import choice, word
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp, Round
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Unit
from strategidesk.model.plan import Activity, IndicatorValue
from strategidesk.model.rounds import closing, followed_up, last_answers, period_name
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain

_OVER = ("done", "continuous", "cancelled")  # statuses of what is no longer late


@dataclass(frozen=True)
class Matter:
    """A strategy and the round that is asked; `today` is the day of sending."""

    strategy: Strategy
    round: Round
    today: str

    @cached_property
    def layout(self) -> Layout:
        return LAYOUTS[self.round.kind]

    @cached_property
    def plan(self) -> Plan:
        return Plan(self.strategy)

    @cached_property
    def period(self) -> str:
        return period_name(self.round.period)

    @cached_property
    def title(self) -> str:
        """`Uppföljning helår 2026`."""
        period = self.period
        inside = period[:1].lower() + period[1:]
        return word(f"sheets.{self.round.kind}.title", period=inside).strip()

    @cached_property
    def plan_title(self) -> str:
        return self.strategy.card.title or word("untitled")

    def unit_label(self, unit: Id | None) -> str:
        return self.plan.unit_labels[unit] if unit else word("no_unit")

    def identity(self, unit: Id | None) -> Identity:
        return Identity(
            strategy=self.strategy.card.id,
            round=self.round.id,
            kind=self.round.kind,
            period=self.round.period,
            unit=unit or "",
            sent_on=self.today,
        )

    def facts(self, unit: Id | None) -> dict[str, str]:
        """The head of the answer sheet, by the facts' keys."""
        asked = self.strategy.get(Unit, unit)
        return {
            "municipality": self.strategy.card.municipality,
            "plan": self.plan_title,
            "unit": self.unit_label(unit),
            "reporter": asked.manager if asked else "",
            "period": self.period,
            "last_reply_on": self.round.last_reply_on,
        }

    def activities(self, unit: Id | None) -> tuple[tuple[int, Activity], ...]:
        """The activities that a unit follows up, with their numbers."""
        return self._by_unit.get(unit, ())

    @cached_property
    def _by_unit(self) -> dict[Id | None, tuple[tuple[int, Activity], ...]]:
        groups: dict[Id | None, list[tuple[int, Activity]]] = {}
        for number, activity in followed_up(self.strategy):
            groups.setdefault(activity.unit, []).append((number, activity))
        return {unit: tuple(found) for unit, found in groups.items()}

    def values_of(self, indicator: Id) -> tuple[IndicatorValue, ...]:
        """The values of an indicator, in their order."""
        return self._values.get(indicator, ())

    @cached_property
    def _values(self) -> dict[Id | None, tuple[IndicatorValue, ...]]:
        groups: dict[Id | None, list[IndicatorValue]] = {}
        for value in self.strategy.indicator_values:
            groups.setdefault(value.indicator, []).append(value)
        return {indicator: tuple(found) for indicator, found in groups.items()}

    def answered(self, unit: Id | None) -> tuple[Activity, ...]:
        """The proposals of a unit that were declined, or accepted with an answer."""
        return self._answered.get(unit, ())

    @cached_property
    def _answered(self) -> dict[Id | None, tuple[Activity, ...]]:
        groups: dict[Id | None, list[Activity]] = {}
        for one in self.strategy.activities:
            if not one.example and (one.stage == "declined" or one.decision_reason):
                groups.setdefault(one.unit, []).append(one)
        return {unit: tuple(found) for unit, found in groups.items()}

    def hallmarks(self, activity: Activity) -> str:
        return self.plan.hallmark_texts(Entry(None, activity))

    def last_answer(self, activity: Activity) -> str:
        """What was answered last: the period, the status and the text; else the plan's status."""
        answer = self._last.get(activity.id)
        if answer is None:
            return ""
        texts = (plain(text) for text in (answer.result, answer.comment))
        head = f"{period_name(answer.period)}: {choice('status', answer.status)}."
        more = [answer.actual and word("sheets.actual", actual=answer.actual), *texts]
        return "\n".join([head, *filter(None, more)])

    @cached_property
    def _last(self) -> dict[Id, FollowUp]:
        return last_answers(self.strategy, self.round.period)

    def late(self, activity: Activity) -> bool:
        """Whether the time of an activity is out when the period closes, and it was not over."""
        answer = self._last.get(activity.id)
        end = (answer and answer.new_end) or activity.end
        status = answer.status if answer else activity.status
        return bool(end) and status not in _OVER and closing(end) <= closing(self.round.period)


def stage_word(activity: Activity) -> str:
    """What has become of a proposal."""
    if activity.stage == "accepted" and activity.decision_reason:
        return word("sheets.accepted_with_answer")
    return wording().choice(fields_of(Activity)["stage"], activity.stage)
