"""The rules of the house that a reader of ARCHITECTURE.md relies on."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OFFICE = ("docx", "lxml", "openpyxl", "xlsxwriter")
HEAVY = (*OFFICE, "sqlalchemy", "PySide6", "markdown_it", "pypdfium2")


def _lines(folder: str) -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / folder).rglob("*.py")
    }


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_that_imports_run_downward() -> None:
    done = _python(
        "import sys; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(cache_dir=None, no_logo=True))"
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_that_rooms_are_small() -> None:
    sizes = [count for count in _lines("strategidesk").values() if count > 0]

    assert statistics.median(sizes) <= 120


@pytest.mark.parametrize("folder", ["strategidesk", "tests"])
def test_that_no_file_is_huge(folder: str) -> None:
    assert {name: count for name, count in _lines(folder).items() if count > 600} == {}


@pytest.mark.parametrize(
    ("front", "unwanted"),
    [
        ("strategidesk.__main__", HEAVY),
        ("strategidesk.cli", HEAVY),
        ("strategidesk.language", HEAVY),
        ("strategidesk.model", HEAVY),
        ("strategidesk.ui", (*OFFICE, "sqlalchemy", "pypdfium2")),
    ],
)
def test_that_a_front_starts_without_heavy_libraries(front: str, unwanted: tuple[str, ...]) -> None:
    done = _python(f"import sys, {front}; print(*sys.modules)")

    assert done.returncode == 0, done.stderr
    assert set(unwanted) & set(done.stdout.split()) == set()


def test_that_no_pattern_has_a_possessive_group() -> None:
    """Python before 3.11.5, as Debian 12 has it, reads on from the wrong place after one."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    found = [
        f"{path.relative_to(ROOT)}: {text}"
        for path in (ROOT / "strategidesk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func.value) == "re"
        for text in map(ast.unparse, node.args[:1])
        if possessive.search(text)
    ]
    assert found == []
