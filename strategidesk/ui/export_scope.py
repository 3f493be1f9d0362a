"""How much of a strategy a document is made from: which paper, which unit, which year."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from strategidesk.desk.exports import Export, Wish, part_name
from strategidesk.language import tr
from strategidesk.model.choices import DECISION_ABOUT
from strategidesk.model.fields import Id
from strategidesk.model.people import Paper, Unit
from strategidesk.model.strategy import Strategy
from strategidesk.model.years import FIRST, LAST, spans
from strategidesk.ui.papers import words
from strategidesk.ui.words import caption

STRATEGY = "strategy"  # what a paper concerns, unless it says otherwise
_LONGEST = 12  # years that are offered


@dataclass(frozen=True)
class Scope:
    """A paper in the file, or what one concerns that is not there; of the plan a unit and a year.

    None: the usual one, all of them.
    """

    paper: Id | None = None
    about: str = STRATEGY
    unit: Id | None = None
    year: int | None = None

    def kept(self) -> dict[str, Any]:
        """What is remembered of it, as JSON values."""
        usual = asdict(Scope())
        return {name: value for name, value in asdict(self).items() if value != usual[name]}


def scope_of(kept: Mapping[str, Any], strategy: Strategy) -> Scope:
    """What was remembered, as far as it is still there."""
    paper, unit = (kept.get(name) for name in ("paper", "unit"))
    about, year = kept.get("about"), kept.get("year")
    return Scope(
        paper if strategy.get(Paper, paper) else None,
        about if about in DECISION_ABOUT else STRATEGY,
        unit if strategy.get(Unit, unit) else None,
        year if isinstance(year, int) else None,
    )


def scope_of_paper(strategy: Strategy, paper: Paper) -> Scope:
    """A paper that is in the file."""
    return Scope(paper=paper.id, about=words.about_of(strategy, paper))


def papers(strategy: Strategy, export: Export) -> Iterator[tuple[str, Scope]]:
    """What papers an export can make, in words: those in the file, the latest first, then what
    none of them concerns."""
    kind = words.kind_of(export.what)
    if not kind:
        return
    found = [paper for paper in strategy.all(Paper) if paper.kind == kind]
    for paper in reversed(found):
        yield words.concerns(strategy, paper), scope_of_paper(strategy, paper)
    told = {words.about_of(strategy, paper) for paper in found}
    for about in DECISION_ABOUT if words.has_about(kind) else (STRATEGY,):
        if about not in told:
            yield words.about_word(about), Scope(about=about)


def units(strategy: Strategy) -> Iterator[tuple[str, Id | None]]:
    """All units, then each as it stands in its tree."""
    yield tr("All units"), None
    for depth, unit in strategy.outline(Unit):
        yield "    " * depth + caption(strategy, unit), unit.id


def years(strategy: Strategy) -> Iterator[tuple[str, int | None]]:
    """All years, then each in which something goes on."""
    yield tr("All years"), None
    ends = {end for one in strategy.activities for span in spans(one) for end in span}
    known = sorted(ends - {FIRST, LAST})
    if known:
        last = min(known[-1], known[0] + _LONGEST - 1)
        yield from ((str(year), year) for year in range(known[0], last + 1))


def file_words(strategy: Strategy, scope: Scope, wish: Wish) -> str:
    """What the scope adds to a document's file name; nothing for the usual one."""
    part = part_name(strategy, wish)
    return part or (words.about_word(scope.about) if scope.about != STRATEGY else "")
