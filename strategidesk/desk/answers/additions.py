"""What stands in columns of a unit's own beside an activity's row: it goes into the comment."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Verdict
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.prose.literal import literal
from strategidesk.prose.plain import plain

FROM_ANOTHER: Final = mark(
    "Another sheet has a comment for the same activity. Write what both say, or leave this out."
)


def is_addition(outcome: Outcome) -> bool:
    """Whether it is put behind what the comment says otherwise; not where a person wrote it."""
    return not outcome.column and outcome.corrected and outcome.target is not None


def said_by(outcome: Outcome) -> str:
    """What is put into the comment: the text, after the heading of its column."""
    return ": ".join(filter(None, (outcome.heading, outcome.typed)))


def added(sheets: Iterable[SheetReport]) -> list[SheetReport]:
    """The sheets, in which what is put into comments stands behind what else they say."""
    sheets = list(sheets)
    if not any(is_addition(one) for sheet in sheets for one in sheet.outcomes):
        return sheets
    comments = {
        one.target.id: (place, str(one.new))
        for place, sheet in enumerate(sheets)
        for one in sheet.outcomes
        if one.target
        and one.target.field == "comment"
        and not is_addition(one)
        and one.verdict is Verdict.TAKEN
    }
    now: dict[Id, str] = {}
    return [
        replace(sheet, outcomes=tuple(_added(one, place, comments, now) for one in sheet.outcomes))
        for place, sheet in enumerate(sheets)
    ]


def _added(
    outcome: Outcome, place: int, comments: dict[Id, tuple[int, str]], now: dict[Id, str]
) -> Outcome:
    if not is_addition(outcome) or outcome.target is None or outcome.verdict is not Verdict.TAKEN:
        return outcome
    id = outcome.target.id
    sheet, comment = comments.get(id, (place, str(outcome.old or "")))
    before = now.get(id, comment)
    is_line = outcome.target.entity == "activity"
    says = " ".join(said_by(outcome).split()) if is_line else literal(said_by(outcome))
    if _has(before, says, is_line):
        return replace(outcome, verdict=Verdict.SAME, new=outcome.old)
    now[id] = ("; " if is_line else "\n\n").join(filter(None, (before, says)))
    if sheet != place:
        return replace(outcome, verdict=Verdict.ASKED, new=now[id], why=(Said(FROM_ANOTHER),))
    return replace(outcome, new=now[id])


def _has(comment: str, says: str, is_line: bool) -> bool:
    """Whether a comment says it already, as a part of its own."""
    if is_line:
        return says in comment.split("; ")
    lines = plain(says)
    return f"\n{lines}\n" in f"\n{plain(comment)}\n"
