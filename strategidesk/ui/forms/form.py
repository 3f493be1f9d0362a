"""A form for a noun, made from its declaration."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, shown_fields
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.forms.grid import WIDEST, Grid
from strategidesk.ui.work import Work


class Form(FieldRows, QScrollArea):
    """Every field of one thing. A noun declared anywhere gets its form from here."""

    def __init__(self, work: Work, noun: type[Noun], spread: bool = False) -> None:
        super().__init__()
        self._make_rows(work, noun, shown_fields(noun))
        inner = QWidget()
        layout = self._column = QVBoxLayout(inner)
        layout.setContentsMargins(24, 12, 24, 24)
        layout.addWidget(Grid(self.rows, spread))
        layout.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def add_below(self, part: QWidget) -> None:
        """Put something under the fields."""
        part.setMaximumWidth(WIDEST)
        self._column.insertWidget(self._column.count() - 1, part)

    def show_thing(self, id: Id) -> None:
        if id != self.thing:
            super().show_thing(id)
            self.verticalScrollBar().setValue(0)
