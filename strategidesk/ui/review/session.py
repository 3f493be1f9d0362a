"""What has been settled since the file was opened, and what is left."""

from dataclasses import dataclass

from strategidesk.history.items import DANGLING, DUPLICATE, Item
from strategidesk.model.fields import Id
from strategidesk.ui.review.words import Line

Spot = tuple[bool, Id, str, tuple[Id, ...]]  # what an item is about, whatever it is called now


@dataclass(frozen=True, slots=True)
class Done:
    """A settled item: what it was called, and what was decided."""

    key: str
    line: Line
    thing: Id


class Session:
    """Knows the items in order. An item that undo brings back counts as left again, under a name
    of its own: it is known by what it is about."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._done: dict[Spot, Done] = {}

    def take(self, items: list[Item]) -> Item | None:
        """Take the items that are left now; gives one that had been settled and is back."""
        known = {spot_of(item) for item in self.items}
        back = [one for one in items if (at := spot_of(one)) in self._done and at not in known]
        self.items = items
        return back[0] if back else None

    def settle(self, item: Item, line: Line) -> None:
        """An item has been settled."""
        self._done[spot_of(item)] = Done(f"done {item.id}", line, item.entity)
        self.items = [one for one in self.items if one.id != item.id]

    @property
    def done(self) -> list[Done]:
        """What is settled and has not come back, the last first."""
        left = {spot_of(item) for item in self.items}
        return [one for spot, one in reversed(self._done.items()) if spot not in left]

    def item(self, id: str) -> Item | None:
        """The item of an id."""
        return next((item for item in self.items if item.id == id), None)


def spot_of(item: Item) -> Spot:
    """What an item is about."""
    shared = item.kind in (DANGLING, DUPLICATE)
    return shared, item.entity, item.field, item.others
