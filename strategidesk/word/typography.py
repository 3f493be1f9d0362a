"""Swedish typography, on the way to a document and never in the stored text.

What is done is what is certain; sources: Svenska skrivregler (Språkrådet, 4th ed., 2017), chapters
on figures and signs, and Myndigheternas skrivregler (Ds 2014:8, 8th ed.), 7-9.

- A space that no line may break at stands between a figure and what it belongs to: `§ 183`, `12 §`,
  `3 kap.`, `10 %`, `1 200 kr`, `2,5 miljoner`, `kl. 14.30`, `s. 12`, `nr 3`, `3 mars`, and in
  reference numbers, `KS 2025/00123`.
- A short dash without spaces stands between two years, `2026–2029`. Other hyphens between figures
  may be parts of dates, numbers of matters or telephones, and stay.
- Quotation marks are `”` on both sides; straight ones become so where they stand in pairs.
- A long address may break after its slashes and points.
"""

import re
from collections.abc import Callable

NO_BREAK, SOFT_BREAK = "\u00a0", "\u200b"
QUOTE, DASH = "”", "–"

Typeset = Callable[[str], str]

_LEADING = ("§", "kl.", "kl", "s.", "nr", "Nr", "dnr", "Dnr", "kap.")  # before a figure
_FIGURES = "0123456789"
_MONTHS = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
)  # fmt: skip
_FOLLOWING = (  # after a figure
    rf"[%‰§]|kap\.|(?:kr|kronor|[tmk]kr|mnkr|miljon(?:er)?|miljard(?:er)?|procent|{_MONTHS})\b"
)
_LEADS = "|".join(
    rf"(?<={re.escape(word)} [0-9])" if word == "§" else rf"(?<=\b{re.escape(word)} [0-9])"
    for word in _LEADING
)
# both begin with a figure, since that is found fast
_AFTER = re.compile(rf"[0-9] (?={_FOLLOWING}|(?P<group>[0-9]{{3}}(?![0-9])))")
_BEFORE = re.compile(
    rf"[0-9](?<= [0-9])(?:{_LEADS}|(?<=[A-ZÅÄÖ]{{2}} [0-9])(?=[0-9]{{3}}[/:-][0-9]))"
)
_BEFORE_GROUP = re.compile(r"(?<![\d,./:–−-])(?<!\d[ \u00a0])[1-9]\d{0,2}(?:[ \u00a0]\d{3})*\Z")
_LONGEST_NUMBER = 20  # characters
_YEARS = re.compile(
    r"(?<![\w/:.,–-])(?<![A-ZÅÄÖ]{2}[ \u00a0])(?<!nr[ \u00a0])"
    r"((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/:–-]|[.,]\d)"
)
_OPENS, _CLOSES = re.compile(r'(?:^|(?<=[\s(\[/–]))"(?=\w)'), re.compile(r'(?<=[\w.!?…,)])"(?!\w)')
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{30,}")
_SEAM = re.compile(r"(?<=[/.])(?=\w)")


def swedish(text: str) -> str:
    """The text as it is set."""
    if any(map(text.__contains__, _FIGURES)):
        text = _with_figures(text)
    if '"' in text:
        text = _quoted(text)
    if "/" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: _SEAM.sub(SOFT_BREAK, found[0]), text)
    return text


def _with_figures(text: str) -> str:
    spaces = [found.end() - 1 for found in _AFTER.finditer(text) if _belongs(found)]
    spaces += [found.start() - 1 for found in _BEFORE.finditer(text)]
    for place in spaces:
        text = f"{text[:place]}{NO_BREAK}{text[place + 1 :]}"
    if "-19" in text or "-20" in text:
        text = _YEARS.sub(_span, text)
    return text


def as_typed(text: str) -> str:
    """The text as it was given: for languages with rules of their own."""
    return text


def of(language: str) -> Typeset:
    """How texts in this language (`sv`, `en`, ...) are set."""
    return swedish if language in ("", "sv") else as_typed


def _belongs(found: re.Match[str]) -> bool:
    """Whether what follows the space belongs to the figure before it."""
    if found["group"] is None:
        return True
    before = found.string[max(0, found.end() - _LONGEST_NUMBER) : found.end() - 1]
    return _BEFORE_GROUP.search(before) is not None


def _span(found: re.Match[str]) -> str:
    """The dash where the second year comes after the first."""
    return f"{found[1]}{DASH}{found[2]}" if found[1] < found[2] else found[0]


def _quoted(text: str) -> str:
    """Quotation marks where every straight one opens or closes in turns."""
    opening = {found.start() for found in _OPENS.finditer(text)}
    closing = {found.start() for found in _CLOSES.finditer(text)}
    marks = [place for place, letter in enumerate(text) if letter == '"']
    turns = [place in opening if n % 2 == 0 else place in closing for n, place in enumerate(marks)]
    if len(marks) % 2 == 0 and all(turns):
        return text.replace('"', QUOTE)
    return text
