"""The card of the bars: by area, unit or hallmark, as a picture or as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.desk.rounds.standing import Standing
from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.people import Unit
from strategidesk.ui.charts.bar import paint_segment
from strategidesk.ui.flow import Flow, Rows
from strategidesk.ui.follow_up.bars import GroupBars
from strategidesk.ui.follow_up.cells import Cell, CellsTable, Column
from strategidesk.ui.follow_up.groups import (
    AREA,
    HALLMARK,
    UNIT,
    Group,
    groups_by,
    in_order,
    look_of,
    state_label,
)
from strategidesk.ui.parts import heading, label
from strategidesk.ui.segments import Segments
from strategidesk.ui.theme import faces
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work

PICTURE, TABLE = "picture", "table"
_BY, _VIEW = "follow_up.by", "follow_up.view"
_NOUNS = {AREA: Area, UNIT: Unit, HALLMARK: Hallmark}
_SWATCH, _APART = 12, 18  # logical pixels


class Swatch(QWidget):
    """How a state looks."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(faces.grown(_SWATCH), faces.grown(_SWATCH)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_segment(painter, QRectF(self.rect()), self._look)
        painter.end()


class Key(QWidget):
    """How a state looks, and its word."""

    def __init__(self, state: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Swatch(look_of(state)))
        row.addWidget(label(state_label(state), faces.small(), "muted"))


class Legend(QWidget):
    """Every state that occurs, with its word; in as many rows as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._states: list[str] = []
        self._keys: list[Key] = []
        self._rows = Rows(self, gap=_APART)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_states(self, states: list[str]) -> None:
        """Show others; the same ones stay as they are."""
        if states == self._states:
            return
        for old in self._keys:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._states, self._keys = states, [Key(state) for state in states]
        for key in self._keys:
            self._rows.addWidget(key)


class ChartCard(QFrame):
    """`opened`: a title, and the ids of the activities behind what was pressed."""

    opened = Signal(str, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._work = work
        self.groups: tuple[Group, ...] = ()
        self._told: Standing | None = None
        self.title = heading("")
        self.by, self.view = Segments(tr("Standing by")), Segments(tr("Shown as"))
        self.legend, self.bars = Legend(), GroupBars()
        self.table = CellsTable(tr("Standing as a table"))
        self.nothing = label(tr("No activities are asked about yet."), tone="muted", wrap=True)
        self._lay_out()
        self.by.chosen.connect(self._turn_by)
        self.view.chosen.connect(self._turn_view)
        self.bars.opened.connect(self._open_state)
        self.table.opened.connect(self._open_cell)

    def _lay_out(self) -> None:
        self.title.setContentsMargins(0, 0, 8, 0)
        head = Flow(self.title, self.by, self.view, apart=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(8)
        for part in (head, self.legend, self.nothing, self.bars, self.table):
            layout.addWidget(part)

    # what is shown

    def show_standing(self, told: Standing) -> None:
        """Show how another round stands, in the way that was chosen last."""
        self._told = told
        strategy, memory = self._work.strategy, self._work.memory
        self.by.show_choices(
            ((key, noun_label(strategy, noun)) for key, noun in _NOUNS.items()),
            str(memory.get(_BY, AREA)),
        )
        self.view.show_choices(
            ((PICTURE, tr("Picture")), (TABLE, tr("Table"))), str(memory.get(_VIEW, PICTURE))
        )
        self._show()

    def _show(self) -> None:
        assert self._told is not None
        strategy, by = self._work.strategy, self.by.key
        self.groups = groups_by(strategy, self._told, by)
        what = labels.inside(noun_label(strategy, _NOUNS[by]))
        title = tr("Standing by {what}", what=what)
        self.title.setText(title)
        states = in_order(self._told.by_state)
        some, picture = bool(self.groups), self.view.key == PICTURE
        self.nothing.setVisible(not some)
        self.legend.setVisible(some and picture)
        self.bars.setVisible(some and picture)
        self.table.setVisible(some and not picture)
        self.legend.show_states(states)
        if picture:
            self.bars.show_groups(title, self.groups)
        else:
            self.table.setAccessibleName(title)
            self.table.show_rows(*_table(noun_label(strategy, _NOUNS[by]), states, self.groups))

    def _turn_by(self, key: str) -> None:
        self._work.memory[_BY] = key
        self._show()

    def _turn_view(self, key: str) -> None:
        self._work.memory[_VIEW] = key
        self._show()

    # what is behind it

    def _open_state(self, row: int, state: str) -> None:
        group = self.groups[row]
        ids = dict(group.states)[state]
        self.opened.emit(_title(group.name, state_label(state).lower()), ids)

    def _open_cell(self, row: int, column: int) -> None:
        assert self._told is not None
        group, states = self.groups[row], in_order(self._told.by_state)
        if 0 < column <= len(states):
            state = states[column - 1]
            ids = dict(group.states).get(state, ())
            self.opened.emit(_title(group.name, state_label(state).lower()), ids)
        else:
            self.opened.emit(group.name, group.activities)


def _title(name: str, state: str) -> str:
    return tr("{name}, {state}", name=name, state=state)


def _table(
    what: str, states: Sequence[str], groups: Sequence[Group]
) -> tuple[list[Column], list[list[Cell]]]:
    columns = [Column(what, 200, 8)]
    columns += [Column(state_label(one), 70, number=True) for one in states]
    columns.append(Column(tr("Sum"), number=True))
    rows = []
    for group in groups:
        counts: dict[str, tuple[Id, ...]] = dict(group.states)
        numbers = [len(counts.get(one, ())) for one in states]
        cells = [Cell(str(n) if n else "–", quiet=not n, number=True) for n in numbers]
        rows.append([Cell(group.name), *cells, Cell(str(sum(numbers)), number=True)])
    return columns, rows
