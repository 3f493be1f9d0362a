"""The marks of the subset, shared by reading and writing.

CommonMark 0.31 (https://spec.commonmark.org/0.31.2/) where it has the mark, tables as in GitHub
Flavored Markdown, footnotes as in pandoc. What the subset leaves out is plain text.
"""

import re

PUNCTUATION = r"!-/:-@\[-`{-~"
_LABEL = r"[\w.-]{1,99}"

ESCAPED = re.compile(rf"\\([{PUNCTUATION}])")
MARK = re.compile(rf"\[\^({_LABEL})\]")
NOTE = re.compile(rf"\[\^({_LABEL})\]:[ \t]*")
PICTURE = re.compile(r"!\[((?:[^\\\[\]]|\\.)*)\]\(blob:([^\s()\\<>]++)\)[ \t]*")
LINK_END = re.compile(
    r"\]\((?:<((?:[^<>\\\n]|\\.)*)>"
    r"|((?!<)(?:[^\s()\\]|\\\S|\((?:[^\s()\\]|\\\S)*\))*))\)"
)
DELIMITER_ROW = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
CELL = re.compile(r"(?:[^\\|]|\\.|\\$)*")
BULLET = re.compile(r"[-+*](?=[ \t]|$)")
NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)")
BREAK_OF_SUBJECT = re.compile(r"([-*])(?:[ \t]+\1){2,}")

_UNSAFE_SCHEME = re.compile(r"(?:javascript|vbscript|file|data):", re.IGNORECASE)
_IGNORED_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def unescaped(text: str) -> str:
    """The text without the backslashes that stand before punctuation."""
    return ESCAPED.sub(r"\1", text)


def clean_url(url: str) -> str:
    """The address with its white space tidied; empty where it must not become a link.

    Addresses that run a program or open a file of the reader's computer are refused.
    """
    url = " ".join(url.replace("\0", "\ufffd").split())
    return "" if _UNSAFE_SCHEME.match(_IGNORED_IN_URL.sub("", url)) else url


def cells(row: str) -> list[str]:
    """The raw texts of a table row, without the bars at its ends."""
    found: list[str] = []
    at = 0
    while True:
        cell = CELL.match(row, at)
        assert cell is not None
        found.append(cell.group())
        at = cell.end() + 1
        if cell.end() >= len(row):
            break
    if len(found) > 1 and not found[0].strip():
        del found[0]
    if len(found) > 1 and not found[-1].strip():
        del found[-1]
    return [cell.strip() for cell in found]
