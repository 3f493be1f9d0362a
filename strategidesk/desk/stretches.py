"""The stretches of a text that a person settles one after another, each in its surroundings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from strategidesk.history.items import Item
from strategidesk.prose import parse, write
from strategidesk.prose.merging import Region, merge
from strategidesk.prose.plain import plain
from strategidesk.prose.sentences import sentences

_ALONE = re.compile(r"\[\^|^[ \t]*\||^!\[", re.MULTILINE)  # what means nothing without the rest


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch: its wordings, the words that stand before and behind it, and the number of the
    paragraph that it stands in, from 1."""

    region: Region
    before: str
    after: str
    paragraph: int


class Stretches:
    """The stretches of a contested text, in order."""

    def __init__(self, item: Item) -> None:
        self._texts = [str(option.value) for option in item.options]
        self._merged = merge(str(item.base or ""), self._texts, item.decided)
        parts = [part if isinstance(part, str) else part.base for part in self._merged.parts]
        self.all = tuple(
            Stretch(
                part,
                _end("".join(parts[:at])),
                _beginning("".join(parts[at + 1 :])),
                1 + len(re.findall(r"\n(?:[ \t]*\n)*", "".join(parts[:at]).strip("\n"))),
            )
            for at, part in enumerate(self._merged.parts)
            if isinstance(part, Region)
        )

    @property
    def apart(self) -> bool:
        """Whether each stretch can be written by itself: none has a footnote, a row of a table or
        anything else that means something only in the whole text."""
        regions = self._merged.regions
        texts = (text.strip() for region in regions for text in (region.base, *region.texts))
        return all(not _ALONE.search(text) and write(parse(text)) == text for text in texts)

    @property
    def moved(self) -> bool:
        """Whether somebody has put one of them elsewhere in the text."""
        return any(region.moved for region in self._merged.regions)

    def version(self, number: int) -> str:
        """The whole text with one version's stretches and what else anybody has changed; where
        others have moved what stands there, which would then stand twice, that version alone."""
        own = self._texts[number]
        kept = _bare(own)
        for region in self._merged.regions:
            taken = _bare(region.base) - _bare(region.texts[number])
            if region.moved and not taken & kept:
                return own
        return self._merged.with_choices([one.texts[number] for one in self._merged.regions])

    def whole(self, texts: Sequence[str]) -> str:
        """The whole text with these in the stretches, each as it was written by itself: it takes
        the blanks and line breaks around it from the wordings that it stands for."""
        fitted = (_fitted(text, one.region) for text, one in zip(texts, self.all, strict=True))
        return self._merged.with_choices(list(fitted))


def _fitted(text: str, region: Region) -> str:
    wordings = (region.base, *region.texts)
    if text in wordings or not text.strip():
        return text
    model = next((one for one in wordings if one.strip()), "")
    lead = model[: len(model) - len(model.lstrip())]
    trail = model[len(model.rstrip()) :]
    return f"{lead}{text.strip()}{trail}"


def _bare(text: str) -> set[str]:
    return {bare for part in sentences(text) if (bare := part.strip())}


def _end(text: str) -> str:
    """The last sentence of a text as words, after … where more stands before it."""
    parts = [part for part in sentences(text) if part.strip()]
    words = plain(parts[-1]) if parts else ""
    return f"… {words}" if len(parts) > 1 else words


def _beginning(text: str) -> str:
    """The first sentence of a text as words, before … where more stands behind it."""
    parts = [part for part in sentences(text) if part.strip()]
    words = plain(parts[0]) if parts else ""
    return f"{words} …" if len(parts) > 1 else words
