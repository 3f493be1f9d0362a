"""The sheet that the text is written on: one section, or all of them under each other."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from strategidesk.desk.drafts import Draft
from strategidesk.history.changes import ChangeSet
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.ui.text.section import SectionView
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work

MEASURE = 640  # logical pixels: about 70 characters of the reading face


class Sheet(QScrollArea):
    """`wanted` carries a page; `entered` the text that the user writes in, `left` one that is no
    more; `passed` the section that has been scrolled to; `definition_wanted` a word."""

    wanted = Signal(str)
    entered = Signal(object)
    left = Signal(object)
    passed = Signal(str)
    definition_wanted = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.whole = False
        self._views: dict[Id, SectionView] = {}  # of the whole text
        self._single: SectionView | None = None
        self._target: Id | None = None  # to be scrolled to when it has been made
        self._waiting: list[Id] = []
        self._depths: dict[Id, int] = {}
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(24, 8, 24, 40)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._inner.setMaximumWidth(faces.grown(MEASURE + 48) * max(100, work.zoom) // 100)
        ground = QWidget()
        centred = QHBoxLayout(ground)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(self._inner, 1000)
        centred.addStretch(1)
        self._ground = ground
        self.setWidget(ground)
        for part in (ground, self._inner, self.viewport()):
            part.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        work.zoom_changed.connect(lambda _percent: self._zoom())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    # what is shown

    def show_one(self, id: Id) -> None:
        """One section alone."""
        if self.whole:
            self._clear()
        self.whole = False
        self._count_depths()
        if self._single is None:
            self._single = self._make()
            self._column.insertWidget(0, self._single)
        if self._single.section != id:
            self._single.show_section(id, self._drafts(), self._depths.get(id, 0))
            self.verticalScrollBar().setValue(0)

    def show_whole(self, id: Id | None) -> None:
        """All sections, made one after the other so that the window stays at hand; `id` is
        scrolled to."""
        if not self.whole:
            self._clear()
        self.whole = True
        self._target = id
        self._order()
        self._fill()

    def _order(self) -> None:
        """Bring the views into the outline's order; those that are missing are made later."""
        self._count_depths()
        sections = [section.id for section in self._work.strategy.sections]
        for gone in [id for id in self._views if id not in sections]:
            self._remove(gone)
        made = [id for id in sections if id in self._views]
        for row, id in enumerate(made):
            if self._column.indexOf(self._views[id]) != row:
                self._column.insertWidget(row, self._views[id])
        self._waiting = [id for id in sections if id not in self._views]
        if self._waiting:
            self._filling.start()

    def _fill(self) -> None:
        """Make one more section."""
        if not self._waiting:
            self._filling.stop()
            self._scroll()
            return
        id = self._waiting.pop(0)
        if id not in self._work.strategy.by_id:
            return
        sections = [section.id for section in self._work.strategy.sections]
        before = sum(one in self._views for one in sections[: sections.index(id)])
        view = self._views[id] = self._make()
        view.show_section(id, self._drafts(), self._depths.get(id, 0))
        self._column.insertWidget(before, view)
        if id == self._target:
            self._scroll()

    def _make(self) -> SectionView:
        view = SectionView(self._work)
        view.wanted.connect(self.wanted)
        view.entered.connect(self.entered)
        view.definition_wanted.connect(self.definition_wanted)
        return view

    def _clear(self) -> None:
        self._filling.stop()
        self._waiting = []
        for id in list(self._views):
            self._remove(id)
        if self._single is not None:
            self._drop(self._single)
            self._single = None

    def _remove(self, id: Id) -> None:
        self._drop(self._views.pop(id))

    def _drop(self, view: SectionView) -> None:
        view.leave()
        self.left.emit(view.edit)
        view.hide()
        view.deleteLater()

    def show_nothing(self) -> None:
        """There is no section."""
        self._clear()

    def _count_depths(self) -> None:
        self._depths = {one.id: depth for depth, one in self._work.strategy.outline(Section)}

    def _drafts(self) -> dict[tuple[Id, str], Draft]:
        return {(draft.id, draft.field): draft for draft in self._work.drafts()}

    def _zoom(self) -> None:
        self._inner.setMaximumWidth(faces.grown(MEASURE + 48) * max(100, self._work.zoom) // 100)
        for view in self.views():
            view.zoom()

    # where the user is

    def view_of(self, id: Id | None) -> SectionView | None:
        """The view of a section, if it has been made."""
        if self.whole:
            return self._views.get(id) if id else None
        return self._single

    def go(self, id: Id) -> None:
        """Bring a section to the front."""
        if self.whole:
            self._target = id
            self._scroll()
        else:
            self.show_one(id)

    def _scroll(self) -> None:
        view = self._views.get(self._target) if self._target else None
        if view is None:
            return
        self._column.activate()
        self.verticalScrollBar().setValue(view.mapTo(self._ground, QPoint(0, 0)).y())
        if not self._waiting:
            self._target = None

    def _scrolled(self) -> None:
        if not self.whole or self._target is not None:
            return
        top = self.verticalScrollBar().value() + 40
        for id, view in self._views.items():
            at = view.mapTo(self._ground, QPoint(0, 0)).y()
            if at <= top < at + view.height():
                self.passed.emit(id)
                return

    # news

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed."""
        if "section" in changes.nouns and self.whole:
            self._order()
        for view in self.views():
            view.refresh(changes)

    def views(self) -> list[SectionView]:
        """All sections that are shown."""
        single = [self._single] if self._single is not None else []
        return [*single, *self._views.values()]

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        done = [view.commit() for view in self.views()]
        return all(done)
