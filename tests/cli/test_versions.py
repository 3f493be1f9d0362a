"""Versions as scripts meet them: adopt, versions, compare, export --version, new --from."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run, edits
from tests.support import documents

DECIDED = ("--body", "Kommunfullmäktige", "--date", "2026-03-09", "--paragraph", "12")
TITLE = "Antagen av Kommunfullmäktige 2026-03-09, § 12"


def listed(run: Run, file: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run("versions", file, "--json").out)["versions"]
    return found


def test_that_a_strategy_is_adopted_and_listed(file: Path, run: Run) -> None:
    code, out, err = run("adopt", file, *DECIDED, "--author", "Alva")
    assert (code, err) == (DONE, "")
    (version,) = listed(run, file)
    assert version["id"][:12] in out
    assert (version["title"], version["kind"], version["author"]) == (TITLE, "adopted", "Alva")
    assert version["at"].endswith("Z")
    decision = json.loads(run("dump", file).out)["decisions"][-1]
    assert (decision["id"], decision["kind"]) == (version["decision"], "adoption")
    assert TITLE in run("versions", file).out


def test_that_the_plan_is_adopted_beside_the_strategy(file: Path, run: Run) -> None:
    assert run("adopt", file, *DECIDED, "--what", "activity-plan").code == DONE
    assert [one["kind"] for one in listed(run, file)] == ["adopted_plan"]
    assert json.loads(run("dump", file).out)["decisions"][-1]["about"] == "activity_plan"


def test_that_what_waits_for_review_stops_an_adoption(
    file: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "kopia.strategi"
    run("copy", file, copy)
    for path, text in ((file, "Ett"), (copy, "Två")):
        run("apply", path, edits(tmp_path, {"set": "strategy", "field": "subject", "value": text}))
    run("merge", file, copy)
    before = run("dump", file).out
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "sv")
    code, out, err = run("adopt", file, *DECIDED)
    assert (code, out) == (REFUSED, "")
    assert "Strategin kan inte fastställas än: 1 ändring återstår att granska." in err
    assert len(err.splitlines()) == 1
    assert run("dump", file).out == before
    assert listed(run, file) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("adopt", "{file}"), WRONG_USAGE),
        (("adopt", "{file}", *DECIDED, "--what", "poem"), WRONG_USAGE),
        (("adopt", "{file}", *DECIDED[:3], "2026-02-30", *DECIDED[4:]), REFUSED),
        (("adopt", "{file}", "--body", "", *DECIDED[2:]), REFUSED),
        (("versions", "{file}", "--name", " "), REFUSED),
        (("compare", "{file}", "now"), WRONG_USAGE),
        (("compare", "{file}", "now", "never"), REFUSED),
        (("compare", "{file}", "now", "now", "--format", "pdf"), WRONG_USAGE),
        (("compare", "{file}", "now", "now", "--format", "docx", "--json"), WRONG_USAGE),
        (("export", "{file}", "strategy", "--version", "never"), REFUSED),
        (("new", "{new}", "--from", "{file}", "--template", "integration"), WRONG_USAGE),
        (("new", "{new}", "--version", "now"), WRONG_USAGE),
        (("new", "{new}", "--from", "{file}"), REFUSED),
    ],
)
def test_that_a_wrong_call_writes_nothing(
    file: Path, tmp_path: Path, run: Run, arguments: tuple[str, ...], code: int
) -> None:
    before = file.read_bytes()
    names = {"file": file, "new": tmp_path / "new.strategi"}
    outcome = run(*(argument.format(**names) for argument in arguments))
    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name]
    assert file.read_bytes() == before


def test_that_a_named_version_is_compared_with_now(file: Path, tmp_path: Path, run: Run) -> None:
    run("versions", file, "--name", "Före remiss")
    assert json.loads(run("compare", file, "Före remiss", "now", "--json").out) == {
        "differences": []
    }
    change = {"set": "strategy", "field": "subject", "value": "Möten"}
    run("apply", file, edits(tmp_path, change, {"create": "area", "values": {"title": "Ny"}}))
    id = listed(run, file)[0]["id"][:8]
    code, out, _ = run("compare", file, id, "now", "--json")
    card, area = json.loads(out)["differences"]
    assert code == DONE
    assert (card["entity"], card["what"]) == ("strategy", ["changed"])
    assert [(f["field"], f["new"]) for f in card["fields"]] == [("subject", "Möten")]
    assert (area["title"], area["what"]) == ("Ny", ["added"])
    assert "Möten" in run("compare", file, id, "now").out


def test_that_a_comparison_is_written_to_word(file: Path, tmp_path: Path, run: Run) -> None:
    run("versions", file, "--name", "Före")
    run("apply", file, edits(tmp_path, {"create": "area", "values": {"title": "Ny"}}))
    code, out, _ = run("compare", file, "Före", "now", "--format", "docx")
    assert (code, Path(out.strip()).parent) == (DONE, file.parent)
    assert (2, "Ny (tillagt)") in documents.headings(Path(out.strip()))


def test_that_a_version_is_exported_as_it_was_with_its_number(
    file: Path, tmp_path: Path, run: Run
) -> None:
    run("adopt", file, *DECIDED)
    run("apply", file, edits(tmp_path, {"set": "strategy", "field": "title", "value": "Sedan"}))
    code, out, _ = run("export", file, "strategy", "--version", TITLE)
    assert code == DONE
    path = Path(out.strip())
    assert TITLE in path.name
    assert "Sedan" not in [block.text for block in documents.blocks(path)]
    information = documents.tables(path)[0]
    assert ["Version", "1"] in information


def test_that_the_next_period_begins_from_the_adopted_version(
    file: Path, tmp_path: Path, run: Run
) -> None:
    run("adopt", file, *DECIDED)
    new = tmp_path / "ny.strategi"
    assert run("new", new, "--from", file, "--title", "Nästa").code == DONE
    document, was = (json.loads(run("dump", path).out) for path in (new, file))
    card = document["strategy"]
    assert (card["title"], card["status"]) == ("Nästa", "draft")
    assert card["replaces"].endswith("antagen av Kommunfullmäktige 2026-03-09, § 12")
    assert card["id"] != was["strategy"]["id"]
    assert [s["id"] for s in document["sections"]] == [s["id"] for s in was["sections"]]
