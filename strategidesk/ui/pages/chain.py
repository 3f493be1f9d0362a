"""The page of the chain of goals: as a picture, as a table, and as registers to change it in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.plan import Goal
from strategidesk.ui.charts.chain import chain
from strategidesk.ui.charts.chain_picture import ChainPicture, PictureArea
from strategidesk.ui.charts.chain_table import Alone, ChainTable
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

PICTURE, TABLE, CHANGE = range(3)
_NOUNS = {"goal", "link", "area", "hallmark", "activity", "strategy"}


class ChainPage(RegisterPage):
    """Whatever is pressed in the picture or the table opens in its form."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self._stale = True
        self.picture, self.table = ChainPicture(), ChainTable()
        self.idle_areas, self.idle_goals = (
            Alone(tr("All have support.")),
            Alone(tr("All goals are served.")),
        )
        for part in (self.picture, self.table, self.idle_areas, self.idle_goals):
            part.opened.connect(self._open)
        self.empty: QLabel = label(tr(self.pane.register.empty), tone="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tabs = QTabBar()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self._strip())
        layout.addWidget(self.empty, 1)
        self._foot = self._make_foot()
        layout.addWidget(self._foot)
        self._stack.addWidget(PictureArea(self.picture))
        self._stack.addWidget(self.table)
        self._turn_tab(PICTURE)

    @property
    def pane(self) -> Pane:
        return self.pane_of(0)

    def _strip(self) -> QWidget:
        strip = frame("header")
        inner = QVBoxLayout(strip)
        inner.setContentsMargins(20, 0, 20, 0)
        self.tabs.setProperty("part", "tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name in (tr("Picture"), tr("Table"), tr("Goals and links")):
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._turn_tab)
        inner.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        return strip

    def _make_foot(self) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(12)
        row.addWidget(self.idle_areas, 1)
        row.addWidget(self.idle_goals, 1)
        foot = QScrollArea()
        foot.setWidget(inside)
        foot.setWidgetResizable(True)
        foot.setFrameShape(QFrame.Shape.NoFrame)
        foot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot.setMaximumHeight(faces.grown(110))
        return foot

    def _turn_tab(self, tab: int) -> None:
        self.pane.detail.commit()
        self._stack.setCurrentIndex({CHANGE: 0, PICTURE: 1, TABLE: 2}[tab])
        self._show()
        self.state_changed.emit()

    def turn_tab(self, _number: int) -> None:
        self.tabs.setCurrentIndex(CHANGE)

    def _show(self) -> None:
        changing = self.tabs.currentIndex() == CHANGE
        nothing = not self.work.strategy.goals and not changing
        self.empty.setVisible(nothing)
        self._stack.setVisible(not nothing)
        self._foot.setVisible(not changing and not nothing)
        if not self._stale or changing:
            return
        self._stale = False
        strategy = self.work.strategy
        found = chain(strategy)
        self.picture.show_chain(strategy, found)
        self.table.show_chain(strategy, found)
        areas = tr("{areas} without support", areas=labels.areas(strategy.card))
        self.idle_areas.show_alone(areas, strategy, found.idle_areas)
        self.idle_goals.show_alone(tr("Goals without an area"), strategy, found.idle_goals)

    def opened(self) -> None:
        super().opened()
        self._show()

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if _NOUNS & changes.nouns:
            self._stale = True
            if self.isVisible():
                self._show()

    def make_usual(self) -> None:
        self.tabs.setCurrentIndex(CHANGE)
        super().make_usual()

    def has_chosen(self) -> bool:
        return self.tabs.currentIndex() == CHANGE and super().has_chosen()

    def remove(self) -> None:
        if self.has_chosen():
            super().remove()

    def _open(self, id: str) -> None:
        if isinstance(self.work.strategy.by_id.get(Id(id)), Goal):
            self.show_thing(Id(id))
        else:
            self.wanted.emit(_page_of(self.work, Id(id)), id)

    def stops(self) -> tuple[QWidget, ...]:
        match self.tabs.currentIndex():
            case 0:
                return (self.tabs, *list(self.picture.boxes.values())[:1])
            case 1:
                return (self.tabs, self.table)
            case _:
                return super().stops()


def _page_of(work: Work, id: Id) -> str:
    """The page of what serves a goal."""
    return "plan" if work.strategy.by_id[id].meta.entity == "activity" else "areas"
