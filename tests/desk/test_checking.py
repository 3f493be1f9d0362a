"""The look through a file goes on beside the work, and finds what is damaged."""

import sqlite3
from pathlib import Path

import pytest

from strategidesk.desk import backups, files
from strategidesk.desk.checking import look_through
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.paths import resource
from strategidesk.store import hashes
from strategidesk.store.troubles import Damaged


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(hashes, "PORTION", 20)
    made = tmp_path / "Ekbacka.strategi"
    files.load(resource("sample", "ekbacka.json"), made, "Alva")
    return made


def test_that_somebody_can_write_between_the_portions(path: Path) -> None:
    with Desk.open(path, "Alva") as desk:
        section = desk.strategy.sections[0].id
        steps = 0
        for _ in look_through(desk):
            steps += 1
            desk.run(SetFields(section, {"heading": f"Rubrik {steps}"}))
            if steps > 8:
                break
        assert desk.strategy.sections[0].heading == f"Rubrik {steps}"
        assert steps > 5


def test_that_a_whole_file_is_looked_through_to_its_end(path: Path) -> None:
    with Desk.open(path, "Alva") as desk:
        finish(look_through(desk))


@pytest.mark.parametrize("order", ["ASC", "DESC"])
def test_that_a_damaged_revision_is_found_wherever_it_stands(path: Path, order: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER revision_is_never_changed")
    connection.execute(
        "UPDATE revision SET author = 'Någon annan' WHERE rowid ="
        f" (SELECT rowid FROM revision ORDER BY rowid {order} LIMIT 1)"
    )
    connection.commit()
    connection.close()
    with Desk.open(path) as desk, pytest.raises(Damaged):
        finish(look_through(desk))


def test_that_a_file_is_backed_up_once_it_has_been_looked_through(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "backups"))
    with Desk.open(path, "Alva", backup_first=False) as desk:
        finish(look_through(desk))
        (first,) = backups.listed(path)
        finish(look_through(desk))
        assert backups.listed(path) == [first]

        desk.run(SetFields(desk.strategy.sections[0].id, {"heading": "Ny rubrik"}))
        assert backups.listed(path) == [first]
        finish(look_through(desk))
        assert len(backups.listed(path)) == 2


def test_that_a_file_opened_for_reading_is_not_backed_up(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIDESK_BACKUPS", str(tmp_path / "backups"))
    with Desk.open(path) as desk:
        finish(look_through(desk))

    assert backups.listed(path) == []
