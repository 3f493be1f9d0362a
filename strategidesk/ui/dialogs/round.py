"""Asks what a round asks the units: a new one with its sheets, or one that is there already."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from strategidesk.desk.rounds.commands import THERE_ALREADY, ChangeRound, NewRound, round_id
from strategidesk.desk.written import date_of
from strategidesk.language import tr
from strategidesk.model.fields import Id, is_date
from strategidesk.model.follow_up import Round
from strategidesk.model.rounds import FOLLOW_UP, PROPOSALS, asked, found
from strategidesk.ui.dialogs.sheets import Sheets, SheetsDialog
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.parts import button, head_of
from strategidesk.ui.rounds.periods import meant_by, offered, reply_day, spoken
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

_LINES = 84  # logical pixels of the message


@dataclass(frozen=True)
class Wish:
    """What the user wants: the round made, changed or (None) removed, and its sheets."""

    command: NewRound | ChangeRound | None
    round: Id
    sheets: Sheets | None = None


class RoundDialog(SheetsDialog):
    """`wanted` carries a Wish."""

    def __init__(self, window: "Window", now: Round | None = None) -> None:
        """`now`: the round that is changed; None: a new one is made."""
        super().__init__(window, tr("Change the round") if now else tr("New round"))
        self._now = now
        self.kind = Segments(tr("Kind of round"))
        kinds = ((FOLLOW_UP, tr("Follow-up")), (PROPOSALS, tr("Proposals")))
        self.kind.show_choices(kinds, now.kind if now else FOLLOW_UP)
        self.period = Combo()
        self.period.setEditable(True)
        self.written = self.period.lineEdit() or QLineEdit()
        self.written.setAccessibleName(tr("Period"))
        self.last_reply_on = QLineEdit(now.last_reply_on if now else reply_day(self.today))
        self.last_reply_on.setPlaceholderText(tr("YYYY-MM-DD"))
        self.message = ProseEditor()
        self.message.set_strategy(self.strategy, None)
        self.message.set_value(now.message if now else "")
        self.message.edit.setFixedHeight(faces.grown(_LINES))
        self._own_foot()
        self._rows()
        self.places.setVisible(now is None)
        self._show_kind()
        if now is not None:
            self.period.setEditText(spoken(now.period))
            self.written.setCursorPosition(0)
        self.lay_out()
        self.kind.chosen.connect(lambda _key: self._show_kind())
        self.period.editTextChanged.connect(lambda _text: self.look_ahead())
        self.last_reply_on.textChanged.connect(lambda _text: self.say())
        self.look_ahead()
        self.kind.buttons[self.kind.key].setFocus()

    def _own_foot(self) -> None:
        if self._now is None:
            self.only = button(tr("Make the round only"), "plain", self._only_round)
            self.foot.insertWidget(1, self.only)
        else:
            self.remove = button(tr("Remove the round"), "link", self._remove, "wastebasket")
            self.foot.insertWidget(0, self.remove)

    def _rows(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(head_of(self.kind, tr("Kind of round")))
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addStretch(1)
        left.addLayout(row)
        left.addSpacing(8)
        days = QGridLayout()
        days.setHorizontalSpacing(12)
        days.setVerticalSpacing(4)
        for at, (words, field) in enumerate(
            ((tr("Period"), self.period), (tr("Last day to reply"), self.last_reply_on))
        ):
            days.addWidget(head_of(field, words), 0, at)
            days.addWidget(field, 1, at)
            days.setColumnStretch(at, 9 - 4 * at)
        left.addLayout(days)
        left.addSpacing(8)
        left.addWidget(head_of(self.message.edit, tr("Message")))
        left.addWidget(self.message)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addWidget(self.units, 1)
        self.rows.addLayout(both, 1)
        self.rows.addWidget(self.preview)
        self.rows.addWidget(self.places)

    def _show_kind(self) -> None:
        """The periods and units of the kind that is chosen."""
        written = self.period.currentText()
        self.period.blockSignals(True)
        known = [self.period.itemText(at) for at in range(self.period.count())]
        self.period.clear()
        periods = offered(self.strategy, self._kind, self.today)
        self.period.addItems([spoken(one) for one in periods])
        if written and written not in known:
            self.period.setEditText(written)
        self.period.blockSignals(False)
        self.written.setCursorPosition(0)
        everybody = Round(id=self._id, kind=self._kind, period=self._period)
        self.show_units(everybody, self._now.units or None if self._now else None)
        self.look_ahead()

    # what stands there

    @property
    def _kind(self) -> str:
        return self.kind.key

    @property
    def _period(self) -> str:
        return meant_by(self.period.currentText())

    @property
    def _id(self) -> Id:
        return self._now.id if self._now else round_id(self.strategy, self._kind, self._period)

    def _day(self) -> str:
        return date_of(self.last_reply_on.text(), int(self.today[:4]))

    def values(self) -> dict[str, Any]:
        """The JSON values of the round."""
        units = () if self.units.is_all else tuple(one for one in self.units.chosen if one)
        return {
            "kind": self._kind,
            "period": self._period,
            "last_reply_on": self._day(),
            "message": self.message.value(),
            "units": list(units),
        }

    def round(self) -> Round | None:
        if not self._period:
            return None
        units = tuple(self.values()["units"])
        return Round(id=self._id, kind=self._kind, period=self._period, units=units)

    def asked_units(self) -> tuple[Id | None, ...]:
        round = self.round()
        if round is None or not self.units.chosen:
            return ()
        return asked(self.strategy, round)

    def lack(self) -> str:
        if not self._period:
            return tr("Write the period as a year (2026) or a month (2026-08), or choose one.")
        there = found(self.strategy, self._kind, self._period)
        if there is not None and there.id != (self._now.id if self._now else ""):
            return tr(THERE_ALREADY, period=spoken(self._period))
        day = self._day()
        if day and not (is_date(day) and len(day) == len(self.today)):
            return tr("Write the last day to reply as 2026-09-30, or leave it empty.")
        if not self.units.chosen and self.units.list.count():
            return tr("Choose the units that are asked.")
        if None in self.units.chosen and not self.units.is_all:
            return tr("What no unit answers for is asked only where all units are chosen.")
        return ""

    def say(self) -> bool:
        able = super().say()
        if self._now is None:
            self.only.setEnabled(not self.lack())
        return able

    def words(self, count: int) -> str:
        return tr("Change the round") if self._now else super().words(count)

    def outcome(self, count: int) -> str:
        day = self._day()
        if day and day < self.today:
            return tr("The last day to reply has passed.")
        if self._now is not None:
            return tr("Sheets that have been sent already do not change.")
        return super().outcome(count)

    # what is done

    def accept(self) -> None:
        """Make the round and its sheets, or change it."""
        if not self.say():
            return
        if self._now is not None:
            self._end(Wish(ChangeRound(self._now.id, self._changed(self._now)), self._now.id))
            return
        self._end(Wish(NewRound(self.values(), self._id), self._id, self.sheets()))

    def _changed(self, now: Round) -> dict[str, Any]:
        before = {"units": list(now.units)}
        return {
            name: value
            for name, value in self.values().items()
            if value != before.get(name, getattr(now, name))
        }

    def _only_round(self) -> None:
        self._end(Wish(NewRound(self.values(), self._id), self._id))

    def _remove(self) -> None:
        assert self._now is not None
        self._end(Wish(None, self._now.id))

    def _end(self, wish: Wish) -> None:
        super().accept()
        self.wanted.emit(wish)
