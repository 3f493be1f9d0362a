"""How a follow-up stands, as scripts are told: followup status."""

import json
from pathlib import Path

from tests.cli.conftest import DONE, REFUSED, Run


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
    assert counted == sum(one["asked"] for one in listed["units"])


def test_that_a_period_without_a_follow_up_is_refused(file: Path, run: Run) -> None:
    code, _, err = run("followup", "status", file, "--period", "2019")

    assert code == REFUSED
    assert "2019" in err
