"""Runs commands as scripts do, in this process."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from strategidesk import language
from strategidesk.__main__ import main
from strategidesk.paths import resource

DONE, WRONG_USAGE, REFUSED = 0, 2, 3
SAMPLE = resource("sample", "ekbacka.json")


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs a command in this process; gives its exit code and what it printed."""

    def once(*arguments: object) -> Outcome:
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capfd.readouterr())

    before = language.active()
    yield once
    language.use(before)


@pytest.fixture
def file(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "Ekbacka, integration åäö.strategi"
    assert run("load", SAMPLE, path, "--author", "Alva") == (DONE, "", "")
    return path


def edits(tmp_path: Path, *changes: object) -> Path:
    path = tmp_path / "changes.json"
    path.write_text(json.dumps(changes), encoding="utf-8")
    return path
