"""Commands for rounds and for what comes of proposals."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from strategidesk.desk.editing import Editing
from strategidesk.desk.siblings import LAST, Refused
from strategidesk.language import mark
from strategidesk.model.choices import ROUND_KIND
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.noun import new_id
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import FOLLOW_UP, found, period_name
from strategidesk.model.strategy import Strategy

NO_PERIOD = mark("A round has a period: a year (2026), or a month of one (2026-08).")
THERE_ALREADY = mark("There is a round of this kind for {period} already.")
NO_ROUND_KIND = mark('There is no kind of round called "{kind}".')
NO_PROPOSAL = mark("That activity is no proposal.")
NO_REASON = mark("Write why the proposal is declined; the unit reads it in its next sheet.")


def round_id(strategy: Strategy, kind: str, period: str) -> Id:
    """The id of a new round: the same in every copy, so that two members make one round."""
    id = Id(str(uuid.uuid5(uuid.UUID(strategy.card.id), f"{kind} {period}")))
    return new_id() if id in strategy.by_id else id


@dataclass(frozen=True)
class NewRound:
    """Ask the units: a new round, behind the others. `values` are JSON values of its fields."""

    values: Mapping[str, Any]
    id: Id | None = None
    label: str = "new round"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        kind, period = (str(self.values.get(n, "")) for n in ("kind", "period"))
        kind = kind or FOLLOW_UP
        if kind not in ROUND_KIND:
            raise Refused(NO_ROUND_KIND, kind=kind)
        _require_free(editing, kind, period)
        id = self.id or round_id(editing.strategy, kind, period)
        editing.create(Round, self.values, after=LAST, id=id)


@dataclass(frozen=True)
class ChangeRound:
    """Give fields of a round other JSON values."""

    id: Id
    values: Mapping[str, Any]
    label: str = "change the round"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        now = editing.strategy.get(Round, self.id)
        kind = str(self.values.get("kind", now.kind if now else ""))
        period = str(self.values.get("period", now.period if now else ""))
        if now is None or (kind, period) != (now.kind, now.period):
            _require_free(editing, kind, period)
        for name, value in self.values.items():
            editing.set_field(self.id, name, value)


@dataclass(frozen=True)
class RemoveRound:
    """Remove a round. The answers stay: they belong to their activities."""

    id: Id
    label: str = "remove the round"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.delete(self.id)


@dataclass(frozen=True)
class AcceptProposal:
    """Take a proposal into the plan; `values` are what the group changes in it, `reason` why."""

    id: Id
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    label: str = "accept the proposal"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        _require_proposal(editing, self.id)
        for name, value in {
            **self.values,
            "stage": "accepted",
            "decision_reason": self.reason.strip(),
        }.items():
            editing.set_field(self.id, name, value)


@dataclass(frozen=True)
class DeclineProposal:
    """Say no to a proposal. The unit reads the reason in its next sheet."""

    id: Id
    reason: str
    label: str = "decline the proposal"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        _require_proposal(editing, self.id)
        if not self.reason.strip():
            raise Refused(NO_REASON)
        editing.set_field(self.id, "stage", "declined")
        editing.set_field(self.id, "decision_reason", self.reason.strip())


def _require_free(editing: Editing, kind: str, period: str) -> None:
    if not period:
        raise Refused(NO_PERIOD)
    if found(editing.strategy, kind, period):
        raise Refused(THERE_ALREADY, period=period_name(period))


def _require_proposal(editing: Editing, id: Id) -> None:
    if editing.strategy.get(Activity, id) is None:
        raise Refused(NO_PROPOSAL)
