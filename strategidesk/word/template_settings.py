"""What every document needs of a template's settings and defaults, whichever program saved them."""

from typing import Any

from lxml import etree

from strategidesk.word.markup import W

_SEPARATORS = ("-1", "0")  # ids in our part of footnotes


def tidy_settings(settings: etree._Element, styles: etree._Element) -> None:
    """Footnote separators are ours, changes are not tracked, and the text has a language."""
    root: Any = settings
    for notes in root.findall(_w("footnotePr")):
        for old in notes.findall(_w("footnote")):
            notes.remove(old)
        for id in _SEPARATORS:
            etree.SubElement(notes, _w("footnote")).set(_w("id"), id)
    for name in ("trackRevisions", "formsDesign", "documentType", "linkStyles"):
        for found in root.findall(_w(name)):
            root.remove(found)
    _speak(styles)


def give_size(page: etree._Element) -> None:
    """Makes a page that has no size A4; Word would make it American."""
    place = sum(child.tag in _BEFORE_SIZE for child in page)
    if page.find(_w("pgSz")) is None:
        size = etree.Element(_w("pgSz"))
        page.insert(place, size)
        size.set(_w("w"), "11906")
        size.set(_w("h"), "16838")
    if page.find(_w("pgMar")) is None:
        margins = etree.Element(_w("pgMar"))
        page.insert(place + 1, margins)
        for side in ("top", "right", "bottom", "left"):
            margins.set(_w(side), "1417")
        for side, width in (("header", "709"), ("footer", "709"), ("gutter", "0")):
            margins.set(_w(side), width)


def _speak(styles: Any) -> None:
    """Makes room for the language where all other text takes it from, and nowhere else."""
    defaults = styles.find(_w("docDefaults"))
    if defaults is None:
        defaults = etree.Element(_w("docDefaults"))
        styles.insert(0, defaults)
    holder = _child(_child(defaults, "rPrDefault", 0), "rPr", 0)
    if holder.find(_w("lang")) is None:
        language = etree.Element(_w("lang"))
        place = sum(child.tag not in _LAST for child in holder)
        holder.insert(place, language)
        language.set(_w("val"), "sv-SE")
    for style in styles.findall(_w("style")):
        for language in style.findall(f"{_w('rPr')}/{_w('lang')}"):
            language.getparent().remove(language)


def _child(parent: Any, name: str, place: int) -> Any:
    found = parent.find(_w(name))
    if found is None:
        found = etree.Element(_w(name))
        parent.insert(place, found)
    return found


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


_LAST = {_w(name) for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange")}
_BEFORE_SIZE = {
    _w(name) for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
}
