"""What in a draft would shut readers out of its document, with the place where it is mended.

Sources: DOS-lagen, that is EN 301 549 and WCAG 2.1 AA. What the documents see to themselves
(heading styles, contents, real lists, repeated header rows, no level skipped) needs no check.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from strategidesk.desk.accessible_text import faults
from strategidesk.language import mark, tr
from strategidesk.model.dialogue import Consultation, Response
from strategidesk.model.document import Card, Section
from strategidesk.model.fields import Id, Kind
from strategidesk.model.headings import levels
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.planning import Form, planned
from strategidesk.model.strategy import Strategy

DEEPEST = 6  # heading levels that web pages and PDF files have
NO_TEXT = mark("No text stands under the heading.")
_NAMELESS = {
    "area": mark("The area has no name, so it gets no heading."),
    "definition": mark("The definition has no term."),
    "activity": mark("The activity has no name."),
}

Places = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its words, and the thing and field where it is mended."""

    id: Id
    field: str
    template: str  # English
    places: Places = ()

    def __str__(self) -> str:
        """The sentence, in the user's language."""
        return tr(self.template, **dict(self.places))


def of_strategy(strategy: Strategy) -> tuple[Finding, ...]:
    """The findings of the strategy's document, in its order."""
    return tuple(_document(strategy))


def of_plan(strategy: Strategy, form: Form = "full") -> tuple[Finding, ...]:
    """The findings of the activity plan's document, in its order."""
    if form == "compact":  # only names, times and who
        names = ((one.id, one.title) for one in planned(strategy, form))
        nameless = (Finding(id, "title", _NAMELESS["activity"]) for id, name in names if not name)
        return (*_facts(strategy.card), *nameless)
    return (*_facts(strategy.card), *_of_things(strategy.activities))


def of_consultations(strategy: Strategy) -> tuple[Finding, ...]:
    """The findings of the report on dialogues and referrals."""
    return (*_facts(strategy.card), *_of_things(_consultations(strategy)))


def _document(strategy: Strategy) -> Iterator[Finding]:
    yield from _facts(strategy.card)
    outline = tuple(levels(strategy.sections))
    shown = {"activities"}  # a table of names alone: its texts do not stand in this document
    for at, (section, level) in enumerate(outline):
        yield from _heading(section, level)
        if section.heading.strip() and _stands_empty(strategy, outline[at:]):
            yield Finding(section.id, "body", NO_TEXT)
        yield from _texts(section, "body")
        if section.content not in shown:
            shown.add(section.content)
            yield from _of_things(_things(strategy, section))


def _facts(card: Card) -> Iterator[Finding]:
    if not card.title.strip():
        template = mark("The document has no title. Screen readers say it first.")
        yield Finding(card.id, "title", template)
    yield from of_language(card)


def of_language(card: Card) -> Iterator[Finding]:
    """That no document of the strategy says which language it is in."""
    if not card.language.strip():
        template = mark("The document's language is missing. Screen readers choose a voice by it.")
        yield Finding(card.id, "language", template)


def _heading(section: Section, level: int) -> Iterator[Finding]:
    if not section.heading.strip():
        yield Finding(section.id, "heading", mark("The section has no heading."))
    elif level > DEEPEST:
        template = mark("The heading is on level {n}. Readers can tell six levels apart.")
        yield Finding(section.id, "heading", template, (("n", level),))


def _stands_empty(strategy: Strategy, outline: Sequence[tuple[Section, int]]) -> bool:
    """Whether the first of these stands over nothing: no text, and no heading on a lower level."""
    top = outline[0][1]
    for number, (section, level) in enumerate(outline):
        if number and section.heading.strip():
            return level <= top
        if section.body.strip() or _things(strategy, section):
            return False
    return True


def _things(strategy: Strategy, section: Section) -> Sequence[Noun]:
    """What a section's content stands for; a newer program's word stands for nothing."""
    found = _CONTENTS.get(section.content)
    return found(strategy) if found else ()


def _of_things(things: Sequence[Noun]) -> Iterator[Finding]:
    for thing in things:
        fields, name = fields_of(type(thing)), thing.meta.title
        nameless = _NAMELESS.get(thing.meta.entity)
        if nameless and not str(value(thing, fields[name])).strip():
            yield Finding(thing.id, name, nameless)
        yield from _texts(thing, *(f.name for f in fields.values() if f.kind is Kind.PROSE))


def _texts(thing: Noun, *names: str) -> Iterator[Finding]:
    fields = fields_of(type(thing))
    for name in names:
        for template, places in faults(value(thing, fields[name])):
            yield Finding(thing.id, name, template, tuple(places.items()))


def _vision(strategy: Strategy) -> Sequence[Noun]:
    return (strategy.card,) if strategy.card.vision.strip() else ()


def _areas(strategy: Strategy) -> Sequence[Noun]:
    hallmarks = strategy.hallmarks_by_area
    return [one for area in strategy.areas for one in (area, *hallmarks.get(area.id, ()))]


def _consultations(strategy: Strategy) -> Sequence[Noun]:
    return (*strategy.all(Consultation), *strategy.all(Response))


_CONTENTS: dict[str, Callable[[Strategy], Sequence[Noun]]] = {
    "vision": _vision,
    "hallmarks": lambda strategy: strategy.hallmarks_by_area.get(None, ()),
    "areas": _areas,
    "definitions": lambda strategy: strategy.definitions,
    "activities": lambda strategy: strategy.activities,
    "alignment": lambda strategy: strategy.goals,
    "indicators": lambda strategy: strategy.indicators,
    "workgroup": lambda strategy: strategy.members,
    "decisions": lambda strategy: strategy.decisions,
    "consultation": _consultations,
}
