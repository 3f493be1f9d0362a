"""The Excel round as scripts meet it: followup read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from strategidesk.desk.desk import Desk
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import derived_id
from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run
from tests.support.rounds import answers, rows

NEEDS_PERSON = 1
PERIOD = "2027"
Fill = Callable[..., Path]


@pytest.fixture
def sheets(file: Path, tmp_path: Path, run: Run) -> Path:
    """The folder with the sheets that two units were sent."""
    return sent(run, file, tmp_path / "Blad")


def sent(run: Run, file: Path, out: Path) -> Path:
    units = ("--unit", "Biblioteket", "--unit", "Grundskolan")
    assert run("followup", "send", file, "--period", PERIOD, "--out", out, *units).code == DONE
    return out


@pytest.fixture
def fill(sheets: Path, tmp_path: Path) -> Fill:
    """A manager fills in the first row of a unit's sheet, and mails it under another name."""

    def filled(unit: str = "Biblioteket", /, **typed: object) -> Path:
        (sheet,) = sheets.glob(f"*{unit}*.xlsx")
        book = load_workbook(sheet)
        first = rows(answers(book))[0]
        for heading, value in typed.items():
            first[heading].value = value  # type: ignore[assignment]
        path = tmp_path / f"svar {unit} (1).xlsx"
        book.save(path)
        return path

    return filled


def follow_ups(run: Run, file: Path) -> list[dict[str, Any]]:
    whole = json.loads(run("dump", file).out)
    return [one for one in whole["follow_ups"] if one["period"] == PERIOD]


def told(report: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def test_that_answers_are_taken_in_with_the_name_of_who_read_them(
    file: Path, fill: Fill, run: Run
) -> None:
    answered = fill(Status="Genomförd", Trend="Positiv")

    code, out, err = run("followup", "read", file, answered, "--author", "Berit")

    assert (code, err) == (DONE, "")
    assert out.startswith(f"{answered}: Biblioteket, {PERIOD}, 2 filled in: 2 taken in\n")
    (answer,) = follow_ups(run, file)
    assert (answer["status"], answer["trend"]) == ("done", "positive")
    changes = json.loads(run("history", file, "--id", answer["id"], "--json").out)
    assert {one["author"] for one in changes} == {"Berit"}


def test_that_a_dry_run_tells_all_and_leaves_every_byte(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    answered, report = fill(Status="Genomförd", Trend="kanske"), tmp_path / "R.json"
    before = file.read_bytes()

    code, out, err = run("followup", "read", file, answered, "--dry-run", "--report", report)

    assert (code, err) == (NEEDS_PERSON, "")
    assert f"Nothing was written into {file}." in out
    assert file.read_bytes() == before
    assert told(report)["totals"]["taken"] == 1


def test_that_what_needs_a_person_is_told_with_its_cell_and_what_was_typed(
    file: Path, fill: Fill, run: Run
) -> None:
    answered = fill(Status="Påbörjad", Trend="kanske")

    code, out, _ = run("followup", "read", file, answered)

    assert code == NEEDS_PERSON
    (question,) = (line for line in out.splitlines() if "”kanske”" in line)
    assert question.startswith("  ? Uppföljning!K7 ")
    assert [one["status"] for one in follow_ups(run, file)] == ["started"]
    (waiting,) = json.loads(run("dump", file).out)["open_answers"]
    assert waiting["typed"] == "kanske"
    assert waiting["cell"].endswith("Uppföljning K7")


def test_that_the_report_accounts_for_every_filled_cell(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    report = tmp_path / "R.json"
    first = fill(Status="Genomförd", Trend="kanske", **{"Nytt slutdatum": "31/6 2027"})
    second = fill("Grundskolan", Status="Försenad", Utfall=12.5)

    run("followup", "read", file, first, second, "--report", report)

    found = told(report)
    assert [one["unit_name"] for one in found["files"]] == ["Biblioteket", "Grundskolan"]
    assert [one["filled"] for one in found["files"]] == [3, 2]
    verdicts = ("taken", "same", "asked", "refused")
    for counts, filled in [
        (found["totals"], 5),
        *((one["counts"], one["filled"]) for one in found["files"]),
    ]:
        assert sum(counts[verdict] for verdict in verdicts) == filled


def test_that_the_same_file_again_changes_nothing(file: Path, fill: Fill, run: Run) -> None:
    answered = fill(Status="Genomförd")
    assert run("followup", "read", file, answered).code == DONE
    before = run("dump", file).out

    code, out, _ = run("followup", "read", file, answered.rename(answered.with_name("b.xlsx")))

    assert code == DONE
    assert "1 filled in: 1 as it stood" in out
    assert run("dump", file).out == before


def test_that_a_broken_file_keeps_nobody_from_the_good_ones(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    answered, report = fill(Status="Genomförd"), tmp_path / "R.json"
    broken = answered.with_name("trasig.xlsx")
    broken.write_bytes(answered.read_bytes()[:-900])

    code, out, err = run("followup", "read", file, broken, answered, "--report", report)

    assert (code, err) == (NEEDS_PERSON, "")
    assert out.startswith(f"{broken}: ")
    assert len(follow_ups(run, file)) == 1
    assert told(report)["totals"]["refused_files"] == 1
    assert [bool(one["trouble"]) for one in told(report)["files"]] == [True, False]


def test_that_a_sheet_of_another_strategy_is_told_on_one_line_and_not_taken(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    answered, report = fill(Status="Genomförd"), tmp_path / "R.json"
    strange = fill("Grundskolan", Status="Genomförd", Trend="kanske")
    book: Any = load_workbook(strange)  # the stubs do not know the attribute
    book.custom_doc_props["StrategiDesk strategy"].value = "0b6c2f0e-8d3e-4a39-9a34-6f0f6ad0a1c7"
    book.save(strange)

    alone = run("followup", "read", file, strange)
    both = run("followup", "read", file, strange, answered, "--report", report)

    assert (alone.code, alone.out) == (REFUSED, "")
    assert "another strategy" in alone.err
    assert both.code == NEEDS_PERSON
    assert both.out.splitlines()[0].startswith(f"{strange}: ")
    assert both.out.splitlines()[1].startswith(f"{answered}: ")
    assert [bool(one["trouble"]) for one in told(report)["files"]] == [True, False]
    assert [one["filled"] for one in told(report)["files"]] == [2, 1]
    assert len(follow_ups(run, file)) == 1


def test_that_a_folder_is_read_with_all_sheets_in_it(
    file: Path, sheets: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    report = tmp_path / "R.json"
    answered = fill(Status="Genomförd")
    (unit,) = sheets.glob("*Biblioteket*.xlsx")
    answered.replace(unit)

    run("followup", "read", file, sheets, "--report", report)

    assert len(told(report)["files"]) == 2
    assert told(report)["totals"]["filled"] == 1
    assert len(follow_ups(run, file)) == 1


@pytest.mark.parametrize("count", [1, 2])
def test_that_where_every_sheet_is_refused_one_line_says_so_and_nothing_changes(
    file: Path, tmp_path: Path, run: Run, count: int
) -> None:
    report = tmp_path / "R.json"
    for number in range(count):
        (tmp_path / f"{number}.xlsx").write_bytes(b"%PDF-1.7")
    before = file.read_bytes()

    code, out, err = run(
        "followup", "read", file, *tmp_path.glob("?.xlsx"), "--report", report
    )  # fmt: skip

    assert code == REFUSED
    assert len(err.splitlines()) == 1
    assert out.count("is a PDF") == (count if count > 1 else 0)
    assert file.read_bytes() == before
    assert told(report)["totals"]["refused_files"] == count


@pytest.mark.parametrize("place", ["{answered}", "{folder}/svar Biblioteket (1).xlsx", "{file}"])
def test_that_the_report_never_takes_the_place_of_what_is_read(
    file: Path, fill: Fill, tmp_path: Path, run: Run, place: str
) -> None:
    answered = fill(Status="Genomförd")
    report = place.format(answered=answered, folder=tmp_path / "Blad" / "..", file=file)
    before = file.read_bytes(), answered.read_bytes()

    code, out, err = run("followup", "read", file, tmp_path, "--report", report)

    assert (code, out) == (REFUSED, "")
    assert "Choose another name for the report." in err
    assert (file.read_bytes(), answered.read_bytes()) == before


def test_that_nothing_is_taken_in_where_the_report_cannot_be_written(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    answered = fill(Status="Genomförd")

    code, _, err = run("followup", "read", file, answered, "--report", tmp_path / "a" / "R.json")

    assert code == REFUSED
    assert len(err.splitlines()) == 1
    assert follow_ups(run, file) == []


def test_that_a_file_that_is_open_in_a_window_is_not_written(
    file: Path, fill: Fill, run: Run
) -> None:
    answered = fill(Status="Genomförd")

    with Desk.open(file, "Alva"):
        code, out, err = run("followup", "read", file, answered)
        looked = run("followup", "read", file, answered, "--dry-run")

    assert (code, out) == (REFUSED, "")
    assert "Alva" in err
    assert looked.code == DONE
    assert follow_ups(run, file) == []


def test_that_a_call_without_sheets_is_wrong_usage(file: Path, run: Run) -> None:
    assert run("followup", "read", file).code == WRONG_USAGE


def test_that_what_was_asked_is_listed_and_settled_by_scripts(
    file: Path, fill: Fill, tmp_path: Path, run: Run
) -> None:
    typed = fill(**{"Trend": "kanske", "Nytt slutdatum": "31/6"})
    assert run("followup", "read", file, typed).code == NEEDS_PERSON

    found = json.loads(run("review", file, "--json").out)["items"]
    items = {item["answer"]["typed"]: item for item in found if item["kind"] == "answer"}
    trend = items["kanske"]
    assert (trend["entity"], trend["field"], trend["base"]) == (
        answer_of(trend["answer"]["activity"]), "trend", "missing",
    )  # fmt: skip
    assert trend["answer"]["cell"].startswith("svar Biblioteket (1).xlsx, Uppföljning ")
    assert trend["answer"]["why"]
    assert "kanske" in run("review", file).out

    (tmp_path / "värde.txt").write_text("unchanged\n", encoding="utf-8")
    assert run("resolve", file, trend["id"], "--text-file", tmp_path / "värde.txt").code == DONE
    assert run("resolve", file, items["31/6"]["id"], "--dismiss").code == DONE

    assert json.loads(run("review", file, "--json").out) == {"items": []}
    (answer,) = follow_ups(run, file)
    assert (answer["trend"], answer["new_end"]) == ("unchanged", "")


def answer_of(activity: str) -> str:
    return derived_id(FollowUp, {"activity": activity, "period": PERIOD})
