"""What stands in a paper, in which order and under which headings.

The layouts are data, `resources/papers/KIND.json`, so that a municipality changes them without
code. Headings hold places in braces: `{body}` who decides, `{further}` whom a proposal goes to.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.model.document import Card
from strategidesk.model.labels import inside
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.paths import resource

_UNREADABLE = mark(
    "{path} cannot be read from line {n} on. Mend it, or put back the one that came with the "
    "program."
)
_FOREIGN = mark(
    "{path} has something that no paper has: {what}. Mend it, or put back the one that came with "
    "the program."
)
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
        further = usual_bodies(strategy.card)["further"]
        return (heading or self.heading).format(body=inside(paper.body), further=further)


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of paper."""

    name: str
    opening: str  # over the heading, in capitals
    mark: str  # what the paper is marked with on every page
    facts: tuple[str, ...]
    parts: tuple[Part, ...]


def usual_bodies(card: Card) -> dict[str, str]:
    """Who decides where nothing says it, by what is decided on, and `further`, whom a proposal goes
    to; a region's bodies have names of their own."""
    kind = "region" if card.municipality.casefold().startswith("region ") else "municipality"
    found: dict[str, str] = wording().texts["papers"]["usual_bodies"][kind]
    return found


@cache
def layout(kind: str) -> Layout:
    """The layout of a kind of paper (`proposal`, `minutes`).

    Raises KeyError for a kind that is not composed of parts, UserError for a file that somebody has
    edited into what is no layout.
    """
    path = resource("papers", f"{kind}.json")
    if not kind or not path.is_file():
        raise KeyError(kind)
    try:
        return _layout(json.loads(path.read_text(encoding="utf-8")))
    except json.JSONDecodeError as error:
        raise UserError(_UNREADABLE, path=path, n=error.lineno) from error
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(_FOREIGN, path=path, what=error) from error


def _layout(data: dict[str, Any]) -> Layout:
    found = tuple(Part(**part) for part in data["parts"])
    facts = tuple(data.get("facts", ()))
    words = wording().texts["papers"]["facts"]
    fields = fields_of(Paper)
    for name in (*(part.field for part in found if part.field), *facts):
        if name not in fields and name not in words:
            raise ValueError(name)
    return Layout(
        data["name"],
        data.get("opening", data["name"]),
        data.get("mark", ""),
        facts,
        found,
    )


def parts(kind: str) -> tuple[Part, ...]:
    """The parts that a secretary can edit, in the order of the paper; none for other kinds."""
    try:
        found = layout(kind)
    except KeyError:
        return ()
    return tuple(part for part in found.parts if part.field)
