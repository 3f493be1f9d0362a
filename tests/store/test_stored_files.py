"""Files of every version of the format open today and say what they said when they were made.

`tests/files/VERSION.strategi` was made by the program of that version (`tests.support.stored`),
`VERSION.json` is its dump. Neither is ever made anew; fields that came later have their defaults.
"""

import shutil
from pathlib import Path

import pytest

from strategidesk.desk.desk import Desk
from strategidesk.model import interchange
from strategidesk.store import backups
from strategidesk.store.header import read_header
from strategidesk.store.upgrades import CURRENT, STEPS
from tests.support.files import content

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture(params=sorted(STEPS))
def version(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture
def stored(version: int, tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / f"{version}.strategi", tmp_path))


def test_that_every_version_has_a_stored_file_of_its_own(version: int) -> None:
    assert read_header(FILES / f"{version}.strategi").version == version


def test_that_a_stored_file_says_what_it_said(stored: Path, version: int) -> None:
    said = (FILES / f"{version}.json").read_bytes()
    with_newer_fields = interchange.encode(
        interchange.dump(interchange.read(interchange.decode(said)))
    )
    assert content(stored) == with_newer_fields


def test_that_a_stored_file_is_upgraded_and_backed_up_before(stored: Path, version: int) -> None:
    Desk.open(stored, "Alva").close()

    assert read_header(stored).version == CURRENT
    old = [read_header(one.path).version for one in backups.listed(stored)]
    assert old == ([version] if version < CURRENT else [])


def test_that_a_stored_file_keeps_its_history_and_its_draft(stored: Path) -> None:
    with Desk.open(stored) as desk:
        authors = {entry.author for entry in desk.history()}
        assert authors == {"Alva", "Åsa Öberg"}
        assert [draft.value for draft in desk.drafts.all()] == ["Halvskrivet om mötesplatser"]
        assert [title for _, _, title in desk.wastebasket()] == ["Läslov"]
