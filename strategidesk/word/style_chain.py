"""What a style is based on (ECMA-376 part 1, 17.7.4.3)."""

from collections.abc import Iterator, Mapping

from lxml import etree

from strategidesk.word.markup import W

_BASED, _VAL = f"{{{W}}}basedOn", f"{{{W}}}val"


def chain(
    style: etree._Element | None, by_id: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    """A style and those that it is based on, the nearest first; circles end."""
    seen: set[etree._Element] = set()
    while style is not None and style not in seen:
        seen.add(style)
        yield style
        based = style.find(_BASED)
        style = by_id.get(based.get(_VAL, "")) if based is not None else None
