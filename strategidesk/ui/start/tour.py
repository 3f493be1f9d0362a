"""The tour: four cards that lie over the window, each on the page that it tells of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from strategidesk.language import mark, tr
from strategidesk.ui.parts import button, heading, label
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

WIDTH, EDGE = 400, 24


@dataclass(frozen=True)
class Card:
    """One card; `page` is the key of the page that is shown behind it."""

    page: str
    title: str  # English source strings
    words: str


CARDS = (
    Card(
        "text",
        mark("Write"),
        mark(
            "The text is written here, section by section. All is saved while you write, and every "
            "change can be brought back on the page History."
        ),
    ),
    Card(
        "history",
        mark("Be several"),
        mark(
            "One at a time writes in a file. The others read it, or work in copies of their own: "
            "File > Save a copy. Every change carries the name of who made it and the time, in the "
            "copies too."
        ),
    ),
    Card(
        "text",
        mark("To Word"),
        mark(
            "Export to Word makes a finished document of the strategy, with headings, tables and a "
            "table of contents. What stands in the text, the areas and the plan comes with it."
        ),
    ),
    Card(
        "plan",
        mark("Follow up"),
        mark(
            "In the plan every activity has a unit, a time and a state. Change them in the table "
            "as the work goes on; the overview counts how far you have come."
        ),
    ),
)


def show_round(window: "Window") -> "Tour":
    """Begin the tour in a window; one that goes on there begins anew."""
    for old in window.findChildren(Tour):
        old.hide()
        old.deleteLater()
    return Tour(window)


class Tour(QFrame):
    """Lies at the lower right. Esc ends it, and it does not begin by itself again."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._number = 0
        self.setProperty("part", "tour")
        self.setFixedWidth(faces.grown(WIDTH))
        self._step = label("", faces.small(), "muted")
        self.title = heading("")
        self.words = label("", faces.ui(), wrap=True)
        self._end = button(tr("End the tour"), "link", self.end)
        self._back = button(tr("Back"), "plain", lambda: self.turn(-1))
        self.next = button("", "primary", lambda: self.turn(1))
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (self._step, self.title, self.words):
            layout.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._end)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self.next)
        layout.addSpacing(4)
        layout.addLayout(row)
        window.installEventFilter(self)
        self._show()

    def turn(self, by: int) -> None:
        """Go to the next card or to the one before; after the last the tour is over."""
        self._number = max(0, self._number + by)
        if self._number >= len(CARDS):
            self.end()
        else:
            self._show()

    def _show(self) -> None:
        card = CARDS[self._number]
        self._window.turn_to(card.page)
        self._step.setText(tr("{n} of {total}", n=self._number + 1, total=len(CARDS)))
        self.title.setText(tr(card.title))
        self.words.setText(tr(card.words))
        self._back.setVisible(self._number > 0)
        self.next.setText(tr("Next") if self._number + 1 < len(CARDS) else tr("Done"))
        self.setAccessibleName(f"{tr(card.title)}. {tr(card.words)}")
        self.next.setAccessibleDescription(self.accessibleName())
        self._place()
        self.show()
        self.raise_()
        self.next.setFocus()

    def _place(self) -> None:
        self.setFixedHeight(self._layout.totalHeightForWidth(faces.grown(WIDTH)))
        low = self._window.height() - self._window.status.height() - EDGE
        self.move(max(0, self._window.width() - WIDTH - EDGE), max(0, low - self.height()))

    def end(self) -> None:
        """The tour is over for good."""
        settings = self._window.shell.settings
        settings.toured = True
        settings.save()
        self.hide()
        self._window.page.leave_for()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)
