"""The styles of the Word template: one line a style, in half-points, twips and hexadecimal colours.

Word knows its own styles by their English names whatever language it speaks, so that a heading
here is a heading in its navigation pane, its contents and its accessible export.
"""

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PETROL = "17606A"  # 7.1:1 on white
INK = "1E2A2C"
GREY = "4D5B5E"
LINE = "B9CACC"
WHOLE = "<w:suppressAutoHyphens/>"  # words that are not divided
TEXT_WIDTH = 11906 - 2 * 1417  # A4 less the margins
FACTS = 2608  # where the facts of a paper begin

Style = tuple[str, str, str, str, str, str]  # id, name, based on, next, paragraph, run


def run(size: int = 0, colour: str = "", bold: bool = False, more: str = "") -> str:
    """Run properties in the order that the schema asks for."""
    return (
        ("<w:b/>" if bold else "")
        + more
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )


def spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def border(side: str, size: int, colour: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def headings() -> list[Style]:
    sizes = (36, 28, 24, 22, 21, 21, 21, 21, 21)
    made: list[Style] = []
    for level, size in enumerate(sizes, 1):
        before, after = ((480, 160), (360, 120), (280, 80), (240, 60))[min(level, 4) - 1]
        colour = PETROL if level < 3 else INK if level < 5 else GREY
        paragraph = (
            f"<w:keepNext/><w:keepLines/>{WHOLE}{spacing(before, after, 252)}"
            f'<w:outlineLvl w:val="{level - 1}"/>'
        )
        made.append(
            (f"Heading{level}", f"heading {level}", "Normal", "Normal", paragraph,
             run(size, colour, bold=True))
        )  # fmt: skip
    return made


def contents() -> list[Style]:
    return [
        (f"TOC{level}", f"toc {level}", "Normal", "Normal",
         f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
         f"{WHOLE}{spacing(120 if level == 1 else 0, 40, 264)}"
         f'<w:ind w:left="{284 * (level - 1)}"/>',
         run(bold=level == 1))
        for level in (1, 2, 3)
    ]  # fmt: skip


def lists() -> list[Style]:
    made: list[Style] = []
    for kind, name, number in (("ListBullet", "List Bullet", 1), ("ListNumber", "List Number", 2)):
        for level, suffix in enumerate(("", "2")):
            paragraph = (
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
                f'{spacing(0, 140)}<w:ind w:left="{397 * (level + 1)}" w:hanging="397"/>'
                "<w:contextualSpacing/>"
            )
            made.append(
                (f"{kind}{suffix}", f"{name} {suffix}".strip(), "Normal", "", paragraph, "")
            )
    made.append(
        (
            "ListContinue",
            "List Continue",
            "Normal",
            "",
            spacing(0, 140) + '<w:ind w:left="397"/>',
            "",
        )
    )
    return made


def plain() -> list[Style]:
    bar = f"<w:pBdr>{border('left', 48, PETROL, 14)}</w:pBdr>"
    underline = f"<w:pBdr>{border('bottom', 6, LINE, 4)}</w:pBdr>"
    overline = f"<w:pBdr>{border('top', 6, LINE, 6)}</w:pBdr>"
    right_tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return [
        ("Title", "Title", "Normal", "Subtitle",
         f'<w:keepLines/>{bar}{WHOLE}{spacing(0, 0, 252)}<w:ind w:left="340"/>',
         run(64, PETROL, bold=True)),
        ("Subtitle", "Subtitle", "Normal", "Normal",
         f'{bar}{WHOLE}{spacing(0, 360, 300)}<w:ind w:left="340"/>', run(30, INK)),
        ("CoverMunicipality", "Försättsblad kommun", "Normal", "Title", WHOLE + spacing(240, 4600),
         run(28, PETROL, bold=True, more="<w:caps/>")),
        ("CoverText", "Försättsblad uppgift", "Normal", "", WHOLE + spacing(480, 0), run(24, GREY)),
        ("TOCHeading", "TOC Heading", "Normal", "Normal",
         f"<w:keepNext/>{WHOLE}{spacing(480, 200)}",
         run(36, PETROL, bold=True)),
        ("Header", "header", "Normal", "", underline + right_tab + WHOLE + spacing(0, 0, 240),
         run(18, GREY)),
        ("Footer", "footer", "Normal", "", overline + right_tab + WHOLE + spacing(0, 0, 240),
         run(18, GREY)),
        ("FootnoteText", "footnote text", "Normal", "",
         f'{spacing(0, 40, 240)}<w:ind w:left="170" w:hanging="170"/>', run(18)),
        ("Source", "Källa", "Normal", "Normal", spacing(0, 160), run(18, GREY)),
        ("PaperKind", "Papperstyp", "Normal", "Normal",
         f"<w:keepNext/>{WHOLE}{spacing(0, 200)}", run(26, PETROL, bold=True, more="<w:caps/>")),
        ("PaperFact", "Ärendeuppgift", "Normal", "PaperFact",
         f'<w:tabs><w:tab w:val="left" w:pos="{FACTS}"/></w:tabs>{spacing(0, 20, 264)}'
         f'<w:ind w:left="{FACTS}" w:hanging="{FACTS}"/>', ""),
        ("PaperSignature", "Underskrift", "Normal", "PaperSignature",
         '<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:leader="underscore" '
         f'w:pos="{TEXT_WIDTH // 2}"/></w:tabs>{spacing(800, 0, 300)}', ""),
        ("NumberedText", "Numrerat stycke", "Normal", "NumberedText", "", ""),
        ("TableText", "Tabelltext", "Normal", "",
         '<w:suppressAutoHyphens w:val="0"/>' + spacing(40, 40, 252), run(18)),
        ("TableHeading", "Tabellrubrik", "TableText", "", "<w:keepNext/>", run(bold=True)),
        ("TableSmall", "Tabelltext liten", "TableText", "", spacing(30, 30, 240), run(16)),
        ("TableHeadingSmall", "Tabellrubrik liten", "TableSmall", "", "<w:keepNext/>",
         run(bold=True)),
        ("Caption", "caption", "Normal", "Normal", f"<w:keepNext/>{WHOLE}{spacing(200, 60)}",
         run(18, GREY, bold=True)),
        ("TableSpace", "Tabellavstånd", "Normal", "Normal", spacing(0, 0, 240), run(12)),
    ]  # fmt: skip


def paragraph_style(style: Style) -> str:
    id, name, based, following, paragraph, runs = style
    following = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>" + (f"<w:rPr>{runs}</w:rPr>" if runs else "") + "</w:style>"
    )


def defaults() -> str:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'{run(21, INK)}<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{spacing(0, 140, 288)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def characters() -> str:
    return (
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="Hyperlink">'
        f'<w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{PETROL}"/>'
        '<w:u w:val="single"/></w:rPr></w:style>'
    )


def tables() -> str:
    """Thin lines between rows; the first row stands out, and the first column where asked for."""
    inner = "".join(border(side, 4, LINE, 0) for side in ("top", "bottom", "insideH"))
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="StrategyTable"><w:name w:val="Strategitabell"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{inner}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{PETROL}"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )


def styles() -> str:
    """The whole part word/styles.xml."""
    named = [*headings(), *contents(), *lists(), *plain()]
    return (
        f"<w:styles {NAMESPACE}>{defaults()}"
        + "".join(map(paragraph_style, named))
        + f"{characters()}{tables()}</w:styles>"
    )
