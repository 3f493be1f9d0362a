"""What a change did, in a few words."""

from collections.abc import Mapping
from dataclasses import dataclass

from strategidesk.history.revision import EXISTS
from strategidesk.history.timeline import Entry
from strategidesk.language import mark, tr
from strategidesk.model.fields import Field, Id, Kind, from_json
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.prose.differences import extent
from strategidesk.ui.pages.table import PLACES
from strategidesk.ui.words import NAMELESS, caption, field_label, noun_label, shown

LONGEST = 44  # characters of a value that stands in a line
_NEW = {
    listing.entity: listing.new
    for group in PLACES
    for place in group
    for register in place.registers
    for listing in (register.main, register.under)
    if listing
}
_PREFIX = {"undo": mark("Undone: {what}"), "restore": mark("Restored: {what}")}


@dataclass(frozen=True)
class Namer:
    """Names things of a strategy; `gone` has the titles of those in the wastebasket, by id."""

    strategy: Strategy
    gone: Mapping[Id, str]

    def name(self, entry: Entry) -> str:
        """What the thing is called; a section by its heading alone."""
        strategy = self.strategy
        noun = self.noun(entry)
        thing = strategy.by_id.get(entry.id)
        title = caption(strategy, thing) if thing else self.gone.get(entry.id) or tr(NAMELESS)
        if isinstance(thing, FollowUp):  # whose period alone says little
            title = f"{caption(strategy, thing, ('activity',))}, {title}"
        if noun.meta.outline or noun.meta.single:
            return title
        return f"{noun_label(strategy, noun)}, {title}"

    def noun(self, entry: Entry) -> type[Noun]:
        """What kind of thing it is."""
        return self.strategy.schema.by_entity[entry.entity]

    def field(self, entry: Entry) -> Field | None:
        """The field that was changed; None where the thing was made or removed."""
        return fields_of(self.noun(entry)).get(entry.field)

    def what(self, entry: Entry) -> str:
        """What was done to it."""
        done = self._done(entry)
        prefix = _PREFIX.get(entry.kind)
        return tr(prefix, what=done[:1].lower() + done[1:]) if prefix else done

    def _done(self, entry: Entry) -> str:
        field = self.field(entry)
        if entry.field == EXISTS or field is None:
            return self._existence(entry)
        if field.kind is Kind.PLACE:
            return tr("Moved")
        if field.kind is Kind.PROSE:
            return self._prose(entry, field)
        return self._value(entry, field)

    def _existence(self, entry: Entry) -> str:
        if not entry.value:
            return tr("Removed")
        if entry.values is None:
            return tr("Brought back")
        new = _NEW.get(entry.entity)
        return tr(new) if new else tr("Added")

    def _prose(self, entry: Entry, field: Field) -> str:
        before, after = str(entry.before or ""), str(entry.value or "")
        if not before.strip():
            what = tr("New text")
        elif not after.strip():
            what = tr("The text was removed")
        else:
            n = max(1, extent(before, after))
            what = tr("1 sentence changed") if n == 1 else tr("{n} sentences changed", n=n)
        return self._of_field(entry, field, what)

    def _value(self, entry: Entry, field: Field) -> str:
        before, after = (_short(self.shown(field, v)) for v in (entry.before, entry.value))
        if not after:
            what = tr("”{before}” was removed", before=before)
        elif not before:
            what = f"”{after}”"
        else:
            what = tr("”{before}” became ”{after}”", before=before, after=after)
        return self._of_field(entry, field, what)

    def _of_field(self, entry: Entry, field: Field, what: str) -> str:
        noun = self.noun(entry)
        if field.name == noun.meta.title or (noun.meta.outline and field.kind is Kind.PROSE):
            return what
        return f"{field_label(self.strategy, noun, field)}: {what}"

    def shown(self, field: Field, given: object) -> str:
        """A JSON value as words; of a text, the text itself."""
        return "" if given is None else shown(self.strategy, field, from_json(field, given))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def changes(count: int) -> str:
    """So many changes."""
    return tr("1 change") if count == 1 else tr("{count} changes", count=count)
