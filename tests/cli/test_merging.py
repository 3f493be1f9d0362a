"""Copies as scripts meet them: copy, merge, review, resolve, and what each of them returns."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from strategidesk.desk.desk import Desk
from strategidesk.history.revision import EXISTS
from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run, edits
from tests.support.files import folder_content

NEEDS_PERSON = 1
ITEM = {"id", "kind", "entity", "field", "base", "options", "regions"}
OPTION = {"revision", "author", "at", "text"}
HEX = re.compile(r"[0-9a-f]{32}")


@pytest.fixture
def copy(file: Path, tmp_path: Path, run: Run) -> Path:
    """A working copy of the file, in a folder of its own."""
    (tmp_path / "Inkommet").mkdir()
    target = tmp_path / "Inkommet" / "Bo.strategi"
    assert run("copy", file, target) == (DONE, "", "")
    return target


def put(run: Run, path: Path, author: str, *changes: dict[str, Any]) -> None:
    assert run("apply", path, edits(path.parent, *changes), "--author", author).code == DONE
    (path.parent / "changes.json").unlink()


def subject(text: str) -> dict[str, Any]:
    return {"set": "strategy", "field": "subject", "value": text}


def waiting(run: Run, path: Path) -> list[dict[str, Any]]:
    """The list, which has its shape, whatever waits."""
    code, out, err = run("review", path, "--json")
    document = json.loads(out)
    assert set(document) == {"items"}
    items: list[dict[str, Any]] = document["items"]
    assert (code, err) == (NEEDS_PERSON if items else DONE, "")
    for item in items:
        assert set(item) == ITEM
        assert HEX.fullmatch(item["id"])
        for option in item["options"]:
            assert set(option) == OPTION
            assert HEX.fullmatch(option["revision"])
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", option["at"])
            assert isinstance(option["text"], str)
    return items


def contested(run: Run, file: Path, copy: Path) -> dict[str, Any]:
    """Two wordings of the subject, merged into the file: what waits."""
    put(run, file, "Alva", subject("Alvas"))
    put(run, copy, "Bo", subject("Bos"))
    assert run("merge", file, copy, "--author", "Alva").code == NEEDS_PERSON
    (item,) = waiting(run, file)
    return item


def value(run: Run, path: Path, field: str = "subject") -> Any:
    return json.loads(run("dump", path).out)["strategy"][field]


def revision(item: dict[str, Any], author: str) -> str:
    return next(str(one["revision"]) for one in item["options"] if one["author"] == author)


# copy


def test_that_a_copy_holds_all_but_what_is_being_typed(
    file: Path, tmp_path: Path, run: Run
) -> None:
    with Desk.open(file, "Alva") as desk:
        section = desk.strategy.sections[0].id
        desk.keep_draft(section, "heading", "Halvskrivet", desk.seen(section, "heading"))
        outcome = run("copy", file, tmp_path / "kopia.strategi")  # of a file that is open
    assert outcome == (DONE, "", "")
    assert run("dump", tmp_path / "kopia.strategi").out == run("dump", file).out
    assert run("history", tmp_path / "kopia.strategi").out == run("history", file).out
    assert b"Halvskrivet" not in (tmp_path / "kopia.strategi").read_bytes()


def test_that_a_copy_that_cannot_be_made_leaves_nothing(
    file: Path, copy: Path, tmp_path: Path, run: Run
) -> None:
    before = folder_content(tmp_path)
    for arguments in (
        (file, copy),
        (tmp_path / "borta.strategi", tmp_path / "ny.strategi"),
        (file, tmp_path / "ingen" / "ny.strategi"),
    ):
        code, out, err = run("copy", *arguments)
        assert (code, out, err.count("\n")) == (REFUSED, "", 1)
    assert folder_content(tmp_path) == before


# merge


def test_that_a_merge_tells_of_each_copy_and_writes_none(
    file: Path, copy: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "en")
    put(run, copy, "Bo", subject("Bos"), {"set": "strategy", "field": "title", "value": "Ny"})
    before = hashlib.sha256(copy.read_bytes()).hexdigest()

    first, second = run("merge", file, copy), run("merge", file, copy)

    assert first == (DONE, f"{copy}: 2 changes (Bo 2)\n", "")
    assert second == (DONE, f"{copy}: nothing new\n", "")
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert value(run, file) == "Bos"


def test_that_a_copy_that_brings_a_version_alone_is_told_so(
    file: Path, copy: Path, run: Run
) -> None:
    assert run("versions", str(copy), "--name", "Utkast 1")[0] == DONE
    code, said, _ = run("merge", str(file), str(copy))
    assert code == DONE
    assert said == f"{copy}: 1 versions\n"
    assert "Utkast 1" in run("versions", str(file))[1]
    assert "nothing new" in run("merge", str(file), str(copy))[1]


def test_that_a_merge_with_two_wordings_says_that_a_person_is_needed(
    file: Path, copy: Path, run: Run
) -> None:
    item = contested(run, file, copy)

    assert (item["kind"], item["field"]) == ("conflict", "subject")
    assert {option["author"]: option["text"] for option in item["options"]} == {
        "Alva": "Alvas",
        "Bo": "Bos",
    }
    assert value(run, file) in ("Alvas", "Bos")


def test_that_equal_sets_list_equal_items(file: Path, copy: Path, tmp_path: Path, run: Run) -> None:
    contested(run, file, copy)
    mine = tmp_path / "mitt.strategi"
    run("copy", file, mine)

    assert run("merge", copy, mine).code == NEEDS_PERSON

    assert waiting(run, copy) == waiting(run, file)
    assert run("dump", copy).out == run("dump", file).out


def test_that_one_bad_copy_stops_the_whole_merge(
    file: Path, copy: Path, tmp_path: Path, run: Run
) -> None:
    put(run, copy, "Bo", subject("Bos"))
    (tmp_path / "text.strategi").write_text("Kära kollega,\n" * 50)
    (tmp_path / "tom.strategi").touch()
    run("new", tmp_path / "annan.strategi", "--title", "Biblioteksplan")
    (tmp_path / "kapad.strategi").write_bytes(copy.read_bytes()[:9000])
    before = run("dump", file).out
    for name in ("text", "tom", "annan", "kapad", "borta"):
        code, out, err = run("merge", file, copy, tmp_path / f"{name}.strategi")
        assert (code, out, err.count("\n")) == (REFUSED, "", 1), name
    assert run("merge", file, file).code == REFUSED
    assert run("merge", file).code == WRONG_USAGE
    assert run("dump", file).out == before


def test_that_a_copy_open_elsewhere_is_merged_and_said_to_be_so(
    file: Path, copy: Path, run: Run
) -> None:
    put(run, copy, "Bo", subject("Bos"))
    with Desk.open(copy, "Bo Påhittad"):
        code, out, _err = run("merge", file, copy)
    assert (code, "Bo Påhittad" in out) == (DONE, True)


# review


def test_that_nothing_waits_in_a_new_file(file: Path, run: Run) -> None:
    assert waiting(run, file) == []
    assert run("review", file).code == DONE


def test_that_the_list_for_people_names_what_can_be_taken(file: Path, copy: Path, run: Run) -> None:
    item = contested(run, file, copy)

    code, out, err = run("review", file)

    assert (code, err) == (NEEDS_PERSON, "")
    assert all(option["revision"] in out for option in item["options"])
    assert item["id"] in out


def test_that_prose_lists_the_regions_with_all_their_texts(
    file: Path, copy: Path, run: Run
) -> None:
    section = next(s for s in json.loads(run("dump", file).out)["sections"] if s["body"])
    for path, author, word in ((file, "Alva", "Alvas"), (copy, "Bo", "Bos")):
        text = f"{word} mening. {section['body']}"
        put(run, path, author, {"set": section["id"], "field": "body", "value": text})
    run("merge", file, copy)

    (item,) = waiting(run, file)

    assert item["base"] == section["body"]
    (region,) = item["regions"]
    assert set(region) == {"base", "texts", "moved"}
    assert sorted(text.split()[0] for text in region["texts"]) == ["Alvas", "Bos"]


# resolve


def test_that_a_wording_is_taken(file: Path, copy: Path, run: Run) -> None:
    item = contested(run, file, copy)

    assert run("resolve", file, item["id"], "--take", revision(item, "Bo")) == (DONE, "", "")

    assert value(run, file) == "Bos"
    assert waiting(run, file) == []


def test_that_what_is_shown_is_kept(file: Path, copy: Path, run: Run) -> None:
    item, shown = contested(run, file, copy), value(run, file)

    assert run("resolve", file, item["id"], "--keep").code == DONE

    assert (value(run, file), waiting(run, file)) == (shown, [])


def test_that_a_text_of_ones_own_is_taken_from_a_file(
    file: Path, copy: Path, tmp_path: Path, run: Run
) -> None:
    item = contested(run, file, copy)
    (tmp_path / "lydelse.txt").write_text("Bådas, åäö\n", encoding="utf-8")

    code = run("resolve", file, item["id"], "--text-file", tmp_path / "lydelse.txt").code

    assert (code, value(run, file), waiting(run, file)) == (DONE, "Bådas, åäö", [])


def test_that_the_decision_goes_on_to_the_other_copy(file: Path, copy: Path, run: Run) -> None:
    item = contested(run, file, copy)
    run("resolve", file, item["id"], "--take", revision(item, "Bo"), "--author", "Alva")

    assert run("merge", copy, file).code == DONE

    assert (value(run, copy), waiting(run, copy)) == ("Bos", [])


def removed_but_written_in(run: Run, file: Path, copy: Path) -> tuple[str, dict[str, Any]]:
    """An area that Alva has removed and Bo has written in, and what waits."""
    area = json.loads(run("dump", file).out)["areas"][0]["id"]
    put(run, file, "Alva", {"delete": area})
    put(run, copy, "Bo", {"set": area, "field": "title", "value": "Bo skrev vidare"})
    assert run("merge", file, copy).code == NEEDS_PERSON
    found = [item for item in waiting(run, file) if item["kind"] == "deleted_but_edited"]
    (item,) = [one for one in found if one["entity"] == area]
    assert item["field"] == EXISTS
    return area, item


@pytest.mark.parametrize(("verb", "there"), [("--keep", True), ("--delete", False)])
def test_that_what_was_removed_and_written_in_is_kept_or_goes(
    file: Path, copy: Path, run: Run, verb: str, there: bool
) -> None:
    area, item = removed_but_written_in(run, file, copy)

    assert run("resolve", file, item["id"], verb) == (DONE, "", "")

    assert (area in {one["id"] for one in json.loads(run("dump", file).out)["areas"]}) is there
    assert item["id"] not in {one["id"] for one in waiting(run, file)}


def test_that_two_definitions_of_a_term_may_stand(file: Path, copy: Path, run: Run) -> None:
    for path, author in ((file, "Alva"), (copy, "Bo")):
        values = {"term": "mötesplats", "text": author}
        put(run, path, author, {"create": "definition", "id": author, "values": values})
    run("merge", file, copy)
    (item,) = waiting(run, file)
    assert item["kind"] == "duplicate_term"
    assert run("resolve", file, item["id"], "--keep").code == REFUSED

    assert run("resolve", file, item["id"], "--dismiss") == (DONE, "", "")

    assert waiting(run, file) == []
    terms = [one["term"] for one in json.loads(run("dump", file).out)["definitions"]]
    assert terms.count("mötesplats") == 2


def test_that_a_decision_that_cannot_be_is_one_line_and_changes_nothing(
    file: Path, copy: Path, tmp_path: Path, run: Run
) -> None:
    item = contested(run, file, copy)
    (tmp_path / "bild.png").write_bytes(b"\x89PNG\xff")
    before = run("dump", file).out
    outcomes = {
        ("0" * 32, "--keep"): REFUSED,
        (item["id"], "--take", "0" * 32): REFUSED,
        (item["id"], "--delete"): REFUSED,
        (item["id"], "--text-file", tmp_path / "bild.png"): REFUSED,
        (item["id"], "--text-file", tmp_path / "borta.txt"): REFUSED,
        (item["id"],): WRONG_USAGE,
        (item["id"], "--keep", "--dismiss"): WRONG_USAGE,
    }
    for arguments, code in outcomes.items():
        outcome = run("resolve", file, *arguments)
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1), arguments
    assert run("dump", file).out == before
    assert waiting(run, file) == [item]


def test_that_a_settled_item_is_not_settled_again(file: Path, copy: Path, run: Run) -> None:
    item = contested(run, file, copy)
    run("resolve", file, item["id"], "--keep")

    code, out, err = run("resolve", file, item["id"], "--keep")

    assert (code, out) == (REFUSED, "")
    assert item["id"] in err


def test_that_a_file_that_somebody_has_open_is_not_merged_into(
    file: Path, copy: Path, run: Run
) -> None:
    with Desk.open(file, "Alva"):
        for arguments in (("merge", file, copy), ("resolve", file, "0" * 32, "--keep")):
            code, out, err = run(*arguments)
            assert (code, out, "Alva" in err) == (REFUSED, "", True)
