"""Looking back over very many changes, and telling two long texts apart."""

import difflib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.desk.looking_back import Log, steps
from strategidesk.history.log import Wanted
from strategidesk.history.revision import entity_of
from strategidesk.history.revision import make as revision
from strategidesk.prose.differences import differences
from strategidesk.prose.tokens import tokens_of_prose
from tests.benchmarks.data import Maker, strategy
from tests.benchmarks.measuring import Row, interleave

CHANGES = 200_000
DAYS = 900
HOURS = 9  # of a day on which people write
PEOPLE = ("Alva Ek", "Bo Ask", "Disa Lind", "Egon Al")
SEEN = 30  # lines that are on the screen
MOST_OF_DAYS = 4.0
MOST_OF_A_DAY = 8.0
WORDS = 2_000
CHANGED = 80
MOST_OF_DIFFLIB = 0.1
_INSERT = "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def rows(folder: Path) -> Iterator[Row]:
    """Against bare scans of the same table, and against the standard library's difference."""
    path = folder / "history.strategi"
    _fill(path)
    raw = sqlite3.connect(path)
    with Desk.open(path) as desk:
        log = Log(desk.file)
        pair = interleave(
            lambda: log.days(Wanted()),
            lambda: raw.execute("SELECT COUNT(DISTINCT at), MAX(author) FROM revision").fetchall(),
        )
        yield pair.row(f"Days of {CHANGES} changes", "one scan for their moments", MOST_OF_DAYS)
        day = log.days(Wanted()).days[DAYS // 2].date

        def read() -> None:
            found = steps(log.traces(Wanted(), day))
            log.entries([step[0] for step in found[:SEEN]])

        pair = interleave(
            read, lambda: raw.execute("SELECT COUNT(*) FROM revision WHERE at > 5").fetchall()
        )
        yield pair.row("One day of them, as it is seen", "one scan for a moment", MOST_OF_A_DAY)
    raw.close()
    yield _texts()


def _fill(path: Path) -> None:
    """Changes of some people on working days, over one strategy's activities."""
    wanted = strategy(50, 1_000)
    make(path, "Ekbacka", wanted)
    make_up = Maker(CHANGES)
    pick = make_up.random
    begin = round(datetime(2015, 1, 5, 8, tzinfo=UTC).timestamp())
    raw = sqlite3.connect(path)
    with raw:
        for number in range(CHANGES):
            day, rest = divmod(number * DAYS, CHANGES)
            at = (begin + day * 86_400 + rest * HOURS * 3600 // CHANGES) * 1_000_000 + number % 997
            made = revision(
                entity_of(pick.choice(wanted.activities).id), "comment", make_up.line(), (),
                pick.choice(PEOPLE), at, "edit",
            )  # fmt: skip
            raw.execute(
                _INSERT,
                (made.id, made.entity, made.field, b"", made.author, made.at, "edit", made.value),
            )
    raw.close()


def _texts() -> Row:
    make_up = Maker(WORDS)
    words: list[str] = []
    while len(words) < WORDS:
        words += make_up.sentence().split()
    others = list(words)
    for _ in range(CHANGED):
        others[make_up.random.randrange(len(others))] = make_up.word()
    old, new = " ".join(words), " ".join(others)

    def plainly() -> None:
        one, other = tokens_of_prose(old), tokens_of_prose(new)
        difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()

    pair = interleave(lambda: differences(old, new), plainly, times=2)
    name = f"{CHANGED} changed words of {WORDS}"
    return pair.row(name, "difflib of the same words and blanks", MOST_OF_DIFFLIB)
