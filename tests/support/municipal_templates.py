"""The templates of made-up municipalities, each as another program or hand would leave it."""

from tests.support.word_templates import A4, Made, control, logo, page_field, png, style, text

_NORMAL = 'w:default="1"'
_CUSTOM = 'w:customStyle="1"'
_CORE = (
    "<w:dataBinding w:prefixMappings=\"xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1="
    "'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'\" "
    'w:xpath="/ns1:coreProperties[1]/ns0:title[1]" '
    'w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>'
)


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def _defaults(run: str, paragraph: str = "") -> str:
    spaced = f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault>" if paragraph else ""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>{spaced}</w:docDefaults>"
    )


def _heading(level: int, numbered: str = "", look: str = "") -> str:
    size = (32, 26, 24)[level - 1]
    return (
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'{numbered}<w:spacing w:before="{360 - 80 * level}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{look}<w:sz w:val="{size}"/></w:rPr>'
    )


def _level(place: int, format: str, shown: str, named: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:pStyle w:val="{named}"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>'
    )


def _list(number: int, levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _number(list: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def swedish_word() -> bytes:
    """As a Swedish Word saves it: ids Rubrik1 and Liststycke, theme fonts, numbered headings."""
    made = Made()
    made.theme("Georgia", "Liberation Serif", "7A1F3D")
    headings = _level(0, "decimal", "%1.", "Rubrik1") + _level(1, "decimal", "%1.%2", "Rubrik2")
    made.part(
        "numbering",
        "numbering",
        _list(3, headings)
        + _list(5, _level(0, "bullet", "■", "Punktlista"))
        + '<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>'
        + '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num>',
    )
    made.part("styles", "styles", _swedish_styles())
    head = made.part(
        "header1",
        "header",
        f'<w:p><w:pPr><w:pStyle w:val="Sidhuvud"/></w:pPr>{logo("rId1")}<w:r><w:t>Granby kommun '
        "{ti</w:t></w:r><w:r><w:t>tle}</w:t></w:r></w:p>",
    )
    made.picture("header1.xml", png())
    foot = made.part(
        "footer1",
        "footer",
        '<w:p><w:pPr><w:pStyle w:val="Sidfot"/></w:pPr><w:r><w:t xml:space="preserve">Sida </w:t>'
        f"</w:r>{page_field('PAGE')}</w:p>",
    )
    made.part("settings", "settings", '<w:trackRevisions/><w:defaultTabStop w:val="1304"/>')
    return made.content(
        text("Exempelrubrik", "Rubrik1")
        + text("Skriv här.")
        + f'<w:sectPr><w:headerReference w:type="default" r:id="{head}"/>'
        f'<w:footerReference w:type="default" r:id="{foot}"/>{A4}</w:sectPr>'
    )


def _swedish_styles() -> str:
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    minor = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    look = f'{major}<w:color w:val="7A1F3D" w:themeColor="accent1"/>'
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:count="376">'
        '<w:lsdException w:name="heading 4" w:qFormat="1"/></w:latentStyles>'
    )
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = (
        f'<w:basedOn w:val="Normaltabell"/><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr>'
    )
    small = '<w:rPr><w:sz w:val="18"/></w:rPr>'
    after = '<w:spacing w:after="100"/>'
    spacing = '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
    items = f"<w:pPr>{_number(6)}<w:contextualSpacing/></w:pPr>"
    return "".join(
        (
            _defaults(f'{minor}<w:sz w:val="24"/><w:lang w:val="sv-SE"/>', spacing),
            latent,
            style("Normal", "Normal", "<w:qFormat/>", more=_NORMAL),
            style("Rubrik1", "heading 1", _heading(1, _number(4), look)),
            style("Rubrik2", "heading 2", _heading(2, _number(4, 1), look)),
            style("Rubrik3", "heading 3", _heading(3, "", major)),
            style("Rubrik", "Title", f'<w:rPr>{look}<w:sz w:val="56"/></w:rPr>'),
            style("Liststycke", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
            style("Punktlista", "List Bullet", items),
            style("Innehll1", "toc 1", f"<w:pPr>{after}</w:pPr>"),
            style("Innehll2", "toc 2", f'<w:pPr>{after}<w:ind w:left="240"/></w:pPr>'),
            style("Innehllsfrteckningsrubrik", "TOC Heading", '<w:basedOn w:val="Rubrik1"/>'),
            style("Sidhuvud", "header", small),
            style("Sidfot", "footer", small),
            style("Normaltabell", "Normal Table", "", "table", _NORMAL),
            style("Tabellrutnt", "Table Grid", grid, "table"),
        )
    )


def bare() -> bytes:
    """By hand: two headings and nothing for lists, tables, contents and notes."""
    made = Made()
    green = '<w:basedOn w:val="Brdtext"/><w:rPr><w:b/><w:color w:val="00593B"/>'
    made.part(
        "styles",
        "styles",
        _defaults(_fonts("Liberation Sans Narrow") + '<w:sz w:val="24"/>')
        + style("Brdtext", "Normal", '<w:pPr><w:spacing w:after="120"/></w:pPr>', more=_NORMAL)
        + style("R1", "Rubrik 1", f'{green}<w:sz w:val="36"/></w:rPr>', more=_CUSTOM)
        + style("R2", "Rubrik2", f'{green}<w:sz w:val="28"/></w:rPr>', more=_CUSTOM),
    )
    return made.content(f"{text('Exempel', 'R1')}<w:sectPr>{A4}</w:sectPr>")


def cover() -> bytes:
    """A .dotx with a cover page, content controls, a logo and another header on the first page."""
    made = Made("template")
    blue = f'{_fonts("Liberation Sans")}<w:b/><w:color w:val="1F3864"/>'
    made.part(
        "styles",
        "styles",
        _defaults(
            f'{_fonts("Liberation Serif")}<w:sz w:val="22"/><w:lang w:val="sv-SE"/>',
            '<w:spacing w:after="120"/>',
        )
        + style("Normal", "Normal", "", more=_NORMAL)
        + "".join(style(f"Rubrik{n}", f"heading {n}", _heading(n, "", blue)) for n in (1, 2, 3))
        + style("Rubrik", "Title", f'<w:rPr>{blue}<w:sz w:val="64"/></w:rPr>')
        + style("Platshllartext", "Placeholder Text", "", "character"),
    )
    first = made.part("header1", "header", f"<w:p>{logo('rId1')}</w:p>")
    made.picture("header1.xml", png(), "vapen.png")
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    titled, numbered = control("Titel", "[Titel]", _CORE), control("Dnr", "[Dnr]")
    later = made.part("header2", "header", f"<w:p>{titled}{space}{numbered}</w:p>")
    foot = made.part("footer1", "footer", f"<w:p>{page_field('PAGE')}</w:p>")
    picture = made.picture("document.xml", png(200, 60, (31, 56, 100)), "bild.png")
    made.part(
        "settings",
        "settings",
        '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="forms" w:enforcement="1"/>',
    )
    made.relate("settings.xml", "attachedTemplate", "file:///C:/mallar/Strategi.dotm", True)
    return made.content(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{_front(picture)}</w:sdtContent></w:sdt>"
        + text("Exempeltext som ska bort", "Rubrik1")
        + f'<w:sectPr><w:headerReference w:type="first" r:id="{first}"/>'
        f'<w:headerReference w:type="default" r:id="{later}"/>'
        f'<w:footerReference w:type="default" r:id="{foot}"/>{A4}<w:titlePg/></w:sectPr>'
    )


def _front(picture: str) -> str:
    titled = control("Titel", "[Dokumentets titel]", _CORE)
    return "".join(
        (
            f'<w:p w14:paraId="00000001">{logo(picture, "Kommunhuset")}</w:p>',
            f'<w:p><w:pPr><w:pStyle w:val="Rubrik"/></w:pPr>{titled}</w:p>',
            f"<w:p>{control('Underrubrik', '[Underrubrik]')}</w:p>",
            '<w:p><w:r><w:t xml:space="preserve">Diarienummer: </w:t></w:r>',
            f"{control('', '[Dnr]', tag='Dnr')}</w:p>",
            f"<w:p>{control('Beslutad av', '[Nämnd]')}</w:p>",
            f"<w:p>{control('Okänd uppgift', 'Står kvar')}</w:p>",
            text("{municipality}"),
            '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        )
    )


def google_docs() -> bytes:
    """As Google Docs saves it: a font in every style, no theme, American paper, pale headings."""
    made = Made()
    font = _fonts("Liberation Mono")
    pale = f'{font}<w:color w:val="9FC5E8"/>'
    made.part(
        "styles",
        "styles",
        _defaults(
            f'{font}<w:sz w:val="20"/><w:lang w:val="sv"/>',
            '<w:spacing w:line="276" w:lineRule="auto"/>',
        )
        + style("Normal", "normal", "", more=_NORMAL)
        + style("TableNormal", "Table Normal", "", "table", _NORMAL)
        + "".join(style(f"Heading{n}", f"heading {n}", _heading(n, "", pale)) for n in (1, 2, 3))
        + style("Title", "Title", f'<w:rPr>{font}<w:sz w:val="52"/></w:rPr>')
        + style("Subtitle", "Subtitle", f'<w:rPr>{font}<w:color w:val="666666"/></w:rPr>'),
    )
    head = made.part("header1", "header", f"<w:p>{logo('rId1', '')}</w:p>")
    made.picture("header1.xml", png(colour=(200, 60, 0)))
    page = (
        '<w:pgSz w:w="12240" w:h="15840" w:orient="portrait"/><w:pgMar w:top="1440" '
        'w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    )
    return made.content(
        text("Rubrik", "Heading1")
        + text("Text")
        + f'<w:sectPr><w:headerReference w:type="default" r:id="{head}"/>{page}'
        '<w:pgNumType w:start="1"/></w:sectPr>'
    )


MADE = {
    "swedish-word": swedish_word,
    "bare": bare,
    "cover": cover,
    "google-docs": google_docs,
}
