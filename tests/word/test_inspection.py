"""The inspection of a finished document: a sound one passes, and each fault is told with its place.

Each fault is made by changing the file itself, so that the inspection is held against Word's markup
and not against what the writers happen to make.
"""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from strategidesk import language
from strategidesk.errors import UserError
from strategidesk.word.inspection import Fault, inspect
from tests.support.every_kind import THINGS
from tests.support.strategies import PICTURE, PNG, strategy

Write = Callable[..., Path]
BODY = (
    "Ett stycke med [lagen om tillgänglighet](https://ekbacka.example/lag).\n\n"
    "- punkt\n- en till\n\nMellan.\n\n| Vad | När |\n|---|---|\n| Möte | Årligen |\n\n"
    f"![Två rutor](blob:{PICTURE})"
)
SOUND = strategy(
    pictures={PICTURE: PNG},
    strategy={"title": "Strategi för möten", "municipality": "Ekbacka kommun"},
    sections=[
        {"id": "a", "heading": "Inledning", "body": BODY},
        {"id": "b", "parent": "a", "heading": "Bakgrund", "body": "Text."},
        *({"heading": kind, "content": kind} for kind in ("areas", "activities", "decisions")),
    ],
    **THINGS,
)


@pytest.fixture(autouse=True)
def _swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Active, "language", "sv")


def _changed(path: Path, part: str, old: str, new: str) -> Path:
    """The file with the first match of a pattern in one part replaced."""
    changed = path.with_name("ändrad.docx")
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(changed, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name == part:
                text, count = re.subn(old, new, content.decode(), count=1, flags=re.DOTALL)
                assert count == 1, f"{old} is not in {part}"
                content = text.encode()
            made.writestr(name, content)
    return changed


def _said(found: tuple[Fault, ...]) -> set[tuple[str, str]]:
    return {(fault.place, fault.sentence) for fault in found}


DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
HEADED = r'(<w:p><w:pPr><w:pStyle w:val="Heading2"/>)'  # of ”Bakgrund”
PICTURE_HERE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="7" name="Logga"{}</wp:inline></w:drawing></w:r></w:p>'
)
FAULTS = {
    "no title in the properties": (
        "docProps/core.xml", "<dc:title>.*?</dc:title>", "",
        "Dokumentet", "Dokumentet saknar titel. Skärmläsare säger den först.",
    ),
    "no language": (
        STYLES, "<w:lang .*?/>", "",
        "Dokumentet", "Dokumentets språk saknas. Skärmläsare väljer röst efter det.",
    ),
    "no paragraph in the style for titles": (
        DOCUMENT, '<w:pStyle w:val="Title"/>', "",
        "Dokumentet", "Inget stycke har formatmallen för dokumentets rubrik.",
    ),
    "two titles": (
        DOCUMENT, HEADED,
        r'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>En till</w:t></w:r></w:p>\1',
        "Under ”Inledning”", "Ett dokument har en titel, och det här är en till.",
    ),
    "a level is skipped": (
        DOCUMENT, HEADED, r'<w:p><w:pPr><w:pStyle w:val="Heading3"/>',
        "Rubriken ”Bakgrund”",
        "Rubriken ligger på nivå 3, den före på nivå 1: en nivå hoppas över.",
    ),
    "a heading without text": (
        DOCUMENT, HEADED, r'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>\1',
        "Under ”Inledning”", "En rubrik saknar text.",
    ),
    "bold in the place of a heading": (
        DOCUMENT, HEADED, r"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Så gör vi</w:t></w:r></w:p>\1",
        "Under ”Inledning”",
        "”Så gör vi” ser ut som en rubrik men är fet text. Gör den till ett avsnitt.",
    ),
    "a list by hand": (
        DOCUMENT, HEADED, PLAIN.format("• möten") + r"\1",
        "Under ”Inledning”",
        "Rader som börjar med ”•” blir ingen lista för läsaren. Gör en lista av dem.",
    ),
    "an empty paragraph": (
        DOCUMENT, HEADED, r"<w:p/>\1",
        "Under ”Inledning”", "Ett tomt stycke gör luft. Luften hör till formatmallen.",
    ),
    "an empty paragraph in a cell": (
        DOCUMENT, r"(<w:t [^>]*>Möte</w:t></w:r></w:p>)", r"\1<w:p/>",
        "Tabell 2, under ”Inledning”", "En cell har ett tomt stycke som gör luft.",
    ),
    "no row of headings": (
        DOCUMENT, "<w:tblHeader/>", "",
        "Tabell 1", "Första raden är inte märkt som rubriker som upprepas på varje sida.",
    ),
    "merged cells": (
        DOCUMENT, r'(<w:tcPr>)(<w:tcW [^>]*/>)', r'\1\2<w:gridSpan w:val="2"/>',
        "Tabell 1", "Celler är sammanslagna eller delade, så kolumnerna går inte att följa.",
    ),
    "a column without heading": (
        DOCUMENT, "<w:t [^>]*>När</w:t>", "<w:t></w:t>",
        "Tabell 2, under ”Inledning”", "Kolumn 2 i tabellen saknar rubrik.",
    ),
    "a picture without words": (
        DOCUMENT, r'(<wp:docPr [^>]*?)descr="[^"]*"', r"\1",
        "Under ”Inledning”", "En bild saknar text som säger vad den visar.",
    ),
    "a logo without words": (
        HEADER, "(</w:hdr>)", PICTURE_HERE.format("/>") + r"\1",
        "Sidhuvudet", "En bild saknar text som säger vad den visar.",
    ),
    "a logo called by its file": (
        HEADER, "(</w:hdr>)", PICTURE_HERE.format(' descr="logga.png"/>') + r"\1",
        "Sidhuvudet", "Bildens text är bara ett filnamn: logga.png",
    ),
    "an old picture without words": (
        HEADER, "(</w:hdr>)",
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/>'
        r"</v:shape></w:pict></w:r></w:p>\1",
        "Sidhuvudet", "En bild saknar text som säger vad den visar.",
    ),
    "a link that says nothing": (
        DOCUMENT, "lagen om tillgänglighet", "här",
        "Under ”Inledning”", "”här” säger inte vart länken leder.",
    ),
    "a link that is its address": (
        DOCUMENT, "lagen om tillgänglighet", "www.ekbacka.example",
        "Under ”Inledning”",
        "En länk visar bara sin adress: www.ekbacka.example Skriv vad den leder till.",
    ),
    "a pale style": (
        STYLES, r'(w:styleId="Heading2".*?<w:color w:val=)"\w+"', r'\1"A0B4B6"',
        "Formatmallen Rubrik 2",
        "Texten syns dåligt mot det som ligger bakom: kontrasten är 2,1 till 1, och 3,0 krävs.",
    ),
    "white text that lost its ground": (
        STYLES, r'w:fill="17606A"', 'w:fill="EDF3F3"',
        "Formatmallen Tabellrubrik i tabellers första rad",
        "Texten syns dåligt mot det som ligger bakom: kontrasten är 1,1 till 1, och 4,5 krävs.",
    ),
    "pale text by hand": (
        DOCUMENT, HEADED,
        r'<w:p><w:r><w:rPr><w:color w:val="999999"/></w:rPr><w:t>Blekt</w:t></w:r></w:p>\1',
        "Under ”Inledning”",
        "Texten syns dåligt mot det som ligger bakom: kontrasten är 2,8 till 1, och 4,5 krävs.",
    ),
    "pale links once they are followed": (
        "word/theme/theme1.xml", r"(<a:folHlink><a:srgbClr val=).{8}", r'\1"B9CACC"',
        "Länkar som någon har följt",
        "Texten syns dåligt mot det som ligger bakom: kontrasten är 1,6 till 1, och 4,5 krävs.",
    ),
    "small text": (
        STYLES, r'(w:styleId="Heading2".*?<w:sz w:val=)"28"', r'\1"17"',
        "Formatmallen Rubrik 2", "Texten är 8,5 punkter. Under 9,0 är den svår att läsa.",
    ),
    "small text in a table": (
        STYLES, r'(w:styleId="TableHeading".*?<w:b/>)', r'\1<w:sz w:val="15"/>',
        "Formatmallen Tabellrubrik i tabellers första rad",
        "Texten är 7,5 punkter. Under 8,0 är den svår att läsa.",
    ),
    "links known by colour alone": (
        STYLES, r'(w:styleId="Hyperlink".*?)<w:u [^>]*/>', r"\1",
        "Formatmallen Hyperlänk",
        "Länkar skiljer sig från annan text bara med färg. Stryk under dem.",
    ),
    "a word known by its colour alone": (
        DOCUMENT, HEADED,
        '<w:p><w:r><w:t>Målet är </w:t></w:r><w:r><w:rPr><w:color w:val="C00000"/></w:rPr>'
        r"<w:t>försenat</w:t></w:r></w:p>\1",
        "Under ”Inledning”", "”försenat” framhävs bara med färg.",
    ),
    "a cell known by its colour alone": (
        DOCUMENT,
        r"(<w:tcW [^>]*/>)(</w:tcPr><w:p><w:pPr><w:pStyle [^>]*/></w:pPr>)"
        "<w:r><w:t [^>]*>Årligen</w:t></w:r>",
        r'\1<w:shd w:val="clear" w:fill="C00000"/>\2',
        "Tabell 2, under ”Inledning”", "En cell säger något bara med sin färg. Skriv det i ord.",
    ),
    "American paper": (
        DOCUMENT, r'<w:pgSz w:w="11906" w:h="16838"', '<w:pgSz w:w="12240" w:h="15840"',
        "Dokumentet", "En sida är inte A4.",
    ),
}  # fmt: skip


def test_that_our_own_document_has_no_fault(write: Write) -> None:
    assert inspect(write(SOUND)) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_that_a_fault_is_told_where_it_stands(write: Write, fault: str) -> None:
    part, old, new, place, sentence = FAULTS[fault]

    assert _said(inspect(_changed(write(SOUND), part, old, new))) == {(place, sentence)}


def test_that_many_headings_need_contents_that_a_field_makes(write: Write) -> None:
    sections = [{"heading": f"Avsnitt {n}", "body": "Text."} for n in range(21)]
    whole = write(strategy(strategy={"title": "Lång"}, sections=sections))
    assert inspect(whole) == ()

    without = _changed(whole, DOCUMENT, "> TOC [^<]*<", "> PAGE <")

    assert _said(inspect(without)) == {
        ("Dokumentet", "21 rubriker, men ingen innehållsförteckning som leder till dem.")
    }


def test_that_the_only_chief_heading_is_the_title_where_no_style_says_so(write: Write) -> None:
    whole = write(strategy(strategy={"title": "Kort"}, sections=[{"heading": "A", "body": "B."}]))

    assert inspect(_changed(whole, DOCUMENT, '<w:pStyle w:val="Title"/>', "")) == ()


def test_that_a_hint_to_be_written_over_is_not_told_by_its_colour(write: Write) -> None:
    hint = (
        "<w:p><w:r><w:t>Dnr </w:t></w:r><w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:rPr>"
        '<w:color w:val="595959"/></w:rPr><w:t>skrivs här</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    )
    whole = write(SOUND)

    assert (
        inspect(_changed(whole, DOCUMENT, HEADED, hint.format("<w:showingPlcHdr/>") + r"\1")) == ()
    )
    assert _said(inspect(_changed(whole, DOCUMENT, HEADED, hint.format("") + r"\1"))) == {
        ("Under ”Inledning”", "”skrivs här” framhävs bara med färg.")
    }


def test_that_a_picture_that_only_decorates_needs_no_words(write: Write) -> None:
    decorative = (
        '><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext>'
        '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" '
        'val="1"/></a:ext></a:extLst></wp:docPr>'
    )
    logo = PICTURE_HERE.format(decorative)

    assert inspect(_changed(write(SOUND), HEADER, "(</w:hdr>)", logo + r"\1")) == ()


@pytest.mark.parametrize(
    ("color", "faulty"),
    [
        ('w:val="FFFFFF" w:themeColor="text2"', False),  # the theme's comes first: 17606A
        ('w:val="000000" w:themeColor="background2"', True),  # EDF3F3
        ('w:val="000000" w:themeColor="text2" w:themeTint="33"', True),  # a fifth of it
        ('w:val="FFFFFF" w:themeColor="background2" w:themeShade="40"', False),
        ('w:val="auto"', False),
    ],
)
def test_that_colours_of_the_theme_are_followed(write: Write, color: str, faulty: bool) -> None:
    styles = r'(w:styleId="Heading1".*?)<w:color [^>]*/>'
    changed = _changed(write(SOUND), STYLES, styles, rf"\1<w:color {color}/>")

    assert bool(inspect(changed)) is faulty


def test_that_what_is_no_word_document_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "fel.docx"
    path.write_text("inte en docx", encoding="utf-8")

    with pytest.raises(UserError, match=r"fel\.docx"):
        inspect(path)
