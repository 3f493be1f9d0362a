"""What is no template is refused with one sentence that says what it is."""

import io
import zipfile
from pathlib import Path

import pytest

from strategidesk.errors import UserError
from strategidesk.word.package import Package
from tests.support.hostile import bases, zips
from tests.support.hostile.disguises import compound
from tests.support.municipal_templates import bare, cover


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def with_types(old: bytes, new: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bare())) as given, zipfile.ZipFile(made, "w") as file:
        for name in given.namelist():
            file.writestr(name, given.read(name).replace(old, new))
    return made.getvalue()


MACROS = with_types(
    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
    b"vnd.ms-word.template.macroEnabledTemplate.main",
)
REFUSED = {
    "macros": (MACROS, "makron"),
    "doc": (compound("WordDocument"), r"\(.doc\)"),
    "password": (compound("EncryptedPackage"), "lösenord"),
    "odt": (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "html": (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "webbsida"),
    "rtf": (b"{\\rtf1 text}", "RTF"),
    "text": (b"inte en docx", "textfil"),
    "workbook": (zips.pack(zips.parts(bases.workbook())), "en Excel-arbetsbok"),
    "broken": (bare()[:-200], "skadad"),
    "strict": (with_types(b"schemas.openxmlformats.org/officeDocument/2006",
                          b"purl.oclc.org/ooxml"), "strikta"),
    "swollen": (packed(**{"[Content_Types].xml": bytes(9_000_000), "_rels/.rels": b""}), "svälla"),
    "xml": (with_types(b"</w:styles>", b"</w:style>"), "skadad"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_that_what_is_no_template_is_refused_for_what_it_is(tmp_path: Path, kind: str) -> None:
    content, reason = REFUSED[kind]
    path = tmp_path / "mall.dotx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=reason) as refused:
        Package(path)
    assert "mall.dotx" in str(refused.value)


def test_that_a_dotx_is_a_template_by_its_content_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "mall.docx"
    path.write_bytes(cover())
    assert Package(path).body.front is not None
