"""Who does what: units, members, decisions and the papers for the boards."""

from dataclasses import dataclass
from typing import ClassVar

from strategidesk.model.choices import DECISION_ABOUT, DECISION_KIND, PAPER_KIND
from strategidesk.model.fields import Id, choice, date, line, prose, reference
from strategidesk.model.noun import Meta, Ordered


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Ordered):
    meta: ClassVar[Meta] = Meta("unit", "units", "Unit", "Units", "name", tree=True)
    name: str = line("Name")
    manager: str = line("Manager")
    email: str = line("E-mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Ordered):
    meta: ClassVar[Meta] = Meta("member", "members", "Member", "Members", "name")
    name: str = line("Name")
    role: str = line("Role")
    unit: Id | None = reference("Unit", to="unit")
    email: str = line("E-mail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Ordered):
    meta: ClassVar[Meta] = Meta("decision", "decisions", "Decision", "Decisions", "body")
    kind: str = choice("Kind of decision", DECISION_KIND, "commission")
    about: str = choice("Concerns", DECISION_ABOUT, "strategy")
    body: str = line("Decided by")
    date: str = date("Date")
    paragraph: str = line("Paragraph")
    reference_number: str = line("Reference number")
    text: str = prose("Decision text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Ordered):
    """A paper to a board or to those who are consulted.

    Parts left empty are composed from the strategy. Of a paper with a decision, that says what it
    concerns, who decides, when and under which paragraph; `about` and `body` are for one without.
    """

    meta: ClassVar[Meta] = Meta("paper", "papers", "Paper", "Papers", "kind")
    kind: str = choice("Kind of paper", PAPER_KIND, "proposal")
    decision: Id | None = reference("Decision", to="decision", owned=True)
    about: str = choice("Concerns", DECISION_ABOUT, "strategy")
    body: str = line("Decided by")
    heading: str = line("Heading")
    dated: str = date("Date")
    case_officer: str = line("Case officer")
    department: str = line("Department")
    proposed_decision: str = prose("Proposed decision")
    summary: str = prose("Summary of the matter")
    documents: str = prose("Documents for the decision")
    description: str = prose("Description of the matter")
    assessment: str = prose("Assessment")
    economy: str = prose("Financial consequences")
    children: str = prose("Consequences for children")
    sent_to: str = prose("The decision is sent to")
    motions: str = prose("Motions at the meeting")
    procedure: str = prose("Course of the decision")
    reservations: str = prose("Reservations")
    signatures: str = prose("Signatures")
    letter: str = prose("Letter to those consulted")
    reply_by: str = date("Reply by")
    reply_to: str = line("Reply to")
