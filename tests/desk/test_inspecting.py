"""What a municipality's template brings that shuts readers out is told with each export."""

from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm, RGBColor

from strategidesk import language
from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from tests.support.documents import NS, part
from tests.support.strategies import PNG, strategy
from tests.support.validate import assert_valid

W = f"{{{NS['w']}}}"

STRATEGY = strategy(
    strategy={"title": "Strategi"},
    sections=[{"heading": "Syfte", "body": "Läs [här](https://ekbacka.example)."}],
)


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Active, "language", "sv")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template on American paper, with pale headings and a logo that nobody has described."""
    (tmp_path / "logga.png").write_bytes(PNG)
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    header = document.sections[0].header.paragraphs[0]
    header.text = "Ekbacka kommun"
    header.add_run().add_picture(str(tmp_path / "logga.png"), width=Cm(1))
    path = tmp_path / "mall.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("what", ["strategy", "proposal"])
def test_that_an_export_tells_what_its_template_brings(
    tmp_path: Path, template: Path, what: str
) -> None:
    notices = finish(export(STRATEGY, what, tmp_path / "ut.docx", "docx", Wish(template=template)))

    told = notices.notices
    assert "Dokumentet: En sida är inte A4." in told
    assert any(one.startswith("Sidhuvudet: ") and "bild" in one.lower() for one in told)
    assert any("Rubrik 1" in one and "kontrasten är" in one for one in told)
    assert len(told) == len(set(told))
    assert not any("länken" in one for one in told)  # the text's own fault is told before


def test_that_the_programs_own_look_brings_nothing(tmp_path: Path) -> None:
    assert finish(export(STRATEGY, "strategy", tmp_path / "ut.docx", "docx")).notices == ()


@pytest.mark.parametrize(("said", "code"), [("en", "en-GB"), ("de", "de"), ("Svenska", "sv-SE")])
def test_that_a_document_names_its_language_where_its_template_names_none(
    tmp_path: Path, template: Path, said: str, code: str
) -> None:
    document = Document(str(template))
    for language_name in list(document.styles.element.iter(f"{W}lang")):
        language_name.getparent().remove(language_name)
    document.save(str(template))
    out = tmp_path / "ut.docx"

    finish(
        export(
            strategy(strategy={"title": "Strategi", "language": said}),
            "strategy", out, "docx", Wish(template=template),
        )
    )  # fmt: skip

    (named,) = part(out, "word/styles.xml").findall("w:docDefaults//w:lang", NS)
    assert named.get(f"{W}val") == code
    assert Document(str(out)).core_properties.language == code
    assert_valid(out)
