"""Documents as PDF from the command line; a script stands for LibreOffice."""

from pathlib import Path

import pytest

from strategidesk.language import SOURCE, catalogue
from strategidesk.publish import facts, pdf, programs
from tests.cli.conftest import DONE, REFUSED, Run
from tests.support import office

_BARE = f"PDF: {facts.BARE.format(font='Helvetica')}"


@pytest.mark.parametrize("what", ["strategy", "activity-plan"])
def test_that_a_word_document_is_also_had_as_pdf_and_what_that_lacks_is_told(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    office.fake(monkeypatch, tmp_path)  # which makes a poor one
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", SOURCE)
    code, out, err = run("export", file, what, "--format", "pdf")
    assert code == DONE
    assert err.splitlines() == [f"PDF: {facts.UNTAGGED}", f"PDF: {facts.NO_ARCHIVE}", _BARE]
    target = Path(out.strip())
    assert target.suffix == ".pdf"
    assert target.read_bytes() == office.pdf(("First page", "Second page"))


def test_that_without_libreoffice_it_is_one_line_and_nothing_is_written(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    office.none(monkeypatch, tmp_path / "empty")
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "sv")
    out = tmp_path / "ut.pdf"
    code, _, err = run("export", file, "strategy", "--format", "pdf", "--out", out)
    assert code == REFUSED
    assert err == f"strategidesk: {catalogue('sv')[programs.MISSING]}\n"
    assert not out.exists()


def test_that_what_stood_there_stays_where_libreoffice_fails(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.fake(monkeypatch, tmp_path, office.FAILS)
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", SOURCE)
    out = tmp_path / "ut.pdf"
    out.write_text("den förra", encoding="utf-8")
    code, _, err = run("export", file, "strategy", "--format", "pdf", "--out", out)
    assert (code, err) == (REFUSED, f"strategidesk: {pdf.FAILED}\n")
    assert out.read_text(encoding="utf-8") == "den förra"
