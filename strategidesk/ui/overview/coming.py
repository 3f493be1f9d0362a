"""The dates ahead of a strategy, with what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategidesk.desk.calendar import Event
from strategidesk.desk.remaining import adopted_on
from strategidesk.language import tr
from strategidesk.model.dialogue import Consultation
from strategidesk.model.follow_up import Round
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import NONE, choice_label

_DAY = 10  # letters of YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class Coming:
    """One date ahead; `on` is a year, a month or a day."""

    on: str
    what: str
    detail: str
    page: str
    id: str = ""
    kind: str = ""  # names what belongs to no thing


def coming(strategy: Strategy, today: str) -> list[Coming]:
    """What is ahead on a day (YYYY-MM-DD), the next first."""
    found = [*_of_card(strategy, today), *_of_others(strategy)]
    ahead = [one for one in found if one.on and one.on >= today[: len(one.on)]]
    return sorted(ahead, key=lambda one: one.on)


def _of_card(strategy: Strategy, today: str) -> list[Coming]:
    card, start = strategy.card, adopted_on(strategy)
    found = [Coming(card.valid_to, tr("The strategy ceases to apply"), "", "card", kind="valid_to")]
    years, months = card.revision_interval_years or 0, card.follow_up_interval_months or 0
    if start and years > 0:
        on = later(start, 12 * years)
        words = tr("Counted from the decision")
        found.append(Coming(on, tr("Revision of the strategy"), words, "card", kind="revision"))
    if start and months > 0:
        on = start
        while on < today[: len(on)]:
            on = later(on, months)
        who = card.follow_up_responsible
        words = tr("{who} is responsible", who=who) if who else ""
        what = tr("Follow-up of the activity plan")
        found.append(Coming(on, what, words, "follow_up", kind=f"follow_up {on}"))
    return found


def _of_others(strategy: Strategy) -> list[Coming]:
    last = tr("Last day to answer")
    found = [
        Coming(one.to, one.title or tr(NONE), last, "dialogue", one.id)
        for one in strategy.all(Consultation)
    ]
    found += [
        Coming(
            one.last_reply_on,
            tr("The units' answers for {period}", period=one.period),
            last,
            "follow_up",
            one.id,
        )
        for one in strategy.all(Round)
    ]
    kinds = fields_of(Decision)["kind"]
    found += [
        Coming(one.date, one.body, choice_label(kinds, one.kind), "decisions", one.id)
        for one in strategy.decisions
    ]
    return found


def events(strategy: Strategy, dates: Iterable[Coming]) -> list[Event]:
    """Dates as whole days of a calendar. One without a day stands on the first that it may be, and
    says so."""
    return [_event(strategy, one) for one in dates]


def _event(strategy: Strategy, one: Coming) -> Event:
    title = strategy.card.title
    vague = tr("Some day in {when}", when=one.on) if len(one.on) < _DAY else ""
    said = "\n".join(part for part in (one.detail, vague, title) if part)
    key = f"{strategy.card.id}/{one.page}/{one.id or one.kind}"
    return Event(key, (one.on + "-01-01")[:_DAY], one.what, said)


def later(date: str, months: int) -> str:
    """The month or, of a bare year, the year so long after a date."""
    year, _, rest = date.partition("-")
    count = int(year) * 12 + (int(rest[:2]) - 1 if rest else 0) + months
    return f"{count // 12:04}-{count % 12 + 1:02}" if rest else f"{count // 12:04}"
