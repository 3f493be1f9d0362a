"""Values as people write them in a cell, read as the JSON values of fields."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from strategidesk.language import tr
from strategidesk.model.fields import Field, Id, Json, Kind, Mistake, from_json, to_json
from strategidesk.model.noun import title
from strategidesk.model.strategy import Strategy

Shown = Callable[[Strategy, Field, Any], str]  # a field's value as a cell says it
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?:[ /-](\d{4}))?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_PART = re.compile(r"[^,;\n]+|[,;\n]")
_YES = {"true", "1", "x"}
_NO = {"false", "0", "-"}


def date_of(text: str, year: int) -> str:
    """The date that a text stands for, `30/6` in that year; any other text as it is."""
    plain = text.strip()
    if found := _DAY_MONTH.fullmatch(plain):
        return f"{int(found[3] or year):04}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _DIGITS.fullmatch(plain):
        return "-".join(found.groups())
    return plain


def number_of(text: str) -> Any:
    """The JSON number that a person wrote, None for nothing; the text itself where it is none."""
    plain = "".join(text.split()).replace("\u2212", "-")
    if not plain:
        return None
    if plain.count(",") + plain.count(".") > 1:
        return text
    plain = plain.replace(",", ".")
    digits = plain.removeprefix("-").replace(".", "", 1)
    if not (digits.isascii() and digits.isdigit()):
        return text
    return to_json(Decimal(plain)) if "." in plain else int(plain)


def squeezed(text: str) -> str:
    """A text without what people write differently: capitals and spaces."""
    return "".join(text.split()).casefold()


def empty_of(field: Field) -> Json:
    """What a field holds when its cell is emptied."""
    return None if field.kind is Kind.REFERENCE else to_json(field.default)


class Reader:
    """Reads cells against one strategy: things by their names, choices by their words."""

    def __init__(self, strategy: Strategy, shown: Shown, year: int) -> None:
        """`year`: of dates that are written without one."""
        self._strategy = strategy
        self._shown = shown
        self._year = year
        self._names: dict[str, dict[str, set[Id]]] = {}
        self._words: dict[str, dict[str, str]] = {}

    def read(self, field: Field, text: str, now: Any = None) -> Json:
        """The JSON value of a cell's text; `now` is what the field holds. Raises Mistake."""
        if not text.strip():
            return empty_of(field)
        match field.kind:
            case Kind.LINE:
                read: Any = " ".join(text.split("\n")) if "\n" in text else text
            case Kind.DATE:
                year = int(now[:4]) if now and now[:4].isdigit() else self._year
                read = date_of(text, year)
            case Kind.NUMBER | Kind.WHOLE:
                read = number_of(text)
            case Kind.CHOICE:
                read = self._choice(field, text)
            case Kind.FLAG:
                read = _flag(text)
            case Kind.REFERENCE:
                read = self._named(field, text)
            case Kind.REFERENCES:
                read = list(self._all_named(field, text))
            case _:
                read = text
        return to_json(from_json(field, read))

    def _choice(self, field: Field, text: str) -> str:
        words = self._words.get(field.name)
        if words is None:
            choices = field.choices or {}
            words = self._words[field.name] = {squeezed(word): word for word in choices}
            words |= {squeezed(tr(label)): word for word, label in choices.items()}
        found = words.get(squeezed(text))
        if found is None:
            raise Mistake("the list has no such word")
        return found

    def _named(self, field: Field, text: str) -> Id:
        found = self._known(field).get(squeezed(text), set())
        if len(found) > 1:
            raise Mistake("several have that name")
        if not found:
            raise Mistake("there is nothing with that name")
        return next(iter(found))

    def _known(self, field: Field) -> dict[str, set[Id]]:
        known = self._names.get(field.name)
        if known is None:
            known = self._names[field.name] = {}
            for noun in self._strategy.schema.nouns:
                if field.to in ("*", noun.meta.entity):
                    for thing in self._strategy.all(noun):
                        for name in (title(thing), self._caption(field, thing.id)):
                            known.setdefault(squeezed(name), set()).add(thing.id)
            known.pop("", None)
        return known

    def _caption(self, field: Field, id: Id) -> str:
        several = field.kind is Kind.REFERENCES
        return self._shown(self._strategy, field, (id,) if several else id)

    def _all_named(self, field: Field, text: str) -> Iterator[Id]:
        """Names between commas, semicolons or breaks; a name may itself hold them."""
        known, parts = self._known(field), _PART.findall(text)
        at = 0
        while at < len(parts):
            if not parts[at].strip(",; \n\t"):
                at += 1
                continue
            ends = range(len(parts), at, -1)
            end = next((e for e in ends if squeezed("".join(parts[at:e])) in known), at + 1)
            yield self._named(field, "".join(parts[at:end]))
            at = end


def _flag(text: str) -> bool:
    word = squeezed(text)
    if word in _YES or word == squeezed(tr("Yes")):
        return True
    if word in _NO or word == squeezed(tr("No")):
        return False
    raise Mistake("yes or no is expected")
