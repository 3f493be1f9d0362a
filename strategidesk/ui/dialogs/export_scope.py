"""The part of the export panel that says how much of the strategy is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from strategidesk.desk.exports import Export
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui import export_scope
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.export_scope import Scope
from strategidesk.ui.parts import head_of


class ScopeRow(QWidget):
    """Hidden where an export has but one scope. `changed`: the user has chosen another."""

    changed = Signal()

    def __init__(self, strategy: Strategy) -> None:
        super().__init__()
        self._strategy = strategy
        self.paper: QComboBox = Combo()
        self.unit: QComboBox = Combo()
        self.year: QComboBox = Combo()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(1, 120)
        grid.setColumnStretch(0, 1)
        heads = [
            head_of(field, words)
            for words, field in (
                (tr("Unit"), self.unit),
                (tr("Year"), self.year),
                (tr("Concerns"), self.paper),
            )
        ]
        for column, (head, field) in enumerate(zip(heads, (self.unit, self.year), strict=False)):
            grid.addWidget(head, 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(heads[2], 2, 0, 1, 2)
        grid.addWidget(self.paper, 3, 0, 1, 2)
        self._plan_parts: tuple[QWidget, ...] = (*heads[:2], self.unit, self.year)
        self._paper_parts: tuple[QWidget, ...] = (heads[2], self.paper)
        for combo, rows in (
            (self.unit, export_scope.units(strategy)),
            (self.year, export_scope.years(strategy)),
        ):
            for text, data in rows:
                combo.addItem(text, data)
        for combo in (self.paper, self.unit, self.year):
            combo.activated.connect(lambda _index: self.changed.emit())

    def show_export(self, export: Export, scope: Scope) -> None:
        """Offer what an export can be made from; `scope` is chosen where it is offered."""
        plan = export.parts
        self.paper.clear()
        for text, one in export_scope.papers(self._strategy, export):
            self.paper.addItem(text, one)
            if (one.paper, one.about) == (scope.paper, scope.about):
                self.paper.setCurrentIndex(self.paper.count() - 1)
        self.unit.setCurrentIndex(max(0, self.unit.findData(scope.unit)))
        self.year.setCurrentIndex(max(0, self.year.findData(scope.year)))
        for part in self._plan_parts:
            part.setVisible(plan)
        for part in self._paper_parts:
            part.setVisible(self.paper.count() > 1)
        self.setVisible(plan or self.paper.count() > 1)

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        if self.paper.count():
            found: Scope = self.paper.currentData()
            return found
        if self.unit.isHidden():
            return Scope()
        return Scope(unit=self.unit.currentData(), year=self.year.currentData())
