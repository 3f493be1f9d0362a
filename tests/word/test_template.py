"""The municipality's own template."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm, RGBColor

from strategidesk.errors import UserError
from tests.support import documents
from tests.support.documents import NS
from tests.support.strategies import strategy
from tests.support.validate import assert_valid

Write = Callable[..., Path]
W = f"{{{NS['w']}}}"
STRATEGY = strategy(
    strategy={"title": "Strategi för möten", "heading_numbering": "decimal"},
    sections=[{"heading": "Bakgrund", "body": "Text[^1].\n\n- punkt\n\n1. ett\n\n[^1]: Not"}],
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template with a look of its own: green headings, a header, wide margins, old text."""
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0, 0x80, 0)
    document.sections[0].left_margin = Cm(4)
    document.sections[0].header.paragraphs[0].text = "Vår kommun – {title}"
    document.add_paragraph("Gammal text som ska bort")
    path = tmp_path / "mall.docx"
    document.save(str(path))
    return path


def test_that_a_template_gives_its_look_and_loses_its_text(write: Write, template: Path) -> None:
    out = write(STRATEGY, template=template)
    assert_valid(out)
    texts = [block.text for block in documents.blocks(out)]
    assert "Bakgrund" in texts
    assert "Gammal text som ska bort" not in texts
    headers = [name for name in documents.names(out) if name.startswith("word/header")]
    assert [documents.text_of(documents.part(out, name)) for name in headers] == [
        "Vår kommun – Strategi för möten"
    ]
    margins = documents.part(out, "word/document.xml").find(".//w:pgMar", NS)
    assert margins is not None
    assert margins.get(f"{W}left") == str(Cm(4).twips)
    heading = documents.part(out, "word/styles.xml").find(
        ".//w:style[@w:styleId='Heading1']/w:rPr/w:color", NS
    )
    assert heading is not None
    assert heading.get(f"{W}val") == "008000"


def test_that_styles_a_template_lacks_are_added(write: Write, template: Path) -> None:
    out = write(STRATEGY, template=template)
    known = {
        style.get(f"{W}styleId")
        for style in documents.part(out, "word/styles.xml").iter(f"{W}style")
    }
    document = documents.part(out, "word/document.xml")
    used = {s.get(f"{W}val") for s in document.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= known


@pytest.mark.parametrize("kind", ["text", "workbook", "missing"])
def test_that_what_is_no_word_document_is_refused_by_name(
    write: Write, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "fel.docx"
    if kind == "text":
        path.write_text("inte en docx", encoding="utf-8")
    elif kind == "workbook":
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UserError, match=r"fel\.docx"):
        write(STRATEGY, template=path)
    assert not (tmp_path / "strategi.docx").exists()
