"""Files that came back are read apart, each once, and one that is refused keeps nobody else."""

from pathlib import Path

import psutil
import pytest

from strategidesk.desk.answers.gathering import gathered
from strategidesk.desk.answers.outcomes import Verdict
from strategidesk.desk.answers.reading import raw, reading
from strategidesk.desk.answers.received import Received
from strategidesk.desk.jobs import finish
from strategidesk.errors import UserError
from tests.support import rounds
from tests.support.returned.case import ACTIVITIES, Case, typed


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    case = Case(name="answered", change=typed(H7="Genomförd"))
    return case.put(tmp_path / "svar från Biblioteket (2).xlsx")


def names(found: list[Received]) -> list[str]:
    return [one.path.name for one in found]


def test_that_good_files_are_read_beside_those_that_are_refused(
    answered: Path, tmp_path: Path
) -> None:
    pdf, missing = tmp_path / "svar.xlsx", tmp_path / "borta.xlsx"
    pdf.write_bytes(b"%PDF-1.7")

    found = finish(raw([pdf, answered, missing]))

    assert [one.path for one in found] == [pdf, answered, missing]
    assert [one.returned is None for one in found] == [True, False, True]
    assert found[1].trouble is None
    assert found[1].returned is not None
    assert found[1].returned.filled == 1
    assert "en PDF" in str(found[0].trouble)
    assert str(found[2].trouble) == f"Det finns ingen fil {missing}."
    assert all(isinstance(one.trouble, UserError) for one in (found[0], found[2]))


def test_that_a_folder_stands_for_the_sheets_in_it_and_no_other_files(tmp_path: Path) -> None:
    for name in ("B.XLSX", "a.ods", "gammal.xls", "makron.xlsm", "text.csv"):
        (tmp_path / name).write_bytes(b"x")
    for name in ("~$B.XLSX", ".~lock.a.ods#", ".a.ods", "Mejl.txt", "bild.png", "Plan.strategi"):
        (tmp_path / name).write_bytes(b"x")
    deeper = tmp_path / "mapp.xlsx"
    deeper.mkdir()
    (deeper / "c.xlsx").write_bytes(b"x")

    found = gathered([tmp_path])

    assert names(found) == ["a.ods", "B.XLSX", "gammal.xls", "makron.xlsm", "text.csv"]


def test_that_a_file_that_is_named_twice_is_read_once(answered: Path) -> None:
    roundabout = answered.parent / ".." / answered.parent.name / answered.name

    assert names(gathered([answered, answered.parent, roundabout])) == [answered.name]


def test_that_a_folder_without_sheets_says_so(tmp_path: Path) -> None:
    (tmp_path / "Mejl.txt").write_text("Hej!", encoding="utf-8")

    (found,) = finish(raw([tmp_path]))

    assert found.path == tmp_path
    assert str(found.trouble).startswith("Det finns inga Excel-blad i mappen")


def test_that_what_is_chosen_by_name_is_read_whatever_it_is_called(answered: Path) -> None:
    odd = answered.rename(answered.with_name("svaret"))

    (found,) = finish(raw([odd]))

    assert found.trouble is None


def test_that_progress_goes_from_nothing_to_all(answered: Path) -> None:
    (answered.parent / "tom.xlsx").touch()

    told = list(raw([answered.parent]))

    assert (told[0].done, told[-1].done) == (0, 2)
    assert {one.total for one in told} == {2}
    assert [one.done for one in told] == sorted(one.done for one in told)


def test_that_stopping_halfway_ends_the_processes(answered: Path) -> None:
    work = raw([answered])
    next(work)
    next(work)
    assert psutil.Process().children()

    work.close()

    assert psutil.Process().children() == []


def test_that_what_is_read_is_judged_against_the_strategy(answered: Path) -> None:
    asked = rounds.asking(activities=ACTIVITIES)

    judgment = finish(reading([answered], asked, rounds.TODAY))

    (sheet,) = judgment.sheets
    assert (sheet.unit_name, sheet.filled) == ("Biblioteket", 1)
    assert judgment.counts[Verdict.TAKEN] == 1
