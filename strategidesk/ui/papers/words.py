"""What papers are called in the window."""

from strategidesk.desk.exports import EXPORTS
from strategidesk.language import tr
from strategidesk.model.choices import PAPER_KIND
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Decision, Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.papers.contents import layout_of
from strategidesk.ui.words import choice_label
from strategidesk.word.fragments import decided, together

_ALONE = ("consultation", "consultation_summary")  # concern the strategy, and no decision


def kind_word(paper: Paper) -> str:
    """What kind of paper it is; one of a newer program is named as it is."""
    return choice_label(fields_of(Paper)["kind"], paper.kind)


def draft_word(paper: Paper) -> str:
    """How the window says that a paper goes out marked as a draft; empty where it does not."""
    return tr("DRAFT") if mark_of(paper) else ""


def mark_of(paper: Paper) -> str:
    """What it is marked with when it goes out, beyond its own name; empty where it is not."""
    found = layout_of(paper.kind)
    return found.mark if found and found.mark.casefold() != found.name.casefold() else ""


def kind_of(what: str) -> str:
    """The kind of paper that an export (by its name) makes; empty where it makes none."""
    kind = what.replace("-", "_")
    return kind if kind in PAPER_KIND else ""


def export_of(kind: str) -> str:
    """The name of the export that makes a kind of paper."""
    return kind.replace("_", "-")


def can_export(kind: str) -> bool:
    """Whether a kind of paper is made by any export."""
    return any(one.what == export_of(kind) for one in EXPORTS)


def decision_of(strategy: Strategy, paper: Paper) -> Decision | None:
    """The decision that a paper belongs to."""
    return strategy.get(Decision, paper.decision)


def about_of(strategy: Strategy, paper: Paper) -> str:
    """What a paper concerns: what its decision does, else what it says itself."""
    decision = decision_of(strategy, paper)
    return decision.about if decision else paper.about


def about_word(about: str) -> str:
    """What a paper concerns, as a word."""
    return choice_label(fields_of(Paper)["about"], about)


def concerns(strategy: Strategy, paper: Paper, short: bool = False) -> str:
    """What it concerns, who decides, when and (unless `short`) under which paragraph."""
    decision = decision_of(strategy, paper)
    if decision is None:
        who = together((paper.body, paper.dated or paper.reply_by), " ")
    elif short:
        who = together((decision.body, decision.date), " ")
    else:
        who = decided(decision)
    return together((about_word(about_of(strategy, paper)), who))


def has_about(kind: str) -> bool:
    """Whether a kind of paper may concern the activity plan."""
    return kind not in _ALONE
