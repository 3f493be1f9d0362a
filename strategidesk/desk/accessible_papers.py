"""What in a paper shuts readers out, and what nobody has written in it yet.

A part that is composed is mended where its text comes from: in the decision, in the proposal that
the matter was put forward by, else in the paper.
"""

from collections.abc import Iterator

from strategidesk.desk.accessibility import Finding, of_language
from strategidesk.desk.accessible_text import faults
from strategidesk.desk.papers import composed, missing
from strategidesk.desk.papers.matter import Matter
from strategidesk.language import mark
from strategidesk.model.fields import Kind
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.papers import parts
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording

_DECIDED = "proposed_decision"  # the part that the text of a decision stands in


def of_paper(strategy: Strategy, paper: Paper) -> tuple[Finding, ...]:
    """The findings of the document of a proposal or of minutes."""
    return (
        *of_language(strategy.card),
        *_left(strategy, paper),
        *of_parts(strategy, paper, *(part.field for part in parts(paper.kind) if part.field)),
    )


def of_parts(strategy: Strategy, paper: Paper, *names: str) -> Iterator[Finding]:
    """The faults of a paper's texts, as they stand in its document."""
    whole = composed(strategy, paper)
    for name in names:
        if fields_of(Paper)[name].kind is Kind.PROSE:
            text = getattr(whole, name)
            thing, field = _source(strategy, paper, name, text)
            for template, places in faults(text):
                yield Finding(thing.id, field, template, tuple(places.items()))


def _source(strategy: Strategy, paper: Paper, name: str, text: str) -> tuple[Noun, str]:
    """The thing and the field that a part's text is written in."""
    matter = Matter(strategy, paper, "")
    if not getattr(paper, name).strip():
        if name == _DECIDED and matter.decision and matter.decision.text == text:
            return matter.decision, "text"
        if matter.proposal and getattr(matter.proposal, name).strip():
            return matter.proposal, name
    return paper, name


def _left(strategy: Strategy, paper: Paper) -> Iterator[Finding]:
    for name in missing(strategy, paper):
        label = wording().label(fields_of(Paper)[name])
        template = mark("”{part}” is empty. The paper shows that it is to be written.")
        yield Finding(paper.id, name, template, (("part", label),))
