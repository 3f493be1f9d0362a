"""The report about a template: what it brings, what is used instead, what is to be mended."""

from pathlib import Path

import pytest

from strategidesk.word.template_report import FOUND, INSTEAD, MEND, report
from tests.support.municipal_templates import bare, cover, google_docs, swedish_word

LIBREOFFICE = Path(__file__).parents[1] / "files" / "libreoffice.docx"


def said(template: bytes | Path, kind: str) -> str:
    return "\n".join(str(one) for one in report(template) if one.kind == kind)


def test_that_the_report_says_what_was_found() -> None:
    found = said(swedish_word(), FOUND)
    parts = ("sidhuvud", "sidfot", "Logotypen")
    for words in (*parts, "Liberation Serif", "Georgia", "nummer", "{title}"):
        assert words in found
    assert said(swedish_word(), MEND) == ""


def test_that_the_report_names_the_controls_that_are_filled() -> None:
    found = said(cover(), FOUND)
    assert "Titel, Dnr, Underrubrik, Beslutad av" in found
    assert "försättsblad" in found
    assert "Okänd uppgift" not in found


def test_that_the_report_says_what_is_used_for_what_is_missing() -> None:
    instead = said(bare(), INSTEAD)
    styles = ("listor", "innehållsförteckningen", "tabell")
    for words in ("varken sidhuvud eller", "försättsblad", *styles):
        assert words in instead
    assert "låst" in said(cover(), INSTEAD)


def test_that_the_report_says_what_shuts_readers_out_and_what_to_do() -> None:
    mend = [one for one in report(google_docs()) if one.kind == MEND]
    words = "\n".join(map(str, mend))
    for expected in (
        "216 × 279 mm",
        "bild i sidhuvudet",
        "mot vitt: Rubrik 1, Rubrik 2, Rubrik 3",
        "sidnummer",
    ):
        assert expected in words
    assert all(one.way for one in mend)


@pytest.mark.parametrize("template", [bare(), LIBREOFFICE])
def test_that_nothing_is_to_be_mended_in_a_template_that_can_be_read(
    template: bytes | Path,
) -> None:
    assert said(template, MEND) == ""
