"""Where words stand in the strategy's text, and the text with other words in their place."""

import re
from functools import lru_cache

from strategidesk.desk.commands import SetFields, Together
from strategidesk.language import mark
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.prose import Text, parse, plain, write
from strategidesk.prose.mapping import Leaf, mapped


def places(strategy: Strategy, words: str) -> dict[Id, int]:
    """The sections whose text has the words, whatever their case, and how often; in order."""
    if not words:
        return {}
    sought = words.casefold()
    counts = {one.id: _plain(one.body).count(sought) for one in strategy.all(Section)}
    return {id: count for id, count in counts.items() if count}


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return plain(text).casefold()


def replaced(text: str, words: str, other: str) -> tuple[str, int]:
    """A text with other words in the place of these, and in how many places that is.

    Marks stay where they are; words that are partly bold, italic or a link are left.
    """
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    count = 0

    def change(leaf: Leaf) -> Leaf:
        nonlocal count
        if not isinstance(leaf, Text):
            return leaf
        made, n = pattern.subn(lambda _found: other, leaf.text)
        count += n
        return Text(made)

    prose = mapped(parse(text), change)
    return (write(prose), count) if count else (text, 0)


def replace_all(strategy: Strategy, words: str, other: str) -> tuple[Together | None, int]:
    """The step that replaces words in all sections' texts, and in how many places."""
    steps: list[SetFields] = []
    total = 0
    for section in strategy.all(Section):
        made, count = replaced(section.body, words, other) if words else (section.body, 0)
        if count:
            steps.append(SetFields(section.id, {"body": made}))
            total += count
    step = Together(tuple(steps), label=mark("replace words")) if steps else None
    return step, total
