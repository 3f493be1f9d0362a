"""Splits a text into sentences, without losing a character, for merging and comparing."""

import re
from collections import deque
from collections.abc import Iterator

_WITHIN = """
adm ang anm anv avd bilj b.la bl bl.a ca cirk dnr d.v.s dvs e.g enl ev exkl ex f.n fr fr.o.m följ
föreg gr g:a i.e inkl jfr jur kand kl kap kv k.v milj motsv nr n:o n:r ordf pga p.g.a prel prof
prop ref reg resp sekr s.k sid skr St:a st:a st sthlm stv särsk t.ex tex tf t.f tfn t.o.m tr u.a
uppl v.v äv
"""
_LAST_BEFORE_CAPITAL = """
dyl e.d e.dyl etc f.d f.ö ff jan feb mar apr jun jul aug sep sept okt nov dec kr m.a.o m.fl mfl m.m
mkr mnkr o.d o.dyl o.s.v osv pers s.å tkr v.g
"""
_NEVER_LAST = frozenset(_WITHIN.casefold().split())
_MAY_BE_LAST = frozenset(_LAST_BEFORE_CAPITAL.split())

_LINE_BREAK = re.compile(r"(\n(?:[ \t]*\n)*)")
_UNBROKEN = re.compile(
    r"^[ \t]*\|.*"  # a table row
    r"|\[[^\]\n]{0,400}\]\([^)\n]{1,2000}\)"  # a link
    r"|”[^”\n]{1,300}”|\"[^\"\n]{1,300}\"|“[^“”\n]{1,300}”|»[^»«\n]{1,300}[»«]|«[^»«\n]{1,300}»"
)
_END = re.compile(r"""(?<![.!?…])([.!?…]++)(?:[”"»«“’')\]*_]|\[\^[\w.-]{1,99}\])*[^\S\n]++""")
_OPENING = "”\"»«“‘’'([*_–-"
_TOKEN_STARTS = re.compile(r"""[\s(”"»«“‘'\[*_–]""")
_LIST_NUMBER = re.compile(r"[ \t]*(?:[-+*][ \t]+)?\d{1,9}")
_LONGEST = 30
_PARAGRAPH_NUMBER = re.compile(r"§[^\S\n]*\d+(?:[^\S\n]*[a-zåäö])?\Z")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the blanks after it, and its line breaks.

    Joined they are the text. A row of new lines is one part. Quotations, links and table rows are
    not divided; an abbreviation, initial, date or number within a sentence does not end it.
    """
    parts: list[str] = []
    for index, part in enumerate(_LINE_BREAK.split(text)):
        if index % 2:
            parts.append(part)
        elif part:
            parts.extend(_of_line(part))
    return parts


def _of_line(line: str) -> Iterator[str]:
    unbroken = deque(match.span() for match in _UNBROKEN.finditer(line))
    begun = 0
    for end in _END.finditer(line):
        while unbroken and unbroken[0][1] <= end.start(1):
            unbroken.popleft()
        inside = unbroken and unbroken[0][0] < end.start(1) and end.end() < unbroken[0][1]
        if not inside and end.end() < len(line) and _ends(line, begun, end):
            yield line[begun : end.end()]
            begun = end.end()
    yield line[begun:]


def _ends(line: str, begun: int, end: re.Match[str]) -> bool:
    """Whether the full stop, question mark or the like at `end` ends the sentence."""
    stop = end.start(1)
    follows = line[end.end() : end.end() + 8].lstrip(_OPENING)[:1]
    if follows.islower():
        return False
    if end.group(1) != ".":
        return True
    if _PARAGRAPH_NUMBER.search(line, max(begun, stop - 12), stop):
        return False
    if begun == 0 and _LIST_NUMBER.fullmatch(line, 0, stop):
        return False
    word = _TOKEN_STARTS.split(line[max(begun, stop - _LONGEST) : stop])[-1].casefold()
    if word in _MAY_BE_LAST:
        return follows.isupper()
    return word not in _NEVER_LAST and not (len(word) == 1 and word.isalpha())
