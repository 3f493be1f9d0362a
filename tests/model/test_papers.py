"""The layouts of papers, which municipalities edit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from strategidesk.errors import UserError
from strategidesk.model import papers
from strategidesk.paths import resource

Put = Callable[[str], object]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a text in the place of the layout of the memorandum."""
    file = tmp_path / "proposal.json"
    monkeypatch.setattr(papers, "resource", lambda *_parts: file)
    monkeypatch.setattr(papers, "layout", papers.layout.__wrapped__)
    return lambda text: file.write_text(text, encoding="utf-8")


def edited(**changes: object) -> str:
    text = resource("papers", "proposal.json").read_text(encoding="utf-8")
    return json.dumps({**json.loads(text), **changes})


def test_that_an_edited_layout_gives_its_own_headings_in_its_own_order(put: Put) -> None:
    put(edited(parts=[{"field": "sent_to", "heading": "Delges"}, {"field": "summary"}]))

    assert [(part.field, part.heading) for part in papers.parts("proposal")] == [
        ("sent_to", "Delges"),
        ("summary", ""),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\n ,", "line 2"),
        (edited(parts=[{"field": "sumary", "heading": "Kort"}]), "sumary"),
        (edited(parts=[{"field": "summary", "rubrik": "Kort"}]), "rubrik"),
        (edited(facts=["telefon"]), "telefon"),
        ("{}", "parts"),
    ],
)
def test_that_what_is_no_layout_is_told_with_file_and_place(put: Put, text: str, said: str) -> None:
    put(text)

    with pytest.raises(UserError) as told:
        papers.layout("proposal")
    assert said in told.value.template.format(**told.value.places)
    assert "proposal.json" in str(told.value)
