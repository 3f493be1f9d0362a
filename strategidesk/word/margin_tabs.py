"""Headers and footers on pages of another width: what stands at the margin follows it."""

import copy
from collections.abc import Mapping

from lxml import etree

from strategidesk.word.markup import W

_TABS, _TAB, _PROPERTIES = f"{{{W}}}tabs", f"{{{W}}}tab", f"{{{W}}}pPr"
_POSITION, _VAL, _ID = f"{{{W}}}pos", f"{{{W}}}val", f"{{{W}}}styleId"
_BEFORE_TABS = {
    f"{{{W}}}{name}"
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd",
    )
}  # fmt: skip

Stops = dict[str, etree._Element]  # by position


def widened(
    root: etree._Element, styles: etree._Element, old: int, new: int
) -> etree._Element | None:
    """A copy of a header or footer whose tab stops at the right margin and in the middle are moved.

    `styles` is the `w:styles` that its paragraphs name; `old` and `new` are the widths of the text
    in twips. None where no tab stop stands there.
    """
    wide = copy.deepcopy(root)
    moves = {str(old): str(new), str(old // 2): str(new // 2)}
    moved = [
        _move(properties, styles, moves)
        for properties in wide.iterfind(f".//{{{W}}}p/{_PROPERTIES}")
    ]
    return wide if any(moved) else None


def _move(properties: etree._Element, styles: etree._Element, moves: Mapping[str, str]) -> bool:
    """Gives a paragraph the stops at their new places, and takes those of its style away."""
    own = _stops(properties)
    inherited = _inherited(properties, styles)
    moved = [at for at in (inherited | own) if at in moves]
    if not moved:
        return False
    tabs = properties.find(_TABS)
    if tabs is None:
        tabs = etree.Element(_TABS)
        properties.insert(sum(child.tag in _BEFORE_TABS for child in properties), tabs)
    for at in moved:
        stop = copy.deepcopy((inherited | own)[at])
        stop.set(_POSITION, moves[at])
        if at in own:
            tabs.remove(own[at])
        if at in inherited:
            etree.SubElement(tabs, _TAB, {_VAL: "clear", _POSITION: at})
        tabs.append(stop)
    return True


def _stops(properties: etree._Element | None) -> Stops:
    tabs = properties.find(_TABS) if properties is not None else None
    return {tab.get(_POSITION, ""): tab for tab in (() if tabs is None else tabs)}


def _inherited(properties: etree._Element, styles: etree._Element) -> Stops:
    """The stops of a paragraph's style and of those that it is based on."""
    found: Stops = {}
    style = _named(properties.find(f"{{{W}}}pStyle"), styles)
    met: list[etree._Element] = []
    while style is not None and style not in met:
        met.append(style)
        found = _stops(style.find(_PROPERTIES)) | found
        style = _named(style.find(f"{{{W}}}basedOn"), styles)
    return {at: tab for at, tab in found.items() if tab.get(_VAL) != "clear"}


def _named(link: etree._Element | None, styles: etree._Element) -> etree._Element | None:
    if link is None:
        return None
    name = link.get(_VAL)
    return next((s for s in styles.iter(f"{{{W}}}style") if s.get(_ID) == name), None)
