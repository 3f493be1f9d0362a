"""The menus of an open strategy, and who does what they offer."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from strategidesk.desk.exports import EXPORTS
from strategidesk.language import mark, tr
from strategidesk.model.follow_up import Round
from strategidesk.ui.frame import commands, deeds
from strategidesk.ui.frame.commands import INSERTED, Entry, Group
from strategidesk.ui.frame.menus import Menus
from strategidesk.ui.pages.table import listed
from strategidesk.ui.words import noun_label

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

JOBS = (
    "export_",
    "repeat_export",
    "save_copy",
    "send_copy",
    "merge_copies",
    "new_round",
    "make_sheets",
)  # how the keys of jobs begin


def menus_of(window: "Window") -> Menus:
    """The menu bar of a window."""
    filled = {
        "pages": _pages(window),
        "sights": _sights(window),
        "export": _exports(),
        "insert": _inserted(window),
    }
    fillers = {"recent": partial(deeds.recent, window.shell)}
    return Menus(window.menuBar(), commands.menus(**filled), Doing(window), fillers)


class Doing:
    """What the window and its page in front do."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._own = deeds.of_window(window)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._window.work.read_only

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What can be done now, by command key."""
        page = self._window.page
        missing = {"undo", "redo"} - set(self.steps())
        if not page.has_chosen():
            missing.update(deeds.CHOSEN)
        if self._window.busy:
            missing.update(key for key in self._own if key.startswith(JOBS))
        if not self._window.side.there:
            missing.add("side_panel")
        if not self._window.work.strategy.all(Round):
            missing.update(deeds.OF_A_ROUND)
        able = {key: do for key, do in self._own.items() if key not in missing}
        return {**able, **page.deeds()}

    def known(self) -> set[str]:
        """The keys of what can be done here or on another page."""
        return self._own.keys() | self._window.book.known_deeds()

    def checked(self) -> set[str]:
        """The keys of what is on."""
        full = {"full_screen"} if self._window.isFullScreen() else set()
        theme = self._window.shell.settings.theme
        panel = {"side_panel"} if self._window.side.shown else set()
        hidden = self._window.navigation.hidden()
        shown = {f"show_{key}" for key in self._window.book.keys if key not in hidden}
        return {f"theme_{theme}", *full, *panel, *shown, *self._window.page.checked()}

    def labels(self) -> dict[str, str]:
        """What commands are called that have words of the strategy's own."""
        strategy = self._window.work.strategy
        found = {
            f"make_{name}": noun_label(strategy, noun)
            for name, noun in strategy.schema.by_entity.items()
        }
        return found | {f"export_{one.what}": f"{tr(one.label)} …" for one in EXPORTS}

    def steps(self) -> dict[str, str]:
        """The steps that can be undone and done again."""
        desk = self._window.work.desk
        found = {"undo": desk.undo_label, "redo": desk.redo_label}
        steps = {key: tr(label) for key, label in found.items() if label}
        for key, redo in (("redo", True), ("undo", False)):
            if self._window.typed.can_turn(redo):
                steps[key] = tr("typing")
            elif redo and self._window.typed.can_turn(redo=False):
                steps.pop(key, None)  # what is being typed comes after it
        return steps


def _pages(window: "Window") -> Iterator[Group]:
    """The menu of pages: as they stand in the navigation."""
    for group in listed(window.book.groups):
        yield tuple(
            Entry(
                f"page_{place.key}",
                place.label,
                f"Ctrl+{place.key_number}" if place.key_number else "",
                reading=True,
            )
            for place in group
        )


def _sights(window: "Window") -> Iterator[Group]:
    """The menu of the pages that the navigation shows; the first page always is."""
    _first, *others = (place for group in listed(window.book.groups) for place in group)
    yield tuple(Entry(f"show_{one.key}", one.label, reading=True, checkable=True) for one in others)


def _exports() -> Iterator[Group]:
    """The menu of exports: what there is; the panel asks how it is wanted."""
    yield tuple(Entry(f"export_{one.what}", one.label, reading=True) for one in EXPORTS)
    yield (Entry("compare_versions", mark("Compare versions …"), reading=True, again=True),)


def _inserted(window: "Window") -> Iterator[Group]:
    """What the strategy is made of."""
    known = window.work.strategy.schema.by_entity
    yield tuple(Entry(f"make_{name}", known[name].meta.label) for name in INSERTED if name in known)
