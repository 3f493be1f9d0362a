"""Writes a tree as canonical text: one line per paragraph, an empty line between blocks."""

from strategidesk.prose.escaping import guarded, written_inlines
from strategidesk.prose.nodes import (
    Block,
    Inlines,
    List,
    Paragraph,
    Picture,
    Prose,
    Table,
)
from strategidesk.prose.normal import normal

_BULLETS = ("-", "*")
_DELIMITERS = (".", ")")


def write(prose: Prose) -> str:
    """The text of a tree; `parse` gives back the tree in normal form. No new line at the end.

    Footnotes stand last, one line each. Labels must be letters, digits, `.`, `-` or `_`, ids of
    pictures without blanks and brackets.
    """
    tree = normal(prose)
    labels = frozenset(label for label, _ in tree.notes)
    parts = _blocks(tree.blocks, labels)
    if tree.notes:
        parts.append("\n".join(_note(label, inlines) for label, inlines in tree.notes))
    return "\n\n".join(parts)


def _blocks(blocks: tuple[Block, ...], labels: frozenset[str]) -> list[str]:
    parts: list[str] = []
    other = False
    previous: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            other = not other if _same_kind(previous, block) else False
            parts.append("\n".join(_list(block, labels, other)))
        elif isinstance(block, Paragraph):
            parts.append(guarded(written_inlines(block.inlines, labels)))
        elif isinstance(block, Picture):
            parts.append(_picture(block))
        else:
            parts.append(_table(block, labels))
        previous = block
    return parts


def _same_kind(previous: Block | None, block: List) -> bool:
    return isinstance(previous, List) and (previous.start is None) == (block.start is None)


def _list(given: List, labels: frozenset[str], other: bool) -> list[str]:
    """The lines of a list; `other` takes the second marker, to part it from the list before."""
    lines: list[str] = []
    for index, item in enumerate(given.items):
        if given.start is None:
            marker = _BULLETS[other]
        else:
            marker = f"{min(given.start + index, 999_999_999)}{_DELIMITERS[other]}"
        text = guarded(written_inlines(item.inlines, labels))
        indent = " " * (len(marker) + 1)
        first, *rest = text.split("\n")
        lines += [f"{marker} {first}", *(indent + line for line in rest)]
        previous: List | None = None
        child_other = False
        for child in item.children:
            child_other = not child_other if _same_kind(previous, child) else False
            if child.start not in {None, 1}:
                lines.append("")
            lines += [indent + line if line else "" for line in _list(child, labels, child_other)]
            previous = child
    return lines


def _picture(picture: Picture) -> str:
    alt = picture.alt
    for character in "\\[]":
        alt = alt.replace(character, f"\\{character}")
    return f"![{alt}](blob:{picture.picture})"


def _table(table: Table, labels: frozenset[str]) -> str:
    def line(row: tuple[Inlines, ...]) -> str:
        texts = (written_inlines(cell, labels, in_cell=True) for cell in row)
        return "| " + " | ".join(texts) + " |"

    dashes = "| " + " | ".join("---" for _ in table.header) + " |"
    return "\n".join([line(table.header), dashes, *map(line, table.rows)])


def _note(label: str, inlines: Inlines) -> str:
    first, *rest = guarded(written_inlines(inlines, frozenset()), first=False).split("\n")
    return "\n".join([f"[^{label}]: {first}".rstrip(), *rest])
