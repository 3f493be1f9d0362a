"""The page numbers of the contents, from the pages that LibreOffice makes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from strategidesk.desk import paging
from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from strategidesk.errors import UserError
from strategidesk.publish import numbers, pdf
from strategidesk.word import page_numbers
from tests.support.parts import requires
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

STRATEGY = strategy(
    strategy={"title": "Strategi", "heading_numbering": "decimal"},
    sections=[
        {"id": "a", "heading": "Bakgrund & <mål>", "body": "Illvilligt, till lilla. " * 500},
        {"heading": "Lokalt", "parent": "a", "body": "Ett stycke."},
        {"heading": "Enligt § 12", "body": "Sist."},
    ],
)


ESTIMATED = [3, 6, 6]  # narrow letters need less room than is reckoned with


def shown(document: Path) -> dict[str, int]:
    """The headings in the contents, and the page that each is said to stand on."""
    found = page_numbers.contents(document)
    texts = {heading.bookmark: heading.text for heading in found.headings}
    return {texts[bookmark]: page for bookmark, page in found.shown.items()}


def exported(tmp_path: Path, pages: bool = True) -> Path:
    out = tmp_path / "strategi.docx"
    finish(export(STRATEGY, "strategy", out, wish=Wish(today="2026-03-09", pages=pages)))
    return out


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is there and makes pages on which the headings stand on 4, 7 and 9."""

    def write(_document: Path, _out: Path) -> Iterator[tuple[int, int]]:
        yield 0, 0

    def pages_of(_pdf: Path, headings: Sequence[str]) -> list[int]:
        assert headings == ["Bakgrund & <mål>", "Lokalt", "Enligt §\u00a012"]
        return [4, 7, 9]

    monkeypatch.setattr(paging, "can_lay", lambda: True)
    monkeypatch.setattr(pdf, "write", write)
    monkeypatch.setattr(numbers, "pages_of", pages_of)


@pytest.mark.usefixtures("laid")
@pytest.mark.lays_pages
def test_that_the_contents_show_the_pages_on_which_the_headings_stand(tmp_path: Path) -> None:
    out = exported(tmp_path)
    assert_valid(out)
    assert list(shown(out).values()) == [4, 7, 9]
    assert [path.name for path in tmp_path.iterdir()] == ["strategi.docx"]


@pytest.mark.usefixtures("laid")
@pytest.mark.lays_pages
def test_that_pages_that_are_not_wished_are_not_laid(tmp_path: Path) -> None:
    assert list(shown(exported(tmp_path, pages=False)).values()) == ESTIMATED


@pytest.mark.usefixtures("laid")
@pytest.mark.lays_pages
@pytest.mark.parametrize("fails", [pdf, numbers])
def test_that_estimates_stay_where_no_pages_can_be_laid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: object
) -> None:
    def failing(*_what: object) -> Iterator[tuple[int, int]]:
        yield 0, 0
        raise UserError("No.")

    if fails is pdf:
        monkeypatch.setattr(pdf, "write", failing)
    else:
        monkeypatch.setattr(numbers, "pages_of", lambda _pdf, _headings: None)
    assert list(shown(exported(tmp_path)).values()) == ESTIMATED


@pytest.mark.usefixtures("laid")
@pytest.mark.lays_pages
def test_that_laying_pages_is_told_and_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []

    def endless(_document: Path, _out: Path) -> Iterator[tuple[int, int]]:
        try:
            while True:
                yield 0, 0
        finally:
            ended.append(True)

    monkeypatch.setattr(pdf, "write", endless)
    job = export(STRATEGY, "strategy", tmp_path / "strategi.docx")
    while next(job).text != paging.NUMBERING:
        pass
    job.close()
    assert ended
    assert not list(tmp_path.iterdir())


@requires("soffice")
@pytest.mark.lays_pages
def test_that_libreoffice_says_where_the_headings_stand(tmp_path: Path) -> None:
    first, *others = shown(exported(tmp_path)).values()
    assert first == 3
    assert all(3 < page < 6 for page in others)
