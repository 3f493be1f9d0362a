"""What the law asks of a published document, read from the markup of every document that is made.

Sources: DOS-lagen, that is EN 301 549 and WCAG 2.1 AA. The markup is read here without the
program's own inspection, so that the two hold each other.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from strategidesk.model.interchange import decode, read
from strategidesk.paths import resource
from strategidesk.word.inspection import inspect
from tests.support.documents import NS, names, part, text_of
from tests.support.exported import documents
from tests.support.odd import EVERY_BLOCK, everywhere

W = f"{{{NS['w']}}}"
MADE = ("the sample", "everything")


@pytest.fixture(scope="module", params=MADE)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every Word document of a strategy."""
    strategy = (
        read(decode(resource("sample", "ekbacka.json").read_bytes()))
        if request.param == MADE[0]
        else everywhere("Möten", EVERY_BLOCK)
    )
    folder = tmp_path_factory.mktemp("documents")
    return list(documents(strategy, folder, "docx"))


def _body(path: Path) -> etree._Element:
    body = part(path, "word/document.xml").find("w:body", NS)
    assert body is not None
    return body


def _levels(path: Path) -> dict[str, int]:
    """The outline level of each style that has one of its own, from 1."""
    return {
        str(style.get(f"{W}styleId")): int(level.get(f"{W}val", "9")) + 1
        for style in part(path, "word/styles.xml").iter(f"{W}style")
        for level in style.iterfind("w:pPr/w:outlineLvl", NS)
    }


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find("w:pPr/w:pStyle", NS)
    return found.get(f"{W}val", "") if found is not None else ""


def _outside_tables(path: Path) -> Iterator[etree._Element]:
    for paragraph in _body(path).iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}tbl"), None) is None:
            yield paragraph


def test_that_every_document_has_its_title_and_language_in_its_properties(made: list[Path]) -> None:
    for path in made:
        core = Document(str(path)).core_properties
        assert core.title.strip(), path.name
        assert core.language == "sv-SE", path.name
        languages = part(path, "word/styles.xml").findall(".//w:docDefaults//w:lang", NS)
        assert [one.get(f"{W}val") for one in languages] == ["sv-SE"], path.name


def test_that_every_document_has_one_title(made: list[Path]) -> None:
    for path in made:
        styles = [_style(p) for p in _outside_tables(path) if text_of(p).strip()]
        chief = styles.count("Heading1")
        assert styles.count("Title") == 1 or (not styles.count("Title") and chief == 1), path.name


def test_that_no_heading_level_is_skipped_and_no_heading_is_empty(made: list[Path]) -> None:
    for path in made:
        levels, above = _levels(path), 0
        for paragraph in _outside_tables(path):
            if level := levels.get(_style(paragraph), 0):
                assert text_of(paragraph).strip(), path.name
                assert level <= above + 1, f"{path.name}: {text_of(paragraph)}"
                above = level


def test_that_no_paragraph_is_empty_but_the_one_that_word_asks_for_after_a_table(
    made: list[Path],
) -> None:
    shown = ("drawing", "fldChar", "br", "sectPr", "footnoteReference")
    for path in made:
        for paragraph in _outside_tables(path):
            if text_of(paragraph).strip() or any(
                paragraph.find(f".//w:{one}", NS) is not None for one in shown
            ):
                continue
            before, after = paragraph.getprevious(), paragraph.getnext()
            tags = [one.tag if one is not None else "" for one in (before, after)]
            assert tags == [f"{W}tbl", f"{W}sectPr"], path.name


def test_that_tables_have_a_row_of_headings_and_no_merged_cells(made: list[Path]) -> None:
    for path in made:
        for table in _body(path).iter(f"{W}tbl"):
            heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in table.iter(f"{W}tr")]
            assert heads[0], path.name
            assert not any(heads[1:]), path.name
            assert next(table.iter(f"{W}gridSpan", f"{W}vMerge"), None) is None, path.name
            first = table.find("w:tr", NS)
            assert first is not None
            assert all(text_of(cell).strip() for cell in first.iter(f"{W}tc")), path.name


def test_that_every_picture_says_what_it_shows(made: list[Path]) -> None:
    seen = 0
    for path in made:
        for name in names(path):
            if name.startswith("word/") and name.endswith(".xml"):
                for drawn in part(path, name).iter(f"{{{NS['wp']}}}docPr"):
                    assert (drawn.get("descr") or "").strip(), f"{path.name} {name}"
                    seen += 1
    assert seen or not any("everything" in str(path) for path in made)


def test_that_every_page_is_a4(made: list[Path]) -> None:
    for path in made:
        for size in _body(path).iter(f"{W}pgSz"):
            sides = sorted(int(size.get(f"{W}{side}", "0")) for side in "wh")
            assert sides == [11906, 16838], path.name


def test_that_a_document_of_many_headings_has_contents_that_word_keeps(made: list[Path]) -> None:
    for path in made:
        levels = _levels(path)
        headings = [p for p in _outside_tables(path) if levels.get(_style(p))]
        if len(headings) > 20:
            codes = [one.text or "" for one in _body(path).iter(f"{W}instrText")]
            assert [code for code in codes if code.split()[:1] == ["TOC"]], path.name


def test_that_lists_are_lists_and_links_have_words(made: list[Path]) -> None:
    for path in made:
        for paragraph in _body(path).iter(f"{W}p"):
            assert text_of(paragraph)[:1] not in ("•", "·", "●"), path.name
        for link in _body(path).iter(f"{W}hyperlink"):
            assert text_of(link).strip(), path.name
            assert not text_of(link).startswith(("http", "www.")), path.name


def test_that_the_programs_own_inspection_finds_nothing(made: list[Path]) -> None:
    assert {path.name: inspect(path) for path in made} == {path.name: () for path in made}
