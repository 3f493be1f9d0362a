"""Several answers to one question: from copied rows, or from two sheets of one unit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from strategidesk.desk.answers.additions import is_addition
from strategidesk.desk.answers.outcomes import Choice, Outcome, Said, SheetReport, Verdict
from strategidesk.desk.answers.words import choices_of
from strategidesk.language import mark
from strategidesk.model.fields import Kind
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import fields_of
from strategidesk.word.fragments import day_in_words

SAYS_THE_SAME: Final = mark("{file} says the same in {at}.")
SAYS_OTHERWISE: Final = mark("{file} says “{other}” in {at}. Choose the answer that counts.")
_LONGEST = 80  # letters of an answer in a sentence or a list of choices

_Place = tuple[int, int]  # the sheet and the outcome, counted from 0


def agreed(sheets: Sequence[SheetReport]) -> list[SheetReport]:
    """The sheets, in which each question has one answer, or a person is asked."""
    groups: dict[tuple[str, str], list[_Place]] = {}
    for at, sheet in enumerate(sheets):
        if sheet.already or sheet.refused:
            continue
        for number, one in enumerate(sheet.outcomes):
            if one.target is not None and not is_addition(one):
                groups.setdefault((one.target.id, one.target.field), []).append((at, number))
    changed: dict[_Place, Outcome | None] = {}
    for places in groups.values():
        if len(places) > 1:
            changed |= _settled(sheets, places)
    if not changed:
        return list(sheets)
    return [
        replace(
            sheet,
            outcomes=tuple(
                found
                for number, one in enumerate(sheet.outcomes)
                if (found := changed.get((at, number), one)) is not None
            ),
        )
        for at, sheet in enumerate(sheets)
    ]


def _settled(
    sheets: Sequence[SheetReport], places: Sequence[_Place]
) -> dict[_Place, Outcome | None]:
    """What becomes of outcomes that go to one field; None of those that are told no more."""
    one = {place: sheets[place[0]].outcomes[place[1]] for place in places}
    changed: dict[_Place, Outcome | None] = {
        place: None for place in places if not one[place].counted
    }
    answers = [place for place in places if one[place].verdict in (Verdict.TAKEN, Verdict.SAME)]
    if not answers:
        return {}
    values = [one[place].new for place in answers]
    first = answers[0]
    if all(value == values[0] for value in values):
        for place in answers[1:]:
            if one[place].verdict is Verdict.TAKEN:
                why = _said(SAYS_THE_SAME, sheets, first)
                changed[place] = replace(
                    one[place], verdict=Verdict.SAME, why=(*one[place].why, why)
                )
        return changed
    choices = tuple(_choices([one[place] for place in answers]))
    for place in answers:
        other = next(p for p in answers if one[p].new != one[place].new)
        why = _said(SAYS_OTHERWISE, sheets, other)
        changed[place] = replace(
            one[place], verdict=Verdict.ASKED, why=(*one[place].why, why), choices=choices
        )
    return changed


def _choices(answers: Sequence[Outcome]) -> list[Choice]:
    found: list[Choice] = []
    known: list[Any] = []
    for one in answers:
        if one.new not in known:
            known.append(one.new)
            found.append(Choice(_label(one), one.new))
    return found


def _said(template: str, sheets: Sequence[SheetReport], place: _Place) -> Said:
    sheet = sheets[place[0]]
    one = sheet.outcomes[place[1]]
    places = {"file": sheet.path.name, "at": one.at}
    if template == SAYS_OTHERWISE:
        places["other"] = _label(one)
    return Said(template, places)


def _label(answer: Outcome) -> str:
    """What an answer says: a word of the list, a date in words, else what was typed."""
    field = fields_of(FollowUp).get(answer.target.field) if answer.target else None
    if field and field.choices:
        words = {one.value: one.label for one in choices_of(field.name, field.choices)}
        return words.get(answer.new, answer.typed)
    if field and field.kind is Kind.DATE:
        return day_in_words(str(answer.new))
    text = " ".join(answer.typed.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
