"""Long work as the status bar shows it: one place, whichever work was begun last in front."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer, Signal

LAG = 300  # milliseconds before work shows at all
PATIENCE = 2000  # milliseconds before it can be cancelled


class Task(QObject):
    """One piece of work. `changed`: it shows other things now."""

    changed = Signal()

    def __init__(self, parent: QObject, cancel: Callable[[], object] | None, at_once: bool) -> None:
        super().__init__(parent)
        self.cancel = cancel
        self.text, self.done, self.total = "", 0, 0
        self.lag = QTimer(self, singleShot=True, interval=0 if at_once else LAG)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        for timer in (self.lag, self.patience):
            timer.timeout.connect(self.changed)
            timer.start()

    @property
    def shown(self) -> bool:
        """Whether it has gone on for long enough to show."""
        return not self.lag.isActive()

    @property
    def stoppable(self) -> bool:
        """Whether it has gone on for long enough to be cancelled."""
        return self.cancel is not None and self.shown and not self.patience.isActive()


class Tasks(QObject):
    """All that goes on, by a key of who does it. `changed`: another one is in front, or the one in
    front shows other things."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: dict[Hashable, Task] = {}

    @property
    def front(self) -> Task | None:
        """What is shown: of all that has gone on for long enough, what was begun last."""
        return next((task for task in reversed(self._all.values()) if task.shown), None)

    def tell(
        self,
        key: Hashable,
        text: str,
        done: int,
        total: int,
        cancel: Callable[[], object] | None = None,
        at_once: bool = False,
    ) -> None:
        """How far a piece of work has come; the first time, it begins. `at_once`: it shows without
        delay."""
        task = self._all.get(key)
        if task is None:
            task = self._all[key] = Task(self, cancel, at_once)
            task.changed.connect(self.changed)
        task.text, task.done, task.total = text, done, total
        self.changed.emit()

    def end(self, key: Hashable) -> None:
        """It goes on no more; nothing where it did not."""
        task = self._all.pop(key, None)
        if task is not None:
            task.deleteLater()
            self.changed.emit()
