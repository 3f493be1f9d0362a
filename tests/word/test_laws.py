"""What holds for the Word document of any strategy at all."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from strategidesk.model.planning import Form
from strategidesk.model.strategy import Strategy
from strategidesk.word import activity_plan
from strategidesk.word import strategy as word
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy, whole_strategies
from tests.support.validate import assert_valid

W = f"{{{NS['w']}}}"
unhurried = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def written(folder: str, strategy: Strategy, form: Form = "compact") -> Path:
    out = Path(folder) / "strategi.docx"
    for _ in word.write(strategy, out, today="2026-03-09", plan=form):
        pass
    return out


@unhurried
@given(whole_strategies())
def test_that_any_strategy_is_schema_valid_and_skips_no_heading_level(strategy: Strategy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = written(folder, strategy, "full")
        assert_valid(out)
        above = 0
        for level, text in documents.headings(out):
            assert level <= above + 1
            assert text.strip()
            above = level
        notes = documents.part(out, "word/footnotes.xml").findall("w:footnote", NS)
        marks = documents.part(out, "word/document.xml").iter(f"{W}footnoteReference")
        assert [note.get(f"{W}id") for note in notes[2:]] == [mark.get(f"{W}id") for mark in marks]


@unhurried
@given(whole_strategies())
def test_that_any_plan_is_schema_valid_in_both_forms(strategy: Strategy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "plan.docx"
        for form in ("compact", "full"):
            for _ in activity_plan.write(strategy, out, form=form, today="2026-03-09"):
                pass
            assert_valid(out)


def test_that_a_huge_strategy_is_valid_and_whole() -> None:
    huge = strategy(
        strategy={"title": "Stor"},
        sections=[
            {"heading": f"Avsnitt {n}", "body": "Ett stycke om möten.\n\n- punkt" * 20}
            for n in range(200)
        ]
        + [{"heading": "Plan", "content": "activities"}],
        activities=[{"title": f"Aktivitet {n}", "when": "Årligen"} for n in range(5000)],
    )
    with tempfile.TemporaryDirectory() as folder:
        out = written(folder, huge)
        assert_valid(out)
        assert len(documents.tables(out)[1]) == 5001
        assert len(documents.headings(out)) == 201
