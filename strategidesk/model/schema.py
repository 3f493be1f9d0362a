"""All nouns together: what a strategy can hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from strategidesk.model.dialogue import Comment, Consultation, Response
from strategidesk.model.document import Area, Card, Definition, Hallmark, Section
from strategidesk.model.fields import Field, Kind
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt, Round
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.people import Decision, Member, Paper, Unit
from strategidesk.model.plan import Activity, Goal, Indicator, IndicatorValue, Link


@dataclass(frozen=True)
class Schema:
    """The nouns in use, in the order of their lists in the interchange JSON."""

    nouns: tuple[type[Noun], ...]

    @cached_property
    def by_entity(self) -> dict[str, type[Noun]]:
        return {noun.meta.entity: noun for noun in self.nouns}

    @cached_property
    def pointing_at(self) -> dict[str, tuple[tuple[type[Noun], Field], ...]]:
        """For each entity, the reference fields of any noun that may point at it."""
        return {
            noun.meta.entity: tuple(
                (other, field)
                for other, field in self.references()
                if field.to in (noun.meta.entity, "*")
            )
            for noun in self.nouns
        }

    def references(self) -> Iterator[tuple[type[Noun], Field]]:
        """Every reference field of every noun."""
        for noun in self.nouns:
            for field in fields_of(noun).values():
                if field.kind in (Kind.REFERENCE, Kind.REFERENCES):
                    yield noun, field


STANDARD = Schema(
    (
        Card,
        Section,
        Area,
        Hallmark,
        Definition,
        Unit,
        Member,
        Decision,
        Activity,
        Indicator,
        IndicatorValue,
        Goal,
        Link,
        Consultation,
        Response,
        Round,
        FollowUp,
        Receipt,
        OpenAnswer,
        Paper,
        Comment,
    )
)
