"""The template's cover page and content controls."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from strategidesk.model.strategy import Strategy
from strategidesk.word.fragments import NO_BREAK
from tests.support import documents
from tests.support.documents import NS
from tests.support.municipal_templates import cover
from tests.support.strategies import strategy
from tests.support.validate import assert_valid
from tests.support.word_templates import A4, Made, control, style, text

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def filled(**card: str) -> Strategy:
    return strategy(
        strategy={
            "title": "Strategi för möten",
            "municipality": "Ekbacka kommun",
            "reference_number": "KS 2026/12",
            "subject": "Möten för alla",
            **card,
        },
        sections=[{"heading": "Bakgrund", "body": "Text."}],
        decisions=[
            {
                "kind": "adoption",
                "body": "Kommunfullmäktige",
                "date": "2026-02-23",
                "paragraph": "12",
            }
        ],
    )


def front(path: Path) -> list[str]:
    """What stands before the document information."""
    body = documents.part(path, "word/document.xml").find("w:body", NS)
    assert body is not None
    texts = [documents.text_of(paragraph) for paragraph in body.iter(f"{W}p")]
    return [one for one in texts[: texts.index("Dokumentinformation")] if one]


def template(body: str, kind: str = "document") -> bytes:
    made = Made(kind)
    made.part(
        "styles",
        "styles",
        style("Normal", "Normal", "", more='w:default="1"')
        + style("Rubrik1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    )
    return made.content(f"{body}<w:sectPr>{A4}</w:sectPr>")


def test_that_the_cover_is_kept_and_filled_and_ours_left_out(write: Write) -> None:
    out = write(filled(status="adopted"), template=cover())
    assert_valid(out)
    assert front(out) == [
        "Strategi för möten",
        "Möten för alla",
        "Diarienummer: KS 2026/12",
        f"Kommunfullmäktige 2026-02-23, §{NO_BREAK}12",
        "Står kvar",
        "Ekbacka kommun",
    ]
    assert "Exempeltext som ska bort" not in [block.text for block in documents.blocks(out)]


def test_that_a_control_with_nothing_to_show_goes_with_its_label(write: Write) -> None:
    out = write(filled(reference_number="", status="draft"), template=cover())
    assert front(out) == [
        "Strategi för möten",
        "Möten för alla",
        "Står kvar",
        "Ekbacka kommun",
    ]


def test_that_what_a_control_shows_is_no_longer_a_hint_or_bound(write: Write) -> None:
    out = write(filled(), template=cover())
    document = documents.part(out, "word/document.xml")
    titled = next(
        control
        for control in document.iter(f"{W}sdt")
        if control.find("w:sdtPr/w:alias[@w:val='Titel']", NS) is not None
    )
    assert titled.find("w:sdtPr/w:showingPlcHdr", NS) is None
    assert titled.find("w:sdtPr/w:dataBinding", NS) is None
    assert titled.find(".//w:rStyle", NS) is None


def test_that_the_picture_of_the_cover_comes_along(write: Write) -> None:
    out = write(filled(), template=cover())
    document = documents.part(out, "word/document.xml")
    relations = documents.part(out, "word/_rels/document.xml.rels")
    shown = {e.get(f"{{{_R}}}embed") for e in document.iter("{*}blip")}
    targets = {r.get("Id"): r.get("Target", "") for r in relations}
    assert [targets[id or ""].startswith("media/") for id in shown] == [True]


def test_that_no_empty_page_follows_the_cover(write: Write) -> None:
    out = write(filled(), template=cover())
    body = documents.part(out, "word/document.xml").find("w:body", NS)
    assert body is not None
    assert body[0].find(f".//{W}br[@{W}type='page']") is None


def test_that_text_before_a_page_break_is_a_cover_in_a_plain_document(write: Write) -> None:
    body = text("Styrdokument för {municipality}") + BREAK + text("Exempel", "Rubrik1")
    out = write(filled(), template=template(body))
    assert_valid(out)
    assert front(out) == ["Styrdokument för Ekbacka kommun"]


def test_that_a_sample_with_headings_is_no_cover(write: Write) -> None:
    body = text("Exempelrubrik", "Rubrik1") + text("Exempel") + BREAK + text("Mer")
    out = write(filled(), template=template(body))
    assert front(out)[:2] == ["Ekbacka kommun", "Strategi för möten"]


def test_that_a_cover_that_is_a_section_keeps_it_and_the_text_has_the_next(write: Write) -> None:
    made = Made("template")
    made.part("styles", "styles", style("Normal", "Normal", "", more='w:default="1"'))
    head = made.part("header1", "header", text("Alla sidor"))
    wide = A4.replace('w:left="1418"', 'w:left="3000"')
    first = f'<w:headerReference w:type="default" r:id="{head}"/>'
    section = f"<w:p><w:pPr><w:sectPr>{first}{wide}</w:sectPr></w:pPr></w:p>"
    body = f"<w:p>{control('Titel', '[Titel]')}</w:p>{section}<w:p/><w:sectPr>{A4}</w:sectPr>"
    out = write(filled(), template=made.content(body))
    assert_valid(out)
    lefts = [
        page.get(f"{W}left") for page in documents.part(out, "word/document.xml").iter(f"{W}pgMar")
    ]
    assert lefts == ["3000", "1418"]
    last = documents.part(out, "word/document.xml").findall(".//w:sectPr", NS)[-1]
    assert last.find("w:headerReference", NS) is not None


def test_that_nothing_dangerous_comes_along(write: Write) -> None:
    made = Made()
    made.part("styles", "styles", style("Normal", "Normal", "", more='w:default="1"'))
    made.part("settings", "settings", '<w:attachedTemplate r:id="rId1"/>')
    made.relate("settings.xml", "attachedTemplate", "file:///C:/mallar/x.dotm", external=True)
    embedded = (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        'r:id="rId1" Type="Embed"/></w:object></w:r>'
    )
    head = made.part("header1", "header", f"<w:p>{embedded}</w:p>{text('Kvar')}")
    made.relate("header1.xml", "oleObject", "embeddings/o.bin")
    linked = made.relate("header1.xml", "image", "http://ekbacka.example/spion.png", external=True)
    body = (
        f'{text("x")}<w:sectPr><w:headerReference w:type="default" r:id="{head}"/>{A4}</w:sectPr>'
    )
    content = made.content(body, {"word/embeddings/o.bin": b"ole"})
    out = write(filled(), template=content)
    assert_valid(out)
    assert linked
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as file:
        names = file.namelist()
        whole = b"".join(file.read(name) for name in names)
    assert not [name for name in names if "embeddings" in name]
    assert not [word for word in (b"x.dotm", b"spion", b"OLEObject") if word in whole]
    assert b"Kvar" in whole


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
