"""What a referral's papers lack: the day and address for replies, answers not handled, and names of
private persons."""

import re
from collections.abc import Iterator

from strategidesk.desk import accessibility
from strategidesk.desk.accessibility import Finding
from strategidesk.desk.accessible_papers import of_parts
from strategidesk.desk.papers import missing
from strategidesk.language import mark
from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.people import Paper
from strategidesk.model.referral import newest
from strategidesk.model.strategy import Strategy

NO_DAY = mark("The last day for replies is missing.")
NO_ADDRESS = mark("The address that replies are sent to is missing.")
NO_REFERRAL = mark("No referral is registered, so nobody is told to have been asked.")
NOTHING_ASKED = mark("No dialogue or referral is registered, so there is nothing to tell of.")
NOT_HANDLED = mark("It is not said how the opinion was handled.")
NO_REASON = mark("The opinion did not change the text, and no reason is given.")
NOBODY = mark("It is not said who answered.")
PERSON = mark(
    "“{name}” may be a private person's name. Write a role or a group instead, unless the person "
    "is to be named."
)
_CAPITAL = re.compile(r"[A-ZÅÄÖÉÜ][^\W\d_]*[a-zåäöéü](-[A-ZÅÄÖÉÜ][^\W\d_]*)?$")
_GROUPS = (  # how words end that name a group
    "ab", "barnen", "bolag", "bolaget", "förbund", "förbundet", "församling", "församlingen",
    "hem", "klubb", "klubben", "kommun", "kommunen", "korset", "kyrkan", "kåren", "laget", "län",
    "listan", "museet", "myndigheten", "ningen", "nämnden", "partiet", "region", "rådet",
    "sjukhuset", "skolan", "stiftelsen", "styrelsen", "sällskapet", "verket",
)  # fmt: skip
_PRIVATE = ("privatperson", "enskild", "boende i")


def of_version(strategy: Strategy, paper: Paper) -> tuple[Finding, ...]:
    """What the consultation version lacks, and what in it shuts readers out."""
    letter = of_parts(strategy, paper, "letter")
    return (*_of_reply(strategy, paper), *letter, *accessibility.of_strategy(strategy))


def _of_reply(strategy: Strategy, paper: Paper) -> Iterator[Finding]:
    """Mended in the paper, else in the referral, else there is none of them."""
    referral, lacking = newest(strategy), missing(strategy, paper)
    if not referral:
        yield Finding(strategy.card.id, "status", NO_REFERRAL)
    for field, template in (("reply_by", NO_DAY), ("reply_to", NO_ADDRESS)):
        if field in lacking:
            if paper.id:
                yield Finding(paper.id, field, template)
            elif referral:
                yield Finding(referral.id, "to", template)
            else:
                yield Finding(strategy.card.id, "status", template)


def of_summary(strategy: Strategy) -> tuple[Finding, ...]:
    """What the report on dialogues and referrals lacks."""
    return (*accessibility.of_consultations(strategy), *_of_summary(strategy))


def _of_summary(strategy: Strategy) -> Iterator[Finding]:
    if not strategy.all(Consultation):
        yield Finding(strategy.card.id, "status", NOTHING_ASKED)
    for one in strategy.all(Response):
        name = " ".join(one.respondent.split())
        if not name:
            yield Finding(one.id, "respondent", NOBODY)
        elif _may_be_a_person(name):
            yield Finding(one.id, "respondent", PERSON, (("name", name),))
        if not one.handling:
            yield Finding(one.id, "handling", NOT_HANDLED)
        elif one.handling == "rejected" and not one.comment.strip():
            yield Finding(one.id, "comment", NO_REASON)


def _may_be_a_person(name: str) -> bool:
    """Whether a name looks like first and last name: two or three words with capitals, none of
    which names a group."""
    if name.casefold().startswith(_PRIVATE):
        return True
    words = name.split()
    return (
        len(words) in (2, 3)
        and all(map(_CAPITAL.match, words))
        and not any(word.casefold().endswith(_GROUPS) for word in words)
    )
