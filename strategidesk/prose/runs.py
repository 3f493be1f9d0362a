"""Inline text as a flat sequence of runs, each with its own bold and italic.

Runs are the middle form between text and tree: whatever tree comes in, the same runs give the same
tree, so that equal looks are equal values.
"""

import re
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_

from strategidesk.prose.grammar import clean_url
from strategidesk.prose.nodes import (
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
)

BOLD = 1
ITALIC = 2
_LINE = re.compile(r"[^\s\0](?:[^\n\r\0]*[^\s\0])?")
_PIECES = re.compile(r"\s+|\S+(?:[^\S\n]+\S+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """A text, link, footnote mark or line break and its look: BOLD, ITALIC, both or 0."""

    node: Text | Link | FootnoteMark | LineBreak
    look: int = 0


def flat(inlines: Inlines, look: int = 0) -> list[Run]:
    """The runs of a tree; the look of the whole is added to each."""
    runs: list[Run] = []
    open_nodes: list[tuple[Inline, int]] = [(node, look) for node in reversed(inlines)]
    while open_nodes:
        node, own = open_nodes.pop()
        if isinstance(node, Strong | Emphasis):
            inner = own | (BOLD if isinstance(node, Strong) else ITALIC)
            open_nodes.extend((child, inner) for child in reversed(node.children))
        else:
            runs.append(Run(node, own))
    return runs


def as_nodes(runs: list[Run]) -> Inlines:
    """The runs as nodes, each with its own bold and italic; `tidy` makes the normal form."""
    nodes: list[Inline] = []
    for run in runs:
        node: Inline = run.node
        if run.look & ITALIC:
            node = Emphasis((node,))
        nodes.append(Strong((node,)) if run.look & BOLD else node)
    return tuple(nodes)


def tidy(runs: list[Run], labels: frozenset[str], *, one_line: bool = False) -> Inlines:
    """The tree of the runs in normal form.

    Blanks at the ends and around line breaks go, in `one_line` a line break is a blank; blanks
    between two looks have only what both share; marks whose label is unknown are text; a link
    without an address is its text.
    """
    if len(runs) == 1 and _is_tidy(runs[0]):
        return (runs[0].node,)
    pieces = [piece for run in runs for piece in _pieces(run, labels, one_line)]
    return _tree(_joined(_trimmed(_blanks_joined(pieces))))


def _is_tidy(run: Run) -> bool:
    """Whether the run is one line of plain text, as most are, and stays as it is."""
    return not run.look and isinstance(run.node, Text) and bool(_LINE.fullmatch(run.node.text))


def _pieces(run: Run, labels: frozenset[str], one_line: bool) -> list[Run]:
    node, look = run.node, run.look
    if isinstance(node, Link):
        return _link_pieces(node, look, labels)
    if isinstance(node, FootnoteMark):
        known = node.label in labels
        return [run] if known else [Run(Text(f"[^{node.label}]"), look)]
    if isinstance(node, LineBreak):
        return [Run(Text(" "), look) if one_line else run]
    text = node.text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    if one_line:
        text = text.replace("\n", " ")
    return [
        Run(LineBreak() if "\n" in piece else Text(piece), look) for piece in _PIECES.findall(text)
    ]


def _link_pieces(link: Link, look: int, labels: frozenset[str]) -> list[Run]:
    """The link in normal form; a link inside a link and one that leads nowhere is its text.

    The look that all its words share is the link's own.
    """
    inner: list[Run] = []
    for run in flat(link.children):
        nested = run.node
        inner.extend(flat(nested.children, run.look) if isinstance(nested, Link) else [run])
    url = clean_url(link.url)
    pieces = [
        piece
        for run in inner
        if not isinstance(run.node, Link)
        for piece in _pieces(run, labels, one_line=True)
    ]
    if not url:
        address = " ".join(link.url.split())
        tail = Text(f" ({address})") if address else Text("")
        return [
            *(replace(piece, look=piece.look | look) for piece in pieces),
            *_pieces(Run(tail, look), labels, one_line=True),
        ]
    pieces = _blanks_joined(pieces)
    if all(_is_blank(piece) for piece in pieces):
        pieces = [Run(Text(url))]
    look |= reduce(and_, (piece.look for piece in pieces if not _is_blank(piece)))
    pieces = [replace(piece, look=piece.look & ~look) for piece in pieces]
    return [Run(Link(_tree(_joined(pieces)), url), look)]


def _is_blank(run: Run) -> bool:
    node = run.node
    return isinstance(node, LineBreak) or (isinstance(node, Text) and node.text.isspace())


def _blanks_joined(pieces: list[Run]) -> list[Run]:
    """Each stretch of blanks as one piece, with the look that its neighbours and it share."""
    found: list[Run] = []
    blanks: list[Run] = []
    before = 0
    for piece in [*pieces, None]:
        if piece is not None and _is_blank(piece):
            blanks.append(piece)
            continue
        if blanks:
            look = before & (piece.look if piece else 0)
            for blank in blanks:
                look &= blank.look
            found.append(Run(_blank(blanks), look))
            blanks = []
        if piece is not None:
            found.append(piece)
            before = piece.look
    return found


def _blank(blanks: list[Run]) -> Text | LineBreak:
    texts = [blank.node.text for blank in blanks if isinstance(blank.node, Text)]
    return Text("".join(texts)) if len(texts) == len(blanks) else LineBreak()


def _trimmed(pieces: list[Run]) -> list[Run]:
    start = 1 if pieces and _is_blank(pieces[0]) else 0
    end = -1 if len(pieces) > start and _is_blank(pieces[-1]) else None
    return pieces[start:end]


def _joined(pieces: list[Run]) -> list[Run]:
    """Neighbouring texts of one look as one run."""
    found: list[Run] = []
    texts: list[str] = []
    look = 0
    for piece in pieces:
        if texts and not (isinstance(piece.node, Text) and piece.look == look):
            found.append(Run(Text("".join(texts)), look))
            texts = []
        if isinstance(piece.node, Text):
            texts.append(piece.node.text)
            look = piece.look
        else:
            found.append(piece)
    if texts:
        found.append(Run(Text("".join(texts)), look))
    return found


def _tree(runs: list[Run]) -> Inlines:
    """Nested nodes: the look that lasts longer is the outer one, italic where both last."""
    nodes: list[Inline] = []
    at = 0
    while at < len(runs):
        if not runs[at].look:
            nodes.append(runs[at].node)
            at += 1
            continue
        bold, italic = _extent(runs, at, BOLD), _extent(runs, at, ITALIC)
        end = max(bold, italic)
        look = BOLD if bold > italic else ITALIC
        inner = _tree([replace(run, look=run.look & ~look) for run in runs[at:end]])
        nodes.append(Strong(inner) if look == BOLD else Emphasis(inner))
        at = end
    return tuple(nodes)


def _extent(runs: list[Run], at: int, look: int) -> int:
    """Where the look that begins here ends; `at` where it does not begin."""
    while at < len(runs) and runs[at].look & look:
        at += 1
    return at
