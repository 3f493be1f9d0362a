"""The extract for plan and budget, and the report on a referral, with many rows."""

from collections.abc import Callable, Iterator
from pathlib import Path

from strategidesk.desk.papers import composed, usual
from strategidesk.model.extract import Extract
from strategidesk.model.strategy import Strategy
from strategidesk.word import consultation_summary, extract
from tests.benchmarks.measuring import Pair, Row, exponent, interleave
from tests.benchmarks.word import MAIN, packed, paragraph
from tests.support import documents
from tests.support.strategies import strategy

SIZES = (500, 1_600, 5_000)  # rows
GOAL = 3.0
MOST_EXPONENT = 1.1
TODAY = "2026-03-09"
_UNITS, _SECTIONS, _ASKED = 20, 40, 200
_FUNDING = ("Inom ram", "Tillskott", "")

Write = Callable[[Strategy, Path], None]


def rows(folder: Path) -> Iterator[Row]:
    """Each against the same texts as raw strings in a zip file."""
    for name, ours in (("extract for plan and budget", budget), ("report on a referral", report)):
        pairs = {size: _pair(folder, made(size), ours) for size in SIZES}
        slope = exponent({size: pair.ours for size, pair in pairs.items()})
        yield pairs[max(SIZES)].row(
            f"Word: {name} of {max(SIZES)} rows", "raw strings + zip", GOAL, slope, MOST_EXPONENT
        )


def _pair(folder: Path, wanted: Strategy, ours: Write) -> Pair:
    out = folder / "ours.docx"
    ours(wanted, out)
    texts = documents.tables(out)
    return interleave(lambda: ours(wanted, out), lambda: raw(texts, folder / "raw.docx"), 5)


def made(size: int) -> Strategy:
    """So many activities, and as many responses."""
    return strategy(
        strategy={"title": "Strategi"},
        units=[{"id": f"u{n}", "name": f"Enhet {n}"} for n in range(_UNITS)],
        sections=[{"id": f"s{n}", "heading": f"Avsnitt {n}"} for n in range(_SECTIONS)],
        areas=[{"id": "a", "title": "Språk och lärande"}],
        activities=[
            {"title": f"Aktivitet {n} med en rubrik av vanlig längd", "unit": f"u{n % _UNITS}",
             "area": "a", "when": "Årligen" if n % 3 else "2026", "budget": 1_000 + n,
             "funding": _FUNDING[n % 3], "resources": "en halv tjänst"}
            for n in range(size)
        ],
        consultations=[
            {"id": "c", "kind": "remiss", "title": "Remiss",
             "respondents": ", ".join(f"Förening {n}" for n in range(_ASKED))}
        ],
        responses=[
            {"consultation": "c", "respondent": f"Förening {n % _ASKED}", "date": "2026-01-01",
             "position": "approves", "section": f"s{n % _SECTIONS}", "handling": "accepted",
             "text": f"Vi anser att stycke {n} om möten ska skrivas om, så att alla förstår det.",
             "comment": "Ändrat så som det föreslås."}
            for n in range(size)
        ],
    )  # fmt: skip


def budget(wanted: Strategy, out: Path) -> None:
    """The extract of all units in one year."""
    for _ in extract.write(Extract(wanted, None, 2026), out, today=TODAY):
        pass


def report(wanted: Strategy, out: Path) -> None:
    """The report on the referral, in the order of the strategy."""
    paper = composed(wanted, usual("consultation_summary"), TODAY)
    for _ in consultation_summary.write(wanted, paper, out, today=TODAY):
        pass


def raw(tables: list[list[list[str]]], out: Path) -> None:
    """The same texts in real tables with styles, and nothing else."""
    pieces = [f'<w:document xmlns:w="{MAIN}"><w:body>']
    for rows_of in tables:
        pieces.append("<w:tbl><w:tblPr/><w:tblGrid>" + '<w:gridCol w:w="900"/>' * len(rows_of[0]))
        pieces.append("</w:tblGrid>")
        for row in rows_of:
            pieces.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
            for text in row:
                pieces.append('<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>')
                pieces.extend(paragraph("TableText", line) for line in text.split("\n"))
                pieces.append("</w:tc>")
            pieces.append("</w:tr>")
        pieces.append("</w:tbl>")
    packed([*pieces, "</w:body></w:document>"], out)
