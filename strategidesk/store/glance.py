"""A glance at a strategy file that is not opened: what it is called, how far it has come, and who
has it open. Reads a few rows; nothing is checked, changed or locked for longer than that."""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from strategidesk.errors import UserError
from strategidesk.history.reviewing import count
from strategidesk.history.tables import ModelTables
from strategidesk.store.lock import holder, local_time
from strategidesk.store.sqlite import looker, rows
from strategidesk.store.troubles import explained


@dataclass(frozen=True)
class Glance:
    """What is seen; `status` is one of `STRATEGY_STATUS`, or empty where it cannot be read."""

    there: bool
    title: str = ""
    status: str = ""
    to_review: int = 0  # things that wait for a person
    person: str = ""  # who has it open for writing
    since: str = ""


def glance(path: Path, tables: ModelTables) -> Glance:
    """Look at a file. What cannot be read is left out: opening the file tells why.

    `tables` are those of this program; of a file that was made for others only the contested texts
    are counted.
    """
    try:
        if not path.is_file():
            return Glance(False)
    except OSError:
        return Glance(False)
    title = status = person = since = ""
    to_review = 0
    with suppress(UserError, OSError):
        found = holder(path)
        if found is not None:
            person, since = found.person, local_time(found.since)
    with suppress(UserError, OSError, sqlite3.Error, ValueError):
        ((title, status),) = rows(path, 'SELECT "title","status" FROM "strategy" LIMIT 1')
        ((to_review,),) = rows(path, 'SELECT count(*) FROM "review"')
    with suppress(UserError, OSError, sqlite3.Error, ValueError):
        to_review = _waiting(path, tables)
    return Glance(True, str(title), str(status), int(to_review), person, since)


def _waiting(path: Path, tables: ModelTables) -> int:
    engine = looker(path)
    try:
        with explained(path), engine.connect() as connection, connection.begin():
            return count(connection, tables)
    finally:
        engine.dispose()
