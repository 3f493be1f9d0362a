"""A whole document: page, header and footer, properties, and the parts put together."""

import datetime
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from docx.parts.hdrftr import FooterPart, HeaderPart
from lxml import etree

from strategidesk.model.document import Card
from strategidesk.word.flow import Sheet
from strategidesk.word.markup import DECLARATION, ROOT, Piece, W
from strategidesk.word.package import Package

LANGUAGES = {"sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "se": "se-NO"}
_PAGE = f"{{{W}}}pgSz"
_MARGINS = f"{{{W}}}pgMar"
_TEXT = f"{{{W}}}t"
_PLACE = re.compile(r"\{(\w+)\}")


def sheet(package: Package) -> Sheet:
    """The text area of the template's page."""
    page, margins = package.page.find(_PAGE), package.page.find(_MARGINS)
    size = (_twips(page, "w", 11906), _twips(page, "h", 16838))
    sides = [_twips(margins, side, 1417) for side in ("left", "right", "top", "bottom")]
    return Sheet(size[0] - sides[0] - sides[1], size[1] - abs(sides[2]) - abs(sides[3]))


def turn(package: Package) -> None:
    """Lays the page on its side; every page gets the header and footer."""
    narrow = sheet(package).width
    page = package.page.find(_PAGE)
    if page is not None:
        wide, high = sorted((_twips(page, "w", 11906), _twips(page, "h", 16838)), reverse=True)
        page.set(f"{{{W}}}w", str(wide))
        page.set(f"{{{W}}}h", str(high))
        page.set(f"{{{W}}}orient", "landscape")
    alike(package)
    for tab in package.styles.iter(f"{{{W}}}tab"):  # those that end at the margin follow it
        if tab.get(f"{{{W}}}pos") == str(narrow):
            tab.set(f"{{{W}}}pos", str(sheet(package).width))


def alike(package: Package) -> None:
    """Gives the first page the header and footer of the others."""
    for first in package.page.findall(f"{{{W}}}titlePg"):
        package.page.remove(first)


def _twips(element: etree._Element | None, name: str, otherwise: int) -> int:
    value = element.get(f"{{{W}}}{name}") if element is not None else None
    return int(float(value)) if value else otherwise


def fill_margins(package: Package, values: Mapping[str, str]) -> None:
    """Puts values into the `{places}` of headers and footers; unknown places stay."""
    for relation in package.part.rels.values():
        if relation.is_external or not isinstance(relation.target_part, HeaderPart | FooterPart):
            continue
        for text in relation.target_part.element.iter(_TEXT):
            text.text = _PLACE.sub(lambda found: values.get(found[1], found[0]), text.text or "")


def set_properties(package: Package, card: Card, title: str, today: str) -> None:
    """Title, language, subject and author, so that screen readers and archives find them."""
    core = package.core
    core.title = title[:255]
    core.language = LANGUAGES.get(card.language, card.language or "sv-SE")[:255]
    core.subject = card.subject[:255]
    core.author = core.last_modified_by = card.municipality[:255]
    day = _moment(today)
    core.created = core.modified = day


def _moment(today: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{today}T12:00:00")


def set_language(package: Package, card: Card) -> None:
    """The language of all text that has no other."""
    code = LANGUAGES.get(card.language)
    for language in package.styles.iterfind(
        f"{{{W}}}docDefaults/{{{W}}}rPrDefault/{{{W}}}rPr/{{{W}}}lang"
    ):
        if code:
            language.set(f"{{{W}}}val", code)


def save(package: Package, pieces: Iterable[Piece], notes: bytes, out: Path) -> None:
    """Writes the document with this body on the template's page."""
    page = etree.tostring(package.page, encoding="unicode")
    body = "".join(pieces)
    package.save(
        f"{DECLARATION}<w:document {ROOT}><w:body>{body}{page}</w:body></w:document>".encode(),
        notes,
        out,
    )
