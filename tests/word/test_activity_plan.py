"""The activity plan as a document of its own."""

from pathlib import Path

from strategidesk.model.planning import Form
from strategidesk.word import activity_plan
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

W = f"{{{NS['w']}}}"
PLAN = strategy(
    strategy={"title": "Strategi för möten", "municipality": "Ekbacka kommun"},
    areas=[{"id": "a", "title": "Språk"}],
    hallmarks=[{"id": "h2", "text": "Alla *läser*."}, {"id": "h1", "title": "Ro", "area": "a"}],
    units=[{"id": "u", "name": "Biblioteket"}],
    activities=[
        {
            "title": "Läsa högt",
            "description": "Varje *kväll*.",
            "area": "a",
            "hallmarks": ["h1", "h2"],
            "unit": "u",
            "start": "2026-01",
            "end": "2026-06",
            "recurrence": "Varje vecka",
            "funding": "Inom ram",
            "budget": 15000,
            "priority": "1",
            "status": "delayed",
            "comment": "Personal saknas",
        },
        {"title": "Sjunga", "responsible": "Alla", "when": "Efter behov"},
        {"title": "Ett exempel", "example": True},
        {"title": "Ett förslag", "stage": "proposed"},
    ],
)


def written(tmp_path: Path, form: Form) -> Path:
    out = tmp_path / "plan.docx"
    steps = list(activity_plan.write(PLAN, out, form=form, today="2026-03-09"))
    assert [step.done for step in steps] == [0, 1, 2]
    assert_valid(out)
    return out


def test_that_the_compact_plan_is_what_when_and_who_on_landscape_pages(tmp_path: Path) -> None:
    out = written(tmp_path, "compact")
    assert documents.tables(out) == [
        [
            ["VAD", "NÄR", "VEM"],
            ["Läsa högt", "2026-01 – 2026-06", "Biblioteket"],
            ["Sjunga", "Efter behov", "Alla"],
            ["Ett förslag", "", ""],
        ]
    ]
    page = documents.part(out, "word/document.xml").find(".//w:pgSz", NS)
    assert page is not None
    assert int(page.get(f"{W}w", "0")) > int(page.get(f"{W}h", "0"))
    assert [block.text for block in documents.blocks(out)][:2] == [
        "Aktivitetsplan till Strategi för möten",
        "Ekbacka kommun, 2026-03-09",
    ]


def test_that_the_full_plan_has_every_column_that_says_something(tmp_path: Path) -> None:
    rows = documents.tables(written(tmp_path, "full"))[0]
    assert [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] == [
        {
            "Nr": "1",
            "Område": "Språk",
            "Kännetecken": "Alla läser.; Ro",
            "Aktivitet": "Läsa högt\nVarje kväll.",
            "Ansvarig": "Biblioteket",
            "Tidplan": "2026-01 – 2026-06, Varje vecka",
            "Resurser/finansiering": "Inom ram; 15\u00a0000\u00a0kr",
            "Prioritet": "1 – Hög",
            "Status": "Försenad",
            "Kommentar": "Personal saknas",
        },
        {
            "Nr": "2",
            "Område": "",
            "Kännetecken": "",
            "Aktivitet": "Sjunga",
            "Ansvarig": "Alla",
            "Tidplan": "Efter behov",
            "Resurser/finansiering": "",
            "Prioritet": "",
            "Status": "Ej påbörjad",
            "Kommentar": "",
        },
    ]
