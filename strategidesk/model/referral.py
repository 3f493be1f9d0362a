"""What went out for consultation, to whom, and what came back."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.prose import List, parse, plain
from strategidesk.prose.nodes import Paragraph, Prose

KEPT = 2000  # names that are remembered as they are compared
REFERRAL = "remiss"
MIXED = "mixed"  # the position of one who has taken several
_COUNTED = re.compile(r"\d+")
_AND = re.compile(r"^(?P<first>[^-]*[^-\s]) (?:och|samt) (?P<last>[A-ZÅÄÖ].*)$")


def newest(strategy: Strategy) -> Consultation | None:
    """The referral that went out last."""
    found = [one for one in strategy.all(Consultation) if one.kind == REFERRAL]
    return max(reversed(found), key=lambda one: one.from_ or one.to, default=None)


def asked(strategy: Strategy, consultation: Consultation) -> tuple[str, ...]:
    """The names of those who were asked; none where they are only counted.

    The list of the paper that went out with the newest referral goes before the referral's line.
    """
    if consultation is newest(strategy):
        papers = [one for one in strategy.all(Paper) if one.kind == "consultation"]
        for paper in reversed(papers):
            if names := _listed(paper.sent_to):
                return names
    return named(consultation.respondents)


def named(line: str) -> tuple[str, ...]:
    """The names in a line that lists them; none of one that counts or describes them."""
    sign = ";" if ";" in line else ","
    names = [" ".join(name.split()) for name in line.split(sign)]
    if _COUNTED.match(line.strip()) or not line.strip():
        return ()
    if sign == ",":
        joined = _AND.match(names[-1])
        names[-1:] = [joined["first"], joined["last"]] if joined else names[-1:]
    return tuple(name for name in names if name) if len(names) > 1 else ()


def counted(line: str) -> int | None:
    """How many were asked, of a line that begins with their number."""
    found = _COUNTED.match(line.strip())
    return int(found[0]) if found else None


def _listed(text: str) -> tuple[str, ...]:
    blocks = parse(text).blocks
    lists = [block for block in blocks if isinstance(block, List)]
    lines = [plain(Prose((Paragraph(item.inlines),))) for one in lists for item in one.items]
    return tuple(" ".join(line.split()) for line in lines if line.strip())


@dataclass(frozen=True)
class Tally:
    """Who was asked, who answered, and how: by the names that stand in the answers."""

    asked: tuple[str, ...]  # names; none where they are only counted
    total: int | None  # how many were asked; None where nobody has said
    positions: dict[str, str]  # by who answered, in order; "" where no position was taken

    @property
    def silent(self) -> tuple[str, ...]:
        """Those of the asked that have not answered."""
        answered = set(map(folded, self.positions))
        return tuple(name for name in self.asked if folded(name) not in answered)

    @property
    def uncalled(self) -> tuple[str, ...]:
        """Those that answered without having been asked."""
        if not self.asked:
            return ()
        called = set(map(folded, self.asked))
        return tuple(name for name in self.positions if folded(name) not in called)

    def count(self, position: str) -> int:
        """How many took that position."""
        return sum(taken == position for taken in self.positions.values())


def tally(strategy: Strategy, consultation: Consultation) -> Tally:
    """The tally of a consultation; one who answered several times counts once."""
    names = asked(strategy, consultation)
    total = len(names) or counted(consultation.respondents)
    known: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    for response in responses(strategy, consultation):
        key = folded(response.respondent)
        if key:
            known.setdefault(key, " ".join(response.respondent.split()))
            taken.setdefault(key, set()).add(response.position)
    return Tally(names, total, {known[key]: _position(some) for key, some in taken.items()})


def _position(taken: Iterable[str]) -> str:
    found = sorted(set(taken) - {""})
    return MIXED if len(found) > 1 else "".join(found)


def responses(strategy: Strategy, consultation: Consultation) -> Sequence[Response]:
    """What came in, in order."""
    return [one for one in strategy.all(Response) if one.consultation == consultation.id]


@lru_cache(maxsize=KEPT)
def folded(name: str) -> str:
    """A name as it is compared: in any case, however its letters are put together."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
