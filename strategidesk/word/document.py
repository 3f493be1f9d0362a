"""A whole document: page, header and footer, properties, and the parts put together."""

import datetime
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from strategidesk.model.document import Card
from strategidesk.word.markup import DECLARATION, ROOT, Piece, W
from strategidesk.word.package import Package
from strategidesk.word.pages import Sheet
from strategidesk.word.template_filling import fill, shows
from strategidesk.word.template_margins import margins_of
from strategidesk.word.template_parts import margins

LANGUAGES = {"sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "se": "se-NO"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGE = f"{{{W}}}pgSz"
_MARGINS = f"{{{W}}}pgMar"


def sheet(package: Package) -> Sheet:
    """The text area of the template's page."""
    return text_area(package.page)


def text_area(section: etree._Element) -> Sheet:
    """The text area of a section's pages."""
    page, margins = section.find(_PAGE), section.find(_MARGINS)
    size = (_twips(page, "w", 11906), _twips(page, "h", 16838))
    sides = [_twips(margins, side, 1417) for side in ("left", "right", "top", "bottom")]
    return Sheet(size[0] - sides[0] - sides[1], size[1] - abs(sides[2]) - abs(sides[3]))


def turn(package: Package) -> None:
    """Lays the page on its side; every page gets the header and footer."""
    narrow = sheet(package).width
    lay_on_side(package.page)
    alike(package)
    for tab in package.styles.iter(f"{{{W}}}tab"):  # those that end at the margin follow it
        if tab.get(f"{{{W}}}pos") == str(narrow):
            tab.set(f"{{{W}}}pos", str(sheet(package).width))


def lay_on_side(section: etree._Element) -> None:
    """Gives a section landscape pages."""
    page = section.find(_PAGE)
    if page is not None:
        wide, high = sorted((_twips(page, "w", 11906), _twips(page, "h", 16838)), reverse=True)
        page.set(f"{{{W}}}w", str(wide))
        page.set(f"{{{W}}}h", str(high))
        page.set(f"{{{W}}}orient", "landscape")


def alike(package: Package) -> None:
    """Gives the first page the header and footer of the others, unless it has its own with
    something in it, as a logo."""
    own = [one for one in margins_of(package.part, package.page) if one.type == "first"]
    if any(shows(one.element) for one in own):
        return
    for first in package.page.findall(f"{{{W}}}titlePg"):
        package.page.remove(first)


def _twips(element: etree._Element | None, name: str, otherwise: int) -> int:
    value = element.get(f"{{{W}}}{name}") if element is not None else None
    return int(float(value)) if value else otherwise


def fill_margins(package: Package, values: Mapping[str, str]) -> None:
    """Puts values into the `{places}` and content controls of headers and footers; unknown places
    stay."""
    for part in margins(package.part):
        fill(part.element, values)


def set_properties(package: Package, card: Card, title: str, today: str) -> None:
    """Title, language, subject and author, so that screen readers and archives find them."""
    core = package.core
    core.title = title[:255]
    core.language = language_code(card)
    core.subject = card.subject[:255]
    core.author = core.last_modified_by = card.municipality[:255]
    day = _moment(today)
    core.created = core.modified = day


def _moment(today: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{today}T12:00:00")


def language_code(card: Card) -> str:
    """The language as documents name it (BCP 47); Swedish where the card names none."""
    said = card.language.strip()
    known = LANGUAGES.get(said.lower())
    return known or (said if _LANGUAGE.fullmatch(said) else LANGUAGES["sv"])


def set_language(package: Package, card: Card) -> None:
    """The language of all text that has no other, also where the template names none."""
    element = package.styles
    for place, name in enumerate(("docDefaults", "rPrDefault", "rPr", "lang")):
        found = element.find(f"{{{W}}}{name}")
        if found is None:
            found = etree.Element(f"{{{W}}}{name}")
            element.insert(len(element) if place > 1 else 0, found)
        element = found
    element.set(f"{{{W}}}val", language_code(card))


def save(package: Package, pieces: Iterable[Piece], notes: bytes, out: Path) -> None:
    """Writes the document with this body on the template's page."""
    page = etree.tostring(package.page, encoding="unicode")
    body = "".join(pieces)
    package.save(
        f"{DECLARATION}<w:document {ROOT}><w:body>{body}{page}</w:body></w:document>".encode(),
        notes,
        out,
    )
