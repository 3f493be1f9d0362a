"""The text of a section: a small CommonMark subset, parsed, written and split into sentences."""

from strategidesk.prose.nodes import (
    Block,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
    Text,
)
from strategidesk.prose.normal import normal
from strategidesk.prose.parsing import parse
from strategidesk.prose.plain import plain, words
from strategidesk.prose.sentences import sentences
from strategidesk.prose.writing import write

__all__ = [
    "Block",
    "Emphasis",
    "FootnoteMark",
    "Inline",
    "Inlines",
    "LineBreak",
    "Link",
    "List",
    "ListItem",
    "Paragraph",
    "Picture",
    "Prose",
    "Strong",
    "Table",
    "Text",
    "normal",
    "parse",
    "plain",
    "sentences",
    "words",
    "write",
]
