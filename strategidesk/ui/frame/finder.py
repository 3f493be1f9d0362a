"""What the command search offers, and what happens to what is chosen there."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from strategidesk.desk.searching import Hit, Line, Titles, line, search
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import place_of
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Activity
from strategidesk.ui.words import caption, noun_label, noun_label_plural

if TYPE_CHECKING:
    from strategidesk.ui.frame.search_panel import SearchPanel, Shown
    from strategidesk.ui.window import Window

COMMANDS = "command"
PAGES = "pages"  # the menu whose commands come first
MOST_RECENT = 12
INSIDE = " › "  # between a menu and the one inside it
_RECENT = "search.recent"


class Finder(QObject):
    """The command search of a window. It is made when it is first opened."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._titles = Titles()
        self._lines: list[Line] = []
        self._back: QWidget | None = None  # where the cursor stood
        self.panel: SearchPanel | None = None

    def open(self) -> None:
        """Show the search, empty; where it is shown, close it."""
        panel = self._made()
        if panel.isVisible():
            panel.leave()
            return
        self._back = self._window.focusWidget()
        strategy = self._window.work.strategy
        things = self._titles.of(strategy, noun_label(strategy, Activity))
        self._lines = [*self._commands(), *things]
        panel.show_over()
        self._answer("")

    def _made(self) -> "SearchPanel":
        from strategidesk.ui.frame.search_panel import SearchPanel

        if self.panel is None:
            self.panel = SearchPanel(self._window)
            self.panel.typed.connect(self._answer)
            self.panel.chosen.connect(self._go)
            self.panel.left.connect(self._return)
        return self.panel

    def _commands(self) -> Iterator[Line]:
        window = self._window
        in_menus = {}
        offers = sorted(window.menus.offers(), key=lambda one: one.menu.key != PAGES)
        for offer in offers:
            in_menus[offer.key] = tr(offer.menu.label)
            if offer.key.startswith("make_") and offer.key != "make_usual":
                continue  # they come below, called by what they do
            if offer.menu.key == "sights":
                continue
            path = tuple(tr(menu.label) for menu in offer.menus)
            going = offer.menu.key == PAGES
            place = tr("Go to the page") if going else INSIDE.join(path)
            yield line(COMMANDS, offer.key, offer.label, place, offer.keys, " ".join(path))
        if window.work.read_only:
            return
        labels = {place.key: tr(place.label) for group in window.book.groups for place in group}
        for page_key, making in window.book.makings():
            key = f"make_{making.entity}"
            menu = in_menus.get(key, "")
            yield line(COMMANDS, key, making.label, menu or labels[page_key], also=menu)

    # what is found

    def _answer(self, sought: str) -> None:
        assert self.panel is not None
        hits = search(self._lines, sought, self._window.work.memory.get(_RECENT, ()))
        self.panel.show_hits(sought, [self._shown(hit) for hit in hits], recent=not sought.strip())

    def _shown(self, hit: Hit) -> "Shown":
        from strategidesk.ui.frame.search_panel import Shown

        one = hit.line
        if one.group == COMMANDS:
            page = one.key.removeprefix("page_")
            sign = page if page != one.key else "command"
            return Shown(one.key, tr("Commands"), sign, one.text, one.place, one.keys, hit.marks)
        strategy = self._window.work.strategy
        thing = strategy.by_id[Id(one.key)]
        heading = noun_label_plural(strategy, type(thing))
        page = self._window.book.place_of(thing.id) or "other"
        return Shown(one.key, heading, page, one.text, self._place(thing.id), "", hit.marks)

    def _place(self, id: Id) -> str:
        strategy = self._window.work.strategy
        thing = strategy.by_id[id]
        above = parent_of(place_of(thing)) if thing.meta.tree else None
        over = strategy.by_id.get(above or getattr(thing, "area", None) or Id(""))
        over_words = caption(strategy, over) if over is not None else ""
        if number := self._titles.numbers.get(thing.id):
            named = f"{noun_label(strategy, type(thing))} {number}"
            return f"{named}, {over_words}" if over_words else named
        return over_words or noun_label(strategy, type(thing))

    # what is chosen

    def _go(self, key: str) -> None:
        memory = self._window.work.memory
        used = [key, *(one for one in memory.get(_RECENT, ()) if one != key)]
        memory[_RECENT] = used[:MOST_RECENT]
        if key in self._window.work.strategy.by_id:
            self._window.go_to(Id(key))
            self._window.page.leave_for()
        else:
            self._return()
            self._window.menus.do(key)

    def _return(self) -> None:
        if self._back is not None and self._back.isVisible():
            self._back.setFocus()
        self._back = None
