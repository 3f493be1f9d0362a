"""Texts that the file does not take: held where they can be until it does."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from strategidesk.desk.drafts import Draft
from strategidesk.desk.files import answering
from strategidesk.errors import UserError
from strategidesk.model.fields import Id
from strategidesk.ui.jobs import JobRunner

RETRY = 5000  # milliseconds from one try to the next


class Place(Enum):
    """Where such a text lies, the safest place first."""

    FILE = 1  # as a draft
    COMPUTER = 2
    WINDOW = 3  # nowhere else


@dataclass(frozen=True)
class Held:
    """A text, why it is not part of the strategy, and where it lies."""

    draft: Draft
    trouble: UserError
    place: Place


class Holding(QObject):
    """The texts held by one window, by thing and field. `answers`: there are some, and the file
    seems to take them again; `tried`: it has been seen whether it does."""

    answers = Signal()
    tried = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._texts: dict[tuple[Id, str], Held] = {}
        self._look: JobRunner | None = None
        self._timer = QTimer(self, singleShot=True, interval=RETRY)
        self._timer.timeout.connect(self.try_now)

    @property
    def texts(self) -> tuple[Held, ...]:
        """All of them, the one held last at the end."""
        return tuple(self._texts.values())

    @property
    def worst(self) -> Held | None:
        """The one that is least safe; None where all is in the file."""
        return max(self._texts.values(), key=lambda held: held.place.value, default=None)

    def hold(self, held: Held) -> None:
        """Hold a text, in the place of an older one of the same field."""
        key = held.draft.id, held.draft.field
        self._texts.pop(key, None)
        self._texts[key] = held
        self._go_on()

    def release(self, id: Id, field: str) -> bool:
        """It has become part of the strategy, or was let go of; False where it was not held."""
        held = self._texts.pop((id, field), None)
        if not self._texts:
            self._timer.stop()
        return held is not None

    def try_now(self) -> None:
        """See, on a worker thread, whether the file answers: a folder that is gone may take long
        to say so."""
        if self._look is None:
            self._look = JobRunner(answering(self._path))
            self._look.finished.connect(self._answered)
            self._look.failed.connect(self._silent)
            self._look.broken.connect(self._silent)
            self._look.start()

    def _answered(self) -> None:
        if self._texts:
            self.answers.emit()
        self._silent()

    def _silent(self) -> None:
        self._look = None
        self._go_on()
        self.tried.emit()

    def _go_on(self) -> None:
        if self._texts and self._look is None:
            self._timer.start()
