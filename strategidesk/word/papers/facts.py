"""What stands under a paper's opening: which matter it is, of what day, whose."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategidesk.model.papers import Layout
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.fragments import paragraph_sign


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: `hint` stands where there is no value yet."""

    key: str
    name: str
    value: str
    hint: str


def facts(found: Layout, strategy: Strategy, paper: Paper) -> Iterator[Fact]:
    """The lines of a paper that have a value, or room for one."""
    for key in found.facts:
        value = fact(key, strategy, paper)
        hint = wording().texts["papers"]["unknown"].get(key, "")
        if value or hint:
            yield Fact(key, wording().text(f"papers.facts.{key}"), value, hint)


def fact(key: str, strategy: Strategy, paper: Paper) -> str:
    """The value of one of them."""
    decision = strategy.get(Decision, paper.decision)
    match key:
        case "reference_number":
            own = decision.reference_number if decision else ""
            return own or strategy.card.reference_number
        case "meeting":
            return decision.date if decision else ""
        case "paragraph":
            return paragraph_sign(decision.paragraph) if decision else ""
        case _:
            return str(getattr(paper, key))
