"""Every hostile file is refused in its sentence, and costs nothing but that."""

from pathlib import Path

import pytest

from strategidesk import language
from strategidesk.errors import UserError
from strategidesk.guard.looking import look
from tests.support.hostile.case import Hostile
from tests.support.hostile.corpus import HOSTILE

MOST_ON_DISK = 4_000_000  # bytes of one file of the corpus


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_that_a_hostile_file_is_refused_in_one_sentence_and_left_as_it_is(
    one: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = one.put(tmp_path)
    before = path.read_bytes()
    assert len(before) <= MOST_ON_DISK
    monkeypatch.chdir(tmp_path)

    with pytest.raises(UserError) as refused:
        look(path, one.wanted)

    assert str(refused.value) == one.sentence
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.fixture(autouse=True)
def _in_swedish() -> None:
    assert language.active() == "sv"
