"""What waits for a person in an open strategy, found on a worker thread and never twice at once."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.wastebasket import Gone, gone
from strategidesk.history.changes import ChangeSet
from strategidesk.history.items import Item
from strategidesk.model.fields import Id, Kind
from strategidesk.model.follow_up import OpenAnswer
from strategidesk.model.noun import fields_of
from strategidesk.store.troubles import Unreachable
from strategidesk.ui.jobs import JobRunner

LAG = 60  # milliseconds in which further changes are looked at together
_FAR = (Kind.REFERENCE, Kind.REFERENCES, Kind.PLACE)  # whose values concern other things


class Unsettled(QObject):
    """`changed`: `items` are others, as of the newest change; `contests_changed`: `contested` is,
    which follows at once; `looked`: a look has come to its end, with or without news."""

    changed = Signal()
    looked = Signal()
    contests_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.items: tuple[Item, ...] = ()
        self.gone: tuple[Gone, ...] = ()  # the things in the wastebasket, which items may name
        self.contested: dict[tuple[Id, str], str] = desk.contested()  # fields, each with its kind
        self._runner: JobRunner | None = None
        self._closed = False
        self._later = QTimer(self, singleShot=True, interval=LAG)
        self._later.timeout.connect(self._start)

    @property
    def up_to_date(self) -> bool:
        """Whether `items` are all that waits now."""
        return self._runner is None and not self._later.isActive()

    def follow(self, changes: ChangeSet) -> None:
        """Look again, where a change may have made the list another."""
        before = self.contested
        with suppress(Unreachable):  # the file went away after the change: it is asked again
            self.contested = self._desk.contested()
        if before != self.contested:
            self.contests_changed.emit()
        if before != self.contested or self._concerns(changes):
            self.look()

    def look(self) -> None:
        """Read the list anew, soon."""
        if not self._closed:
            self._later.start()

    def _concerns(self, changes: ChangeSet) -> bool:
        if changes.review or changes.created or changes.deleted:
            return True
        if OpenAnswer.meta.entity in changes.nouns:  # one may have been handled, or no longer
            return True
        listed = {item.entity for item in self.items}
        return any(
            id in listed or any(self._reaches_far(id, name) for name in names)
            for id, names in changes.changed.items()
        )

    def _reaches_far(self, id: Id, name: str) -> bool:
        thing = self._desk.strategy.by_id.get(id)
        field = fields_of(type(thing)).get(name) if thing is not None else None
        if field is None or (id, name) in self.contested:
            return True
        return field.alone or field.kind in _FAR

    def _start(self) -> None:
        if self._runner is not None:  # its list would be an old one: it is followed by another
            self._later.start()
            return
        self._runner = JobRunner(_reading(self._desk), self)
        self._runner.finished.connect(self._found)
        self._runner.failed.connect(self._end)
        self._runner.broken.connect(self._end)
        self._runner.start()

    def _found(self, found: tuple[list[Item], list[Gone]]) -> None:
        if not self._closed and not self._later.isActive():
            self.items, self.gone = tuple(found[0]), tuple(found[1])
            self.changed.emit()
        self._end()

    def _end(self) -> None:
        if self._runner is not None:
            self._runner.deleteLater()
            self._runner = None
            self.looked.emit()

    def stop(self) -> None:
        """Look no more, and let go of the file."""
        self._closed = True
        self._later.stop()
        if self._runner is not None:
            self._runner.wait()


def _reading(desk: Desk) -> Job[tuple[list[Item], list[Gone]]]:
    yield Progress(0, 1)
    return desk.review(), gone(desk.file)
