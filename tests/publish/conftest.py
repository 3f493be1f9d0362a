"""The sample as LibreOffice lays it: made once, as it takes seconds."""

from pathlib import Path

import pytest

from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.interchange import decode, read
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from tests.support.parts import need


@pytest.fixture(scope="session")
def sample() -> Strategy:
    return read(decode(resource("sample", "ekbacka.json").read_bytes()))


@pytest.fixture(scope="session")
def sample_pdf(sample: Strategy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("soffice")
    target = tmp_path_factory.mktemp("pages") / "strategi.pdf"
    finish(export(sample, "strategy", target, "pdf", Wish(today="2026-03-09")))
    return target
