"""What the dialogs share that make sheets of a round: units, preview, folder, what will come."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.rounds.preview import Preview, previewing
from strategidesk.desk.rounds.sheets import NOBODY, Order
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.people import Unit
from strategidesk.model.rounds import asked, followed_up
from strategidesk.ui.dialogs.buttons import column, deciding
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.parts import TITLE_BAR, bare, button, label
from strategidesk.ui.rounds.place_rows import PlaceRows
from strategidesk.ui.rounds.preview_table import PreviewTable
from strategidesk.ui.rounds.unit_checks import UnitChecks
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

_USUAL = 680  # logical pixels
_LEAST = 200  # of what scrolls
_INDENT = "    "


@dataclass(frozen=True)
class Sheets:
    """Sheets that are to be made of a round, and where."""

    order: Order
    folder: Path


class SheetsDialog(QDialog):
    """`wanted` carries what the user has said to do."""

    wanted = Signal(object)

    def __init__(self, window: "Window", title: str) -> None:
        super().__init__(window)
        self._window = window
        self.strategy = window.work.strategy
        self.today = day_of(window.clock())
        self.setWindowTitle(title)
        self.units = UnitChecks(tr("Units"))
        self.preview = PreviewTable()
        self.places = PlaceRows(window)
        self.note = label("", faces.small(), "muted", wrap=True)
        self.others = button(tr("Only the others"), "link", self._choose_others)
        self.others.hide()
        self._there: tuple[Id | None, ...] = ()
        buttons, self.make = deciding(self, "")
        self.make.setDefault(True)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(buttons)
        self.inner = QWidget()
        self.rows = QVBoxLayout(self.inner)
        self.rows.setContentsMargins(0, 0, 12, 0)
        self.rows.setSpacing(12)

    def lay_out(self) -> None:
        """Put the parts together; `rows` holds what stands over the foot."""
        area = QScrollArea()
        bare(area, self.inner)
        area.setMinimumHeight(faces.grown(_LEAST))
        layout = column(self, 8)
        layout.setContentsMargins(24, 16, 12, 16)
        layout.addWidget(area, 1)
        said = QHBoxLayout()
        said.addWidget(self.note, 1)
        said.addWidget(self.others)
        layout.addLayout(said)
        layout.addLayout(self.foot)
        self.units.changed.connect(self.look_ahead)
        self.places.changed.connect(self.look_ahead)
        self.preview.shown.connect(self._shown)
        room = self._window.screen().availableSize() - TITLE_BAR
        high = self.inner.sizeHint().height() + self.sizeHint().height() - area.sizeHint().height()
        self.resize(min(faces.grown(_USUAL), room.width()), min(high, room.height()))

    # what the inheriting dialog says

    def round(self) -> Round | None:
        """The round as it stands here; None where it cannot be."""
        raise NotImplementedError

    def lack(self) -> str:
        """Why nothing can be done; empty where it can."""
        raise NotImplementedError

    def words(self, count: int) -> str:
        """What the primary button says."""
        return tr("Make 1 Excel sheet") if count == 1 else tr("Make {n} Excel sheets", n=count)

    # what is shown

    def asked_units(self) -> tuple[Id | None, ...]:
        """Who gets a sheet, in order."""
        return self.units.chosen

    def show_units(self, round: Round, chosen: tuple[Id | None, ...] | None = None) -> None:
        """List the units; *All* means those whom the round asks."""
        usual = asked(self.strategy, round)
        counts: dict[Id | None, int] = {}
        for _, activity in followed_up(self.strategy):
            counts[activity.unit] = counts.get(activity.unit, 0) + 1
        rows: list[tuple[Id | None, str]] = [
            (unit.id, f"{_INDENT * depth}{unit.name} · {_count(counts.get(unit.id, 0))}")
            for depth, unit in self.strategy.outline(Unit)
        ]
        if None in usual:
            rows.append((None, f"{tr('Without a unit')} · {_count(counts.get(None, 0))}"))
        self.units.show_units(rows, usual, chosen)

    def look_ahead(self) -> None:
        """Say what will come, and look at what it will be."""
        self.say()
        round = self.round()
        if round is not None:
            folder = None if self.places.isHidden() or self.places.lack() else self.places.place
            units = self.asked_units()
            self.preview.show_job(previewing(self.strategy, round, units, folder, self.today))

    def _shown(self, preview: Preview | None) -> None:
        self._there = preview.there if preview else ()
        self.say()

    def say(self) -> bool:
        """Say what will come of it; False where nothing can."""
        units = self.asked_units()
        there = [unit for unit in units if unit in self._there]
        lack = self.lack() or self._lack_of_sheets(len(units), len(there))
        self.note.setText(lack or self.outcome(len(units)))
        self.others.setVisible(bool(there) and len(there) < len(units))
        self.make.setText(self.words(len(units)))
        self.make.setEnabled(not lack)
        self.make.setAccessibleDescription(self.note.text())
        return not lack

    def outcome(self, count: int) -> str:
        """What will come of it."""
        if count == 1:
            return tr("1 file and the text of the e-mail are made.")
        return tr("{n} files and the texts of the e-mails are made.", n=count)

    def _lack_of_sheets(self, count: int, there: int) -> str:
        if self.places.isHidden():
            return ""
        if not self.units.list.count():
            return tr(NOBODY)
        if not count:
            return tr("Choose the units that are asked.")
        if self.places.lack():
            return self.places.lack()
        if there == 1:
            return tr(
                "1 of the files is in the folder already and is not overwritten: it may hold "
                "answers. Choose another folder, or other units."
            )
        if there:
            return tr(
                "{n} of the files are in the folder already and are not overwritten: they may hold "
                "answers. Choose another folder, or other units.",
                n=there,
            )
        return ""

    def _choose_others(self) -> None:
        self.units.choose([unit for unit in self.units.chosen if unit not in self._there])
        self.units.list.setFocus()

    def sheets(self) -> Sheets:
        """What is to be made."""
        self.places.keep()
        order = Order(units=self.asked_units(), template=self.places.workbook, today=self.today)
        return Sheets(order, self.places.place)

    # Qt

    def done(self, result: int) -> None:
        self.preview.stop()
        super().done(result)


def _count(activities: int) -> str:
    if not activities:
        return tr("no activities")
    return tr("1 activity") if activities == 1 else tr("{n} activities", n=activities)
