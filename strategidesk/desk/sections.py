"""One section made two, and two made one."""

from strategidesk.desk.commands import Create, Delete, SetFields, Together
from strategidesk.language import mark
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import new_id
from strategidesk.model.places import parent_of
from strategidesk.model.strategy import Strategy
from strategidesk.prose import Paragraph, Prose, Strong, Text, parse, write
from strategidesk.prose.footnotes import free_labels, relabelled


def split(section: Section, before: str, behind: str) -> tuple[Together, Id]:
    """The step that leaves the text before in its section and puts the one behind into a new
    section, whose id comes along."""
    made = new_id()
    new = Create("section", {"body": behind}, parent_of(section.place), section.id, made)
    step = (SetFields(section.id, {"body": before}), new)
    return Together(step, label=mark("split a section")), made


def can_join(strategy: Strategy, id: Id) -> bool:
    """Whether a section has one before it, and nothing under it that would lose its heading."""
    every = strategy.sections
    return bool(every) and every[0].id != id and all(parent_of(one.place) != id for one in every)


def join(strategy: Strategy, id: Id) -> tuple[Together, Id]:
    """The step that puts a section's text behind that of the one before it, whose id comes along.

    The heading becomes a bold line between them. Needs `can_join`.
    """
    at = [one.id for one in strategy.sections].index(id)
    before, section = strategy.sections[at - 1 : at + 1]
    step = (SetFields(before.id, {"body": _together(before, section)}), Delete((id,)))
    return Together(step, label=mark("join two sections")), before.id


def _together(before: Section, section: Section) -> str:
    first, second = parse(before.body), parse(section.body)
    used = {label for label, _text in first.notes}
    own = {label for label, _text in second.notes}
    free = free_labels(used | own)
    second = relabelled(second, {label: next(free) for label in sorted(used & own)})
    line = (Paragraph((Strong((Text(section.heading),)),)),) if section.heading else ()
    blocks = (*first.blocks, *line, *second.blocks)
    return write(Prose(blocks, (*first.notes, *second.notes)))
