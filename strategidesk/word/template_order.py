"""Puts what other programs wrote in another order into that of the schema, which Word insists on.

The orders are those of ECMA-376 part 1, annex A.
"""

from typing import Any

from lxml import etree

from strategidesk.word.markup import W

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_LEVEL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
_ORDERS = {
    f"{{{W}}}{name}": {f"{{{W}}}{child}": at for at, child in enumerate(order.split())}
    for name, order in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("style", _STYLE), ("lvl", _LEVEL))
}


def put_in_order(root: etree._Element) -> None:
    """Sorts the properties of runs, paragraphs, styles and lists."""
    for element in root.iter(*_ORDERS):
        order = _ORDERS[str(element.tag)]
        children: list[Any] = list(element)
        places = [order.get(child.tag, len(order)) for child in children]
        if places != sorted(places):
            element[:] = [
                child for _, child in sorted(zip(places, children, strict=True), key=_first)
            ]


def _first(pair: tuple[int, Any]) -> int:
    return pair[0]
