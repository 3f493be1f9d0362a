"""Files are worked on apart: nothing that happens there reaches the program."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from strategidesk import language
from strategidesk.errors import UserError
from strategidesk.guard.crew import Crew, Outcome, Work, apart
from strategidesk.guard.wanted import ANSWERS
from tests.guard import works
from tests.support.hostile import bases, zips

ROOT = Path(__file__).parents[2]
SHORT, SMALL = 0.5, 60_000_000  # seconds, bytes


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    path = tmp_path / "svar.xlsx"
    path.write_bytes(zips.pack(zips.parts(bases.workbook())))
    return path


def outcomes(crew: Crew, work: Work, paths: list[Path]) -> list[Outcome]:
    found = [outcome for outcome in crew.each(work, paths) if outcome is not None]
    return sorted(found, key=lambda outcome: outcome.place)


def children() -> list[psutil.Process]:
    return psutil.Process().children()


@pytest.mark.parametrize(("spoken", "word"), [("sv", "en PDF"), ("en", "a PDF")])
def test_that_a_function_works_on_a_file_apart_in_the_language_of_the_program(
    spoken: str, word: str, answer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language._Active, "language", spoken)

    value = apart(works.size, answer, "Ö", 1, wanted=ANSWERS)

    assert value == {"size": answer.stat().st_size, "more": ["Ö", 1], "noted": word}
    assert children() == []


def test_that_the_guard_looks_before_the_function(answer: Path) -> None:
    answer.write_bytes(b"%PDF-1.7")

    with pytest.raises(UserError, match="är en PDF"):
        apart(works.size, answer, wanted=ANSWERS)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (works.spin, "svar.xlsx tog för lång tid att läsa och lades åt sidan."),
        (works.hoard, "svar.xlsx tar mer minne än det finns för en fil och lades åt sidan."),
        (works.die, "svar.xlsx går inte att läsa. Ingenting har ändrats."),
        (works.stumble, "svar.xlsx går inte att läsa. Ingenting har ändrats."),
        (works.refuse, "svar.xlsx är tom. Be avsändaren om en ny fil."),
    ],
)
@pytest.mark.parametrize("held", [True, False], ids=["held by the system", "watched"])
def test_that_what_goes_wrong_is_one_sentence_and_the_next_file_is_read(
    function: Callable[..., Any], words: str, held: bool, answer: Path
) -> None:
    with Crew(1, held=held) as crew:
        (first,) = outcomes(crew, Work(function, ANSWERS, (), SHORT, SMALL), [answer])
        (second,) = outcomes(crew, Work(works.chatter, ANSWERS), [answer])

    assert str(first.trouble).startswith(words)
    assert second.value == "svar.xlsx"
    assert children() == []


def test_that_a_trouble_of_the_disk_is_told_as_such(answer: Path) -> None:
    with pytest.raises(FileNotFoundError):
        apart(works.miss, answer, wanted=ANSWERS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_that_nothing_is_written_from_there(answer: Path) -> None:
    before = answer.read_bytes()

    assert apart(works.write, answer, wanted=ANSWERS) is False
    assert answer.read_bytes() == before
    assert not any(path.stat().st_size for path in answer.parent.iterdir() if path != answer)


def test_that_many_files_share_a_few_processes(answer: Path) -> None:
    with Crew(2) as crew:
        found = outcomes(crew, Work(works.who, ANSWERS), [answer] * 12)

    assert [outcome.place for outcome in found] == list(range(12))
    assert len({outcome.value for outcome in found}) <= 2
    assert os.getpid() not in {outcome.value for outcome in found}


def test_that_a_process_in_which_files_leave_too_much_is_replaced(answer: Path) -> None:
    with Crew(1) as crew:
        found = outcomes(crew, Work(works.keep, ANSWERS, (), 30, SMALL), [answer] * 4)

    assert [outcome.trouble for outcome in found] == [None] * 4
    first, second, third, fourth = (outcome.value for outcome in found)
    assert first == second != third == fourth


def test_that_stopping_ends_what_is_being_done(answer: Path) -> None:
    with Crew(2) as crew:
        work = crew.each(Work(works.spin, ANSWERS), [answer] * 5)
        assert next(work) is None
        assert len(children()) == 2
        work.close()
        assert children() == []


def test_that_a_process_that_was_ended_from_outside_is_replaced(answer: Path) -> None:
    with Crew(1) as crew:
        (first,) = outcomes(crew, Work(works.who, ANSWERS), [answer])
        one = psutil.Process(first.value)
        one.kill()
        one.wait()
        (second,) = outcomes(crew, Work(works.who, ANSWERS), [answer])

    assert second.trouble is None
    assert second.value != first.value


@pytest.mark.skipif(sys.platform == "win32", reason="hands over a pipe by its number")
def test_that_nobody_works_on_when_the_program_is_gone(answer: Path) -> None:
    """The program is killed while a file is being read; the process ends by itself."""
    code = (
        "import sys; from pathlib import Path; from tests.guard import works;"
        "from strategidesk.guard.crew import Crew, Work; from strategidesk.guard.wanted import *;"
        "from tests.guard.test_crew import report;"
        "crew = Crew(1);"
        "report(crew, crew.each(Work(works.spin, ANSWERS, (), 600), [Path(sys.argv[1])]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(answer)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        child = psutil.Process(int(program.stdout.readline()))
        assert child.is_running()
        program.kill()
        program.wait()
        assert psutil.wait_procs([child], timeout=60)[1] == []


def report(crew: Crew, work: Any) -> None:
    """Tells the number of the process when it has begun, and goes on looking at it."""
    told = False
    for _ in work:
        if not told and all(child.ready for child in crew._busy):
            print(*(child.pid for child in children()), flush=True)
            told = True


def test_that_the_program_is_started_again_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a bundle's two programs the one that has a console: the other reads no pipe."""
    from strategidesk.guard import children as module

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("bundle", "strategidesk-window.exe")))

    assert module._command() == [str(Path("bundle", "strategidesk.exe")), "--apart"]


def test_that_a_process_apart_loads_no_library_before_its_work(answer: Path) -> None:
    """Starting one is cheap; what the work needs is the work's own."""
    loaded = set(apart(works.modules, answer, wanted=ANSWERS))

    assert loaded & {"PySide6", "sqlalchemy", "docx", "openpyxl", "lxml", "psutil"} == set()
