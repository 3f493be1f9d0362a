"""What is decided: the matter's heading and the numbered points, written as if decided."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import Matter, told
from strategidesk.desk.papers.sentences import (
    known,
    numbered,
    prose,
    quoted,
    sentence,
    series,
    words,
)
from strategidesk.model.dialogue import Consultation
from strategidesk.model.wording import wording
from strategidesk.prose.nodes import List

_ADOPTING = ("adoption", "proposal", "revision")


def heading(matter: Matter) -> str:
    """What the matter is called."""
    return known("heading", matter.kind, "heading.adoption").format(document=matter.document)


def points(matter: Matter) -> str:
    """The decision as numbered points, each of which can be read alone.

    What the secretary wrote in the proposal, or as the text of the decision, comes first.
    """
    if matter.decision and matter.decision.text.strip():
        return matter.decision.text
    put_forward = matter.proposal
    if put_forward and put_forward is not matter.paper and put_forward.proposed_decision.strip():
        return _alone(put_forward.proposed_decision)
    return prose(numbered(_points(matter)))


def _alone(text: str) -> str:
    """The numbered points of a proposal without the words that lead to them."""
    lists = [one for one in quoted(text) if isinstance(one, List) and one.start is not None]
    return prose(lists) if lists else text


def _points(matter: Matter) -> Iterator[str]:
    yield _main(matter)
    if matter.kind in _ADOPTING:
        yield from _repealed(matter)
        yield from _responsible(matter)


def _main(matter: Matter) -> str:
    key, last = matter.kind, _last_day(matter)
    if key == "consultation" and last:
        key = "consultation_until"
    found = wording().texts["papers"]["point"]
    return str(found.get(key, found["adoption"])).format(
        body=matter.body,
        further=sentence(matter.further).rstrip("."),
        document=matter.document,
        dated=matter.dated,
        day=matter.day,
        last=last,
    )


def _last_day(matter: Matter) -> str:
    """Until when the latest consultation goes on."""
    found = [one for one in matter.strategy.all(Consultation) if one.kind == "remiss"]
    return max((one.to for one in found), default="")


def _repealed(matter: Matter) -> Iterator[str]:
    replaced, written = matter.replaced, matter.card.replaces.strip().rstrip(".")
    if replaced is not None:
        what = wording().text("replaces_adopted", title=matter.document, decision=told(replaced))
        yield words("repealed", what=f"{what},")
    elif written and matter.about == "strategy":
        what = written[:1].upper() + written[1:]
        yield words("repealed", what=f"{what}," if "," in what else what)


def _responsible(matter: Matter) -> Iterator[str]:
    """Who follows up and revises, where the card says it; one point where it is the same."""
    card = matter.card
    if matter.about != "strategy":
        return
    done: dict[str, list[str]] = {}
    months, years = card.follow_up_interval_months, card.revision_interval_years
    if card.follow_up_responsible and months:
        often = known("months", months, "other_months", n=months)
        done.setdefault(card.follow_up_responsible, []).append(
            words("followed_up", how_often=often)
        )
    if card.revision_responsible and years:
        often = known("years", years, "other_years", n=years)
        done.setdefault(card.revision_responsible, []).append(words("revised", how_often=often))
    for body, what in done.items():
        yield words(
            "responsible", body=sentence(body).rstrip("."), document=matter.document,
            what=series(what),
        )  # fmt: skip
