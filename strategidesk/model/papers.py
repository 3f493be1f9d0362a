"""What stands in a paper, in which order and under which headings.

The layouts are data, `resources/papers/KIND.json`, so that a municipality changes them without
code. Headings hold places in braces: `{body}` who decides, `{further}` whom a proposal goes to.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from strategidesk.model.labels import inside
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.paths import resource

USUAL_LEVEL = 2  # the paper's own heading is on level 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper."""

    field: str = ""  # of Paper; empty: a heading over the parts that follow
    heading: str = ""
    heading_when_proposed: str = ""  # where the body decides on a proposal to another
    level: int = USUAL_LEVEL
    hint: str = ""  # what stands where nothing has been written
    optional: bool = False  # left out where nothing has been written
    look: str = ""  # "signatures": lines to sign on

    def headed(self, paper: Paper, strategy: Strategy) -> str:
        """The part's heading in a paper whose parts are filled."""
        decision = strategy.get(Decision, paper.decision)
        proposed = decision is not None and decision.kind == "proposal"
        heading = self.heading_when_proposed if proposed else ""
        further = wording().text("papers.further")
        return (heading or self.heading).format(body=inside(paper.body), further=further)


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of paper."""

    name: str
    opening: str  # over the heading, in capitals
    mark: str  # what the paper is marked with on every page
    facts: tuple[str, ...]
    parts: tuple[Part, ...]


@cache
def layout(kind: str) -> Layout:
    """The layout of a kind of paper (`proposal`, `minutes`).

    Raises KeyError for a kind that is not composed of parts.
    """
    path = resource("papers", f"{kind}.json")
    if not kind or not path.is_file():
        raise KeyError(kind)
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Layout(
        data["name"],
        data.get("opening", data["name"]),
        data.get("mark", ""),
        tuple(data.get("facts", ())),
        tuple(Part(**part) for part in data["parts"]),
    )


def parts(kind: str) -> tuple[Part, ...]:
    """The parts that a secretary can edit, in the order of the paper; none for other kinds."""
    try:
        found = layout(kind)
    except KeyError:
        return ()
    return tuple(part for part in found.parts if part.field)
