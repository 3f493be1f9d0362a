"""What is told of a row besides its filled cells: what is missing, and what was changed in vain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from strategidesk.desk.answers.asked_sheet import AskedSheet, Line
from strategidesk.desk.answers.cells import NO_ROOM
from strategidesk.desk.answers.folding import folded
from strategidesk.desk.answers.outcomes import Choice, Outcome, Said, Verdict
from strategidesk.desk.answers.spots import Spot
from strategidesk.desk.answers.words import choices_of
from strategidesk.excel.cells import MOST_CHARACTERS
from strategidesk.excel.references import area
from strategidesk.excel.sheets.layout import NEEDS_COMMENT
from strategidesk.excel.sheets.returned import Row
from strategidesk.language import mark
from strategidesk.model.choices import ACTIVITY_STATUS
from strategidesk.model.follow_up import FollowUp

NO_COMMENT: Final = mark(
    "{status} needs a comment, and there is none. Write it, or ask the unit why."
)
NO_STATUS: Final = mark("The row has answers but no status. Choose one, or ask the unit.")
NOT_FILLED: Final = mark("The row is not filled in.")
NO_TITLE: Final = mark("The new activity has no name. Write what it is called.")
NO_ROWS: Final = mark(
    "The sheet has no row for {titles}. It was removed, or the activity is newer than the sheet."
)
EMPTIED: Final = mark(
    "The unit has emptied the row of its proposal, which stands. Ask it, and decline the proposal "
    "if it is withdrawn."
)
PLAN_STANDS: Final = mark(
    "The plan says “{plan}”. It was changed in the sheet, or in the plan after the sheet was sent; "
    "the plan's text stands."
)
JOINED: Final = mark(
    "The cell is joined with {at}, where it says “{typed}”. Choose it if it is meant here too."
)
_MOST_NAMED = 5  # activities in one sentence
_MOST_JOINED = 20  # rows of one joined cell that are asked about
OVERWRITTEN: Final = mark(
    "The column was locked and has been changed in the sheet. The plan says “{plan}”; that stands."
)
_TOLD = ("activity", "hallmarks", "responsible", "when", "indicator")  # columns that only tell
_NAME_LENGTH = 80  # letters of a name that is proposed


def status_missing(
    sheet: AskedSheet, row: Row, spot: Spot, answer: FollowUp | None
) -> Iterator[Outcome]:
    """A follow-up row without a status: it is not filled in, or somebody must choose one."""
    if any(cell.column == "status" for cell in row.cells) or spot.id is None or spot.doubt:
        return
    outcome = beside(sheet, row, spot, "status")
    if not row.cells:
        if not row.own:
            yield replace(outcome, verdict=Verdict.SAME, why=(Said(NOT_FILLED),))
    elif not spot.is_new and not (answer and answer.status):
        target = sheet.answer_target(spot.id, "status")
        choices = choices_of("status", ACTIVITY_STATUS)
        yield replace(outcome, target=target, old="", why=(Said(NO_STATUS),), choices=choices)


def comment_missing(
    sheet: AskedSheet, row: Row, spot: Spot, status: str, answer: FollowUp | None
) -> Iterator[Outcome]:
    """A status that says nothing without a comment, and has none."""
    if status not in NEEDS_COMMENT or spot.id is None or spot.doubt:
        return
    if any(cell.column == "result" for cell in row.cells) or (answer and answer.comment):
        return
    target = sheet.answer_target(spot.id, "comment")
    outcome = beside(sheet, row, spot, "result")
    yield replace(outcome, target=target, old="", why=(needs_comment(status),))


def needs_comment(status: str) -> Said:
    """That a status says nothing without a comment."""
    words = {one.value: one.label for one in choices_of("status", ACTIVITY_STATUS)}
    return Said(NO_COMMENT, {"status": words[status]})


def title_missing(
    sheet: AskedSheet, row: Row, spot: Spot, outcomes: Sequence[Outcome]
) -> Iterator[Outcome]:
    """A new activity that nobody has named; what the unit wrote of it is proposed."""
    if not row.cells or spot.id is None or spot.thing is not None:
        return
    if any(cell.column == "activity" for cell in row.cells):
        return
    texts = [one.typed for one in outcomes if one.verdict is Verdict.TAKEN and one.typed]
    longest = max(texts, key=len, default="").split("\n")[0][:_NAME_LENGTH].strip()
    yield replace(
        beside(sheet, row, spot, "activity"),
        target=spot.target("title"),
        old="",
        new=longest or None,
        why=(Said(NO_TITLE),),
        choices=(Choice(longest, longest),) if longest else (),
    )


def without_rows(sheet: AskedSheet, outcomes: Sequence[Outcome]) -> Said | None:
    """That activities of the unit have no row in its sheet; None where all have."""
    if sheet.is_proposals:
        return None
    there = {row.id for row in sheet.returned.rows} | {one.activity for one in outcomes}
    asked = sheet.known.matter(sheet.round).activities(sheet.unit)
    lacking = [sheet.known.title(one) for _, one in asked if one.id not in there]
    if not lacking:
        return None
    more = "…" if len(lacking) > _MOST_NAMED else ""
    return Said(NO_ROWS, {"titles": ", ".join(lacking[:_MOST_NAMED]) + more})


def emptied(sheet: AskedSheet, row: Row, spot: Spot) -> Iterator[Outcome]:
    """A proposal of the unit's whose row it has emptied: it stands as long as nobody says else."""
    if not row.cells and not row.sheet and spot.thing and spot.thing.stage == "proposed":
        outcome = beside(sheet, row, spot, "activity")
        yield replace(outcome, verdict=Verdict.SAME, old=spot.thing.title, why=(Said(EMPTIED),))


def changed_in_vain(sheet: AskedSheet, row: Row, spot: Spot) -> Iterator[Outcome]:
    """Texts of locked columns that are not the plan's."""
    if spot.doubt:
        return
    if spot.thing is None or row.own:
        yield from _written_beside(sheet, row, spot)
        return
    rows = sheet.rows
    if spot.thing.id not in rows:
        rows = sheet.known.rows(sheet.round, spot.thing.unit)
    told = rows.get(spot.thing.id)
    for key in _TOLD:
        text = row.locked.get(key)
        if text is None or told is None:
            continue
        plan = str(told.values.get(key, ""))
        if text == plan or _squeezed(text) == _squeezed(plan) or len(plan) > MOST_CHARACTERS // 2:
            continue
        yield replace(
            beside(sheet, row, spot, key),
            typed=text,
            verdict=Verdict.REFUSED,
            old=plan,
            why=(Said(OVERWRITTEN if key in row.changed else PLAN_STANDS, {"plan": plan}),),
        )


def _written_beside(sheet: AskedSheet, row: Row, spot: Spot) -> Iterator[Outcome]:
    """What was written in the locked columns of a row that the unit fills in itself."""
    sent = sheet.rows.get(row.id)
    keys = row.changed if row.id else row.locked if row.cells else ()
    for key in (key for key in (*_TOLD, "area", "last_answer") if key in keys):
        plan = str(sent.values.get(key, "")) if sent else ""
        why = Said(OVERWRITTEN, {"plan": plan}) if plan else Said(NO_ROOM)
        yield replace(
            beside(sheet, row, spot, key),
            typed=row.locked[key],
            verdict=Verdict.REFUSED,
            old=plan,
            why=(why,),
        )


def joined_over(
    sheet: AskedSheet, rows: Mapping[Line, tuple[Row, Spot]], outcomes: Sequence[Outcome]
) -> Iterator[Outcome]:
    """The cells of other activities that lie under a joined one: it may say the same of them."""
    by_place = {(one.sheet, one.at): one for one in outcomes}
    for (name, _), (row, _) in rows.items():
        for cell in row.cells:
            under = area(cell.merged) if cell.merged else None
            first = by_place.get((name, cell.at))
            if under is None or first is None or first.new is None or first.target is None:
                continue
            for number in range(under.row + 1, min(under.last_row, under.row + _MOST_JOINED) + 1):
                if (name, number) in rows:
                    yield from _under(sheet, *rows[name, number], first)


def _under(sheet: AskedSheet, row: Row, spot: Spot, first: Outcome) -> Iterator[Outcome]:
    if spot.id is None or spot.doubt or first.target is None:
        return
    if any(cell.column == first.column for cell in row.cells):
        return
    name = first.target.field
    of_answer = first.target.entity == "follow_up"
    yield replace(
        beside(sheet, row, spot, first.column),
        target=sheet.answer_target(spot.id, name) if of_answer else spot.target(name),
        new=first.new,
        why=(Said(JOINED, {"at": first.at, "typed": first.typed}),),
        choices=(Choice(first.typed, first.new),),
    )


def _squeezed(text: str) -> str:
    """Without blanks: programs keep them in their way."""
    return folded(text).replace(" ", "")


def beside(sheet: AskedSheet, row: Row, spot: Spot, key: str) -> Outcome:
    """An outcome of a cell that is not among the filled ones; a question until it is said else."""
    return Outcome(
        sheet=sheet.name_of(row),
        at=sheet.place(key, row.number),
        row=row.number,
        column=key,
        heading=sheet.headings[key],
        typed="",
        verdict=Verdict.ASKED,
        title=spot.title,
        activity=spot.id,
        proposal=spot.is_new,
        counted=False,
        row_key=spot.key,
    )
