"""The paper of a comparison: valid, in order, and readable without colour or sight."""

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings

from strategidesk.model.comparison import compare
from strategidesk.model.strategy import Strategy
from strategidesk.word import comparison as word
from tests.support import documents
from tests.support.every_kind import THINGS
from tests.support.strategies import strategy, whole_strategies
from tests.support.validate import assert_valid

NAMES = ("Remissversion", "Antagen")


def written(out: Path, old: Strategy, new: Strategy) -> Path:
    for _ in word.write(compare(old, new), NAMES, out, today="2026-03-09"):
        pass
    return out


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    sections = [
        {"id": "s1", "heading": "Inledning", "body": "Vi **bör** mötas. Sedan.\n\nStycke två."},
        {"id": "s2", "heading": "Mål"},
        {"id": "s3", "heading": "Bort", "body": "Gammalt."},
    ]
    changed = [
        {"id": "s2", "heading": "Mål", "status": "done"},
        {"id": "s1", "heading": "Inledning", "body": "Vi **ska** mötas. Sedan."},
        {"id": "s4", "heading": "Nytt", "body": "Första.\n\nAndra."},
    ]
    old = strategy(strategy={"title": "Möten"}, sections=sections, areas=[{"id": "a"}])
    new = strategy(
        strategy={"title": "Möten"},
        sections=changed,
        areas=[{"id": "a", "prioritised": True}],
        comments=[{"text": "Intern"}],
    )
    return written(tmp_path / "x.docx", old, new)


def test_that_headings_say_what_became_of_each_thing(paper: Path) -> None:
    assert documents.headings(paper) == [
        (1, "Avsnitt"),
        (2, "Mål (flyttat)"),
        (2, "Bort (borttaget)"),
        (2, "Inledning (ändrat)"),
        (2, "Nytt (tillagt)"),
        (1, "Områden"),
        (2, "utan namn (ändrat)"),
    ]


def test_that_what_has_moved_tells_from_where_and_to_where(paper: Path) -> None:
    lines = [block.text for block in documents.blocks(paper)]
    at = lines.index("Mål (flyttat)")
    assert lines[at + 1 : at + 3] == ["Förut: efter ”Inledning”", "Nu: först"]


def test_that_changes_are_marked_by_word_and_line(paper: Path) -> None:
    lines = [block.text for block in documents.blocks(paper)]
    assert "Text: Vi [borttaget: bör] [tillagt: ska] mötas. Sedan." in lines
    runs = documents.part(paper, "word/document.xml").iterfind(".//w:r", documents.NS)
    looks = {}
    for run in runs:
        struck = run.find("w:rPr/w:strike", documents.NS) is not None
        lined = run.find("w:rPr/w:u", documents.NS) is not None
        looks[documents.text_of(run)] = (struck, lined)
    assert looks["bör"] == (True, False)
    assert looks["ska"] == (False, True)
    assert looks["Andra."] == (False, True)
    assert "Prioriterat: [borttaget: Nej] [tillagt: Ja]" in lines


def test_that_what_belongs_to_the_work_is_left_out(paper: Path) -> None:
    text = " ".join(block.text for block in documents.blocks(paper))
    assert "Intern" not in text
    assert "Klart" not in text


def test_that_title_and_sides_are_told_in_text_and_properties(paper: Path) -> None:
    lines = [block.text for block in documents.blocks(paper)]
    assert lines[:2] == ["Ändringar i Möten", "Från ”Remissversion” till ”Antagen”"]
    assert Document(str(paper)).core_properties.title == "Ändringar i Möten"
    assert_valid(paper)


def test_that_equal_versions_say_so(tmp_path: Path) -> None:
    paper = written(tmp_path / "x.docx", strategy(), strategy())
    assert "Inget skiljer." in [block.text for block in documents.blocks(paper)]
    assert_valid(paper)


def test_that_every_noun_of_the_document_can_be_told(tmp_path: Path) -> None:
    paper = written(tmp_path / "x.docx", strategy(), strategy(**THINGS))
    assert_valid(paper)
    groups = [text for level, text in documents.headings(paper) if level == 1]
    assert groups[:4] == ["Områden", "Kännetecken", "Definitioner", "Aktiviteter"]
    assert "Kunskap (tillagt)" in [text for _, text in documents.headings(paper)]


@settings(max_examples=10)
@given(whole_strategies(), whole_strategies())
def test_that_any_two_strategies_make_a_valid_paper(
    tmp_path_factory: pytest.TempPathFactory, old: Strategy, new: Strategy
) -> None:
    assert_valid(written(tmp_path_factory.mktemp("word") / "x.docx", old, new))
