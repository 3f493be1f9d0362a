"""A paper with every part filled as far as the strategy or the secretary has said something.

A part that the secretary has written stands as it is; an empty one is composed anew each time, so
that it says what the strategy says now.
"""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from strategidesk.desk.papers import (
    basis,
    closing,
    consequences,
    consulting,
    deciding,
    reporting,
    telling,
)
from strategidesk.desk.papers.matter import CONSULTATION, MINUTES, PROPOSAL, SUMMARY, Matter
from strategidesk.model.fields import Id
from strategidesk.model.papers import parts
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy

Composer = Callable[[Matter], str]

_FACTS: dict[str, Composer] = {
    "about": lambda matter: matter.about,
    "body": lambda matter: matter.body,
    "heading": deciding.heading,
}
_COMPOSED: dict[str, dict[str, Composer]] = {
    PROPOSAL: {
        **_FACTS,
        "dated": lambda matter: matter.day,
        "proposed_decision": deciding.points,
        "summary": telling.summary,
        "documents": basis.documents,
        "description": telling.description,
        "economy": consequences.economy,
        "children": consequences.children,
        "sent_to": closing.sent_to,
        "signatures": closing.signatures,
    },
    MINUTES: {
        **_FACTS,
        "proposed_decision": deciding.points,
        "summary": lambda matter: _of_proposal(matter, "summary") or telling.summary(matter),
        "documents": basis.documents,
        "procedure": closing.procedure,
        "sent_to": lambda matter: _of_proposal(matter, "sent_to") or closing.sent_to(matter),
        "signatures": closing.signatures,
    },
    CONSULTATION: {
        "about": lambda matter: matter.about,
        "heading": consulting.heading,
        "dated": consulting.dated,
        "letter": consulting.letter,
        "sent_to": consulting.sent_to,
        "reply_by": consulting.reply_by,
        "reply_to": consulting.reply_to,
    },
    SUMMARY: {
        "about": lambda matter: matter.about,
        "heading": reporting.heading,
        "dated": consulting.dated,
        "summary": reporting.summary,
    },
}
_WANTED = {  # facts that a person has to give
    PROPOSAL: ("case_officer",),
    CONSULTATION: ("reply_by", "reply_to"),
}


def _of_proposal(matter: Matter, field: str) -> str:
    """What the secretary wrote in the paper that put the matter forward."""
    return str(getattr(matter.proposal, field)) if matter.proposal else ""


def composed(strategy: Strategy, paper: Paper, today: str | None = None) -> Paper:
    """The paper with every part filled as far as something has been said; `today` (a day) dates
    one that has no date of its own."""
    matter = Matter(strategy, paper, today or _today())
    found: dict[str, Any] = {
        field: composer(matter)
        for field, composer in _COMPOSED.get(paper.kind, {}).items()
        if field == "about" or not str(getattr(paper, field)).strip()
    }
    return replace(paper, **found)


def strategys(strategy: Strategy, paper: Paper, field: str, today: str | None = None) -> str:
    """What the strategy says in a part, whatever the secretary has written there."""
    composer = _COMPOSED.get(paper.kind, {}).get(field)
    if composer is None:
        return ""
    emptied: dict[str, Any] = {field: ""}
    return composer(Matter(strategy, replace(paper, **emptied), today or _today()))


def _today() -> str:
    return datetime.date.today().isoformat()


def missing(strategy: Strategy, paper: Paper) -> tuple[str, ...]:
    """The fields that a reader expects and that nobody has said anything in, in the paper's
    order."""
    whole = composed(strategy, paper)
    wanted = [part.field for part in parts(paper.kind) if not part.optional]
    every = (*_WANTED.get(paper.kind, ()), *wanted)
    return tuple(field for field in every if not str(getattr(whole, field)).strip())


def usual(kind: str, about: str = "strategy") -> Paper:
    """A paper that is not in the file: all of it composed."""
    return Paper(id=Id(""), kind=kind, about=about)


def chosen(strategy: Strategy, kind: str, about: str, id: Id | None = None) -> Paper:
    """The paper with that id, else the last in the file of that kind and about the same; else one
    that is not in the file."""
    found = [one for one in strategy.all(Paper) if one.kind == kind]
    if id is not None:
        return next((one for one in found if one.id == id), usual(kind, about))
    alike = (one for one in reversed(found) if Matter(strategy, one, "").about == about)
    return next(alike, usual(kind, about))
