"""What the window has told since it was opened: kept, so that nothing is missed."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QWidget

from strategidesk.language import tr
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces

MOST = 200


@dataclass(frozen=True, slots=True)
class Event:
    """One message: when it came, of which kind, and what it said."""

    clock: str
    kind: str
    text: str


class Events(QObject):
    """The messages of a window, newest first. `told`: another one came."""

    told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Event] = []

    def note(self, kind: str, text: str) -> None:
        """Keep a message; one that says what the last one said is not kept again."""
        if not text or (self.all and self.all[0].text == text):
            return
        self.all.insert(0, Event(time.strftime("%H.%M"), kind, text))
        del self.all[MOST:]
        self.told.emit()


class EventsDialog(QDialog):
    """A list to read."""

    def __init__(self, events: Events, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Events"))
        self.resize(560, 380)
        self.list = QListWidget()
        self.list.setProperty("editor", "list")
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("Events"))
        self.list.addItems([f"{one.clock}  {one.text}" for one in events.all])
        if self.list.count():
            self.list.setCurrentRow(0)
        nothing = label(tr("Nothing has happened yet."), faces.ui(), "muted")
        layout = column(self)
        layout.addWidget(self.list if events.all else nothing, 1)
        layout.addWidget(closing(self))


def show_events(events: Events, parent: QWidget) -> None:
    """List what has been told since the file was opened."""
    dialog = EventsDialog(events, parent)
    dialog.exec()
    dialog.deleteLater()
