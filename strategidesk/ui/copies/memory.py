"""Which copies were sent and came back, and when; kept on this computer alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk.merging import Merged
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy

LAST = "last_merge"  # {"names": authors, "at": microseconds UTC, "rows": [before, after]}
_FOLDER = "copies.folder"
_SENT, _RECEIVED = "copies.sent", "copies.received"  # moments in microseconds UTC by member's id


@dataclass(frozen=True)
class Exchange:
    """When a member was sent a copy last, and when one came back; microseconds UTC, 0: never."""

    sent: int = 0
    received: int = 0


class CopyMemory:
    """What is remembered of one file's copies, in `Work.memory`."""

    def __init__(self, memory: dict[str, Any]) -> None:
        self._memory = memory

    def exchange(self, member: Id) -> Exchange:
        """A member's last copies."""
        return Exchange(*(int(self._moments(name).get(member, 0)) for name in (_SENT, _RECEIVED)))

    def sent_to(self, members: Iterable[Id], at: int) -> None:
        """Copies were made for these members."""
        self._note(_SENT, members, at)

    def merged(self, merged: Merged, at: int) -> None:
        """Copies came back: from the members whose changes they brought."""
        names = list(merged.authors)
        rows = [merged.behind, merged.behind + merged.count]
        self._memory[LAST] = {"names": names, "at": at, "rows": rows}
        members = merged.after.members
        self._note(_RECEIVED, (one.id for one in members if one.name in merged.authors), at)

    def chosen(self, strategy: Strategy, author: str) -> frozenset[Id]:
        """Who is to have a copy where nobody has said otherwise: who had one last time; at first
        everybody but the author."""
        others = others_of(strategy, author)
        times = {one: self.exchange(one).sent for one in others}
        last = max(times.values(), default=0)
        return frozenset(one for one, at in times.items() if at == last)

    @property
    def folder(self) -> Path | None:
        """Where copies were made last; None where none were."""
        found = self._memory.get(_FOLDER)
        return Path(found) if isinstance(found, str) else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._memory[_FOLDER] = str(folder)

    def _moments(self, name: str) -> dict[str, int]:
        found = self._memory.get(name)
        return found if isinstance(found, dict) else {}

    def _note(self, name: str, members: Iterable[Id], at: int) -> None:
        self._memory[name] = {**self._moments(name), **dict.fromkeys(members, at)}


def others_of(strategy: Strategy, author: str) -> list[Id]:
    """The members who have a name and are not the author."""
    return [one.id for one in strategy.members if one.name.strip() and one.name != author]


def last_rows(memory: dict[str, Any]) -> tuple[int, int] | None:
    """How many changes the file held before copies were merged last, and how many afterwards; None
    where none were."""
    found = memory.get(LAST)
    if not isinstance(found, dict) or "rows" not in found:
        return None
    before, after = found["rows"]
    return int(before), int(after)
