"""LibreOffice driven, as it works and as it does not: a script stands for it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from strategidesk.errors import UserError
from strategidesk.publish import pdf, running
from strategidesk.publish.programs import MISSING
from strategidesk.publish.sheets import Sheets
from tests.support import office


@pytest.fixture(autouse=True)
def _folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is thrown away can be counted."""
    (tmp_path / "thrown").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "thrown"))
    monkeypatch.setattr(running, "LOOK", 0.01)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "å ä.docx"
    path.write_bytes(b"PK")
    return path


@contextmanager
def refused(template: str) -> Iterator[None]:
    with pytest.raises(UserError) as trouble:
        yield
    assert trouble.value.template == template


def _left(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "thrown").iterdir())


def _gone(pids: list[int]) -> bool:
    """Whether none of these runs; one that nobody has buried yet does not."""
    return not any(
        psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
        for pid in pids
    )


def _pids(folder: Path) -> list[int]:
    path = folder / "pids"
    return [int(pid) for pid in path.read_text().split()] if path.exists() else []


def test_that_a_pdf_is_made_and_nothing_else_is_left(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.fake(monkeypatch, tmp_path)
    out = tmp_path / "ut.pdf"

    assert list(pdf.write(document, out))

    with Sheets(out) as sheets:
        assert len(sheets) == 2
    assert _left(tmp_path) == []
    call = (tmp_path / "calls").read_text()
    assert "--headless" in call
    assert f"-env:UserInstallation={(tmp_path / 'thrown').as_uri()}" in call


@pytest.mark.parametrize("does", [office.FAILS, office.WRITES_NOTHING, office.WRITES_HALF])
def test_that_a_failure_is_one_sentence_and_writes_nothing(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    office.fake(monkeypatch, tmp_path, does)
    out = tmp_path / "ut.pdf"

    with refused(pdf.FAILED):
        list(pdf.write(document, out))

    assert not out.exists()
    assert _left(tmp_path) == []


def test_that_one_that_cannot_be_started_is_a_failure_too(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.fake(monkeypatch, tmp_path).write_bytes(b"\x00")
    with refused(pdf.FAILED):
        list(pdf.write(document, tmp_path / "ut.pdf"))


def test_that_one_that_takes_too_long_is_ended_with_all_it_has_started(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.fake(monkeypatch, tmp_path, office.HANGS)
    making = pdf.write(document, tmp_path / "ut.pdf")
    while not _pids(tmp_path):
        next(making)
    monkeypatch.setattr(pdf, "LIMIT", 0.0)
    making.close()

    assert _gone(_pids(tmp_path))
    (tmp_path / "pids").unlink()
    with refused(pdf.OVERDUE):
        list(pdf.write(document, tmp_path / "ut.pdf"))
    assert _gone(_pids(tmp_path))
    assert _left(tmp_path) == []


def test_that_cancelling_ends_it_with_all_it_has_started(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.fake(monkeypatch, tmp_path, office.HANGS)
    making = pdf.write(document, tmp_path / "ut.pdf")
    while len(_pids(tmp_path)) < 2:
        next(making)

    making.close()

    assert _gone(_pids(tmp_path))
    assert _left(tmp_path) == []
    assert not (tmp_path / "ut.pdf").exists()


def test_that_where_there_is_no_libreoffice_it_is_said_what_to_do(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    office.none(monkeypatch, tmp_path / "empty")
    with refused(MISSING):
        list(pdf.write(document, tmp_path / "ut.pdf"))
