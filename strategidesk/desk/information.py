"""What a document says of the versions: which one it is, when it was revised, what came before."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from strategidesk.history.versions import ADOPTED, Version
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import Change, Information
from strategidesk.word.fragments import paragraph_sign, together


def information(
    strategy: Strategy, found: Sequence[Version], version: Version | None = None
) -> Information:
    """What the versions of the strategy's file (newest first) tell of it.

    Adopted versions are counted from 1; of a `version` only it and what came before it count. A
    strategy that is not adopted as it stands has no number, only a history.
    """
    end = found.index(version) if version else 0
    adopted = [one for one in reversed(found[end:]) if one.kind == ADOPTED]
    history = tuple(_changes(strategy, adopted))
    if not history or strategy.card.status not in ("adopted", "repealed"):
        return Information(history=history)
    last = history[-1]
    return Information(last.version, last.date if len(history) > 1 else "", history)


def _changes(strategy: Strategy, adopted: Sequence[Version]) -> Iterator[Change]:
    text = wording().text
    for number, one in enumerate(adopted, start=1):
        decision = strategy.get(Decision, one.decision)
        what = text("first_adoption" if number == 1 else "later_adoption")
        if decision:
            date, body = decision.date, decision.body
            what = together((what, paragraph_sign(decision.paragraph)))
        else:  # removed since
            date, body = datetime.fromtimestamp(one.at / 1e6, UTC).date().isoformat(), one.author
        yield Change(date, str(number), body, what)
