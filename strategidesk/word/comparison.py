"""What two versions differ in, as a Word document.

What was added is underlined, what was removed struck through, and both stand in brackets with
their word, so that neither colour nor sight is needed.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strategidesk.model import labels
from strategidesk.model.comparison import (
    ADDED,
    DELETED,
    Changed,
    Comparison,
    Difference,
    Group,
    Spot,
    spots,
)
from strategidesk.model.dialogue import Comment
from strategidesk.model.document import Area, Card, Hallmark, Section
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt, Round
from strategidesk.model.kept_files import name_in
from strategidesk.model.noun import Noun, fields_of, title, value
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.prose.differences import Kind as Mark
from strategidesk.prose.differences import Piece, differences
from strategidesk.prose.plain import plain
from strategidesk.prose.tokens import BOLD, ITALIC, LINE_BREAK, NEW_LINE
from strategidesk.word import fragments
from strategidesk.word.document import sheet
from strategidesk.word.finishing import finish
from strategidesk.word.flow import Flow
from strategidesk.word.markup import Piece as Markup
from strategidesk.word.markup import run
from strategidesk.word.package import Package
from strategidesk.word.progress import Progress
from strategidesk.word.strategy import margin_texts
from strategidesk.word.template_file import Template

LONGEST = 90  # characters of a text that stands in for a name

# what belongs to the work, not to the document
_NOUNS = (FollowUp, Receipt, OpenAnswer, Round, Paper, Comment)
_FIELDS: dict[type[Noun], tuple[str, ...]] = {Section: ("guidance", "status", "owner")}

_LOOKS = {Mark.ADDED: '<w:u w:val="single"/>', Mark.REMOVED: "<w:strike/>"}
_WORDS = {Mark.ADDED: ADDED, Mark.REMOVED: DELETED}


def write(
    comparison: Comparison,
    names: tuple[str, str],
    out: Path,
    *,
    template: Template = None,
    today: str | None = None,
) -> Iterator[Progress]:
    """Writes what changed to `out`, telling how far it has come; the file is there at the end.

    `names` are what the two sides are called, the older first; `template` and `today` as for the
    strategy. Left out is what belongs to the work and not to the document: comments, papers,
    follow-up rounds and answers, and the state of sections. Raises UserError for a template that
    is no Word document.
    """
    card = comparison.new.card
    text = wording().text
    heading = text("comparison.title", title=fragments.title(card))
    package = Package(template)
    flow = Flow(package, sheet(package), None, {}, card.language)
    flow.line(heading, "Title")
    flow.line(text("comparison.sides", old=names[0], new=names[1]), "Subtitle")
    shown = [each for group in comparison.groups for each in _shown(group)]
    flow.line(text("comparison.legend" if shown else "comparison.none"))
    writer = _Writer(flow, comparison)
    noun: type[Noun] | None = None
    for done, one in enumerate(shown):
        yield Progress(done, len(shown) + 1, heading)
        if type(one.thing) is not noun:
            noun = type(one.thing)
            flow.heading(1, writer.group(noun))
        writer.difference(one)
    flow.finish()
    day = today or datetime.date.today().isoformat()
    finish(package, flow, card, out, title=heading, today=day, values=margin_texts(card))
    yield Progress(len(shown) + 1, len(shown) + 1)


def _shown(group: Group) -> Iterator[Difference]:
    """The differences of the document itself."""
    if group.noun in _NOUNS:
        return
    hidden = _FIELDS.get(group.noun, ())
    for one in group.differences:
        fields = tuple(each for each in one.fields if each.field.name not in hidden)
        if fields or one.moved or one.old is None or one.new is None:
            yield Difference(one.old, one.new, one.moved, fields)


class _Writer:
    """Writes differences one below the other."""

    def __init__(self, flow: Flow, comparison: Comparison) -> None:
        self._flow = flow
        self._old, self._new = comparison.old, comparison.new
        self._known: dict[tuple[bool, type[Noun]], dict[Id, Spot]] = {}

    def group(self, noun: type[Noun]) -> str:
        """What the things of a noun are called together."""
        if noun is Card:
            return wording().text("comparison.card")
        own = {Area: labels.areas, Hallmark: labels.hallmarks}.get(noun)
        translations = wording().translations
        plural = noun.meta.label_plural
        return (own(self._new.card) if own else "") or translations.get(plural, plural)

    def difference(self, one: Difference) -> None:
        """A thing under its heading, which says what became of it, and its changed fields."""
        text = wording().text
        if not isinstance(one.thing, Card):
            strategy = self._new if one.new else self._old
            what = ", ".join(text(f"comparison.{word}") for word in one.what)
            name = _name(strategy, one.thing) or text("comparison.nameless")
            self._flow.heading(2, text("comparison.heading", title=name, what=what))
        self._whereabouts(one)
        naming = one.thing.meta.title if len(one.fields) > 1 else ""
        for changed in one.fields:
            if one.what in ((ADDED,), (DELETED,)) and changed.field.name == naming:
                continue  # the heading says it
            self._field(changed)

    def _whereabouts(self, one: Difference) -> None:
        """Where a thing that has moved stood, and where it stands."""
        if one.moved:
            for key, strategy in (("before", self._old), ("after", self._new)):
                place = _place(strategy, self._spots(strategy, type(one.thing))[one.thing.id])
                self._flow.line(wording().text(f"comparison.{key}", place=place))

    def _spots(self, strategy: Strategy, noun: type[Noun]) -> dict[Id, Spot]:
        """Worked out once per side and noun."""
        key = (strategy is self._old, noun)
        if key not in self._known:
            self._known[key] = spots(strategy, noun)
        return self._known[key]

    def _field(self, changed: Changed) -> None:
        """One paragraph under its label, or several where the text has them."""
        field = changed.field
        label = wording().text("comparison.field", label=wording().label(field))
        old, new = _words(self._old, field, changed.old), _words(self._new, field, changed.new)
        line: list[Markup] = [run(label, "<w:b/>")]
        size = len(label)
        last = Mark.KEPT
        for piece in differences(old, new, prose=field.kind is Kind.PROSE):
            if Mark.KEPT not in (last, piece.kind) and last is not piece.kind:
                line.append(run(" "))
            last = piece.kind
            for number, part in enumerate(piece.text.split(NEW_LINE)):
                if number:
                    if not part.strip() and piece.kind is not Mark.KEPT and piece.text == NEW_LINE:
                        line.append(_marked(piece, wording().text("comparison.new_line")))
                    self._flow.runs("".join(line), size)
                    line, size = [], 0
                line.append(_marked(piece, part.replace(LINE_BREAK, " ")))
                size += len(part)
        self._flow.runs("".join(line), size)


def _marked(piece: Piece, text: str) -> Markup:
    """A stretch of text; what changed stands in brackets with its word."""
    look = "<w:b/>" * bool(piece.look & BOLD) + "<w:i/>" * bool(piece.look & ITALIC)
    if piece.kind is Mark.KEPT or not text.strip():
        return run(text, look)
    words = wording()
    opening = words.text("comparison.mark", word=words.text(f"comparison.{_WORDS[piece.kind]}"))
    return run(opening) + run(text, look + _LOOKS[piece.kind]) + run(words.text("comparison.end"))


def _words(strategy: Strategy, field: Field, given: Any) -> str:
    """A value as a document says it; nothing where the thing is not there."""
    if given is None:
        return ""
    match field.kind:
        case Kind.CHOICE:
            return wording().choice(field, given)
        case Kind.NUMBER | Kind.WHOLE:
            return fragments.number(given)
        case Kind.FLAG:
            return wording().text("comparison.yes" if given else "comparison.no")
        case Kind.REFERENCE:
            return _target(strategy, given)
        case Kind.FILE:
            return name_in(given)
        case Kind.REFERENCES:
            return fragments.together((_target(strategy, id) for id in given), "; ")
        case _:
            return str(given)


def _place(strategy: Strategy, found: Spot) -> str:
    text = wording().text
    behind = text("comparison.first")
    if found.before:
        behind = text("comparison.behind", name=_name(strategy, found.before))
    if found.parent is None:
        return behind
    return text("comparison.under", name=_name(strategy, found.parent), place=behind)


def _target(strategy: Strategy, id: Id | None) -> str:
    thing = strategy.by_id.get(id) if id else None
    return _name(strategy, thing) if thing else ""


def _name(strategy: Strategy, thing: Noun) -> str:
    """What a thing is called: its naming field, else the beginning of its text."""
    field = fields_of(type(thing))[thing.meta.title]
    if field.kind in (Kind.REFERENCE, Kind.CHOICE):
        own = _words(strategy, field, value(thing, field))
    else:
        own = title(thing)
    line = " ".join(plain(own).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
