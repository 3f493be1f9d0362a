"""What waits for a person, in the words of the list."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategidesk.history.items import ANSWER, DANGLING, DUPLICATE, Item
from strategidesk.history.projection import DELETED_BUT_EDITED
from strategidesk.history.view import MERGED
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.follow_up import OpenAnswer, of_line
from strategidesk.model.noun import PLACE, Noun, fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.review.nouns import names
from strategidesk.ui.words import NAMELESS, caption, field_label, noun_label, noun_label_plural

LONGEST = 60  # letters of what was typed that stand in a line


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: its sign, the sign's tone, and two lines of words."""

    group: str
    sign: str
    tone: str
    title: str
    detail: str


@dataclass(frozen=True)
class Naming:
    """Names what items are about; `gone` has the titles of deleted things, by id."""

    strategy: Strategy
    gone: Mapping[Id, str]

    def noun(self, item: Item) -> type[Noun]:
        """What kind of thing an item is about."""
        return self.strategy.schema.by_entity[item.noun]

    def field(self, item: Item) -> Field | None:
        """The field that an item is about; None where it is about the thing itself."""
        return fields_of(self.noun(item)).get(item.field)

    def title(self, id: Id) -> str:
        """What a thing is called, deleted or not."""
        thing = self.strategy.by_id.get(id)
        return caption(self.strategy, thing) if thing else self.gone.get(id) or tr(NAMELESS)

    def named(self, item: Item) -> str:
        """The thing with its noun; a section by its heading, a thing in a list by its number."""
        noun, strategy = self.noun(item), self.strategy
        label = noun_label(strategy, noun)
        if noun.meta.single:
            return label
        if noun is Section:
            return self.title(item.entity)
        thing = strategy.by_id.get(item.entity)
        things = strategy.all(noun)
        return f"{label} {things.index(thing) + 1}" if thing in things else label

    def group(self, item: Item) -> str:
        """The heading that the item is listed under."""
        noun = OpenAnswer if item.kind == ANSWER else self.noun(item)
        if noun is Section:
            return self.title(item.entity)
        if noun.meta.single:
            return noun_label(self.strategy, noun)
        return noun_label_plural(self.strategy, noun)

    def line(self, item: Item) -> Line:
        """The item's line in the list."""
        authors = [option.author for option in item.options]
        group, who = self.group(item), names(authors)
        title = self.title(item.entity)
        if item.kind == ANSWER:
            return self._answered(group, item)
        if item.kind == MERGED:
            words = tr("Changes that could be put together")
            return Line(group, "merged", "info", words, self._about(item, tr("Read it through")))
        if item.kind == DELETED_BUT_EDITED:
            words = tr("Removed but changed: {title}", title=title)
            return Line(group, "wastebasket", "warn", words, who)
        if item.kind == DUPLICATE:
            return Line(group, "definitions", "warn", self.twice(item), who)
        if item.kind == DANGLING:
            gone = [option.author for option in item.options if option.id in item.others]
            by = tr("Removed by {name}", name=names(gone))
            return Line(group, "link", "warn", self.dangling(item), by)
        if item.others:
            return Line(group, "again", "warn", self.circle(item), who)
        if item.field == PLACE:
            words = tr("Two places for {title}", title=title)
            return Line(group, "export", "warn", words, who)
        return Line(group, "people", "warn", *self._contest(item, who))

    def answer(self, item: Item) -> OpenAnswer | None:
        """Of an item of the kind ANSWER, what was typed and where."""
        return self.strategy.get(OpenAnswer, item.others[0]) if item.kind == ANSWER else None

    def activity(self, item: Item) -> Id | None:
        """The activity that an answer is about, where it is known and there."""
        answer = self.answer(item)
        ids = (answer.activity if answer else None, item.entity)
        return next((id for id in ids if self.strategy.get(Activity, id)), None)

    def about(self, item: Item) -> str:
        """The activity that an answer is about, by its number and its name."""
        activity = self.strategy.get(Activity, self.activity(item))
        if activity is not None:
            number = self.strategy.activities.index(activity) + 1
            label = noun_label(self.strategy, Activity)
            return f"{label} {number}, {caption(self.strategy, activity)}"
        if item.noun == OpenAnswer.meta.entity:
            return tr("No known activity")
        return tr("A new activity")

    def _answered(self, group: str, item: Item) -> Line:
        answer, noun = self.answer(item), self.noun(item)
        activity = self.strategy.get(Activity, self.activity(item))
        title = caption(self.strategy, activity) if activity else self.about(item)
        field = self.field(item)
        if field is not None and noun is not OpenAnswer:
            title = f"{title}, {field_label(self.strategy, noun, field).lower()}"
        typed = " ".join(of_line(answer.typed).split()) if answer else ""
        short = typed if len(typed) <= LONGEST else f"{typed[:LONGEST].rstrip()}…"
        where = of_line(answer.cell) if answer else ""
        return Line(group, "follow_up", "warn", title, f"”{short}” – {where}")

    def _contest(self, item: Item, who: str) -> tuple[str, str]:
        field = self.field(item)
        if field is not None and field.kind is Kind.PROSE:
            return self.wordings(item), self._about(item, who)
        label = field_label(self.strategy, self.noun(item), field) if field else item.field
        return f"{self.named(item)}, {label.lower()}", who

    def _about(self, item: Item, detail: str) -> str:
        """Of other texts than those of sections it is said which they are."""
        field = self.field(item)
        noun = self.noun(item)
        if noun is Section or field is None:
            return detail
        thing = "" if noun.meta.single else f"{self.title(item.entity)}, "
        label = field_label(self.strategy, noun, field)
        return f"{thing}{label if noun.meta.single else label.lower()}: {detail}"

    def wordings(self, item: Item) -> str:
        """How many wordings of a sentence, or of how many places."""
        if len(item.regions) > 1:
            return tr("Several wordings in {n} places", n=len(item.regions))
        if len(item.options) == 2:
            return tr("Two wordings of the same sentence")
        return tr("{n} wordings of the same sentence", n=len(item.options))

    def twice(self, item: Item) -> str:
        """A term that is defined more than once."""
        term = " ".join(str(item.options[0].value).split())
        if len(item.others) == 2:
            return tr("”{term}” is defined twice", term=term)
        return tr("”{term}” is defined {n} times", term=term, n=len(item.others))

    def dangling(self, item: Item) -> str:
        """What points at, or stood under, something removed."""
        thing, target = self.title(item.entity), self.title(item.others[0])
        if item.field == PLACE:
            return tr(
                "”{thing}” stood under ”{target}”, which was removed", thing=thing, target=target
            )
        return tr("”{thing}” points at ”{target}”, which was removed", thing=thing, target=target)

    def circle(self, item: Item) -> str:
        """Things that were each put under the other."""
        found = [f"”{self.title(id)}”" for id in item.others]
        return tr("{things} were put under each other", things=names(found))


def in_order(strategy: Strategy, items: tuple[Item, ...]) -> list[Item]:
    """Items as their things stand in the strategy."""
    rank = {noun.meta.entity: at for at, noun in enumerate(strategy.schema.nouns)}
    concerned = {_listed_as(item)[0] for item in items}
    at = {
        thing.id: number
        for noun in strategy.schema.nouns
        if noun.meta.entity in concerned
        for number, thing in enumerate(strategy.all(noun))
    }
    named = {item.id: _listed_as(item) for item in items}
    return sorted(items, key=lambda item: (rank[named[item.id][0]], at.get(named[item.id][1], -1)))


def _listed_as(item: Item) -> tuple[str, Id]:
    """The noun and the thing that an item is listed with."""
    if item.kind == ANSWER:
        return OpenAnswer.meta.entity, item.others[0]
    return item.noun, item.entity
