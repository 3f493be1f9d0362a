"""The command line as scripts meet it: what it writes, its exit codes, its one-line errors."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DONE, REFUSED, SAMPLE, WRONG_USAGE, Run, edits


def dumped(run: Run, path: Path) -> dict[str, list[dict[str, object]]]:
    document: dict[str, list[dict[str, object]]] = json.loads(run("dump", path).out)
    return document


def test_that_a_dump_loaded_again_is_the_same_to_the_byte(
    file: Path, tmp_path: Path, run: Run
) -> None:
    first, again, second = (tmp_path / name for name in ("1.json", "2.strategi", "2.json"))
    run("dump", file, "--out", first)
    assert run("load", first, again).code == DONE
    run("dump", again, "--out", second)
    assert first.read_bytes() == second.read_bytes()


def test_that_a_new_file_from_a_template_has_its_title_and_the_templates_outline(
    tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "ny.strategi"
    given = ("--title", "Ny strategi", "--municipality", "Ekbacka kommun")
    assert run("new", path, "--template", "integration", *given).code == DONE
    document = json.loads(run("dump", path).out)
    assert document["strategy"]["title"] == "Ny strategi"
    assert document["strategy"]["municipality"] == "Ekbacka kommun"
    assert len(document["sections"]) > 5


def test_that_two_files_of_one_template_are_different_strategies(tmp_path: Path, run: Run) -> None:
    ids = []
    for name in ("a.strategi", "b.strategi"):
        run("new", tmp_path / name, "--template", "integration")
        document = json.loads(run("dump", tmp_path / name).out)
        ids.append({document["strategy"]["id"], *(s["id"] for s in document["sections"])})
    assert not ids[0] & ids[1]


def test_that_templates_are_listed_by_name(run: Run) -> None:
    names = [line.split("\t")[0] for line in run("templates").out.splitlines()]
    assert "integration" in names


@pytest.mark.parametrize("command", ["new", "load", "copy"])
def test_that_no_command_overwrites_a_strategy(
    file: Path, tmp_path: Path, run: Run, command: str
) -> None:
    before = file.read_bytes()
    other = tmp_path / "other.strategi"
    run("new", other)
    given = {"new": (file,), "load": (SAMPLE, file), "copy": (other, file)}[command]
    code, out, err = run(command, *given)
    assert (code, out) == (REFUSED, "")
    assert str(file) in err
    assert file.read_bytes() == before


def test_that_edits_are_applied_in_order_and_new_ids_can_be_used(
    file: Path, tmp_path: Path, run: Run
) -> None:
    first = dumped(run, file)["sections"][0]["id"]
    changes = edits(
        tmp_path,
        {"set": "strategy", "field": "reference_number", "value": "KS 2026/1"},
        {"create": "section", "id": "ny", "values": {"heading": "Ny rubrik"}},
        {"create": "section", "id": "under", "values": {"heading": "Under den", "parent": "ny"}},
        {"create": "unit", "id": "e", "values": {"name": "Ny enhet"}},
        {"create": "activity", "values": {"title": "Ny aktivitet", "unit": "e", "budget": 12.5}},
        {"move": "ny", "parent": None, "after": None},
        {"delete": first},
    )
    assert run("apply", file, changes, "--author", "Noor") == (DONE, "", "")
    after = dumped(run, file)
    assert after["strategy"]["reference_number"] == "KS 2026/1"  # type: ignore[call-overload]
    assert [s["heading"] for s in after["sections"][:2]] == ["Ny rubrik", "Under den"]
    assert first not in [section["id"] for section in after["sections"]]
    activity = after["activities"][-1]
    assert (activity["title"], activity["budget"]) == ("Ny aktivitet", 12.5)
    assert activity["unit"] == after["units"][-1]["id"]


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        ({"set": "nobody", "field": "title", "value": "x"}, "[1]: There is nothing with the id"),
        ({"set": "strategy", "field": "colour", "value": "x"}, "[1]: strategy has no field"),
        ({"set": "strategy", "field": "title"}, "[1].value"),
        ({"set": "strategy", "field": "title", "value": 5}, "[1]: a text is expected"),
        ({"set": "strategy", "field": "valid_from", "value": "i dag"}, "[1]: a date is"),
        ({"create": "dragon"}, "[1].create"),
        ({"create": "activity", "values": {"unit": "u9"}}, '[1]: no unit "u9"'),
        ({"create": "activity", "values": {"colour": "red"}}, "[1].values.colour"),
        ({"create": "strategy"}, "[1]: "),
        ({"delete": "strategy"}, "[1]: "),
        ({"paint": "it"}, "[1]: set, create, move or delete is expected"),
        ({"delete": "strategy", "now": True}, "[1].now: unknown field"),
        ("delete", "[1]: an object is expected"),
    ],
)
def test_that_one_wrong_edit_refuses_all_and_names_its_place(
    file: Path, tmp_path: Path, run: Run, edit: object, where: str
) -> None:
    before = run("dump", file).out
    good = {"set": "strategy", "field": "title", "value": "Ändrad"}
    code, out, err = run("apply", file, edits(tmp_path, good, edit))
    assert (code, out) == (REFUSED, "")
    assert where in err
    assert len(err.splitlines()) == 1
    assert run("dump", file).out == before


def test_that_edits_with_another_copys_eyes_make_two_heads(
    file: Path, tmp_path: Path, run: Run
) -> None:
    other = tmp_path / "copy.strategi"
    run("copy", file, other)

    def change(text: str) -> Path:
        return edits(tmp_path, {"set": "strategy", "field": "subject", "value": text})

    assert run("apply", file, change("Först"), "--author", "Alva").code == DONE
    seen = ("--seen", other)
    assert run("apply", file, change("Samtidigt"), "--author", "Noor", *seen).code == DONE
    refused = run("apply", file, change("Sist"))
    assert refused.code == REFUSED
    assert "Two people have changed the same text" in refused.err
    assert run("verify", file).code == DONE


def test_that_the_eyes_of_another_strategy_are_refused(
    file: Path, tmp_path: Path, run: Run
) -> None:
    stranger = tmp_path / "stranger.strategi"
    run("new", stranger, "--title", "Biblioteksplan")
    change = edits(tmp_path, {"set": "strategy", "field": "subject", "value": "x"})
    code, _, err = run("apply", file, change, "--seen", stranger)
    assert code == REFUSED
    assert "Biblioteksplan" in err


def test_that_history_tells_who_and_restore_brings_the_wording_back(
    file: Path, tmp_path: Path, run: Run
) -> None:
    for title in ("Första", "Andra"):
        change = edits(tmp_path, {"set": "strategy", "field": "title", "value": title})
        run("apply", file, change, "--author", f"Den {title}")
    asked = ("history", file, "--id", "strategy", "--field", "title")
    newest, older, creation = json.loads(run(*asked, "--json").out)
    assert (newest["author"], newest["before"], newest["value"]) == ("Den Andra", "Första", "Andra")
    assert creation["author"] == "Alva"
    assert older["revision"] in run(*asked).out
    assert run("restore", file, older["revision"], "--author", "Noor") == (DONE, "", "")
    assert json.loads(run("dump", file).out)["strategy"]["title"] == "Första"


@pytest.mark.parametrize(
    "asked",
    [("--id", "nobody"), ("--id", "0" * 8 + "-0000" * 3 + "-" + "0" * 12), ("--field", "x")],
)
def test_that_the_history_of_nothing_is_refused(
    file: Path, run: Run, asked: tuple[str, str]
) -> None:
    code, out, err = run("history", file, *asked)
    assert (code, out) == (REFUSED, "")
    assert len(err.splitlines()) == 1


def test_that_an_unknown_revision_is_refused(file: Path, run: Run) -> None:
    for revision in ("00" * 16, "abc", "ö"):
        code, _, err = run("restore", file, revision)
        assert code == REFUSED
        assert revision in err


def test_that_backups_make_themselves_and_can_be_put_back(
    file: Path, tmp_path: Path, run: Run
) -> None:
    before = run("dump", file).out
    change = edits(tmp_path, {"set": "strategy", "field": "title", "value": "Ändrad"})
    run("apply", file, change)
    rows = run("backup", file, "--list").out.splitlines()
    oldest = rows[-1].split("\t")[0]
    assert run("backup", file, "--restore", oldest).code == DONE
    assert run("dump", file).out == before
    kept = next(path for path in tmp_path.glob("*.strategi") if "before" in path.name)
    assert "Ändrad" in run("dump", kept).out


def test_that_a_backup_goes_where_it_is_told_and_overwrites_nothing(
    file: Path, tmp_path: Path, run: Run
) -> None:
    target = tmp_path / "safe.strategi"
    assert run("backup", file, "--to", target).out.strip() == str(target)
    assert run("dump", target).out == run("dump", file).out
    assert run("backup", file, "--to", target).code == REFUSED


def test_that_a_damaged_file_is_told_by_verify(file: Path, run: Run) -> None:
    content = bytearray(file.read_bytes())
    place = content.index(b"Ekbacka")
    content[place] ^= 1
    file.write_bytes(content)
    code, out, err = run("verify", file)
    assert code == REFUSED
    assert len(err.splitlines()) == 1
    assert out.strip()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export",), WRONG_USAGE),
        (("dance",), WRONG_USAGE),
        (("export", "{file}", "poem"), WRONG_USAGE),
        (("export", "{file}", "strategy", "--format", "xlsx"), WRONG_USAGE),
        (("new", "{new}", "--template", "none"), WRONG_USAGE),
        (("dump", "{missing}"), REFUSED),
        (("verify", "{folder}"), REFUSED),
        (("load", "{missing}", "{new}"), REFUSED),
        (("backup", "{file}", "--restore", "never"), REFUSED),
    ],
)
def test_that_a_wrong_call_gets_one_line_and_its_code(
    file: Path, tmp_path: Path, run: Run, arguments: tuple[str, ...], code: int
) -> None:
    names = {
        "file": file,
        "new": tmp_path / "new.strategi",
        "missing": tmp_path / "missing.json",
        "folder": tmp_path,
    }
    outcome = run(*(argument.format(**names) for argument in arguments))
    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert not names["new"].exists()


@pytest.mark.parametrize(
    ("what", "format"), [("strategy", "docx"), ("activity-plan", "docx"), ("activity-plan", "xlsx")]
)
def test_that_an_export_lies_beside_the_file_and_is_replaced(
    file: Path, run: Run, what: str, format: str
) -> None:
    for _ in range(2):
        code, out, _ = run("export", file, what, "--format", format)
        assert code == DONE
        assert Path(out.strip()).parent == file.parent
        assert Path(out.strip()).read_bytes().startswith(b"PK")


def test_that_the_language_follows_the_environment(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "sv")
    assert "finns redan" in run("new", file).err
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "en")
    assert "exists already" in run("new", file).err


def test_that_a_dump_reaches_a_pipe_as_utf8_whatever_the_locale(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "strategidesk", "dump", str(file)],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert json.loads(done.stdout.decode("utf-8"))["format"] == "strategidesk"
