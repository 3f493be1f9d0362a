"""All pages of a window, each made when it is first turned to."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.pages.makings import makings_of
from strategidesk.ui.pages.page import Making, Page
from strategidesk.ui.pages.table import Place, key_of, places
from strategidesk.ui.work import Work

_REGISTER = "register:RegisterPage"
_OWN = {  # module in this package, and the class there: imported when the page is turned to
    "overview": "overview:OverviewPage",
    "text": "text:TextPage",
    "areas": "areas:AreasPage",
    "definitions": "definitions:DefinitionsPage",
    "indicators": "indicators:IndicatorsPage",
    "chain": "chain:ChainPage",
    "card": "card:CardPage",
    "people": "people:PeoplePage",
    "plan": "plan:PlanPage",
    "review": "review:ReviewPage",
    "history": "history:HistoryPage",
    "decisions": "decisions:DecisionsPage",
    "answers": "answers:AnswersPage",
    "follow_up": "follow_up:FollowUpPage",
    "wastebasket": "wastebasket:WastebasketPage",
}


def _class_of(key: str) -> str:
    return _OWN.get(key, _REGISTER)


def module_of(key: str) -> str:
    """The module that a page is made by: the page imports it when it is turned to first."""
    return f"{__package__}.{_class_of(key).partition(':')[0]}"


class Book(QStackedWidget):
    """`told`: the page in front has something else to say or to offer; `removed` carries what
    lies in the wastebasket now."""

    told = Signal()
    removed = Signal(str)
    wanted = Signal(str, str)  # a page's key, and the id of a thing there or nothing
    export_wanted = Signal(str)
    deed_wanted = Signal(str)  # a command's key
    panel_wanted = Signal()
    place_wanted = Signal(str, str)  # a thing's id, and the name of its field
    panel_left = Signal()
    hinted = Signal(str)
    version_wanted = Signal(str, object)
    paper_wanted = Signal(str)  # export a paper, by its id
    pages_wanted = Signal(str, bool)  # show a paper's pages, or print them
    history_wanted = Signal(str)  # of a thing, by its id

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.groups = places(work.strategy.schema)
        self._places = {place.key: place for group in self.groups for place in group}
        self._pages: dict[str, Page] = {}

    @property
    def page(self) -> Page:
        """The page in front."""
        page = self.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def keys(self) -> list[str]:
        """The keys of all pages, in order."""
        return list(self._places)

    @property
    def key(self) -> str:
        """The key of the page in front; empty before the first is turned to."""
        return self.page.place.key if self.count() else ""

    def turn_to(self, key: str) -> None:
        """Bring a page to the front; what is being typed on the one before is saved."""
        if self.count():
            self.page.commit()
        if key not in self._pages:
            self._pages[key] = self._make(self._places[key])
        self.setCurrentWidget(self._pages[key])
        self.page.opened()

    def known_deeds(self) -> set[str]:
        """The keys of everything that some page made so far does."""
        return {key for page in self._pages.values() for key in page.deeds()}

    def _make(self, place: Place) -> Page:
        _module, _, name = _class_of(place.key).partition(":")
        kind = getattr(import_module(module_of(place.key)), name)
        page: Page = kind(self._work, place)
        page.state_changed.connect(lambda: self._tell(page))
        page.removed.connect(self.removed)
        page.wanted.connect(self.wanted)
        page.export_wanted.connect(self.export_wanted)
        page.panel_wanted.connect(self.panel_wanted)
        page.place_wanted.connect(self.place_wanted)
        page.panel_left.connect(self.panel_left)
        page.hinted.connect(self.hinted)
        page.history_wanted.connect(self.history_wanted)
        page.deed_wanted.connect(self.deed_wanted)
        page.version_wanted.connect(self.version_wanted)
        page.paper_wanted.connect(self.paper_wanted)
        page.pages_wanted.connect(self.pages_wanted)
        self.addWidget(page)
        return page

    def _tell(self, page: Page) -> None:
        if page is self.currentWidget():
            self.told.emit()

    def commit(self) -> list[str]:
        """Save what is being typed on any page; the keys of the pages where a value is refused."""
        return [key for key, page in self._pages.items() if not page.commit()]

    def label_of(self, key: str) -> str:
        """What a page is called, in the user's language."""
        return tr(self._places[key].label)

    def follow(self, changes: ChangeSet) -> None:
        """Have every page show what has changed."""
        for page in self._pages.values():
            page.refresh(changes)

    def makings(self) -> Iterator[tuple[str, Making]]:
        """Everything that can be added anywhere, with the page where it is."""
        for key, place in self._places.items():
            for making in makings_of(self._work, place):
                yield key, making

    def place_of(self, id: Id) -> str | None:
        """The page on which a thing stands; None where it stands nowhere."""
        return self.page_for(self._work.strategy.by_id[id].meta.entity)

    def page_for(self, entity: str) -> str | None:
        """The page on which things of a noun stand; None where they stand nowhere."""
        return key_of(self._work.strategy.schema, entity)
