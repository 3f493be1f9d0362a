"""The laws of reading and writing."""

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import example, given

from strategidesk.prose import (
    Emphasis,
    FootnoteMark,
    Inlines,
    Link,
    List,
    Picture,
    Prose,
    Strong,
    Text,
    normal,
    parse,
    write,
)
from strategidesk.prose.nodes import Block, Paragraph
from tests.support.prose_texts import proses, texts


@given(proses)
def test_that_what_is_written_is_read_back_in_normal_form(prose: Prose) -> None:
    assert parse(write(prose)) == normal(prose)


@given(proses)
def test_that_the_normal_form_is_settled(prose: Prose) -> None:
    assert normal(normal(prose)) == normal(prose)


@given(texts)
@example("\t* --")
def test_that_writing_what_was_read_settles_at_once(text: str) -> None:
    once = write(parse(text))
    assert write(parse(once)) == once


@given(texts)
def test_that_reading_gives_the_normal_form(text: str) -> None:
    assert normal(parse(text)) == parse(text)


@given(texts)
@example("- a\n  - b\n    - c\n      - d")
@example("a[^1]\n\n[^1]: b\n[^2]: c\n[^1]: d")
@example("| a |\n|---|\n| b | c | d |")
@example("[a](b 'c')")
@example('![a](blob:b "c") d')
@example("[a](x&copy;y)")
def test_that_no_letter_or_digit_is_lost_by_reading(text: str) -> None:
    missing = _signs(_without_numbers(text)) - _signs(" ".join(_contents(parse(text))))
    assert not missing


_ITEM_NUMBER = re.compile(
    r"(?m)^[ \t]*(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]+)*[0-9]{1,9}[.)](?=[ \t]|$)"
)
_LABEL_OF_NOTE = re.compile(r"\[\^[\w.-]{1,99}\]:")


def _without_numbers(text: str) -> str:
    """The text without the numbers of items and without labels of notes, which may merge."""
    return _LABEL_OF_NOTE.sub("", _ITEM_NUMBER.sub("", text.replace("\r", "\n"))).replace(
        "blob:", ""
    )


def _signs(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def _contents(prose: Prose) -> Iterator[str]:
    for block in prose.blocks:
        yield from _of_block(block)
    for label, inlines in prose.notes:
        yield label
        yield from _of_inlines(inlines)


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _of_inlines(block.inlines)
    elif isinstance(block, Picture):
        yield f"{block.alt} {block.picture}"
    elif isinstance(block, List):
        for item in block.items:
            yield from _of_inlines(item.inlines)
            for child in item.children:
                yield from _of_block(child)
    else:
        for row in (block.header, *block.rows):
            for cell in row:
                yield from _of_inlines(cell)


def _of_inlines(inlines: Inlines) -> Iterator[str]:
    for node in inlines:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, FootnoteMark):
            yield node.label
        elif isinstance(node, Strong | Emphasis | Link):
            yield from _of_inlines(node.children)
        if isinstance(node, Link):
            yield node.url
