"""The footnotes of a text: which are marked where, and giving them other labels."""

from collections.abc import Collection, Iterator, Mapping

from strategidesk.prose.mapping import Leaf, mapped
from strategidesk.prose.nodes import FootnoteMark, Prose


def marked(prose: Prose) -> list[str]:
    """The labels of all marks, in the order of the text."""
    found: list[str] = []

    def seen(leaf: Leaf) -> Leaf:
        if isinstance(leaf, FootnoteMark):
            found.append(leaf.label)
        return leaf

    mapped(prose, seen)
    return found


def relabelled(prose: Prose, names: Mapping[str, str]) -> Prose:
    """The text with other labels, in marks and notes; a label that is not named stays."""

    def other(leaf: Leaf) -> Leaf:
        if isinstance(leaf, FootnoteMark):
            return FootnoteMark(names.get(leaf.label, leaf.label))
        return leaf

    made = mapped(prose, other)
    notes = tuple((names.get(label, label), inlines) for label, inlines in made.notes)
    return Prose(made.blocks, notes)


def free_labels(used: Collection[str]) -> Iterator[str]:
    """Labels that are not in use: numbers above the highest."""
    number = max((int(label) for label in used if label.isdecimal()), default=0)
    while True:
        number += 1
        yield str(number)
