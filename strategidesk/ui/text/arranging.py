"""What can be done with whole sections."""

from strategidesk.desk import sections
from strategidesk.desk.commands import Create, Move
from strategidesk.desk.siblings import LAST
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.places import parent_of
from strategidesk.ui.pages import arranging
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work


def make(work: Work, here: Id | None) -> Id | None:
    """A new section behind the one that the user is on, at its level; None where refused."""
    section = work.strategy.get(Section, here)
    parent = parent_of(section.place) if section else None
    step = tr("add {thing}", thing=noun_label(work.strategy, Section))
    after = section.id if section else LAST
    changes = work.run(Create("section", {}, parent, after, label=step))
    return next(iter(changes.created), None) if changes else None


def move(work: Work, id: Id, by: int) -> None:
    """Up (-1) or down (1) among the sections beside it."""
    section = work.strategy.get(Section, id)
    if section is None:
        return
    parent = parent_of(section.place)
    beside = [one.id for one in work.strategy.sections if parent_of(one.place) == parent]
    _run(work, arranging.step(work.strategy, id, beside, by, _moving(work)))


def put(work: Work, id: str, target: str, where: int) -> None:
    """Beside another section or under it, as the mouse has put it."""
    _run(work, arranging.put(work.strategy, id, target, where))


def change_level(work: Work, id: Id, by: int) -> None:
    """Under the heading before it (1), or behind the one it stands under (-1)."""
    _run(work, arranging.level(work.strategy, id, by, _moving(work)))


def split(work: Work, id: Id, before: str, behind: str) -> Id | None:
    """Two sections of one: the new one holds the text behind; None where refused."""
    section = work.strategy.get(Section, id)
    if section is None:
        return None
    step, made = sections.split(section, before, behind)
    return made if work.run(step) is not None else None


def join(work: Work, id: Id) -> Id | None:
    """One section of two: the one before it, which is given back; None where refused."""
    if not sections.can_join(work.strategy, id):
        return None
    step, before = sections.join(work.strategy, id)
    return before if work.run(step) is not None else None


def _moving(work: Work) -> str:
    return tr("move {thing}", thing=noun_label(work.strategy, Section))


def _run(work: Work, command: Move | None) -> None:
    if command is not None:
        work.run(command)
