"""The parts of one fixed document, as they were last looked at.

After a wanted change write them anew with `STRATEGIDESK_GOLDEN=write pytest tests/word`, and look
at the difference before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from strategidesk.model.strategy import Strategy
from tests.support import documents
from tests.support.every_kind import THINGS
from tests.support.strategies import PICTURE, PNG, strategy

Write = Callable[..., Path]
ANEW = os.environ.get("STRATEGIDESK_GOLDEN") == "write"  # at import: tests run without it
GOLDEN = Path(__file__).parents[1] / "golden" / "word"
BODY = (
    "Ett stycke med **fet** och *kursiv* text, en [länk](https://ekbacka.example) och en "
    "not[^1].\n\n"
    "- punkt\n  - under\n\n2. två\n3. tre\n\n| Vad | När |\n|---|---|\n| Möte | Årligen |\n\n"
    f"![Karta](blob:{PICTURE})\n\n[^1]: Källan"
)


def fixed() -> Strategy:
    kinds = ("vision", "hallmarks", "areas", "definitions", "activities", "alignment", "indicators",
             "workgroup", "decisions", "consultation")  # fmt: skip
    return strategy(
        pictures={PICTURE: PNG},
        strategy={
            "title": "Strategi för möten",
            "municipality": "Ekbacka kommun",
            "vision": "Alla är med.",
            "heading_numbering": "decimal",
            "reference_number": "KS 2026/12",
        },
        sections=[
            {"heading": "Inledning", "body": BODY},
            *({"heading": kind.capitalize(), "content": kind} for kind in kinds),
        ],
        **THINGS,
    )


@pytest.mark.parametrize("part", ["document", "footnotes", "numbering", "header1", "footer1"])
def test_that_the_parts_are_as_they_were(write: Write, part: str) -> None:
    root = documents.part(write(fixed()), f"word/{part}.xml")
    golden = GOLDEN / f"{part}.xml"
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode") + "\n"
    if ANEW:
        golden.write_text(text, encoding="utf-8")
    assert etree.canonicalize(text, strip_text=True) == etree.canonicalize(
        golden.read_text(encoding="utf-8"), strip_text=True
    )
