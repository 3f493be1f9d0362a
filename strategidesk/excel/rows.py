"""The plan as rows: which activities stand in it, their numbers and their units' names."""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from strategidesk.excel.words import choice, choice_words, word
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.people import Unit
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.prose.plain import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity of the plan. Proposals have no number yet."""

    number: int | None
    activity: Activity


class Plan:
    """What the workbook of a strategy's plan shows.

    Examples and declined activities are left out. Accepted activities are numbered in document
    order; proposals stand among them unnumbered, so that a number means the same in every paper.
    """

    def __init__(self, strategy: Strategy, only: Container[Id] | None = None) -> None:
        """`only`: the activities that are asked for; None: all."""
        self.strategy = strategy
        self.entries = tuple(
            entry for entry in _numbered(strategy) if only is None or entry.activity.id in only
        )
        self._whole = only is None

    @cached_property
    def has_proposals(self) -> bool:
        return any(entry.number is None for entry in self.entries)

    @cached_property
    def unit_labels(self) -> dict[Id, str]:
        """Each unit's name; those that several units share get what is above or a number."""
        units = self.strategy.units
        names = {unit.id: unit.name.strip() or word("unit_without_name") for unit in units}
        shared = Counter(name.casefold() for name in names.values())
        taken = {word("no_unit").casefold()}
        labels = {}
        for unit in units:
            label = names[unit.id]
            parent = parent_of(unit.place)
            if shared[label.casefold()] > 1 and parent:
                label = f"{names[parent]} – {label}"
            labels[unit.id] = label = _free(label, taken)
            taken.add(label.casefold())
        return labels

    @cached_property
    def units_with_sheet(self) -> tuple[Unit, ...]:
        """The units in order, without those that only gather other units; of a part of the plan,
        those that are in it."""
        gathering = {parent_of(unit.place) for unit in self.strategy.units}
        busy = {entry.activity.unit for entry in self.entries}
        return tuple(
            unit
            for unit in self.strategy.units
            if unit.id in busy or (self._whole and unit.id not in gathering)
        )

    def entries_of(self, unit: Id | None) -> tuple[Entry, ...]:
        """The entries of one unit; of None those without a unit."""
        return self._by_unit.get(unit, ())

    @cached_property
    def _by_unit(self) -> dict[Id | None, tuple[Entry, ...]]:
        groups: dict[Id | None, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(entry.activity.unit, []).append(entry)
        return {unit: tuple(entries) for unit, entries in groups.items()}

    def unit_label(self, entry: Entry) -> str:
        unit = entry.activity.unit
        return self.unit_labels.get(unit, "") if unit else ""

    def area_title(self, entry: Entry) -> str:
        area = self.strategy.get(Area, entry.activity.area)
        return area.title if area else ""

    def hallmark_texts(self, entry: Entry) -> str:
        """The hallmarks that the activity serves, in document order, one per line."""
        chosen = entry.activity.hallmarks
        if len(chosen) > 1:
            chosen = tuple(sorted(chosen, key=lambda id: self._hallmark_order.get(id, 0)))
        return "\n".join(filter(None, map(self._hallmark_text, chosen)))

    @cached_property
    def _hallmark_order(self) -> dict[Id, int]:
        return {hallmark.id: place for place, hallmark in enumerate(self.strategy.hallmarks)}

    @cached_property
    def _known_hallmarks(self) -> dict[Id, str]:
        return {h.id: h.title or plain(h.text) for h in self.strategy.all(Hallmark)}

    def _hallmark_text(self, id: Id) -> str:
        return self._known_hallmarks.get(id, "")

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """The words of all statuses, those of a newer program at the end."""
        known = dict.fromkeys(choice_words("status"))
        known.update(dict.fromkeys(filter(None, map(status_word, self.entries))))
        return tuple(known)


def status_word(entry: Entry) -> str:
    return choice("status", entry.activity.status)


def _numbered(strategy: Strategy) -> Iterator[Entry]:
    number = 0
    for activity in strategy.activities:
        if activity.example or activity.stage == "declined":
            continue
        proposed = activity.stage == "proposed"
        number += not proposed
        yield Entry(None if proposed else number, activity)


def _free(label: str, taken: set[str]) -> str:
    candidate, number = label, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{label} ({number})"
    return candidate
