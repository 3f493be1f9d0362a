"""Makes resources/word/strategi.docx, the look of every Word document that is written.

    .venv/bin/python .tools/make_word_template.py

The same input gives the same bytes. The styles stand in word_template_styles.py.
"""

import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from word_template_styles import NAMESPACE, PETROL, styles
from word_template_theme import theme

OUT = Path(__file__).parent.parent / "resources" / "word" / "strategi.docx"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "fontTable": "fontTable",
    "footnotes": "footnotes",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, kind in PARTS.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.document.main+xml"/>'
        f"{parts}"
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )


def relationships(pairs: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def document() -> str:
    """An empty A4 page with header and footer; the first page goes without."""
    relation = dict(zip(PARTS, (f"rId{n}" for n in range(1, len(PARTS) + 1)), strict=True))
    return (
        f'{HEAD}<w:document {NAMESPACE} xmlns:r="{OFFICE}"><w:body><w:p/><w:sectPr>'
        f'<w:headerReference w:type="default" r:id="{relation["header1"]}"/>'
        f'<w:headerReference w:type="first" r:id="{relation["header2"]}"/>'
        f'<w:footerReference w:type="default" r:id="{relation["footer1"]}"/>'
        f'<w:footerReference w:type="first" r:id="{relation["footer2"]}"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1701" w:right="1417" w:bottom="1531" w:left="1417" '
        'w:header="794" w:footer="680" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def header() -> str:
    """The document's name to the left, its reference number to the right; filled when written."""
    return (
        f'{HEAD}<w:hdr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        "<w:r><w:t>{running_header}</w:t></w:r><w:r><w:tab/></w:r>"
        "<w:r><w:t>{reference_number}</w:t></w:r></w:p></w:hdr>"
    )


def footer() -> str:
    """The municipality to the left, the page as `2 (12)` to the right."""
    return (
        f'{HEAD}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        "<w:r><w:t>{municipality}</w:t></w:r><w:r><w:tab/></w:r>"
        f'{FIELD.format("PAGE")}<w:r><w:t xml:space="preserve"> (</w:t></w:r>'
        f"{FIELD.format('NUMPAGES')}<w:r><w:t>)</w:t></w:r></w:p></w:ftr>"
    )


def bare(element: str) -> str:
    """The header or footer of the cover: nothing."""
    return f"{HEAD}<w:{element} {NAMESPACE}><w:p/></w:{element}>"


def settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACE}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="1304"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        "<w:doNotHyphenateCaps/>"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes() -> str:
    """The two separators that Word expects; notes follow from id 1."""
    paragraph = (
        '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "<w:r><w:{}/></w:r></w:p>"
    )
    return (
        f'{HEAD}<w:footnotes {NAMESPACE} xmlns:r="{OFFICE}">'
        f'<w:footnote w:type="separator" w:id="-1">{paragraph.format("separator")}</w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{paragraph.format('continuationSeparator')}</w:footnote></w:footnotes>"
    )


def numbering() -> str:
    """Bullets (list 1) and numbers (list 2), each of nine levels."""
    return (
        f"{HEAD}<w:numbering {NAMESPACE}>"
        + _abstract(0, "bullet", ("•", "–", "•"), "ListBullet")
        + _abstract(1, "decimal", ("%{}.", "%{})", "%{}."), "ListNumber")
        + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _abstract(id: int, kind: str, texts: tuple[str, str, str], style: str) -> str:
    levels = []
    for level in range(9):
        number = "lowerLetter" if kind == "decimal" and level % 3 == 1 else kind
        linked = f'<w:pStyle w:val="{style}{"" if level == 0 else 2}"/>' if level < 2 else ""
        colour = f'<w:rPr><w:color w:val="{PETROL}"/></w:rPr>' if kind == "bullet" else ""
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number}"/>{linked}'
            f'<w:lvlText w:val="{texts[level % 3].format(level + 1)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{397 * (level + 1)}" w:hanging="397"/></w:pPr>{colour}</w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="1760{id:04X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def font_table() -> str:
    return (
        f'{HEAD}<w:fonts {NAMESPACE}><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>StrategiDesk</dc:title><dc:language>sv-SE</dc:language>"
        "</cp:coreProperties>"
    )


def package() -> dict[str, str]:
    """Every part's text by its path in the file."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            [
                (f"{OFFICE}/officeDocument", "word/document.xml"),
                (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(
            [(f"{OFFICE}/{kind}", f"{name}.xml") for name, kind in PARTS.items()]
            + [(f"{OFFICE}/theme", "theme/theme1.xml")]
        ),
        "word/styles.xml": HEAD + styles(),
        "word/theme/theme1.xml": HEAD + theme(),
        "word/settings.xml": settings(),
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": font_table(),
        "word/footnotes.xml": footnotes(),
        "word/header1.xml": header(),
        "word/header2.xml": bare("hdr"),
        "word/footer1.xml": footer(),
        "word/footer2.xml": bare("ftr"),
        "docProps/core.xml": core(),
    }


def main() -> None:
    OUT.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED) as file:
        for path, text in package().items():
            entry = zipfile.ZipInfo(path, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text.encode())


if __name__ == "__main__":
    main()
