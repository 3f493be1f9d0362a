"""The look through a file goes on beside the work, and finds what is damaged."""

import sqlite3
from pathlib import Path

import pytest

from strategidesk.desk import files
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
