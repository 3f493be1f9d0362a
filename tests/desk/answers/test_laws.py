"""What holds of every sheet that may come back."""

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from strategidesk.desk.answers.judging import Received, judge
from strategidesk.desk.answers.outcomes import Judgment, Verdict
from strategidesk.desk.answers.settling import Key, LeaveOut, Take, settled
from strategidesk.excel.sheets.identity import Identity
from strategidesk.excel.sheets.layout import LAYOUTS
from strategidesk.excel.sheets.returned import Cell, Returned, Row, Stray
from strategidesk.model.fields import from_json
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from tests.support import rounds
from tests.support.returned import made
from tests.support.returned.case import ACTIVITIES
from tests.support.returned.words import DAYS, FIGURES, WORDS
from tests.support.strategies import known_id

DAY = "2026-12-20"
TEXTS = [text for _, text, _ in (*WORDS, *DAYS, *FIGURES)]
TEXTS += ["", "Språkcafé", "Läslust", "Språk", "Ny", "*a* [b](c)\n\n- d", "å" * 40, "\ud7ff|\n|--|"]
texts = st.sampled_from(TEXTS) | st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=12
)
LOCKED = ["number", "activity", "when"]
IDS = ["", "v1", "v2", "v3", "v4", "borta"]


@cache
def asking(kind: str, answered: bool = False) -> Strategy:
    answer = {"activity": "v1", "period": "2026", "status": "started", "comment": "**Så**."}
    there = {"follow_ups": [answer]} if answered else {}
    return rounds.asking(kind, activities=ACTIVITIES, **there)


@cache
def sent(kind: str) -> Returned:
    return made.sheet(asking(kind))


@st.composite
def sheets(draw: st.DrawFn) -> Returned:
    kind = draw(st.sampled_from(sorted(LAYOUTS)))
    whole = sent(kind)
    keys = [column.key for column in LAYOUTS[kind].columns if column.field]
    own = [row.id for row in whole.rows if row.own or kind == "proposals"]
    rows = []
    for number in range(7, 7 + draw(st.integers(0, 6))):
        open_keys = draw(st.lists(st.sampled_from(keys), max_size=5, unique=True))
        name = draw(st.sampled_from([*IDS, *own[:3]]))
        rows.append(
            Row(
                number=number,
                id=name if name in own or not name else str(known_id(name)),
                locked=draw(st.dictionaries(st.sampled_from(LOCKED), texts)),
                cells=tuple(
                    draw(_cells(made.place(LAYOUTS[kind], key, number), key)) for key in open_keys
                ),
                own=draw(st.booleans()),
                sheet=draw(st.sampled_from(["", "", "Kopia"])),
            )
        )
    strays = draw(
        st.lists(
            st.builds(
                Stray,
                sheet=st.sampled_from([whole.sheet, "Annat"]),
                at=st.sampled_from(["A1", "P6", "P7", "P8", "Q6", "Q7"]),
                text=texts,
                heading=st.sampled_from(["", "Att göra"]),
            ),
            max_size=8,
            unique_by=lambda one: (one.sheet, one.at),
        )
    )
    identity = draw(st.sampled_from([whole.identity, whole.identity, None, _elsewhere(whole)]))
    return Returned(
        sheet=whole.sheet,
        identity=identity,
        facts=whole.facts,
        rows=tuple(rows),
        heading_row=6,
        stray=tuple(strays),
    )


def _elsewhere(whole: Returned) -> Identity | None:
    assert whole.identity
    return Identity(strategy="en annan", round="r", kind="", period="", unit="", sent_on="")


@st.composite
def _cells(draw: st.DrawFn, at: str, key: str) -> Cell:
    odd: dict[str, Any] = draw(
        st.sampled_from(
            [{}, {}, {}, {"day": "2026-08-31"}, {"formula": "=A1"}, {"fault": "#REF!"},
             {"formula": "=A1", "uncomputed": True}, {"cleaned": True}, {"merged": "H7:H9"},
             {"sent": True}]
        )
    )  # fmt: skip
    return Cell(at=at, column=key, text=draw(texts), **odd)


@st.composite
def judgments(draw: st.DrawFn) -> Judgment:
    files = [
        Received(Path(f"{number}.xlsx"), found)
        for number, found in enumerate(draw(st.lists(sheets(), min_size=1, max_size=3)))
    ]
    kind = draw(st.sampled_from(sorted(LAYOUTS)))
    return judge(asking(kind, draw(st.booleans())), files, DAY)


def assert_whole(judgment: Judgment) -> None:
    """Each filled cell has exactly one outcome, and what is taken fits its field."""
    for sheet in judgment.sheets:
        counted = [(one.sheet, one.at) for one in sheet.outcomes if one.counted]
        assert len(counted) == len(set(counted)) == sheet.filled == sum(sheet.counts.values())
        for one in sheet.outcomes:
            assert all(str(why) for why in one.why)
            assert one.why or one.verdict in (Verdict.TAKEN, Verdict.SAME)
            if one.verdict is Verdict.TAKEN:
                assert one.target is not None
            if one.target and one.new is not None and one.verdict is not Verdict.REFUSED:
                noun = NOUNS[one.target.entity]
                from_json(fields_of(noun)[one.target.field], one.new)
                for choice in one.choices:
                    from_json(fields_of(noun)[one.target.field], choice.value)


NOUNS = {noun.meta.entity: noun for noun in rounds.asking().schema.nouns}


@given(judgments())
def test_that_each_filled_cell_has_one_outcome(judgment: Judgment) -> None:
    assert_whole(judgment)


@given(judgments(), st.data())
def test_that_each_filled_cell_keeps_its_outcome_when_questions_are_settled(
    judgment: Judgment, data: st.DataObject
) -> None:
    asked = [
        ((sheet.path, one.sheet, one.at), one)
        for sheet in judgment.sheets
        for one in sheet.outcomes
        if one.verdict is Verdict.ASKED or one.corrected
    ]
    decisions: dict[Key, Take | LeaveOut] = {}
    for key, one in asked:
        values: list[Take | LeaveOut] = [Take(each.value) for each in one.choices if one.target]
        decisions[key] = data.draw(st.sampled_from([*values, LeaveOut()]))

    after = settled(judgment, decisions)

    assert_whole(after)
    assert not [
        one
        for sheet in after.sheets
        for one in sheet.questions
        if one.counted and (sheet.path, one.sheet, one.at) in decisions
    ]
