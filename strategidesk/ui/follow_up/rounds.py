"""Which round is shown, and which one it is compared with; both are remembered for the file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import closing
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.flow import Flow
from strategidesk.ui.overview.moments import day_words
from strategidesk.ui.parts import label
from strategidesk.ui.rounds.naming import round_name
from strategidesk.ui.work import Work

_LETTERS = 24  # of a round's name that are seen
ROUND, _OTHER = "follow_up.round", "follow_up.other"


def shown_round(work: Work) -> Round | None:
    """The round that is shown: the one that was chosen, else that of the latest period."""
    rounds = work.strategy.all(Round)
    kept = next((one for one in rounds if one.id == work.memory.get(ROUND)), None)
    return kept or max(rounds, key=lambda one: closing(one.period), default=None)


class Rounds(QWidget):
    """`changed`: another round is shown or compared with."""

    changed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.combo, self.other = Combo(), Combo()
        self.combo.setAccessibleName(tr("Round"))
        self.words = label("", tone="muted")
        self._with = label(tr("Compare with"), tone="muted")
        self._with.setBuddy(self.other)
        self.other.setAccessibleName(tr("Compare with"))
        for one in (self.combo, self.other):
            one.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            one.setMinimumContentsLength(_LETTERS)
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self._with)
        beside.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(self.combo, self.words, self._beside, apart=True))
        self.combo.activated.connect(lambda _row: self._chosen(ROUND, self.combo))
        self.other.activated.connect(lambda _row: self._chosen(_OTHER, self.other))

    def _chosen(self, key: str, combo: Combo) -> None:
        self._work.memory[key] = combo.currentData()
        self.changed.emit()

    def choose(self, id: Id) -> None:
        """Show this round."""
        self._work.memory[ROUND] = id
        self.changed.emit()

    @property
    def round(self) -> Round | None:
        """The round that is shown."""
        return shown_round(self._work)

    @property
    def compared(self) -> Round | None:
        """The round that it is compared with."""
        return next(
            (one for one in self._others() if one.id == self._work.memory.get(_OTHER)), None
        )

    def _others(self) -> list[Round]:
        here = self.round
        rounds = self._work.strategy.all(Round)
        return [one for one in rounds if here and one.id != here.id and one.kind == here.kind]

    def read(self) -> None:
        """Offer the rounds that there are now."""
        round, others = self.round, self._others()
        _fill(self.combo, _latest_first(self._work.strategy.all(Round)), round)
        _fill(self.other, _latest_first(others), self.compared, tr("No other round"))
        self._beside.setVisible(bool(others))
        last = round.last_reply_on if round else ""
        self.words.setText(
            tr("Last day to reply {day}", day=day_words(last))
            if last
            else tr("No last day to reply")
        )


def _latest_first(rounds: Sequence[Round]) -> list[Round]:
    return sorted(rounds, key=lambda one: closing(one.period), reverse=True)


def _fill(combo: Combo, rounds: Sequence[Round], chosen: Round | None, nothing: str = "") -> None:
    combo.clear()
    if nothing:
        combo.addItem(nothing, None)
    for one in rounds:
        combo.addItem(round_name(one), one.id)
    combo.setCurrentIndex(max(0, combo.findData(chosen.id) if chosen else 0))
    combo.setToolTip(combo.currentText())
