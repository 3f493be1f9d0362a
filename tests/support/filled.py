"""A window on a round that was sent, and the sheets that came back from the units."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook

from strategidesk.desk import files
from strategidesk.model.strategy import Strategy
from tests.support import rounds

AUTHOR = "Astrid Exempel"
LONG = "Samordna mottagandet av nyanlända barn och unga med föreningar, skola och vårdnadshavare"
ACTIVITIES = [
    {"id": "v1", "title": "Läslust för alla", "unit": "u1", "hallmarks": ["h1"]},
    {"id": "v2", "title": "Språkcafé", "unit": "u1", "status": "started", "indicator": "Besök"},
    {"id": "v3", "title": LONG, "unit": "u2"},
    {"id": "v4", "title": "Läxhjälp", "unit": "u2"},
]
BOTH_KNOWN: Mapping[int, Mapping[str, Any]] = {
    0: {"Status": "Genomförd", "Kommentar/Resultat": "Fjorton grupper läste."},
    1: {"Status": "KLAR", "Utfall": "14,0"},
}
QUESTIONS: Mapping[int, Mapping[str, Any]] = {
    0: {"Status": "Genomförd", "Nytt slutdatum": "31/6 2027"},
    1: {"Status": "Påbörjad", "Trend": "kanske"},
}


def the_file(path: Path) -> Path:
    """A strategy whose round has been sent to two units."""
    files.make(path, AUTHOR, rounds.asking(activities=ACTIVITIES))
    return path


def came_back(
    one: Strategy, out: Path, typed: Mapping[int, Mapping[str, Any]], unit: str = "u1"
) -> Path:
    """A unit's sheet with what was typed in its rows (0: the first) by heading."""
    book: Workbook = rounds.sheet_of(one, out, unit)
    lines = rounds.rows(rounds.answers(book))
    for row, values in typed.items():
        for heading, value in values.items():
            lines[row][heading].value = value
    book.save(out)
    return out
