"""The levels at which an outline's headings stand in a document."""

from collections.abc import Iterable, Iterator

from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of


def levels(sections: Iterable[Section]) -> Iterator[tuple[Section, int]]:
    """Each section, in order, with its heading's level (1 at the top).

    A section without heading passes its place on: what stands below it moves up a level, so that
    no level is skipped; its own level is that of the heading its text stands under.
    """
    known: dict[Id | None, int] = {None: 0}
    for section in sections:
        level = known[parent_of(section.place)] + bool(section.heading.strip())
        known[section.id] = level
        yield section, level
