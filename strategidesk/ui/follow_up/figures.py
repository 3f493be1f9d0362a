"""The three key figures over a round: units, activities and hallmarks."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.desk.rounds.standing import NO_ANSWER, Standing
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.states import counted_state
from strategidesk.ui.follow_up.groups import in_order
from strategidesk.ui.frame.living import LeadWord
from strategidesk.ui.pages.saying import counted
from strategidesk.ui.parts import label
from strategidesk.ui.theme import faces

NARROW = 880  # logical pixels under which the words stand under the numbers
_EDGE, _APART = 4, 12  # pixels: of a link before its words, and between the cards


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and what is to be seen in it; `link` leads to what lacks."""

    number: str
    what: str
    detail: str = ""
    link: str = ""
    before: str = ""  # the same in the round that this one is compared with


class FigureCard(QFrame):
    """One of the cards. `wanted`: what lacks something is to be shown."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.number = label("", faces.ui(10, bold=True))
        self.number.setContentsMargins(_EDGE, 0, 0, 0)
        self.what = label("", faces.ui(bold=True), wrap=True)
        self.detail = label("", faces.small(), "muted", wrap=True)
        self.before = label("", faces.small(), "muted", wrap=True)
        self.link = LeadWord()
        self.link.clicked.connect(lambda _checked: self.wanted.emit())
        for words in (self.what, self.detail, self.before):
            words.setContentsMargins(_EDGE, 0, 0, 0)  # under each other, as the link has an edge
        self._lines = lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        for part in (self.what, self.detail):
            lines.addWidget(part)
        lines.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.before)
        lines.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.addWidget(self.number)
        self._row.addLayout(lines, 1)

    def stack(self, narrow: bool) -> None:
        """The words under the number, or beside it."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._row.setSpacing(0 if narrow else 8)
        self._lines.setStretch(0, int(not narrow))

    def show_figure(self, figure: Figure) -> None:
        """Show another; lines that say nothing take no room."""
        self.number.setText(figure.number)
        self.link.setText(figure.link)
        self.link.setToolTip(figure.link)
        self.link.setVisible(bool(figure.link))
        for part, words in (
            (self.what, figure.what),
            (self.detail, figure.detail),
            (self.before, figure.before),
        ):
            part.setText(words)
            part.setVisible(bool(words))


class Figures(QWidget):
    """The cards beside each other. `idle_wanted`: the hallmarks without an activity."""

    idle_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.units, self.activities, self.hallmarks = FigureCard(), FigureCard(), FigureCard()
        self.hallmarks.wanted.connect(self.idle_wanted)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_APART)
        self._cards = (self.units, self.activities, self.hallmarks)
        for card in self._cards:
            self._row.addWidget(card, 1)

    def _arrange(self) -> None:
        """Beside each other as far as there is room, else under each other."""
        least = sum(card.minimumSizeHint().width() + _APART for card in self._cards) - _APART
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if least > self.width() else ways.LeftToRight)
        for card in self._cards:
            card.stack(self.width() < faces.grown(NARROW))

    def minimumSizeHint(self) -> QSize:
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_standing(
        self,
        strategy: Strategy,
        told: Standing,
        proposals: bool,
        before: tuple[str, Standing] | None,
    ) -> None:
        """Show another round's figures; `before`: the name and figures of the one beside it."""
        name, other = before or ("", None)
        self.units.show_figure(
            Figure(
                _of(told.answered_units, len(told.units)),
                counted(len(told.units), mark("unit has answered"), mark("units have answered")),
                _late(told),
                before=_before(name, _of(other.answered_units, len(other.units))) if other else "",
            )
        )
        count = _proposals if proposals else _answers
        self.activities.show_figure(count(told, name, other))
        busy = told.hallmarks - len(told.idle)
        what = labels.inside(labels.hallmarks(strategy.card))
        self.hallmarks.show_figure(
            Figure(
                _of(busy, told.hallmarks),
                tr("{hallmarks} with an activity", hallmarks=what),
                "" if told.idle else tr("None lacks one"),
                tr("{n} without, show them", n=len(told.idle)) if told.idle else "",
            )
        )


def _of(n: int, total: int) -> str:
    return tr("{n} of {total}", n=n, total=total)


def _before(name: str, figure: str) -> str:
    return tr("{round}: {figure}", round=name, figure=figure)


def _late(told: Standing) -> str:
    n = len(told.late)
    if n:
        return counted(n, mark("1 is late"), mark("{n} are late"))
    part = sum(0 < one.answered < one.asked for one in told.units)
    return (
        counted(part, mark("1 has answered in part"), mark("{n} have answered in part"))
        if part
        else ""
    )


def _answers(told: Standing, name: str, other: Standing | None) -> Figure:
    return Figure(
        _of(told.answered, told.asked),
        counted(told.asked, mark("activity has an answer"), mark("activities have an answer")),
        _listed(told.by_state),
        before=_before(name, _of(other.answered, other.asked)) if other else "",
    )


def _proposals(told: Standing, name: str, other: Standing | None) -> Figure:
    n = _sum(told)
    return Figure(
        str(n),
        counted(n, mark("proposal has come in"), mark("proposals have come in")),
        _listed(told.by_state),
        before=_before(name, str(_sum(other))) if other else "",
    )


def _sum(told: Standing) -> int:
    return sum(map(len, told.by_state.values()))


def _listed(states: Mapping[str, tuple[Id, ...]]) -> str:
    shown = [one for one in in_order(states) if one != NO_ANSWER]
    return ", ".join(counted_state(one, len(states[one])) for one in shown)
