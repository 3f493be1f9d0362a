"""Where the strategy's texts use its defined terms, and which terms are defined twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from strategidesk.model.document import Definition
from strategidesk.model.fields import Id, Kind
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.strategy import Strategy
from strategidesk.prose import plain

AROUND = 45  # letters of the text before and after a term
_FIELDS = {  # the texts that are looked through, by entity
    "section": ("heading", "body"),
    "area": ("title", "introduction", "target_picture", "justification"),
    "hallmark": ("title", "text"),
    "activity": ("title", "description", "expected_result"),
    "definition": ("text",),
    "strategy": ("vision",),
}
_ENDINGS = (
    "(?:s|n|ns|en|ens|et|ets|t|ts|e|es|r|rs|er|ers|erna|ernas|ar|ars|arna|arnas|or|ors|orna|ornas"
    "|a|as|na|nas|ne|nes|d|de|des)?"
)
_SHORTEST = 4  # letters of a word that is inflected; shorter ones and abbreviations are not


@dataclass(frozen=True, slots=True)
class Usage:
    """A text in which a term is used: its thing and field, and the words around it."""

    id: Id
    field: str
    before: str
    found: str
    after: str


def usages(strategy: Strategy, definition: Definition) -> list[Usage]:
    """The texts that use a term, in document order; not the term's own definitions."""
    pattern = _pattern(definition.term)
    if pattern is None:
        return []
    own = {one.id for one in strategy.definitions if _key(one) == _key(definition)}
    stems = tuple(_stem(word).lower() for word in _words(definition.term))
    return [
        found
        for entity in _FIELDS
        for thing in strategy.all(strategy.schema.by_entity[entity])
        if thing.id not in own
        for found in _in_thing(thing, pattern, stems)
    ]


def _in_thing(thing: Noun, pattern: re.Pattern[str], stems: tuple[str, ...]) -> Iterator[Usage]:
    fields = fields_of(type(thing))
    for name in _FIELDS[thing.meta.entity]:
        text = str(value(thing, fields[name]))
        small = _small(text)  # most texts hold no such letters, and need no closer look
        if not all(stem in small for stem in stems) or not pattern.search(text):
            continue
        if fields[name].kind is Kind.PROSE:
            text = plain(text)
        text = " ".join(text.split())
        match = pattern.search(text)
        if match:
            start, end = match.span()
            yield Usage(thing.id, name, _tail(text[:start]), match.group(), _head(text[end:]))


def _tail(text: str) -> str:
    """The end of what stands before, from the beginning of a word."""
    if len(text) <= AROUND:
        return text
    return "… " + text[-AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return text[:AROUND].rpartition(" ")[0] + " …"


@lru_cache(maxsize=64)
def _pattern(term: str) -> re.Pattern[str] | None:
    """Finds a term as whole words with Swedish endings, whatever the size of its letters;
    what stands in parentheses behind it explains the term."""
    words = _words(term)
    if not words:
        return None
    inflected = r"[\s\u00a0]+".join(map(_word, words))
    return re.compile(rf"(?<![\w-])(?:{inflected})(?!\w)", re.IGNORECASE)


def _words(term: str) -> list[str]:
    return [word for word in re.split(r"[^\w-]+", term.partition("(")[0]) if word]


def _is_inflected(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isupper()


def _stem(word: str) -> str:
    """What stands before a word's endings."""
    bare = _is_inflected(word) and word[-1] in "ae" and len(word) > _SHORTEST
    return word[:-1] if bare else word


def _word(word: str) -> str:
    return re.escape(_stem(word)) + (_ENDINGS if _is_inflected(word) else "")


@lru_cache(maxsize=2000)
def _small(text: str) -> str:
    return text.lower()


def twice(strategy: Strategy) -> list[tuple[Definition, ...]]:
    """The terms that are defined more than once, each with its definitions."""
    groups: dict[str, list[Definition]] = {}
    for definition in strategy.definitions:
        if _key(definition):
            groups.setdefault(_key(definition), []).append(definition)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _key(definition: Definition) -> str:
    return " ".join(definition.term.split()).casefold()
