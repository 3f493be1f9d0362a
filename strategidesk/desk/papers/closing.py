"""How a paper ends: how the meeting came to the decision, who gets it, who signs."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import MINUTES, Matter
from strategidesk.desk.papers.sentences import bullets, prose, together, words
from strategidesk.model.labels import inside
from strategidesk.model.places import parent_of


def procedure(matter: Matter) -> str:
    """The usual course, where nothing else was moved."""
    if matter.paper.motions.strip():
        return ""
    return prose(together(words("procedure", body=inside(matter.body))))


def sent_to(matter: Matter) -> str:
    """The units at the top of the register."""
    roots = (unit for unit in matter.strategy.units if parent_of(unit.place) is None)
    return prose(bullets(unit.name for unit in roots if unit.name))


def signatures(matter: Matter) -> str:
    """One paragraph per person who signs."""
    return prose(block for name in _signing(matter) for block in together(name))


def _signing(matter: Matter) -> Iterator[str]:
    if matter.paper.kind == MINUTES:
        yield words("approver")
        yield words("certifier")
        return
    managers = {unit.name: unit.manager for unit in matter.strategy.units}
    yield managers.get(matter.paper.department) or words("manager")
    yield matter.paper.case_officer or words("officer")
