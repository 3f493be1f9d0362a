"""The documents that a decision rests on: the own paper first, all dated, earlier paragraphs."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import PLAN, Matter, told
from strategidesk.desk.papers.sentences import bullets, prose, words
from strategidesk.model.dialogue import Consultation, Response


def documents(matter: Matter) -> str:
    """The list of documents."""
    return prose(bullets(_documents(matter)))


def _documents(matter: Matter) -> Iterator[str]:
    put_forward = matter.proposal or matter.paper
    department = put_forward.department or matter.paper.department
    if department:
        yield words("documents.own_of", department=department, day=matter.day)
    else:
        yield words("documents.own", day=matter.day)
    yield words("documents.document", document=matter.document, dated=matter.dated, day=matter.day)
    if matter.about != PLAN and _answered(matter):
        yield words("documents.consultation", day=matter.day)
    for decision in matter.earlier:
        if decision.date or decision.paragraph:
            yield words("documents.earlier", decision=told(decision))


def _answered(matter: Matter) -> bool:
    remiss = {one.id for one in matter.strategy.all(Consultation) if one.kind == "remiss"}
    return any(one.consultation in remiss for one in matter.strategy.all(Response))
