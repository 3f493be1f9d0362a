"""Strategy files for tests: a small one, made once per process, and what to ask of a file."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.desk import Desk, tables_of
from strategidesk.model.fields import Id
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.store.file import StrategyFile
from strategidesk.store.sqlite import journal
from tests.support.strategies import PICTURE, PNG, known_id, strategy

AUTHOR = "Alva"
SECTION: Id = known_id("inledning")
AREA: Id = known_id("språk")
ACTIVITY: Id = known_id("kaféet")


def small() -> Strategy:
    """A little of everything: a tree, references, numbers, a picture, odd characters."""
    return strategy(
        pictures={PICTURE: PNG},
        strategy={
            "id": "ekbacka",
            "title": "Språk och möten i Ekbacka",
            "municipality": "Ekbacka kommun",
            "vision": "I Ekbacka hörs **många språk** på torget.",
        },
        sections=[
            {"id": "inledning", "heading": "Inledning", "body": f"![Två rutor](blob:{PICTURE})"},
            {"id": "syfte", "heading": "Syfte", "parent": "inledning", "body": "Vi vill mötas."},
            {"id": "plan", "heading": "Aktiviteter", "content": "activities"},
        ],
        areas=[{"id": "språk", "title": "Språk", "introduction": "- läsa\n- tala"}],
        hallmarks=[{"id": "bok", "area": "språk", "text": "Alla barn har en bok hemma."}],
        definitions=[{"id": "möte", "term": "möte", "text": "När två talar 😀."}],
        units=[{"id": "skola", "name": "Skolförvaltningen"}],
        activities=[
            {
                "id": "kaféet",
                "title": "Språkkafé",
                "area": "språk",
                "hallmarks": ["bok"],
                "unit": "skola",
                "budget": Decimal("1250.50"),
            },
            {"id": "läslov", "title": "Läslov", "unit": "skola", "when": "varje höst"},
        ],
    )


def make(path: Path) -> Path:
    """A file that holds the small strategy."""
    shutil.copyfile(_made(), path)
    return path


@cache
def _made() -> Path:
    path = Path(tempfile.mkdtemp()) / "small.strategi"
    files.make(path, AUTHOR, small())
    return path


@contextmanager
def opened(path: Path, person: str | None = None) -> Iterator[StrategyFile]:
    """The file, open to read or to write."""
    with StrategyFile.open(path, tables_of(STANDARD), person) as file:
        yield file


def found_in(path: Path) -> list[str]:
    """What a thorough check finds, as sentences."""
    with Desk.open(path) as desk:
        return [finding.template.format(place=finding.place) for finding in desk.verify()]


def content(path: Path) -> bytes:
    """All that the file says, after a thorough check that finds nothing."""
    assert found_in(path) == []
    return files.dump_file(path)


def folder_content(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def unlocked(path: Path, *statements: str, keep_rules: bool = True) -> None:
    """Change a file behind the program's back: its rules are taken away first, then put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        rules = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        there = list(rules)
        for name, _ in there:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in there if keep_rules else ():
            connection.execute(sql)


def half_written(path: Path) -> tuple[bytes, bytes]:
    """The bytes of a file and its journal in the midst of a transaction that is then given up."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE section SET heading = 'Halvt', body = ''")
        for _ in range(40):
            connection.execute("INSERT INTO blob VALUES (randomblob(32), randomblob(20000))")
        halves = path.read_bytes(), journal(path).read_bytes()
        connection.execute("ROLLBACK")
    return halves


def damage(path: Path) -> None:
    """Another word in the text of a change."""
    unlocked(path, "UPDATE revision SET value = replace(value, 'Inledning', 'Inlednjng')")


def vanish(file: Path) -> Path:
    """Have the file's folder be gone, as when a network share is; returns where it is now."""
    if os.name == "nt":
        pytest.skip("Windows does not rename a folder with open files")
    return file.parent.rename(file.parent.with_name("borta"))
