"""How long the text is."""

from functools import lru_cache

from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.prose import words
from strategidesk.ui.words import number_text


def facts_of(strategy: Strategy, here: Id | None) -> str:
    """The words of the section in front, and of all sections together."""
    every = sum(_words(section.body) for section in strategy.sections)
    section = strategy.get(Section, here)
    said = _said(every)
    if section is None:
        return said
    return tr("The section {here}, all {every}", here=_said(_words(section.body)), every=said)


def _said(n: int) -> str:
    return tr("1 word") if n == 1 else tr("{n} words", n=number_text(n))


@lru_cache(maxsize=4096)
def _words(text: str) -> int:
    return words(text)
