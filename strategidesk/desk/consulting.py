"""Sending the strategy out for consultation: what is asked, of whom, until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from strategidesk.desk.editing import Editing
from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.model.dialogue import Consultation
from strategidesk.model.people import Paper
from strategidesk.prose import List, ListItem, Prose, Text, write

STATUS = "consultation"  # of a strategy that is out
_NO_DAY = mark("Write the last day for replies as a day that exists, as 2026-03-09.")


@dataclass(frozen=True)
class PrepareConsultation:
    """The consultation, the paper that goes out with it, and the strategy's phase: one step.

    `sent_out` and `reply_by` are days; `recipients` are those that are asked, in order.
    """

    title: str
    sent_out: str
    reply_by: str
    reply_to: str = ""
    recipients: tuple[str, ...] = ()
    label: str = mark("prepare the consultation")
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.create(Consultation, self._consultation())
        editing.create(Paper, self._paper())
        editing.set_field(editing.strategy.card.id, "status", STATUS)

    def _consultation(self) -> Mapping[str, Any]:
        return {
            "kind": "remiss",
            "title": self.title.strip(),
            "respondents": ", ".join(self.recipients),
            "from": self.sent_out,
            "to": self.reply_by,
        }

    def _paper(self) -> Mapping[str, Any]:
        items = tuple(ListItem((Text(one),)) for one in self.recipients)
        return {
            "kind": "consultation",
            "dated": self.sent_out,
            "reply_by": self.reply_by,
            "reply_to": self.reply_to.strip(),
            "sent_to": write(Prose((List(items),) if items else ())),
        }


def check(wanted: PrepareConsultation) -> None:
    """Raise UserError for a consultation without a name, or with a last day that is none or has
    been."""
    if not wanted.title.strip():
        raise UserError("Give the consultation a name.")
    try:
        last = date.fromisoformat(wanted.reply_by)
    except ValueError as none:
        raise UserError(_NO_DAY) from none
    if last.isoformat() != wanted.reply_by:  # a week, or a day without lines
        raise UserError(_NO_DAY)
    if last.isoformat() < wanted.sent_out:
        raise UserError("The last day for replies has been already.")
