"""The text of the e-mail that goes with a unit's workbook."""

from collections.abc import Callable
from dataclasses import dataclass

from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.people import Unit
from strategidesk.model.rounds import period_name
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.plain import plain


@dataclass(frozen=True)
class Mail:
    """A mail that a person sends: `to` is an address, or empty."""

    to: str
    subject: str
    text: str

    def __str__(self) -> str:
        """All of it, to be copied."""
        return "\n".join(filter(None, (self.to, self.subject))) + f"\n\n{self.text}"


def texts_for(
    strategy: Strategy, round: Round, unit: Id | None, **more: object
) -> tuple[str, Callable[[str], str]]:
    """A unit's address, and what says a text of the mails by its key: of the round, the unit and
    whatever `more` stands in its places."""
    asked = strategy.get(Unit, unit)
    period = period_name(round.period)
    places = {
        "period": period[:1].lower() + period[1:],
        "title": strategy.card.title,
        "day": round.last_reply_on,
        "unit": asked.name if asked else wording().text("excel.no_unit"),
        **more,
    }
    return asked.email if asked else "", lambda key: wording().text(f"mails.{key}", **places)


def mail(strategy: Strategy, round: Round, unit: Id | None, file_name: str) -> Mail:
    """The mail to a unit with the workbook of that name."""
    address, said = texts_for(strategy, round, unit, file=file_name)
    message, greeting = plain(round.message).strip(), said("greeting")
    parts = (
        "" if message.startswith(greeting.rstrip("!")) else greeting,
        message,
        said(round.kind),
        said("last_reply") if round.last_reply_on else "",
        said("how"),
        said("end"),
    )
    return Mail(address, said(f"subject_{round.kind}"), "\n\n".join(filter(None, parts)))
