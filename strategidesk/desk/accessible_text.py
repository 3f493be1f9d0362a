"""What in one text shuts readers out: links, pictures, tables, and looks in the place of structure.

Sources: EN 301 549 and WCAG 2.1 AA (1.1.1, 1.3.1, 2.4.4), as DOS-lagen asks of documents that a
municipality publishes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from strategidesk.language import mark
from strategidesk.prose import (
    Block,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
    Text,
    parse,
    plain,
)
from strategidesk.prose.telling import is_address, is_file_name, list_sign, says_nothing

Fault = tuple[str, dict[str, object]]  # an English template and its places

KEPT = 2000  # texts whose faults are remembered: a draft is asked again after few of them changed
LONGEST_HEADING = 12  # words of a bold paragraph that is meant as a heading
SHORTEST_LONG = 40  # words from which bold or italic is hard to read
SAID = 60  # characters of a text that is quoted
_MARKED = re.compile(r"[\[|]|^[ \t]*\*", re.MULTILINE)  # no link, table or bold paragraph without


@lru_cache(maxsize=KEPT)
def faults(text: str) -> tuple[Fault, ...]:
    """Every fault of a text, in order."""
    return tuple(_faults(text))


def _faults(text: str) -> Iterator[Fault]:
    yield from _lists_by_hand(text)
    if _MARKED.search(text):
        prose = parse(text)
        for block in prose.blocks:
            yield from _of_block(block)
        for _label, inlines in prose.notes:
            yield from _links(inlines)


def _lists_by_hand(text: str) -> Iterator[Fault]:
    if found := list_sign(text):
        yield (
            mark("Lines that begin with “{sign}” are no list to readers. Make a list of them."),
            {"sign": found},
        )


def _of_block(block: Block) -> Iterator[Fault]:
    match block:
        case Paragraph(inlines):
            yield from _look(inlines)
            yield from _links(inlines)
        case List():
            yield from _of_list(block)
        case Table():
            yield from _of_table(block)
        case Picture(alt):
            yield from _of_picture(alt)


def _of_list(given: List) -> Iterator[Fault]:
    for item in given.items:
        yield from _links(item.inlines)
        for child in item.children:
            yield from _of_list(child)


def _of_table(table: Table) -> Iterator[Fault]:
    if not any(table.header):
        yield mark("The table has no headings in its first row."), {}
    else:
        for number, cell in enumerate(table.header, 1):
            if not cell:
                yield mark("Column {n} of the table has no heading."), {"n": number}
    for row in (table.header, *table.rows):
        for cell in row:
            yield from _links(cell)


def _of_picture(alt: str) -> Iterator[Fault]:
    if not alt.strip():
        yield mark("A picture has no text that says what it shows."), {}
    elif is_file_name(alt):
        yield mark("The text of a picture is only the name of a file: {text}"), {"text": alt}


def _look(inlines: Inlines) -> Iterator[Fault]:
    """Bold and italic that fill a paragraph: a heading in disguise, or hard to read."""
    said = _words(inlines)
    count = len(said.split())
    if _all(inlines, Strong) and count <= LONGEST_HEADING:
        yield (
            mark("“{text}” looks like a heading but is bold text. Make it a section."),
            {"text": _short(said)},
        )
    elif count >= SHORTEST_LONG and _all(inlines, Strong):
        yield mark("A whole paragraph is bold. Bold is for single words."), {}
    elif count >= SHORTEST_LONG and _all(inlines, Emphasis):
        yield mark("A whole paragraph is in italics. Italics are for single words."), {}


def _all(inlines: Inlines, kind: type[Strong | Emphasis]) -> bool:
    """Whether all words of a text stand in bold (or in italics)."""
    held = [node for node in inlines if not _blank(node)]
    return bool(held) and all(
        isinstance(node, kind)
        or (isinstance(node, Strong | Emphasis | Link) and _all(node.children, kind))
        for node in held
    )


def _blank(node: Inline) -> bool:
    return isinstance(node, LineBreak) or (isinstance(node, Text) and not node.text.strip())


def _links(inlines: Inlines) -> Iterator[Fault]:
    for node in inlines:
        if isinstance(node, Link):
            yield from _of_link(_words(node.children), node.url)
        elif isinstance(node, Strong | Emphasis):
            yield from _links(node.children)


def _of_link(said: str, url: str) -> Iterator[Fault]:
    if is_address(said) or said.strip() == url:
        yield (
            mark("A link shows only its address: {text} Write what it leads to."),
            {"text": _short(said)},
        )
    elif says_nothing(said):
        yield mark("“{text}” does not say where the link leads."), {"text": _short(said)}


def _words(inlines: Inlines) -> str:
    return plain(Prose((Paragraph(inlines),)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SAID else line[: SAID - 1].rstrip() + "…"
