"""A page's living sentence: words, some of which lead to what they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategidesk.language import tr
from strategidesk.model.noun import Noun


@dataclass(frozen=True, slots=True)
class Way:
    """Where words lead: to a page, there to a thing and one of its fields, where it is named."""

    page: str
    id: str = ""
    field: str = ""
    only: str = ""  # the page's filter that is set


@dataclass(frozen=True, slots=True)
class Part:
    """A whole sentence, which may lead somewhere."""

    text: str
    way: Way | None = None


Saying = tuple[Part, ...]


def says(*parts: "Part | str") -> Saying:
    """A saying of these parts, those that say nothing left out."""
    whole = (part if isinstance(part, Part) else Part(part) for part in parts)
    return tuple(part for part in whole if part.text)


def plain(saying: Saying) -> str:
    """The saying as one text."""
    return " ".join(part.text for part in saying)


def counted(n: int, one: str, many: str, **places: object) -> str:
    """So many of something in the user's language; `many` has a place {n}."""
    return tr(one, **places) if n == 1 else tr(many, n=n, **places)


def lack(left: Sequence[Noun], page: str, words: str, field: str = "", only: str = "") -> Part:
    """What is said of the things that lack something, where there are any; it leads to the first
    of them on its page."""
    return Part(words, Way(page, left[0].id, field, only)) if left else Part("")
