"""Prose made of sentences: what is composed is written as nodes, so that no name in it can be
mistaken for a mark."""

from collections.abc import Iterable, Sequence

from strategidesk.model.wording import wording
from strategidesk.prose import parse
from strategidesk.prose.nodes import Block, Inlines, List, ListItem, Paragraph, Prose, Strong, Text
from strategidesk.prose.writing import write

Blocks = Iterable[Block]


def prose(blocks: Blocks) -> str:
    """The text of blocks."""
    return write(Prose(tuple(blocks)))


def together(*sentences: str) -> Blocks:
    """A paragraph of those sentences that say something."""
    said = " ".join(sentence for sentence in sentences if sentence)
    if said:
        yield Paragraph((Text(said),))


def bullets(lines: Iterable[str | Inlines]) -> Blocks:
    yield from _list(lines, None)


def numbered(lines: Iterable[str | Inlines]) -> Blocks:
    yield from _list(lines, 1)


def _list(lines: Iterable[str | Inlines], start: int | None) -> Blocks:
    items = tuple(ListItem((Text(line),) if isinstance(line, str) else line) for line in lines)
    if items:
        yield List(items, start)


def quoted(text: str) -> Blocks:
    """The blocks of a prose text as they stand; without footnotes, which belong to their text."""
    yield from parse(text).blocks


def strong(text: str, rest: str = "") -> Inlines:
    """A line that begins in bold."""
    return (Strong((Text(text),)), Text(rest)) if rest else (Strong((Text(text),)),)


def words(key: str, **places: object) -> str:
    """A text of the papers' wording."""
    return wording().text(f"papers.{key}", **places)


def known(key: str, value: object, otherwise: str, **places: object) -> str:
    """The wording's word for a value in a group, else what another key says of it."""
    group = wording().texts["papers"][key]
    return str(group[str(value)]) if str(value) in group else words(otherwise, **places)


def count(number: int) -> str:
    """A number as running text has it: in letters up to twelve."""
    letters: Sequence[str] = wording().texts["papers"]["numbers"]
    return letters[number] if number < len(letters) else str(number)


def series(parts: Sequence[str]) -> str:
    """`a, b och c`; where a part has an `och` of its own, `samt` joins the last one."""
    if len(parts) < 2:
        return "".join(parts)
    last = words("and_also") if any(words("and") in part for part in parts) else words("and")
    return ", ".join(parts[:-1]) + last + parts[-1]


def sentence(text: str) -> str:
    """A text as a sentence: with a capital first and a full stop last."""
    text = " ".join(text.split())
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”")) else ".")
