"""The Excel round as scripts meet it: followup send."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import DONE, REFUSED, WRONG_USAGE, Run


def the_rounds(run: Run, file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("dump", file).out)["rounds"]
    return found


def test_that_sheets_are_made_and_the_round_stands_in_the_file(
    file: Path, tmp_path: Path, run: Run
) -> None:
    out = tmp_path / "ut"
    before = the_rounds(run, file)

    code, told, err = run(
        "followup", "send", file, "--period", "2027", "--out", out,
        "--last-reply", "2028-01-15", "--message", "Hej!", "--author", "Alva",
    )  # fmt: skip

    assert (code, err) == (DONE, "")
    assert sorted(told.split("\n")[:-1]) == sorted(str(path) for path in out.iterdir())
    *old, new = the_rounds(run, file)
    assert old == before
    assert (new["kind"], new["period"]) == ("follow_up", "2027")
    assert (new["last_reply_on"], new["message"]) == ("2028-01-15", "Hej!")


def test_that_a_round_that_is_there_is_sent_again_to_one_unit(
    file: Path, tmp_path: Path, run: Run
) -> None:
    again = ("followup", "send", file, "--period", "2027", "--kind", "proposals")
    assert run(*again, "--out", tmp_path / "a").code == DONE
    first = the_rounds(run, file)

    code, told, _ = run(*again, "--out", tmp_path / "b", "--unit", "Biblioteket")

    assert code == DONE
    assert len(told.splitlines()) == 2
    assert "Biblioteket" in told.splitlines()[0]
    assert the_rounds(run, file) == first


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), WRONG_USAGE),
        (("--period", "2027"), WRONG_USAGE),
        (("--period", "27", "--out", "{out}"), WRONG_USAGE),
        (("--period", "2027", "--out", "{out}", "--kind", "poem"), WRONG_USAGE),
        (("--period", "2027", "--out", "{out}", "--last-reply", "snart"), WRONG_USAGE),
        (("--period", "2027", "--out", "{out}", "--unit", "Ingen"), REFUSED),
        (("--period", "2027", "--out", "{out}", "--template", "{file}"), REFUSED),
        (("--period", "2027", "--out", "{out}/a/b"), REFUSED),
    ],
)
def test_that_what_makes_no_sense_is_refused_in_one_line_and_nothing_is_made(
    file: Path, tmp_path: Path, run: Run, arguments: tuple[str, ...], code: int
) -> None:
    out = tmp_path / "ut"
    before = the_rounds(run, file)
    filled = [one.format(out=out, file=file) for one in arguments]

    outcome = run("followup", "send", file, *filled)

    assert (outcome.code, outcome.out) == (code, "")
    assert len(outcome.err.splitlines()) == 1
    assert not out.exists()
    assert the_rounds(run, file) == before


def test_that_sheets_that_lie_there_stop_all(file: Path, tmp_path: Path, run: Run) -> None:
    send = ("followup", "send", file, "--period", "2027", "--out", tmp_path / "ut")
    run(*send)
    before = the_rounds(run, file)

    code, told, err = run(*send, "--message", "Nytt")

    assert (code, told) == (REFUSED, "")
    assert "not overwritten" in err
    assert the_rounds(run, file) == before
