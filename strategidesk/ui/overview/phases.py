"""The six phases of a strategy as a row, the present one filled."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategidesk.language import mark, tr
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces
from strategidesk.ui.theme.active import tokens

PHASES = (
    mark("Draft"),
    mark("Referral"),
    mark("Proposal"),
    mark("Adopted by the council"),
    mark("Follow-up"),
    mark("Revision"),
)
DISC = 26


class _Disc(QWidget):
    """A number in a ring; filled where the strategy is."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.present = False
        self.setFixedSize(faces.grown(DISC), faces.grown(DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.present
        painter.setPen(QPen(tokens().color("accent" if here else "line_strong"), 1.5))
        painter.setBrush(tokens().color("accent" if here else "surface"))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(area)
        painter.setPen(tokens().color("on_accent" if here else "muted"))
        painter.setFont(faces.small(bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))


class _Step(QWidget):
    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._number, self._name = number, name
        self.disc = _Disc(number)
        self._plain, self._bold = label(name), label(name, faces.ui(bold=True))
        self.word: QLabel = self._plain
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignHCenter)
        for word in (self._plain, self._bold):
            word.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            word.setWordWrap(True)
            layout.addWidget(word)

    def show_present(self, here: bool) -> None:
        self.disc.present = here
        self.disc.update()
        self.word = self._bold if here else self._plain
        self._bold.setVisible(here)
        self._plain.setVisible(not here)
        words = tr("Phase {n} of {of}: {name}", n=self._number, of=len(PHASES), name=self._name)
        self.word.setAccessibleName(tr("{phase}. You are here.", phase=words) if here else words)


class PhaseRow(QFrame):
    """All phases beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.steps = [_Step(number, tr(name)) for number, name in enumerate(PHASES, 1)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 14, 12, 10)
        layout.setSpacing(0)
        for step in self.steps:
            layout.addWidget(step, 1)

    def show_phase(self, phase: int) -> None:
        """Mark the phase that the strategy is in."""
        for number, step in enumerate(self.steps):
            step.show_present(number == phase)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(tokens().color("line"), 2))
        half = faces.grown(DISC) // 2
        spots = [step.disc.mapTo(self, QPoint(half, half)) for step in self.steps]
        for one, other in pairwise(spots):
            painter.drawLine(one + QPoint(half, 0), other - QPoint(half, 0))
