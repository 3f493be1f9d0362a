"""What Word calls its own styles in the user's language; in the file they have English names."""

import re

from strategidesk.language import mark, tr

_NAMES = {
    "normal": mark("Normal"),
    "title": mark("Document title"),
    "subtitle": mark("Subtitle"),
    "header": mark("Header"),
    "footer": mark("Footer"),
    "hyperlink": mark("Hyperlink"),
    "footnote text": mark("Footnote Text"),
    "toc heading": mark("TOC Heading"),
}
_NUMBERED = {
    "heading": mark("Heading {n}"),
    "toc": mark("TOC {n}"),
}


def style_name(name: str) -> str:
    """The name as the list of styles in Word shows it; the municipality's own as they are."""
    known = _NAMES.get(name.casefold())
    if known:
        return tr(known)
    numbered = re.fullmatch(r"(heading|toc) (\d)", name.casefold())
    return tr(_NUMBERED[numbered[1]], n=numbered[2]) if numbered else name
