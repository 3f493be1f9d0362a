"""Working copies for the members: what they are called, what is in them, and all or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.file_names import safe_name
from strategidesk.desk.jobs import finish
from strategidesk.desk.sending import common_name, sending, targets
from strategidesk.errors import UserError
from strategidesk.store.atomic import EXISTS
from strategidesk.store.troubles import FULL, Unreachable
from tests.support.desks import working
from tests.support.files import SECTION, content, found_in, make


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with working(make(tmp_path / "Ekbacka, Alva.strategi")) as desk:
        yield desk


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_that_everyone_gets_a_whole_copy_named_after_strategy_and_person(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "Kopior"

    sent = finish(sending(desk, folder, ["Karin Påhittad", "Bo"]))

    assert [path.name for path in sent.paths] == [
        "Ekbacka, Karin Påhittad.strategi",
        "Ekbacka, Bo.strategi",
    ]
    assert names(folder) == sorted(path.name for path in sent.paths)
    for path in sent.paths:
        assert content(path) == files.dump_file(desk.path)


def test_that_what_is_being_typed_is_not_in_a_copy(desk: Desk, tmp_path: Path) -> None:
    desk.keep_draft(SECTION, "heading", "Halvskrivet", desk.seen(SECTION, "heading"))

    (path,) = finish(sending(desk, tmp_path / "Kopior", ["Bo"])).paths

    with Desk.open(path, "Bo") as theirs:
        assert theirs.drafts.all() == []
    assert b"Halvskrivet" not in path.read_bytes()


def test_that_no_copy_takes_the_place_of_another(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "Kopior"
    first = finish(sending(desk, folder, ["Bo", "Bo"])).paths
    before = {path: path.read_bytes() for path in first}
    desk.run(SetFields(SECTION, {"heading": "Nytt sedan dess"}))

    finish(sending(desk, folder, ["Bo"]))

    assert names(folder) == [
        "Ekbacka, Bo 2.strategi",
        "Ekbacka, Bo 3.strategi",
        "Ekbacka, Bo.strategi",
    ]
    assert {path: path.read_bytes() for path in first} == before


def test_that_sending_that_is_stopped_leaves_no_copy(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "Kopior"
    job = sending(desk, folder, ["Bo", "Cia", "Dan"])
    for _ in range(3):
        next(job)
    assert len(names(folder)) == 2

    job.close()

    assert names(folder) == []


def test_that_a_full_disk_leaves_no_copy(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, copy = tmp_path / "Kopior", desk.file.copy

    def full(target: Path) -> None:
        if "Cia" in target.name:
            raise Unreachable(FULL, path=target)
        copy(target)

    monkeypatch.setattr(desk.file, "copy", full)
    with pytest.raises(UserError) as caught:
        finish(sending(desk, folder, ["Bo", "Cia"]))

    assert caught.value.template == FULL
    assert names(folder) == []


def test_that_a_name_taken_meanwhile_is_left_alone(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, copy = tmp_path / "Kopior", desk.file.copy

    def late(target: Path) -> None:
        target.write_text("Någon annans")
        copy(target)

    monkeypatch.setattr(desk.file, "copy", late)
    with pytest.raises(UserError) as caught:
        finish(sending(desk, folder, ["Bo"]))

    assert caught.value.template == EXISTS
    assert (folder / "Ekbacka, Bo.strategi").read_text() == "Någon annans"


def test_that_a_folder_that_cannot_be_made_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        finish(sending(desk, tmp_path / "ingen" / "Kopior", ["Bo"]))

    assert "\n" not in str(caught.value)


def test_that_a_copy_sent_on_is_named_after_the_next_person() -> None:
    assert common_name(Path("Ekbacka, Alva.strategi"), ["Alva", "Bo"]) == "Ekbacka"
    assert common_name(Path("Ekbacka, Lund.strategi"), ["Alva", "Bo", ""]) == "Ekbacka, Lund"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Åsa Öberg", "Åsa Öberg"),
        ('Mål: 2026/29 "utkast" <a|b>?*\\', "Mål 2026 29 utkast a b"),
        ("Plan\n2026\x00 ", "Plan 2026"),
        ("Slut ...", "Slut"),
        ("con", "con_"),
        ("LPT1.plan", "LPT1.plan_"),
        ("å" * 300, "å" * 50),
        ("???", ""),
    ],
)
def test_that_a_file_is_called_what_windows_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_that_the_longest_names_make_files(desk: Desk, tmp_path: Path) -> None:
    (target,) = targets(tmp_path, "å" * 300, ["ö" * 300])
    desk.file.copy(target)

    assert found_in(target) == []
