"""Looks at the files opened last, on a thread of its own: a folder that does not answer stops
nothing, not even the end of the program."""

import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from strategidesk.language import tr
from strategidesk.ui.start.seen import Chip, Seen

if TYPE_CHECKING:
    from strategidesk.desk.looking import Glance

_TONES = {"consultation": "note", "proposal": "info", "adopted": "ok"}


class Looking(QObject):
    """`seen` carries a file's path and what was seen of it (a Seen)."""

    seen = Signal(str, object)

    def __init__(self, recent: list[dict[str, str]]) -> None:
        super().__init__()
        self._recent = [(one["path"], one.get("opened", "")) for one in recent]

    def start(self) -> None:
        """Begin; returns at once."""
        threading.Thread(target=self._look, name="looking", daemon=True).start()

    def _look(self) -> None:
        from strategidesk.desk.looking import glance

        with suppress(RuntimeError):  # the program ends: nobody is there to be told
            for path, opened in self._recent:
                self.seen.emit(path, seen_of(glance(Path(path)), opened))


def seen_of(found: "Glance", opened: str) -> Seen:
    """What a line says of a file; `opened` is when it was open here, in microseconds UTC."""
    from strategidesk.ui.overview.moments import moment

    when = moment(int(opened), time.time_ns() // 1000) if opened.isdigit() else ""
    if not found.there:
        return Seen(False, (Chip(tr("Not found"), "danger", "danger"),), when)
    chips = []
    if found.person:
        words = tr("Open at {person} since {since}", person=found.person, since=found.since)
        chips.append(Chip(words, "neutral", "lock"))
    if found.to_review == 1:
        chips.append(Chip(tr("1 change to review"), "warn", "review"))
    elif found.to_review:
        words = tr("{n} changes to review", n=found.to_review)
        chips.append(Chip(words, "warn", "review"))
    if found.status:
        chips.append(_state(found.status))
    return Seen(True, tuple(chips), when)


def _state(status: str) -> Chip:
    from strategidesk.model.choices import STRATEGY_STATUS

    return Chip(tr(STRATEGY_STATUS.get(status, status)), _TONES.get(status, "neutral"))
