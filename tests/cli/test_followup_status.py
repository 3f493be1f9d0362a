"""How a follow-up stands, as scripts are told: followup status."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run


def test_that_units_that_have_not_answered_in_time_are_told_as_late(
    file: Path, tmp_path: Path, run: Run
) -> None:
    sent = ("followup", "send", file, "--period", "2019", "--out", tmp_path / "ut")
    assert run(*sent, "--last-reply", "2020-01-15").code == DONE

    code, told, err = run("followup", "status", file, "--period", "2019")
    listed = json.loads(run("followup", "status", file, "--period", "2019", "--json").out)

    assert (code, err) == (DONE, "")
    assert len(told.splitlines()) == len(listed["units"]) > 1
    assert all(one["late"] and one["missing"] == one["asked"] for one in listed["units"])
    assert "Biblioteket: 0 " in told
    counted = sum(sum(one["activities"].values()) for one in listed["by_unit"])
    assert counted == sum(len(ids) for one in listed["by_unit"] for ids in one["ids"].values())
    assert counted == sum(one["asked"] for one in listed["units"])


def test_that_a_period_without_a_follow_up_is_refused(file: Path, run: Run) -> None:
    code, _, err = run("followup", "status", file, "--period", "2019")

    assert code == REFUSED
    assert "2019" in err


@pytest.mark.parametrize("wrong", [("--day", "i går"), ("--kind", "svar")])
def test_that_a_day_or_a_kind_that_is_none_is_told_in_one_line(
    file: Path, run: Run, wrong: tuple[str, str]
) -> None:
    code, _, err = run("followup", "status", file, "--period", "2019", *wrong)

    assert code == WRONG_USAGE
    assert len(err.splitlines()) == 1
    assert wrong[1] in err


def test_that_a_period_that_is_none_is_told_in_one_line(file: Path, run: Run) -> None:
    code, _, err = run("followup", "status", file, "--period", "hösten")

    assert (code, len(err.splitlines())) == (WRONG_USAGE, 1)


def test_that_reminders_are_told_to_be_copied_and_in_time_nobody_is_late(
    file: Path, tmp_path: Path, run: Run
) -> None:
    asked = ("followup", "send", file, "--period", "2019", "--kind", "proposals")
    assert run(*asked, "--out", tmp_path / "ut", "--last-reply", "2020-01-15").code == DONE
    status = ("followup", "status", file, "--period", "2019", "--kind", "proposals")

    told = run(*status, "--reminders").out
    listed = json.loads(run(*status, "--day", "2020-01-15", "--reminders", "--json").out)

    assert "Påminnelse: förslag till aktiviteter helår 2019, Biblioteket" in told
    assert not any(one["late"] for one in listed["units"])
    assert [one["unit"] for one in listed["reminders"]] == [one["unit"] for one in listed["units"]]
