"""What stands over and under the pages: the strategy's name and phase, and whose copy it is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.ui.overview.initials import Initials
from strategidesk.ui.overview.phases import PHASES
from strategidesk.ui.parts import Elided, label
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

LINES = 2  # of the title
TICK, TICK_GAP = 4, 4  # logical pixels


class Masthead(QWidget):
    """The title in two lines, and the phase as a word, a number and ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", faces.ui(bold=True), wrap=True)
        self._whole = ""
        self.phase = Elided("", faces.small(), "muted")
        self.number = label("", faces.small(), "muted")
        self._ticks = Ticks()
        policy = self.title.sizePolicy()  # keeps that its height depends on its width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.title.setSizePolicy(policy)
        row = QHBoxLayout()
        row.addWidget(self.phase, 1)
        row.addWidget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 10)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(row)
        layout.addWidget(self._ticks)

    def show_title(self, title: str) -> None:
        """Name the strategy."""
        self._whole = title
        self.title.setToolTip(title)
        self.title.setAccessibleName(title)
        self._fit()

    def show_phase(self, phase: int) -> None:
        """Say how far it has come: a phase of strategidesk.desk.remaining."""
        self.phase.show_text(tr(PHASES[phase]))
        self.number.setText(tr("{n} of {of}", n=phase + 1, of=len(PHASES)))
        self._ticks.show_done(phase + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 32
        self.title.setText(shortened(self._whole, self.title, room, LINES))


class Ticks(QWidget):
    """One for each phase, those that have come filled; the words beside say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._done = 0
        self.setFixedHeight(TICK)

    def show_done(self, done: int) -> None:
        """Fill so many."""
        self._done = done
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - TICK_GAP * (len(PHASES) - 1)) / len(PHASES)
        for number in range(len(PHASES)):
            painter.setBrush(tokens().color("accent" if number < self._done else "line"))
            spot = QRectF(number * (wide + TICK_GAP), 0, wide, TICK)
            painter.drawRoundedRect(spot, TICK / 2, TICK / 2)


class Owner(QWidget):
    """Whose copy this is, at the foot."""

    def __init__(self, name: str) -> None:
        super().__init__()
        disc = Initials()
        disc.show_name(name)
        disc.setVisible(bool(name))
        who = Elided(name, faces.ui(bold=True))
        self.what = Elided("", faces.small(), "muted")
        who.setVisible(bool(name))
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 8, 12, 4)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(0)
        layout.addWidget(disc, 0, 0, 2, 1)
        layout.addWidget(who, 0, 1)
        layout.addWidget(self.what, 1, 1)
        layout.setColumnStretch(1, 1)


def shortened(text: str, widget: QWidget, room: int, lines: int) -> str:
    """A text that wraps into so many lines at a width; what does not fit becomes …"""
    layout = QTextLayout(text, widget.font())
    layout.beginLayout()
    start = 0
    for _line in range(lines - 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, room))
        start = line.textStart() + line.textLength()
    layout.endLayout()
    rest = text[start:]
    last = widget.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, max(1, room))
    return text if last == rest else text[:start].rstrip() + "\n" + last
