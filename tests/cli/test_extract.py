"""The plan-and-budget extract from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import DONE, WRONG_USAGE, Run
from tests.support import documents


def test_that_a_units_year_is_written_beside_the_whole_plan(file: Path, run: Run) -> None:
    asked = ("--unit", "fritidsenheten", "--year", "2026")
    code, out, err = run("export", file, "activity-plan", *asked)
    assert (code, err) == (DONE, "")
    path = Path(out.strip())
    assert path.name == f"{file.stem} - Aktivitetsplan - 2026 Fritidsenheten.docx"
    assert documents.blocks(path)[0].text.endswith("budget 2026 – Fritidsenheten")


@pytest.mark.parametrize(
    ("what", "asked", "told"),
    [
        ("activity-plan", ("--unit", "Simhallen"), "Biblioteket, Kulturskolan"),
        ("activity-plan", ("--year", "26"), "2026"),
        ("strategy", ("--year", "2026"), "activity-plan"),
        ("strategy", ("--unit", "Biblioteket"), "activity-plan"),
    ],
)
def test_that_a_part_that_is_not_one_is_refused_in_one_line(
    file: Path, run: Run, what: str, asked: tuple[str, ...], told: str
) -> None:
    code, out, err = run("export", file, what, *asked)
    assert (code, out, err.count("\n")) == (WRONG_USAGE, "", 1)
    assert told in err
    assert list(file.parent.glob("*.docx")) == []
