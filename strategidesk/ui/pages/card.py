"""The page of the document card: its form in the paper's order, and how the cover will look."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.document import Card
from strategidesk.model.fields import Id, from_json, takes
from strategidesk.model.strategy import Strategy
from strategidesk.ui.cover import LEAST, MOST, CoverPreview
from strategidesk.ui.forms.grouped import GroupedForm
from strategidesk.ui.pages.detail import sheet
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import heading
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

WIDE = 900  # logical pixels from which the cover stands beside the form
_SHARE = 0.36  # of the page's width
_GROUPS = (
    (mark("On the cover"), ("municipality", "title", "kind", "status")),
    (
        mark("In the document information"),
        (
            "reference_number",
            "applies_to",
            "valid_from",
            "valid_to",
            "replaces",
            "related_documents",
            "owner_political",
            "owner_official",
            "revision_responsible",
            "revision_interval_years",
            "follow_up_responsible",
            "follow_up_interval_months",
        ),
    ),
    (
        mark("In the rest of the document"),
        (
            "vision",
            "running_header",
            "subject",
            "heading_numbering",
            "numbering_depth",
            "language",
            "list_activities_in_areas",
        ),
    ),
    (
        mark("The strategy's own words"),
        (
            "area_label",
            "area_label_plural",
            "hallmark_label",
            "hallmark_label_plural",
            "target_picture_label",
            "activity_label",
        ),
    ),
)


class CardPage(Page):
    """The cover stands at the right, or under the form where the window is narrow."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        groups = [(tr(heading), names) for heading, names in _GROUPS]
        self.form = GroupedForm(work, Card, groups)
        self.cover = CoverPreview()
        self._preview = QWidget()
        self._side = QScrollArea()
        self._lay_out()
        for row in self.form.rows:
            row.editor.changed.connect(self._show_cover)
        if work.strategy.card.id:
            self.form.show_thing(work.strategy.card.id)
        self._show_cover()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._preview)
        inner.setContentsMargins(0, 12, 0, 0)
        inner.addWidget(heading(self.cover.accessibleName()))
        inner.addWidget(self.cover)
        inner.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(sheet(self.form), 1)
        side = self._side
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.hide()
        layout.addWidget(side)
        self.form.add_below(self._preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= faces.grown(WIDE)
        if wide == self._side.isHidden():
            self._arrange(wide)
        if wide:
            self._give_width(event.size().width())

    def _give_width(self, room: int) -> None:
        """A share of the page, but never less than the cover's longest word needs."""
        bar = self._side.verticalScrollBar().sizeHint().width()
        least = max(faces.grown(LEAST), self._preview.minimumSizeHint().width() + bar)
        self._side.setFixedWidth(max(least, min(faces.grown(MOST), round(room * _SHARE))))

    def _arrange(self, wide: bool) -> None:
        if wide:
            self._preview.setContentsMargins(16, 0, 24, 24)
            self._side.setWidget(self._preview)
        else:
            self._side.takeWidget()
            self._preview.setContentsMargins(0, 0, 0, 0)
            self.form.add_below(self._preview)
        self._side.setVisible(wide)
        self._preview.show()

    # what is shown

    def _show_cover(self) -> None:
        self.cover.show_strategy(self._as_typed())

    def _as_typed(self) -> Strategy:
        """The strategy with what is being typed here, as far as it can be taken."""
        strategy = self.work.strategy
        if strategy.card.id not in strategy.by_id:
            return strategy
        typed: dict[str, Any] = {}
        for row in self.form.rows:
            if row.keeper.unsaved and takes(row.field, given := row.editor.value()):
                typed[row.field.attribute] = from_json(row.field, given)
        return strategy.exchange([replace(strategy.card, **typed)]) if typed else strategy

    def refresh(self, changes: ChangeSet) -> None:
        self.form.refresh(changes)
        if {"strategy", "decision"} & changes.nouns:
            self._show_cover()
        self.state_changed.emit()

    def commit(self) -> bool:
        return self.form.commit()

    def show_thing(self, id: Id) -> bool:
        return id == self.work.strategy.card.id

    def focus_field(self, name: str) -> None:
        self.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.form.rows[0].editor, self.cover)
