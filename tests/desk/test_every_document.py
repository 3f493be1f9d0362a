"""Every document of any strategy keeps the rules of its format, and other programs open it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import FULL, Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.interchange import decode, read
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from tests.support.exported import documents
from tests.support.municipal_templates import bare, cover, google_docs, swedish_word
from tests.support.odd import EVERY_BLOCK, ODD, everywhere, many
from tests.support.strategies import whole_strategies
from tests.support.validate import assert_valid
from tests.support.word_templates import saved


def _hold(strategy: Strategy, folder: Path, *formats: str, template: Path | None = None) -> None:
    for path in documents(strategy, folder, *formats, template=template):
        assert_valid(path)
        if path.suffix == ".docx":
            assert Document(str(path)).sections


def test_that_every_document_of_the_sample_is_valid(tmp_path: Path) -> None:
    _hold(read(decode(resource("sample", "ekbacka.json").read_bytes())), tmp_path, "docx", "xlsx")


@pytest.mark.parametrize("kind", ODD)
def test_that_every_document_of_an_odd_strategy_is_valid(tmp_path: Path, kind: str) -> None:
    _hold(ODD[kind](), tmp_path, "docx", "xlsx")


@pytest.mark.parametrize("made", [swedish_word, bare, cover, google_docs])
def test_that_every_document_on_a_municipalitys_template_is_valid(
    tmp_path: Path, made: Callable[[], bytes]
) -> None:
    template = saved(tmp_path, "mall.docx", made())

    _hold(everywhere("Möten", EVERY_BLOCK), tmp_path, "docx", template=template)


def test_that_a_plan_of_three_thousand_rows_is_valid(tmp_path: Path) -> None:
    out = tmp_path / "plan.docx"

    finish(export(many(), "activity-plan", out, "docx", Wish(form=FULL)))

    assert_valid(out)
    assert len(Document(str(out)).tables[0].rows) == 3001


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(whole_strategies())
def test_that_every_document_of_any_strategy_is_valid(strategy: Strategy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _hold(strategy, Path(folder), "docx")
