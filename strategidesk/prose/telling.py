"""Whether a text says enough to those who hear it alone: of a link, of a picture, of a list.

Sources: EN 301 549 and WCAG 2.1 AA (1.1.1, 1.3.1, 2.4.4).
"""

import re

SAYS_NOTHING = {
    "här", "klicka här", "tryck här", "läs här", "se här", "läs mer", "läs mer här", "läs vidare",
    "mer", "mer information", "länk", "länken", "denna länk", "den här länken", "ladda ner",
    "ladda ner här", "hämta", "here", "click here", "read more", "more", "link",
}  # fmt: skip
_DOTTED = re.compile(r"^[ \t]*([•·●▪◦‣])[ \t\u00a0]", re.MULTILINE)
_DASHED = re.compile(r"^[ \t]*([–—])[ \t\u00a0]", re.MULTILINE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FILE = re.compile(r"[^\s/]+\.(?:png|jpe?g|gif|svg|bmp|tiff?|webp|emf|wmf)", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether the text of a link leaves open where it leads."""
    bare = " ".join(text.strip(".:,;!»«”“\"'()[] ").casefold().split())
    return bare in SAYS_NOTHING


def is_address(text: str) -> bool:
    """Whether the text of a link is only an address."""
    return bool(_ADDRESS.fullmatch(text.strip()))


def is_file_name(text: str) -> bool:
    """Whether the text of a picture is only the name of its file."""
    return bool(_FILE.fullmatch(text.strip()))


def list_sign(text: str) -> str:
    """The sign that lines begin with to look like a list; empty where none do.

    One line with a dash is no list: talk begins so.
    """
    dotted, dashed = _DOTTED.search(text), _DASHED.findall(text)
    return dotted[1] if dotted else dashed[0] if len(dashed) > 1 else ""
