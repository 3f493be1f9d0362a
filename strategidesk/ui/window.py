"""The window of one open strategy: navigation, header, banner, pages, status bar."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from strategidesk.desk.checking import look_through
from strategidesk.desk.clock import Clock
from strategidesk.desk.desk import Desk
from strategidesk.desk.looking_back import Log
from strategidesk.desk.remaining import waiting
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.answers.reading_in import ReadingIn
from strategidesk.ui.answers.taking_in import TakingIn
from strategidesk.ui.copies.merging import Merging
from strategidesk.ui.copies.sending import Sending
from strategidesk.ui.copying import Copying
from strategidesk.ui.dropping import Dropping
from strategidesk.ui.exporting import Exporting
from strategidesk.ui.frame import places, reading_order
from strategidesk.ui.frame.about_file import AboutFile
from strategidesk.ui.frame.banner import DANGER, FILE, INFO, REMOVAL, WARN, Act, Banner
from strategidesk.ui.frame.corner import Corner
from strategidesk.ui.frame.doing import menus_of
from strategidesk.ui.frame.events import Events
from strategidesk.ui.frame.finder import Finder
from strategidesk.ui.frame.header import Header
from strategidesk.ui.frame.header_buttons import EXPORTS, buttons_of, dim_again, shows_acts
from strategidesk.ui.frame.navigation import Navigation
from strategidesk.ui.frame.saving import Saving
from strategidesk.ui.frame.side import OVER, Side
from strategidesk.ui.frame.status import Status
from strategidesk.ui.frame.stops import step
from strategidesk.ui.frame.typed import Typed
from strategidesk.ui.history import visits
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.leaving import back_up
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.pages.book import Book
from strategidesk.ui.pages.page import Page
from strategidesk.ui.pages.saying import Saying, Way
from strategidesk.ui.pages.sentences import sentence
from strategidesk.ui.pages.table import REVIEW, listed
from strategidesk.ui.parts import NARROW
from strategidesk.ui.preview.previewing import Previewing
from strategidesk.ui.rounds.making import Rounds
from strategidesk.ui.running import Running
from strategidesk.ui.theme import faces
from strategidesk.ui.turning import HEAVY, Turning
from strategidesk.ui.versions.consulting import Consulting
from strategidesk.ui.versions.versioning import Shown, Versioning
from strategidesk.ui.words import NAMELESS, language_name
from strategidesk.ui.work import Work

if TYPE_CHECKING:
    from strategidesk.ui.shell import Shell

LOOK_LAG = 500  # milliseconds before the file is looked through: the window is painted first


class Window(QMainWindow):
    """Owns its desk, and closes it when it is closed."""

    def __init__(self, shell: "Shell", desk: Desk, restored: bool = False) -> None:
        super().__init__()
        self.shell = shell
        self.work = Work(desk, shell.settings.memory(desk.path), shell.settings.unit)
        self.book = Book(self.work)
        self._leaving_text = False
        self.clock = Clock()
        visits.note(self.work.memory, self.clock(), Log(desk.file).size())
        self.navigation = Navigation(listed(self.book.groups), desk.author, self.work.memory)
        self.header = Header()
        self.side = Side(self.book, self.work.memory)
        self.banner = Banner()
        self.events = Events(self)
        self.status = Status(desk.path)
        self.setStatusBar(self.status)
        places.restore(self, self.work.memory, shell.settings.window)
        Dropping(self, shell)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lay_out()
        self.exporting = Exporting(self)
        self.about_file = AboutFile(self)
        self.copying = Copying(self)
        self.merging = Merging(self)
        self.versioning = Versioning(self)
        self.consulting = Consulting(self)
        self.version: Shown | None = None  # that is shown here, in a file made for that
        self.sending = Sending(self)
        self.rounds = Rounds(self)
        self.reading_in = ReadingIn(self)
        self.taking_in = TakingIn(self)
        self.turning = Turning(self)
        self.previewing = Previewing(self)
        last = places.page_of(self.work.memory)
        self.book.turn_to(last if last in self.book.keys else self.book.keys[0])
        self.typed = Typed(self)
        self.menus = menus_of(self)
        self.finder = Finder(self)
        self.menu_end = Corner(self)
        self.header.name_panel(self.menus.actions["side_panel"])
        self.status.offer_zoom(self.menus.actions, self.work.zoom)
        self.saving = Saving(self)
        self._connect()
        self.work.unsettled.look()
        self.navigation.show_page(self.book.key)
        self._head()
        self._rename()
        if restored:
            words = tr("What was being written when the program ended is back in its place.")
            self.banner.tell(INFO, words)
        self._look = JobRunner(look_through(desk), self)
        self._look.failed.connect(self._damaged)
        self._look_later = QTimer(self, singleShot=True, interval=LOOK_LAG)
        self._look_later.timeout.connect(self._look.start)
        self._look_later.start()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.work.desk.path

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.book.page

    # made once

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self.header, self.banner):
            right.addWidget(part)
        right.addWidget(self.side, 1)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.work.changed.connect(self._changed)
        self.typed.changed.connect(self.menus.refresh)
        self.work.unsettled.changed.connect(self._mark)
        self.work.review_wanted.connect(self._review)
        self.work.refused.connect(lambda trouble: self.banner.tell(WARN, str(trouble)))
        self.navigation.turned.connect(self.turn_to)
        self.navigation.entered.connect(lambda: self.page.leave_for())
        self.header.led.connect(self.follow_way)
        self.header.panel_turned.connect(self.side.turn)
        self.side.turned.connect(self._show_panel)
        self.side.turned.connect(self.menus.refresh)
        self.banner.told.connect(self.events.note)
        self.status.told.connect(self.events.note)
        self.work.zoom_changed.connect(self.status.show_zoom)
        self.book.told.connect(self._told)
        self.book.removed.connect(self._removed)
        self.book.wanted.connect(self._wanted)
        self.book.panel_wanted.connect(self.side.open)
        self.book.place_wanted.connect(lambda id, field: self.go_to_field(Id(id), field))
        self.book.panel_left.connect(self.side.close_panel)
        self.book.hinted.connect(self.status.hint)
        self.book.deed_wanted.connect(self.menus.do)
        self.book.history_wanted.connect(self._show_history)
        self.book.version_wanted.connect(self.versioning.do)
        self.book.paper_wanted.connect(self.exporting.ask_paper)
        self.book.pages_wanted.connect(self.previewing.show_paper)
        self.work.hinted.connect(self.status.hint)
        self.book.export_wanted.connect(self.exporting.ask_named)

    # pages

    def turn_to(self, key: str) -> None:
        """Bring a page to the front; what is being typed on the one before is saved."""
        if key != self.book.key:
            self.book.turn_to(key)
            places.keep_page(self.work.memory, key)
            self.navigation.show_page(key)
            self._head()
            self.menus.refresh()
            if not self.navigation.isAncestorOf(self.focusWidget() or self):
                self.page.leave_for()

    def _wanted(self, key: str, id: str) -> None:
        self.turn_to(key)
        if id:
            self.page.show_thing(Id(id))

    def _review(self, id: str, field: str) -> None:
        """To what waits for a person in a field."""
        self.turn_to(REVIEW)
        self.page.show_contest(Id(id), field)

    def _show_history(self, id: str) -> None:
        self.turn_to("history")
        self.page.narrow_to(Id(id))

    def _told(self) -> None:
        if shows_acts(self):
            dim_again(self)
        else:
            self.header.show_page(tr(self.page.place.label), self._sentence(), buttons_of(self))
        self.header.say(self._sentence())
        self._show_facts()
        self.menus.refresh()

    def follow_way(self, way: Way) -> None:
        """Go where words of a page's sentence lead."""
        self.turn_to(way.page)
        if way.only:
            self.page.show_only(way.only)
        if way.id:
            self.page.show_thing(Id(way.id))
        self.page.leave_for()
        if way.field:
            self.page.focus_field(way.field)

    def _sentence(self) -> Saying:
        return self.page.sentence() or sentence(self.work.strategy, self.page.place)

    def _head(self) -> None:
        self.header.show_page(tr(self.page.place.label), self._sentence(), buttons_of(self))
        self.header.show_switch(self.page.switch())
        self.side.show_page(self.book.key, self.page.panel())
        self._fit_page()
        self._show_panel()
        self._show_facts()

    @property
    def jobs(self) -> list[Running]:
        """What works for the window on worker threads."""
        return self.findChildren(Running, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def busy(self) -> bool:
        """Whether a job goes on that another one would disturb."""
        return any(one.runner is not None for one in self.jobs)

    def show_acts(self) -> None:
        """Follow what the page in front and the menus can offer now."""
        for one in self.header.buttons:
            if one.property(EXPORTS):
                one.setEnabled(not self.busy)
        self.menus.refresh()

    def _fit_page(self) -> None:
        """The page as wide as the window lets it; its own row stands in for the header where there
        is little room."""
        row = self.page.fit(self.width())
        self.header.setVisible(not row)
        self.side.set_over(self.width() < faces.grown(OVER), row)

    def _show_panel(self) -> None:
        self.header.show_panel(self.side.there, self.side.shown)

    def _show_facts(self) -> None:
        self.status.show_facts(self.page.facts(), language_name(self.work.strategy))

    def make(self, key: str, entity: str) -> None:
        """Add a thing on its page."""
        self.turn_to(key)
        self.page.make(entity)

    def go_to(self, id: Id) -> None:
        """Bring a thing to the front, on the page where it stands."""
        if self.page.show_thing(id):
            return
        key = self.book.place_of(id)
        if key is not None:
            self.turn_to(key)
            self.page.show_thing(id)

    def go_to_field(self, id: Id, field: str) -> None:
        """Bring a thing to the front, with the cursor in one of its fields."""
        self.go_to(id)
        self.page.focus_field(field)

    # what is done

    def save(self) -> None:
        """Close what is being typed, and say that all is saved."""
        self.saving.save()

    def save_copy(self) -> None:
        """A working copy at a place that the user chooses."""
        self.copying.ask()

    def undo(self) -> None:
        """Take the last step back: of what is being typed, else the strategy's, and go there."""
        if not self.typed.turn(redo=False):
            self._turn(redo=False)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if not self.typed.turn(redo=True):
            self._turn(redo=True)

    def _turn(self, redo: bool) -> None:
        """The place of the step is in front before anything changes there."""
        self.book.commit()
        settles = self.work.desk.settles(redo)
        things = self.work.desk.concerned(redo)
        if settles:  # the page itself goes to what it opens or closes
            self.turn_to(REVIEW)
        else:
            self._go_to_first(things)
        if self.work.desk.weight(redo) > HEAVY:
            self.turning.begin(redo)
        elif self.work.turn(redo):
            self.turned(things, settles)

    def turned(self, things: tuple[tuple[Id, str], ...], settles: bool) -> None:
        """A step that concerns these was undone or done again."""
        self.banner.settle(REMOVAL)
        if not settles:
            self._go_to_first(things)

    def _go_to_first(self, things: tuple[tuple[Id, str], ...]) -> None:
        """To the first of these that stands somewhere; of one that is gone only to its page."""
        for id, entity in things:
            if self.book.page_for(entity) is None:
                continue
            if id in self.work.strategy.by_id:
                self.go_to(id)
            else:
                self.turn_to(self.book.page_for(entity) or self.book.key)
            return

    def next_stop(self, by: int = 1) -> None:
        """Focus the next part of the window (-1: the one before)."""
        step(self, by)

    def toggle_full_screen(self) -> None:
        """The whole screen, or the window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # news

    def _changed(self, changes: ChangeSet) -> None:
        self.banner.settle(REMOVAL)  # what its button would undo is another step now
        self.book.follow(changes)
        if "strategy" in changes.nouns:
            self._rename()
        else:
            self._mark()
        self.menus.refresh()

    def show_as_version(self, shown: Shown) -> None:
        """What is open here is a version of a strategy: name it so."""
        self.version = shown
        self._rename()

    def _rename(self) -> None:
        title = self.work.strategy.card.title or tr(NAMELESS)
        of = f"{self.version.title} – " if self.version else ""
        self.setWindowTitle(f"{of}{title} – StrategiDesk")
        self._mark()

    def _mark(self) -> None:
        """How far the strategy has come, and what waits for a person."""
        today = day_of(self.clock())
        self.navigation.show_strategy(self.work.strategy, self.work.read_only, today)
        unsettled = {REVIEW: len(self.work.unsettled.items)}
        self.navigation.show_badges({**waiting(self.work.strategy), **unsettled})

    def _damaged(self, trouble: UserError) -> None:
        self.banner.tell(DANGER, str(trouble), about=FILE)

    def _removed(self, words: str) -> None:
        back = Act(tr("Undo"), partial(self._turn, redo=False))
        self.banner.tell(INFO, words, back, about=REMOVAL)

    def redress(self) -> None:
        """Follow the theme."""
        self.banner.redress()
        self.status.redress()

    # Qt

    def focusNextPrevChild(self, next: bool) -> bool:
        by = 1 if next else -1
        return reading_order.step(self, by) or super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < faces.grown(NARROW)
        self.navigation.set_compact(narrow)
        self.header.set_narrow(narrow)
        self._fit_page()
        self.menu_end.fit(event.size().width(), narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.saving.lets_close() and not self._leaving_text:
            event.ignore()
            return
        places.keep(self, self.work.memory, self.shell.settings.window)
        for running in self.jobs:
            running.stop()
        self.work.unsettled.stop()
        self.previewing.stop()
        if self._look_later.isActive():
            self._look_later.stop()
        else:
            self._look.cancel()
            self._look.wait()
        self.work.desk.listeners.clear()
        back_up(self)
        self.work.desk.close()
        if self.version is not None:
            self.path.unlink(missing_ok=True)
        self.shell.closed(self)
        event.accept()

    def close_anyway(self) -> None:
        """Close, whether the disk takes what was written last or not."""
        self._leaving_text = True
        self.close()
