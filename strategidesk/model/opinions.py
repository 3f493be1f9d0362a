"""What came in during consultations, by the parts of the strategy that it concerns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.fields import Id
from strategidesk.model.referral import folded
from strategidesk.model.strategy import Strategy

HANDLED = ("accepted", "partly", "rejected", "noted", "")  # in the order that they are told
KEPT = 2000  # names whose keys are remembered: one who answers often says several things
_LAST = str.maketrans({"å": "z{", "ä": "z|", "æ": "z|", "ö": "z}", "ø": "z}", "é": "e", "ü": "y"})


@dataclass(frozen=True)
class Opinions:
    """The responses of a strategy."""

    strategy: Strategy

    def of(self, consultation: Consultation) -> Sequence[Response]:
        """What came in during one consultation, as it was registered."""
        return self._by_consultation.get(consultation.id, ())

    def by_part(self, consultation: Consultation) -> list[Response]:
        """In the order of the document; first what concerns all of it, and within a part by
        respondent."""
        return sorted(
            self.of(consultation),
            key=lambda one: (self._order[self.part(one)], alphabetical(one.respondent), one.date),
        )

    def by_respondent(self, consultation: Consultation) -> list[Response]:
        """In Swedish alphabetical order, and within a respondent in the order of the document."""
        return sorted(
            self.of(consultation),
            key=lambda one: (alphabetical(one.respondent), self._order[self.part(one)], one.date),
        )

    def part(self, response: Response) -> Id | None:
        """The section, else the area, that a response is about; None: all of the strategy."""
        known = self._order
        return next((id for id in (response.section, response.area) if id and id in known), None)

    def name(self, part: Id | None) -> str:
        """What a part is called; empty for all of the strategy."""
        return self._names.get(part, "")

    def concerned(self, response: Response) -> list[str]:
        """The names of the section and the area that a response is about."""
        names = (self.name(response.section), self.name(response.area))
        return list(dict.fromkeys(name for name in names if name))

    def counts(self, consultation: Consultation) -> Mapping[Id | None, Mapping[str, int]]:
        """Per part in the order of the document: how many responses were handled how."""
        found: dict[Id | None, dict[str, int]] = {}
        for one in self.of(consultation):
            handled = found.setdefault(self.part(one), {})
            handled[one.handling] = handled.get(one.handling, 0) + 1
        return {part: found[part] for part in sorted(found, key=self._order.__getitem__)}

    @cached_property
    def _names(self) -> dict[Id | None, str]:
        names: dict[Id | None, str] = {one.id: one.heading for one in self.strategy.sections}
        names.update((area.id, area.title) for area in self.strategy.areas)
        return names

    @cached_property
    def _by_consultation(self) -> dict[Id | None, list[Response]]:
        groups: dict[Id | None, list[Response]] = {}
        for one in self.strategy.all(Response):
            groups.setdefault(one.consultation, []).append(one)
        return groups

    @cached_property
    def _order(self) -> dict[Id | None, int]:
        return {part: at for at, part in enumerate(_parts(self.strategy))}


def _parts(strategy: Strategy) -> Iterator[Id | None]:
    """All of the strategy, then its sections, the areas where they are printed."""
    yield None
    printed = False
    for section in strategy.sections:
        yield section.id
        if section.content == "areas" and not printed:
            printed = True
            yield from (area.id for area in strategy.areas)
    if not printed:
        yield from (area.id for area in strategy.areas)


@lru_cache(maxsize=KEPT)
def alphabetical(name: str) -> str:
    """A key that puts names in Swedish alphabetical order: å, ä and ö behind z."""
    return folded(name).translate(_LAST)
