"""A strategy of 25,000 words and its activity plan as a Word document."""

import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from strategidesk.word.strategy import write
from tests.benchmarks import docxtpl_peer
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import (
    Pair,
    Row,
    exponent,
    in_new_process,
    interleave,
    megabytes,
    peak_memory,
)

WORDS = 25_000
GOALS = {50: 4.0, 500: 4.0, 5_000: 3.0}  # by rows of the plan
MOST_EXPONENT = 1.1
MOST_MEMORY = 3.0
MOST_OF_DOCXTPL = 0.5
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = "word/document.xml"


def rows(folder: Path) -> Iterator[Row]:
    """Against the same text as raw strings in a zip file, and as docxtpl fills a template."""
    pairs = {size: _pair(folder, strategy(WORDS, size)) for size in GOALS}
    slope = exponent({size: _alike(folder, size) for size in (500, 1_600, 5_000)})
    for size, pair in pairs.items():
        yield pair.row(
            f"Word: {WORDS} words + plan of {size} rows", "raw strings + zip", GOALS[size],
            slope if size == max(GOALS) else None, MOST_EXPONENT,
        )  # fmt: skip
    ours, peer = (
        int(in_new_process("tests.benchmarks.word", kind, max(GOALS))) for kind in ("ours", "raw")
    )
    yield Row(
        f"  memory at {max(GOALS)} rows", megabytes(ours), f"raw strings + zip {megabytes(peer)}",
        ours / peer, MOST_MEMORY,
    )  # fmt: skip
    yield docxtpl_peer.row(folder, strategy(WORDS, max(GOALS)), pairs[max(GOALS)], MOST_OF_DOCXTPL)


def _pair(folder: Path, wanted: Strategy) -> Pair:
    return interleave(
        lambda: ours(wanted, folder / "ours.docx"), lambda: raw(wanted, folder / "raw.docx"), 5
    )


def _alike(folder: Path, size: int) -> tuple[float, ...]:
    """Seconds for a document whose words grow with its rows."""
    wanted = strategy(WORDS * size // max(GOALS), size)
    return interleave(lambda: ours(wanted, folder / "ours.docx"), lambda: None, 5).ours


def ours(wanted: Strategy, out: Path) -> None:
    """The document with its plan in full."""
    for _ in write(wanted, out, plan="full"):
        pass


def raw(wanted: Strategy, out: Path) -> None:
    """The same texts in real paragraphs and a real table with styles, and nothing else."""
    pieces = [f'<w:document xmlns:w="{MAIN}"><w:body>']
    for section in wanted.sections:
        pieces.append(paragraph("Heading1", section.heading))
        pieces.extend(map(_line, section.body.split("\n")))
        if section.content == "areas":
            for area in wanted.areas:
                pieces.append(paragraph("Heading2", area.title))
                pieces.extend(map(_line, area.introduction.split("\n")))
                for mark in wanted.hallmarks_by_area[area.id]:
                    pieces.append(paragraph("ListBullet", mark.text))
        elif section.content == "activities":
            pieces.append(_table(wanted))
    pieces.append("</w:body></w:document>")
    packed(pieces, out)


def packed(pieces: list[str], out: Path) -> None:
    """A document of these pieces, with the parts of our template beside it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in other_parts().items():
            package.writestr(name, data)
        package.writestr(_DOCUMENT, "".join(pieces).encode())


def _line(line: str) -> str:
    if line.startswith("- "):
        return paragraph("ListBullet", line[2:])
    return paragraph("Normal", line) if line else ""


def paragraph(style: str, text: str) -> str:
    """A paragraph of plain text."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(wanted: Strategy) -> str:
    areas: dict[Id | None, str] = {area.id: area.title for area in wanted.areas}
    marks = {mark.id: mark.text for mark in wanted.hallmarks}
    pieces = ["<w:tbl><w:tblPr/><w:tblGrid>", '<w:gridCol w:w="700"/>' * 14, "</w:tblGrid>"]
    for number, activity in enumerate(wanted.activities, 1):
        pieces.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        for text in _texts(number, activity, areas, marks):
            pieces.append('<w:tc><w:tcPr><w:tcW w:w="700" w:type="dxa"/></w:tcPr>')
            pieces.append(paragraph("TableText", text))
            pieces.append("</w:tc>")
        pieces.append("</w:tr>")
    return "".join([*pieces, "</w:tbl>"])


def _texts(
    number: int, activity: Activity, areas: dict[Id | None, str], marks: dict[Id, str]
) -> tuple[str, ...]:
    return (
        str(number), areas[activity.area], "; ".join(marks[mark] for mark in activity.hallmarks),
        f"{activity.title}\n{activity.description}", activity.expected_result,
        activity.responsible, activity.participants, f"{activity.when}, {activity.recurrence}",
        f"{activity.resources}; {activity.funding}; {activity.budget} kronor", activity.indicator,
        activity.baseline, activity.target, activity.priority, activity.status,
    )  # fmt: skip


@cache
def other_parts() -> dict[str, bytes]:
    with zipfile.ZipFile(resource("word", "strategi.docx")) as template:
        return {name: template.read(name) for name in template.namelist() if name != _DOCUMENT}


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        {"ours": ours, "raw": raw}[sys.argv[1]](
            strategy(WORDS, int(sys.argv[2])), Path(name) / "x.docx"
        )
    print(peak_memory())
