"""What every page can do."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.ui.frame.more import Group
from strategidesk.ui.pages.saying import Saying
from strategidesk.ui.pages.table import Place
from strategidesk.ui.work import Work


@dataclass(frozen=True)
class Making:
    """Something that a page can add."""

    entity: str
    label: str  # in the user's language


@dataclass(frozen=True)
class HeaderAct:
    """A button of the page header."""

    label: str  # in the user's language
    sign: str
    do: Callable[[], object]
    primary: bool = False
    when_reading: bool = True  # can be used in a file that was opened for reading
    why: str = ""  # it cannot be used now: the reason, in the user's language
    exports: bool = False  # waits while a document is being written
    menu: Callable[[], Iterable[Group]] | None = None  # the lines that it opens


class Page(QWidget):
    """A page under the header. `state_changed`: what can be done here is another now."""

    state_changed = Signal()
    removed = Signal(str)  # what lies in the wastebasket now
    wanted = Signal(str, str)  # go to a page (its key), and there to a thing (its id, or empty)
    place_wanted = Signal(str, str)  # go to a thing (its id) and one of its fields, on any page
    panel_wanted = Signal()  # show the side panel
    panel_left = Signal()  # hide the side panel
    history_wanted = Signal(str)  # show what has happened to a thing (its id)
    hinted = Signal(str)  # something to say for a while, in the status bar
    deed_wanted = Signal(str)  # do a command of the window (its key)
    paper_wanted = Signal(str)  # open the export of a paper (its id)
    pages_wanted = Signal(str, bool)  # show the pages of a paper (its id), or print them
    version_wanted = Signal(str, object)  # do something with versions (strategidesk.ui.versions)
    export_wanted = Signal(str)  # open the export of this kind ("strategy", "activity-plan")

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__()
        self.work = work
        self.place = place

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed."""

    def opened(self) -> None:
        """The page has been brought to the front."""

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        return True

    def makings(self) -> tuple[Making, ...]:
        """What can be added here; the first is the usual one."""
        return ()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What this page does of the commands declared in ui/frame/commands.py, by command key."""
        return {}

    def checked(self) -> Collection[str]:
        """The keys of its commands that are on: bold where the cursor stands, for one."""
        return ()

    def acts(self) -> tuple[HeaderAct, ...] | None:
        """The header's buttons, the primary one last; None: one for each of `makings`."""
        return None

    def sentence(self) -> Saying | None:
        """The living sentence under the title; None: the one of the page's registers."""
        return None

    def switch(self) -> QWidget | None:
        """The choice of how the page is seen, for the header; None: there is none."""
        return None

    def panel(self) -> QWidget | None:
        """The side panel, which the window shows beside the page and the header's last button
        shows and hides; None: there is none."""
        return None

    def fit(self, _width: int) -> int:
        """The window is so many logical pixels wide. Returns how high the page's own row is that
        stands in for the header now; 0: the header stands."""
        return 0

    def facts(self) -> str:
        """What the status bar says of this page: how many words, for one."""
        return ""

    def make(self, entity: str) -> None:
        """Add a thing and go to its form."""

    def make_usual(self) -> None:
        """Add a thing of the kind that the user is on."""

    def remove(self) -> None:
        """Remove what is chosen."""

    def move_by(self, step: int) -> None:
        """Move what is chosen up (-1) or down (1) among its siblings."""

    def change_level(self, step: int) -> None:
        """Put what is chosen under another heading (1) or beside its own (-1)."""

    def has_chosen(self) -> bool:
        """Whether something is chosen that can be removed and moved."""
        return False

    def show_thing(self, _id: Id) -> bool:
        """Go to a thing; False where it does not stand here."""
        return False

    def show_only(self, _key: str) -> None:
        """Set the page's filter of this key, where it has filters."""

    def show_contest(self, _id: Id, _field: str) -> None:
        """Go to what waits for a person in a thing's field, where this page shows it."""

    def narrow_to(self, _id: Id) -> None:
        """Show only what concerns a thing, where the page shows what has happened."""

    def focus_field(self, _name: str) -> None:
        """Put the cursor into a field of the thing that is shown, where the page has a form."""

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes to, in order."""
        return ()

    def leave_for(self) -> None:
        """Put the focus where a new page has it."""
        stops = self.stops()
        if stops:
            stops[0].setFocus()
