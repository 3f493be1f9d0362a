"""The page where the strategy's text is written."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.ui import removing
from strategidesk.ui.frame.more import Choice
from strategidesk.ui.pages.page import HeaderAct, Making, Page
from strategidesk.ui.pages.table import Place
from strategidesk.ui.parts import frame, label
from strategidesk.ui.segments import Segments
from strategidesk.ui.text import arranging
from strategidesk.ui.text.doing import ONE, WHOLE, Doing
from strategidesk.ui.text.facts import facts_of
from strategidesk.ui.text.finder import FindBar
from strategidesk.ui.text.outline import WIDTH, Outline
from strategidesk.ui.text.panel import TextPanel
from strategidesk.ui.text.sheet import Sheet
from strategidesk.ui.text.top import TopRow
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work
from strategidesk.ui.writing import deeds
from strategidesk.ui.writing.edit import RichEdit


class TextPage(Page):
    """Outline, sheet and side panel."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.side = TextPanel(work)
        self.outline = Outline(work, place.registers[0])
        self.sheet = Sheet(work)
        self.top = TopRow(self._do, self._further)
        self.mode = Segments(tr("What is shown"))
        self.finder = FindBar(work)
        self.edit: RichEdit | None = None  # the text that is written in
        self.doing = Doing(self)
        self._lay_out()
        self._connect()
        self._show_mode()

    def _lay_out(self) -> None:
        self.empty = label(
            tr("No sections yet. Add a section or fetch a Word document."), tone="muted", wrap=True
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.empty)
        writing = frame("sheet")
        under = QVBoxLayout(writing)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.top)
        under.addWidget(self.finder)
        under.addWidget(self._stack, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.outline)
        self._split.addWidget(writing)
        self._split.setStretchFactor(1, 1)
        self.outline.setMinimumWidth(faces.grown(240))
        self._split.setSizes([int(self.work.memory.get("outline", faces.grown(WIDTH))), 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def _connect(self) -> None:
        self.outline.chosen.connect(lambda id: self._go(Id(id)))
        self.outline.making.connect(self.make_usual)
        self.sheet.entered.connect(self._entered)
        self.sheet.left.connect(lambda edit: self._follow(None) if edit is self.edit else None)
        self.sheet.passed.connect(self._passed)
        self.sheet.definition_wanted.connect(self.doing.define)
        self.sheet.wanted.connect(lambda page: self.wanted.emit(page, ""))
        self.mode.chosen.connect(self.set_mode)
        self.finder.found.connect(self.doing.find)
        self.finder.closed.connect(self.leave_for)
        self.top.jumped.connect(lambda id: self.show_thing(Id(id)))
        self.top.panel_turned.connect(self._turn_panel)
        self._split.splitterMoved.connect(self._keep_width)
        self.side.sought.connect(self.doing.find_words)
        self.side.removed.connect(self.removed)
        self.outline.dropped.connect(self._drop)
        self.side.place_wanted.connect(self.place_wanted)
        self.side.overlook.hinted.connect(self.hinted)
        self.side.overlook.overlooked.connect(self._show_findings)
        self.side.overlook.counted.connect(self.top.count)
        self.side.history_wanted.connect(lambda: self.wanted.emit("history", ""))

    # what is shown

    @property
    def whole(self) -> bool:
        """Whether all sections stand under each other."""
        return bool(self.work.memory.get("text") == WHOLE)

    def set_mode(self, mode: str) -> None:
        """One section, or the whole text; remembered."""
        self.sheet.commit()
        self.work.memory["text"] = mode
        self._show_mode()
        self.state_changed.emit()

    def _modes(self) -> tuple[tuple[str, str], ...]:
        return (ONE, tr("One section")), (WHOLE, tr("The whole text"))

    def _show_mode(self) -> None:
        here = self.outline.section or self._remembered()
        self.mode.show_choices(self._modes(), WHOLE if self.whole else ONE)
        self.top.show_sections(self.work.strategy)
        self._stack.setCurrentWidget(self.sheet if here else self.empty)
        if here is None:
            self.sheet.show_nothing()
            self.side.show_section(None)
            return
        self.outline.mark(here)
        if self.whole:
            self.sheet.show_whole(here)
        else:
            self.sheet.show_one(here)
        self._stand_on(here)

    def _remembered(self) -> Id | None:
        """The section that was worked on last, else the first."""
        last = self.work.memory.get("section")
        every = [section.id for section in self.work.strategy.sections]
        return Id(last) if last in every else next(iter(every), None)

    def _go(self, id: Id) -> None:
        self.sheet.commit()
        if id not in self.work.strategy.by_id:
            return
        self.sheet.go(id)
        self._stand_on(id)

    def _passed(self, key: str) -> None:
        self.outline.mark(Id(key))
        self._stand_on(Id(key))

    def _stand_on(self, id: Id) -> None:
        self.work.memory["section"] = id
        self.top.stand_on(id)
        self.side.show_section(id)
        view = self.sheet.view_of(id)
        if view is not None and not self.whole:
            self._follow(view.edit)
        self.state_changed.emit()

    def _entered(self, edit: RichEdit) -> None:
        self._follow(edit)
        for view in self.sheet.views():
            if view.edit is edit and view.section and view.section != self.outline.section:
                self._passed(view.section)

    def _follow(self, edit: RichEdit | None) -> None:
        self.edit = edit
        self.top.bar.follow(edit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """The outline beside the text, or as a list over it where there is no room."""
        beside = self.top.wide and not self.work.memory.get("no outline")
        self.outline.setVisible(beside)
        self.top.fit(self.width() - (self.outline.width() if beside else 0), jump=not beside)

    def fit(self, width: int) -> int:
        self.top.follow_window(width)
        self._fold()
        return self.top.sizeHint().height() if self.top.folded else 0

    def _further(self) -> Iterator[list[Choice]]:
        """What the header has while it stands."""
        here = WHOLE if self.whole else ONE
        yield [
            Choice(words, partial(self.set_mode, mode), on=mode == here)
            for mode, words in self._modes()
        ]
        able = not self.work.read_only
        yield [
            Choice(act.label, act.do, act.sign, enabled=act.when_reading or able)
            for act in self.acts()
        ]

    def _turn_panel(self) -> None:
        (self.panel_left if self.side.isVisible() else self.panel_wanted).emit()

    def _show_findings(self) -> None:
        self.outline.show_findings(self.side.overlook.by_thing())

    def turn_outline(self) -> None:
        """Show the outline, or put it away, which is remembered; as a list it opens."""
        if not self.top.wide:
            self.top.jump.setFocus()
            self.top.jump.showPopup()
            return
        self.work.memory["no outline"] = not self.work.memory.get("no outline")
        self._fold()

    def _keep_width(self) -> None:
        self.work.memory["outline"] = self.outline.width()
        self._fold()

    # the page

    def switch(self) -> QWidget:
        return self.mode

    def panel(self) -> QWidget:
        return self.side

    def facts(self) -> str:
        return facts_of(self.work.strategy, self.outline.section)

    def acts(self) -> tuple[HeaderAct, ...]:
        return (
            HeaderAct(tr("New section"), "plus", self.make_usual, when_reading=False),
            HeaderAct(
                tr("Export to Word"),
                "export",
                lambda: self.export_wanted.emit("strategy"),
                primary=True,
                exports=True,
            ),
        )

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return self.doing.deeds(self.edit)

    def checked(self) -> Collection[str]:
        on = {"whole_text" if self.whole else "one_section"}
        if not self.work.memory.get("no outline"):
            on.add("outline")
        return on | (deeds.checked(self.edit) if self.edit is not None else set())

    def _do(self, key: str) -> None:
        do = self.deeds().get(key)
        if do is not None:
            do()

    def opened(self) -> None:
        self.side.overlook.look_soon()

    def refresh(self, changes: ChangeSet) -> None:
        here = self.outline.section
        self.outline.refresh(changes)
        self.sheet.refresh(changes)
        self.side.refresh(changes)
        if "section" in changes.nouns and (changes.created or changes.deleted or here is None):
            gone = here is None or here not in self.work.strategy.by_id
            self.top.show_sections(self.work.strategy)
            if gone or self._stack.currentWidget() is self.empty:
                self._show_mode()
            else:
                self.top.stand_on(here)
        self.state_changed.emit()

    def commit(self) -> bool:
        done = self.sheet.commit()
        return self.side.comments.commit() and done

    # sections

    def makings(self) -> tuple[Making, ...]:
        return (Making("section", tr("New section")),)

    def make(self, _entity: str) -> None:
        self.make_usual()

    def make_usual(self) -> None:
        if self.work.read_only or not self.commit():
            return
        made = arranging.make(self.work, self.outline.section)
        if made is not None:
            self.show_thing(made)
            view = self.sheet.view_of(made)
            if view is not None:
                view.line.setFocus()

    def remove(self) -> None:
        here = self.outline.section
        if here is None or self.work.read_only:
            return
        self.commit()
        if words := removing.remove(self.work, (here,)):
            self.removed.emit(words)

    def _drop(self, id: str, target: str, where: int) -> None:
        if self.commit():
            arranging.put(self.work, id, target, where)

    def move_by(self, step: int) -> None:
        here = self.outline.section
        if here is not None and not self.work.read_only and self.commit():
            arranging.move(self.work, here, step)

    def change_level(self, step: int) -> None:
        here = self.outline.section
        if here is not None and not self.work.read_only and self.commit():
            arranging.change_level(self.work, here, step)
            self.outline.choose(here)

    def has_chosen(self) -> bool:
        return self.outline.section is not None

    def show_thing(self, id: Id) -> bool:
        if self.work.strategy.get(Section, id) is None:
            return False
        if self._stack.currentWidget() is self.empty:
            self._show_mode()
        self.outline.mark(id)
        self._go(id)
        return True

    def focus_field(self, name: str) -> None:
        view = self.sheet.view_of(self.outline.section)
        if view is not None:
            view.row(name).editor.setFocus()

    def stops(self) -> tuple[QWidget, ...]:
        view = self.sheet.view_of(self.outline.section)
        bar = (self.top.bar.kind,) if self.top.bar.kind.isEnabled() else ()
        first = (self.outline.view,) if self.outline.isVisible() else (self.top.jump,)
        return (*first, *bar, *((view.edit,) if view is not None else ()))

    def leave_for(self) -> None:
        view = self.sheet.view_of(self.outline.section)
        (view.edit if view is not None else self.outline.view).setFocus()
