"""What a prose text consists of: blocks of inlines, as immutable trees.

The subset: paragraphs, bullet and numbered lists of two levels, simple tables, pictures alone on a
line, `**bold**`, `*italic*`, `[text](url)` and footnotes.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    children: tuple["Inline", ...]
    url: str


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The place of a footnote in the text; `label` is what stands in `[^label]`."""

    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


Inline = Text | Strong | Emphasis | Link | FootnoteMark | LineBreak
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item: its text and the lists that stand under it."""

    inlines: Inlines
    children: tuple["List", ...] = ()


@dataclass(frozen=True, slots=True)
class List:
    """A bullet list (`start` is None) or a numbered one that begins at `start`."""

    items: tuple[ListItem, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and body rows of equally many cells."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture alone on a line; `picture` is the id of its data."""

    alt: str
    picture: str


Block = Paragraph | List | Table | Picture


@dataclass(frozen=True, slots=True)
class Prose:
    """A whole text. `notes` holds the footnotes in the order of their `[^label]: text` lines."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[tuple[str, Inlines], ...] = field(default=())

    def note(self, label: str) -> Inlines | None:
        """The text of a footnote, or None where the mark has none."""
        return dict(self.notes).get(label)
