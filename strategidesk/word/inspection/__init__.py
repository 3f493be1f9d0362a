"""What in a finished Word document shuts readers out, point by point of the law's list.

Sources: DOS-lagen, that is EN 301 549 and WCAG 2.1 AA, read for documents.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from strategidesk.word.inspection.facts import facts
from strategidesk.word.inspection.fault import Fault
from strategidesk.word.inspection.links import links
from strategidesk.word.inspection.opened import Opened, opened
from strategidesk.word.inspection.pictures import pictures
from strategidesk.word.inspection.seen import seen
from strategidesk.word.inspection.structure import structure
from strategidesk.word.inspection.tables import tables

RULES: tuple[Callable[[Opened], Iterator[Fault]], ...] = (
    facts,
    structure,
    tables,
    pictures,
    links,
    seen,
)


def inspect(path: Path) -> tuple[Fault, ...]:
    """Every fault of a docx or dotx. Raises UserError where it is no Word document."""
    document = opened(path)
    return tuple(fault for rule in RULES for fault in rule(document))


__all__ = ["Fault", "inspect"]
