"""What a paper's form and its preview have, in the order of the paper."""

from strategidesk.model.noun import fields_of
from strategidesk.model.papers import Part, layout, parts
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.fragments import paragraph_sign

_FACTS = {
    "proposal": ("decision", "about", "body", "heading", "dated", "case_officer", "department"),
    "minutes": ("decision", "about", "body", "heading"),
    "consultation": ("heading", "dated", "reply_by", "reply_to"),
    "consultation_summary": ("heading", "dated"),
}
_USUAL_FACTS = ("decision", "about", "body", "heading", "dated")
_LETTERED = {"consultation": ("letter", "sent_to")}  # kinds without parts of their own


def facts_of(kind: str) -> tuple[str, ...]:
    """The names of the fields that stand on top of a paper's form."""
    return _FACTS.get(kind, _USUAL_FACTS)


def parts_of(kind: str) -> tuple[Part, ...]:
    """The parts that a secretary edits."""
    return parts(kind) or tuple(Part(name, optional=True) for name in _LETTERED.get(kind, ()))


def heading_of(strategy: Strategy, whole: Paper, part: Part) -> str:
    """What stands over a part; `whole`: the paper with all that is composed."""
    decision = strategy.get(Decision, whole.decision)
    proposed = decision is not None and decision.kind == "proposal"
    words = (part.heading_when_proposed if proposed else "") or part.heading
    further = wording().texts["papers"]["further"]
    return words.format(body=whole.body, further=further)


def opening_of(paper: Paper) -> str:
    """What stands over a paper's heading."""
    try:
        return layout(paper.kind).opening
    except KeyError:
        return wording().choice(fields_of(Paper)["kind"], paper.kind)


def fact_rows(strategy: Strategy, whole: Paper) -> list[tuple[str, str]]:
    """What stands beside a paper's opening: names and values."""
    decision = strategy.get(Decision, whole.decision)
    values = {
        "dated": whole.dated,
        "reference_number": (decision.reference_number if decision else "")
        or strategy.card.reference_number,
        "case_officer": whole.case_officer,
        "department": whole.department,
        "body": whole.body,
        "meeting": decision.date if decision else "",
        "paragraph": paragraph_sign(decision.paragraph) if decision else "",
    }
    words = wording().texts["papers"]
    try:
        names = layout(whole.kind).facts
    except KeyError:
        names = ("dated", "reference_number")
    rows = [
        (words["facts"][name], values.get(name) or words["unknown"].get(name, ""))
        for name in names
    ]
    return [(name, value) for name, value in rows if value]
