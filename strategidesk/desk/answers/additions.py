"""What stands in columns of a unit's own beside an activity's row: it goes into the comment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Verdict
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.prose.literal import literal
from strategidesk.prose.plain import plain

CHOSEN: Final = mark("You chose this.")


def is_addition(outcome: Outcome) -> bool:
    """Whether it is put behind what the comment says otherwise; not where a person wrote it."""
    return not outcome.column and outcome.corrected and outcome.target is not None


def said_by(outcome: Outcome) -> str:
    """What is put into the comment: the text, after the heading of its column."""
    return ": ".join(filter(None, (outcome.heading, outcome.typed)))


def added(sheets: Iterable[SheetReport]) -> list[SheetReport]:
    """The sheets, in which all that is taken into one comment says the whole of it: the text that
    stands beside the status, else what it says today, and behind it what is put there."""
    sheets = list(sheets)
    comments: dict[Id, list[Outcome]] = {}
    with_more: set[Id] = set()  # comments that something is put behind, taken or left out
    for sheet in sheets:
        for one in sheet.outcomes:
            if one.target is None or one.target.field != "comment":
                continue
            if is_addition(one):
                with_more.add(one.target.id)
            if one.verdict is Verdict.TAKEN:
                comments.setdefault(one.target.id, []).append(one)
    whole = {id: _whole(ones) for id, ones in comments.items() if id in with_more}
    if not whole:
        return sheets
    return [
        replace(sheet, outcomes=tuple(_with(one, whole) for one in sheet.outcomes))
        for sheet in sheets
    ]


def _whole(parts: Sequence[Outcome]) -> str:
    """What a comment says when all these are taken."""
    texts = [one for one in parts if not is_addition(one)]
    comment = _own(texts[-1]) if texts else str(parts[0].old or "")
    for one in filter(is_addition, parts):
        says, between = said_by(one), "\n\n"
        if one.target and one.target.entity == "activity":  # a line
            says, between = " ".join(says.split()), "; "
        else:
            says = literal(says)
        if not _has(comment, says, between):
            comment = between.join(filter(None, (comment, says)))
    return comment


def _own(text: Outcome) -> str:
    """What a comment says without what was put behind it."""
    return str(text.new) if Said(CHOSEN) in text.why else literal(text.typed)


def _with(outcome: Outcome, whole: Mapping[Id, str]) -> Outcome:
    target = outcome.target
    if target is None or target.field != "comment" or outcome.verdict is not Verdict.TAKEN:
        return outcome
    new = whole.get(target.id, outcome.new)
    verdict = Verdict.SAME if new == outcome.old else Verdict.TAKEN
    return replace(outcome, verdict=verdict, new=new)


def _has(comment: str, says: str, between: str) -> bool:
    """Whether a comment says it already, as a part of its own."""
    if between == "; ":
        return says in comment.split(between)
    return f"\n{plain(says)}\n" in f"\n{plain(comment)}\n"
