"""The report on what came back, as scripts read it."""

import json
from pathlib import Path

import pytest

from strategidesk import language
from strategidesk.desk.answers.outcomes import (
    Choice,
    Judgment,
    Outcome,
    Said,
    SheetReport,
    Target,
    Verdict,
)
from strategidesk.desk.answers.report import as_json
from strategidesk.errors import UserError
from strategidesk.model.fields import Id

ACTIVITY = Id("0b6c2f0e-8d3e-4a39-9a34-6f0f6ad0a1c7")


def outcome(at: str, verdict: Verdict, counted: bool = True) -> Outcome:
    return Outcome(
        sheet="Uppföljning",
        at=at,
        row=7,
        column="status",
        heading="Status",
        typed="nästan klar",
        verdict=verdict,
        title="7 Läslust för alla",
        activity=ACTIVITY,
        target=Target(entity="follow_up", id=Id("f"), field="status"),
        old="not_started",
        why=(Said("There is no file {path}.", {"path": "”å”"}),),
        choices=(Choice("Genomförd", "done"),),
        counted=counted,
    )


@pytest.fixture
def judgment() -> Judgment:
    read = SheetReport(
        path=Path("Blad/Biblioteket.xlsx"),
        unit_name="Biblioteket",
        filled=3,
        outcomes=(
            outcome("H7", Verdict.TAKEN),
            outcome("H8", Verdict.ASKED),
            outcome("H9", Verdict.REFUSED),
            outcome("I9", Verdict.ASKED, counted=False),
        ),
    )
    refused = SheetReport(
        path=Path("svar.pdf"), trouble=UserError("There is no file {path}.", path="svar.pdf")
    )
    return Judgment(sheets=(read, refused), read_on="2026-08-31")


def test_that_the_counts_of_files_and_totals_are_those_of_the_filled_cells(
    judgment: Judgment,
) -> None:
    told = as_json(judgment)

    counts = {"taken": 1, "same": 0, "asked": 1, "refused": 1}
    assert [file["counts"] for file in told["files"]] == [counts, dict.fromkeys(counts, 0)]
    assert told["totals"] == {"files": 2, "refused_files": 1, "filled": 3, **counts}


def test_that_a_cell_is_told_with_its_place_its_words_and_what_may_be_chosen(
    judgment: Judgment,
) -> None:
    told = json.loads(json.dumps(as_json(judgment)))

    assert told["read_on"] == "2026-08-31"
    assert told["files"][0]["cells"][1] == {
        "sheet": "Uppföljning",
        "cell": "H8",
        "row": 7,
        "column": "status",
        "heading": "Status",
        "activity": ACTIVITY,
        "title": "7 Läslust för alla",
        "field": "follow_up.status",
        "typed": "nästan klar",
        "verdict": "asked",
        "old": "not_started",
        "new": None,
        "corrected": False,
        "proposal": False,
        "counted": True,
        "why": ["Det finns ingen fil ”å”."],
        "choices": [{"label": "Genomförd", "value": "done"}],
    }


@pytest.mark.parametrize(
    ("spoken", "words"), [("sv", "Det finns ingen fil"), ("en", "There is no file")]
)
def test_that_a_refused_file_says_why_in_the_language_of_the_reader(
    judgment: Judgment, spoken: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language._Active, "language", spoken)

    (_, refused) = as_json(judgment)["files"]

    assert refused["trouble"] == f"{words} svar.pdf."
    assert refused["cells"] == []
