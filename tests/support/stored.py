"""Makes the stored file of the format's current version: `python -m tests.support.stored`.

Once, when the version is new; a file that is there is never made anew.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from strategidesk.desk import files
from strategidesk.desk.commands import Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.store.upgrades import CURRENT
from tests.support.files import ACTIVITY, AREA, SECTION, small
from tests.support.strategies import known_id

FOLDER = Path(__file__).parents[1] / "files"


def main() -> None:
    path = FOLDER / f"{CURRENT}.strategi"
    files.make(path, "Alva", small())
    with Desk.open(path, "Åsa Öberg") as desk:
        desk.run(SetFields(SECTION, {"heading": "Varför vi skriver", "body": "Vi **vill** mötas."}))
        desk.run(SetFields(AREA, {"title": "Språk på torget"}))
        desk.run(SetFields(ACTIVITY, {"status": "started", "start": "2026-03"}))
        desk.run(Delete((known_id("läslov"),)))
        seen = desk.seen(SECTION, "body")
        desk.keep_draft(SECTION, "body", "Halvskrivet om mötesplatser", seen)
    with closing(sqlite3.connect(path)) as connection:  # most pages are empty: smaller ones
        connection.execute("PRAGMA page_size = 1024")
        connection.execute("VACUUM")
    path.with_suffix(".json").write_bytes(files.dump_file(path))


if __name__ == "__main__":
    main()
