"""The group's comments as Word comments."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

W = f"{{{NS['w']}}}"
ENLIGT = "Enligt § 12 ska **alla** i Ekbacka vara med."
SECTIONS = [
    {
        "id": "a",
        "heading": "Bakgrund",
        "body": "Först.\n\nEnligt § 12 ska **alla** i Ekbacka vara med.",
    },
    {"id": "p", "heading": "Plan", "content": "activities"},
]
ACTIVITIES = [{"id": "x", "title": "Öppna en mötesplats", "responsible": "Kultur & fritid"}]


def exported(tmp_path: Path, *comments: dict[str, Any], asked: bool = True) -> Path:
    made = strategy(
        strategy={"title": "Strategi"},
        sections=SECTIONS,
        activities=ACTIVITIES,
        comments=[{"text": "Hm.", "author": "Maj Å", **comment} for comment in comments],
    )
    out = tmp_path / "strategi.docx"
    wish = Wish(today="2026-03-09", comments=asked)
    finish(export(made, "strategy", out, wish=wish))
    assert_valid(out)
    return out


def about(out: Path) -> list[tuple[str, str, str]]:
    """Of each comment: the words that it stands at, who says it and what."""
    said = {each.get(f"{W}id"): each for each in documents.part(out, "word/comments.xml")}
    body = documents.part(out, "word/document.xml")
    found = []
    for start in body.iter(f"{W}commentRangeStart"):
        id, words = start.get(f"{W}id"), ""
        for each in start.itersiblings():
            if each.tag == f"{W}commentRangeEnd" and each.get(f"{W}id") == id:
                break
            words += documents.text_of(each)
        comment = said[id]
        found.append((words, str(comment.get(f"{W}author")), documents.text_of(comment)))
    return found


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ({"target": "a", "field": "body", "quote": "§ 12 ska alla i"}, "§\u00a012 ska alla i"),
        ({"target": "a", "field": "body", "quote": "Först."}, "Först."),
        ({"target": "a", "field": "body", "quote": "står inte där"}, "Bakgrund"),
        ({"target": "a", "field": "heading"}, "Bakgrund"),
        ({"target": "x", "field": "title", "quote": "mötesplats"}, "mötesplats"),
        ({"target": "x", "field": "description"}, "Öppna en mötesplats"),
        ({"target": "x", "field": "responsible", "quote": "Kultur & fritid"}, "Kultur & fritid"),
    ],
)
def test_that_a_comment_stands_at_its_words_or_at_its_heading(
    tmp_path: Path, comment: dict[str, str], words: str
) -> None:
    out = exported(tmp_path, comment)
    assert about(out) == [(words, "Maj Å", "Hm.")]
    whole = ENLIGT.replace("*", "").replace("§ ", "§\u00a0")
    assert whole in [block.text for block in documents.blocks(out)]


def test_that_comments_on_one_paragraph_may_lie_over_one_another(tmp_path: Path) -> None:
    out = exported(
        tmp_path,
        {"target": "a", "field": "body", "quote": "alla i Ekbacka", "text": "En"},
        {"target": "a", "field": "body", "quote": "ska alla", "text": "Två\n\nrader"},
        {"target": "a", "field": "body", "quote": "Ekbacka vara", "text": "Tre", "author": ""},
    )
    assert about(out) == [
        ("ska alla", "Maj Å", "Tvårader"),
        ("alla i Ekbacka", "Maj Å", "En"),
        ("Ekbacka vara", "–", "Tre"),
    ]


def test_that_resolved_comments_and_those_on_what_is_not_shown_are_left_out(
    tmp_path: Path,
) -> None:
    out = exported(
        tmp_path,
        {"target": "a", "field": "body", "quote": "Först.", "resolved": True},
        {"target": "gone", "field": "body", "quote": "Först."},
    )
    assert "word/comments.xml" not in documents.names(out)


def test_that_comments_are_not_there_unless_asked_for(tmp_path: Path) -> None:
    comment = {"target": "a", "field": "body", "quote": "Först."}
    out = exported(tmp_path, comment, asked=False)
    assert "word/comments.xml" not in documents.names(out)
    with zipfile.ZipFile(out) as file:
        assert b"comment" not in file.read("word/document.xml")


def test_that_the_initials_are_those_of_the_name(tmp_path: Path) -> None:
    out = exported(tmp_path, {"target": "a", "field": "body", "quote": "Först."})
    (comment,) = documents.part(out, "word/comments.xml")
    assert comment.get(f"{W}initials") == "MÅ"
    assert isinstance(comment, etree._Element)
