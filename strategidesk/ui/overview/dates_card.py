"""The card of the dates ahead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.overview.card import OverviewCard, TwoLines
from strategidesk.ui.overview.coming import Coming, coming
from strategidesk.ui.overview.moments import box_of
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces

MOST = 5


class DateBox(QFrame):
    """A date as on a calendar's leaf."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setMinimumWidth(faces.grown(96))
        self.big = label("", faces.section_title())
        self.small = label("", faces.small())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 3)
        layout.setSpacing(0)
        for part in (self.big, self.small):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)


class DateRow(QWidget):
    """One date. `wanted`: the page and the thing that it belongs to."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._to = ("", "")
        self.box = DateBox()
        self.lines = TwoLines(bold=True)
        self.link = button(tr("Show"), "link", lambda: self.wanted.emit(*self._to))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self.box)
        row.addWidget(self.lines, 1)
        row.addWidget(self.link)

    def show_coming(self, one: Coming, today: str) -> None:
        """Show another date."""
        self._to = (one.page, one.id)
        big, small = box_of(one.on, today)
        self.box.big.setText(big)
        self.box.small.setText(small)
        self.lines.say(one.what, one.detail)
        self.link.setAccessibleName(f"{tr('Show')}: {one.what}, {one.on}")


class DatesCard(OverviewCard):
    """`wanted`: the page and the thing that a date belongs to; `calendar`: all dates are to go to
    a calendar."""

    wanted = Signal(str, str)
    calendar = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Dates ahead"))
        self.to_calendar = button(tr("To the calendar (.ics)"), "link", self.calendar.emit)
        self.head.addWidget(self.to_calendar)
        words = tr("No dates yet. They come from decisions, consultations and rounds.")
        self._nothing = label(words, tone="muted", wrap=True)
        self.body.addWidget(self._nothing)
        self.rows = [DateRow() for _ in range(MOST)]
        for row in self.rows:
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)

    def show_strategy(self, strategy: Strategy, today: str) -> None:
        """Show what is ahead on a day."""
        found = coming(strategy, today)[:MOST]
        self._nothing.setVisible(not found)
        self.to_calendar.setVisible(bool(found))
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(found))
            if number < len(found):
                row.show_coming(found[number], today)
