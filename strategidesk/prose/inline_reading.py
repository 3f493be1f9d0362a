"""Reads the inline marks of one block: bold, italic, links, footnote marks, escapes, new lines.

CommonMark's own rule for `**` and `*` cannot express every look: bold that begins with a quotation
mark inside a word, or italic within bold letters, has no spelling. Here a row of one, two or three
stars switches italic, bold or both: on where no blank follows, off where none stands before. The
difference shows only where CommonMark leaves stars standing or guesses. Time is linear.
"""

import re
from dataclasses import dataclass

from strategidesk.prose.grammar import LINK_END, MARK, PUNCTUATION, clean_url, unescaped
from strategidesk.prose.nodes import FootnoteMark, LineBreak, Link, Text
from strategidesk.prose.runs import BOLD, ITALIC, Run, as_nodes

# each alternative begins with a character of its own, so that the search jumps from one to the next
_TOKEN = re.compile(rf"\\[{PUNCTUATION}\n]|\n|\*\**|!\[|\[|\]")
_LOOKS = {1: (ITALIC,), 2: (BOLD,), 3: (BOLD, ITALIC)}


@dataclass(slots=True)
class _Stars:
    count: int
    can_open: bool
    can_close: bool


@dataclass(frozen=True, slots=True)
class _Bracket:
    """An opened bracket: where it stands in the text and among the parts."""

    at: int
    part: int
    picture: bool


_Part = _Stars | Text | Link | FootnoteMark | LineBreak


def read_inlines(text: str, labels: frozenset[str]) -> list[Run]:
    """The runs of a text; `labels` are the footnotes that have a note, other marks are text."""
    parts: list[_Part] = []
    brackets: list[_Bracket] = []
    at = 0
    while token := _TOKEN.search(text, at):
        start, mark = token.span()[0], token.group()
        if start > at:
            parts.append(Text(text[at:start]))
        at = token.end()
        if mark[-1] == "\n":
            parts.append(LineBreak())
        elif mark[0] == "\\":
            parts.append(Text(mark[1]))
        elif mark[0] == "*":
            parts.append(_stars(text, start, at))
        elif mark[-1] == "[":
            if mark[0] == "!":
                parts.append(Text("!"))
            at = _open(text, at - 1, mark[0] == "!", labels, parts, brackets)
        else:
            at = _close(text, start, parts, brackets)
    parts.append(Text(text[at:]))
    return _runs(parts)


def _stars(text: str, start: int, end: int) -> _Stars:
    after = end < len(text) and not text[end].isspace()
    before = start > 0 and not text[start - 1].isspace()
    return _Stars(end - start, after, before)


def _open(
    text: str,
    at: int,
    picture: bool,
    labels: frozenset[str],
    parts: list[_Part],
    brackets: list[_Bracket],
) -> int:
    """Takes a footnote mark, or remembers the bracket; gives where reading goes on."""
    mark = MARK.match(text, at)
    if mark and mark.group(1) in labels:
        parts.append(FootnoteMark(mark.group(1)))
        return mark.end()
    brackets.append(_Bracket(at, len(parts), picture))
    parts.append(Text("["))
    return at + 1


def _close(text: str, start: int, parts: list[_Part], brackets: list[_Bracket]) -> int:
    """Makes a link of what stands since the last open bracket, where an address follows."""
    bracket = brackets.pop() if brackets else None
    end = LINK_END.match(text, start) if bracket and not bracket.picture else None
    url = clean_url(unescaped(end.group(1) or end.group(2) or "")) if end else ""
    if not bracket or not end or not url or not text[bracket.at + 1 : start].strip():
        parts.append(Text("]"))
        return start + 1
    children = as_nodes(_runs(parts[bracket.part + 1 :]))
    del parts[bracket.part :]
    parts.append(Link(children, url))
    brackets.clear()
    return end.end()


def _runs(parts: list[_Part]) -> list[Run]:
    """The parts with their looks; stars that open or close nothing are text."""
    switches = _switches(parts)
    look = 0
    runs: list[Run] = []
    for index, part in enumerate(parts):
        if isinstance(part, _Stars):
            used = switches.get(index, 0)
            left = part.count - (used & BOLD) * 2 - (used & ITALIC) // 2
            if left:
                runs.append(Run(Text("*" * left), look))
            look ^= used
        else:
            runs.append(Run(part, look))
    return runs


def _switches(parts: list[_Part]) -> dict[int, int]:
    """The looks that each row of stars switches, of those that are both opened and closed."""
    switches: dict[int, int] = {}
    opened: dict[int, int] = {}
    for index, part in enumerate(parts):
        if not isinstance(part, _Stars):
            continue
        for look in _LOOKS.get(part.count, ()):
            if look in opened and part.can_close:
                for place in (opened.pop(look), index):
                    switches[place] = switches.get(place, 0) | look
            elif look not in opened and part.can_open:
                opened[look] = index
    return switches
