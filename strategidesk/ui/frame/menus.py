"""The menu bar, made from the declared commands. Letters are unique on each level."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from strategidesk.language import tr
from strategidesk.ui.frame import keys
from strategidesk.ui.frame.commands import Entry, Menu, entries
from strategidesk.ui.frame.letters import letters, with_letter

Deeds = Mapping[str, Callable[[], object]]


class Doer(Protocol):
    """Who does what the menus offer."""

    @property
    def read_only(self) -> bool:
        """Whether only what changes nothing can be done."""

    def deeds(self) -> Deeds:
        """What can be done now, by command key."""

    def known(self) -> Collection[str]:
        """The keys of what can be done now or on another page."""

    def checked(self) -> Collection[str]:
        """The keys of what is on."""

    def labels(self) -> Mapping[str, str]:
        """What commands are called that have words of the strategy's own."""

    def steps(self) -> Mapping[str, str]:
        """What a command concerns: the step that would be undone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A command as it is called now, with the keys that it has now."""

    key: str
    label: str
    menus: tuple[Menu, ...]  # in which it stands, from the menu bar inwards
    keys: str

    @property
    def menu(self) -> Menu:
        """The menu that it stands in."""
        return self.menus[-1]


class Menus:
    """The menus of a window. `fillers` fill a menu anew each time it opens, by its key."""

    def __init__(
        self,
        bar: QMenuBar,
        menus: Iterable[Menu],
        doer: Doer,
        fillers: Mapping[str, Callable[[QMenu], None]] | None = None,
    ) -> None:
        self._doer = doer
        self._fillers = fillers or {}
        self.actions: dict[str, QAction] = {}  # by command key
        self._levels: list[_Level] = []
        tops = tuple(menus)
        top = _Level((), [(menu, bar.addMenu("").menuAction()) for menu in tops])
        self._levels.append(top)
        for menu, action in top.parts:
            assert isinstance(menu, Menu)
            self._fill(_menu_of(action), (menu,))
        self.give_keys()
        self.refresh()

    def _fill(self, made: QMenu, path: tuple[Menu, ...]) -> None:
        made.aboutToShow.connect(self.refresh)
        menu = path[-1]
        level = _Level(path, [])
        self._levels.append(level)
        together = QActionGroup(made) if menu.one_of else None
        for number, group in enumerate(group for group in menu.groups if group):
            if number:
                made.addSeparator()
            for one in group:
                action = (
                    self._under(made, (*path, one))
                    if isinstance(one, Menu)
                    else self._entry(made, one)
                )
                level.parts.append((one, action))
                if together is not None:
                    together.addAction(action)

    def _under(self, above: QMenu, path: tuple[Menu, ...]) -> QAction:
        made, menu = above.addMenu(""), path[-1]
        if menu.key in self._fillers:
            fill = self._fillers[menu.key]
            above.aboutToShow.connect(lambda: fill(made))
            made.aboutToShow.connect(lambda: fill(made))
        else:
            self._fill(made, path)
        return made.menuAction()

    def _entry(self, menu: QMenu, entry: Entry) -> QAction:
        action = QAction(menu)
        action.setCheckable(entry.checkable)
        action.triggered.connect(lambda _checked=False, key=entry.key: self.do(key))
        menu.addAction(action)
        if not entry.again:
            self.actions[entry.key] = action
        return action

    def give_keys(self) -> None:
        """Give every command the keys that it has now."""
        for level in self._levels:
            for one, action in level.parts:
                if isinstance(one, Entry) and not one.again:
                    action.setShortcuts([QKeySequence(given) for given in keys.keys_of(one)])

    def do(self, key: str) -> None:
        """Do a command, where it can be done."""
        deed = self._doer.deeds().get(key)
        if deed is not None:
            deed()
            self.refresh()

    def offers(self) -> Iterator[Offer]:
        """Every command that can be done now."""
        return (offer for offer, action in self._offers() if action.isEnabled())

    def keyed(self) -> Iterator[Offer]:
        """Every command that has keys, whether it can be done now or not."""
        return (offer for offer, _action in self._offers() if offer.keys)

    def _offers(self) -> Iterator[tuple[Offer, QAction]]:
        labels = self._doer.labels()
        for level in self._levels:
            for one, action in level.parts:
                if isinstance(one, Entry) and level.path and not one.again:
                    label = labels.get(one.key) or tr(one.label)
                    yield Offer(one.key, label, level.path, keys.shown_keys(one)), action

    def refresh(self) -> None:
        """Follow what can be done, what is on and what things are called."""
        deeds, known, on = self._doer.deeds(), self._doer.known(), self._doer.checked()
        labels, steps = self._doer.labels(), self._doer.steps()
        for level in self._levels:
            level.name(labels, steps, self.actions)
            for one, action in level.parts:
                if isinstance(one, Menu):
                    inside = level.inside[one.key]
                    if inside:
                        action.setVisible(not inside.isdisjoint(known))
                        action.setEnabled(not inside.isdisjoint(deeds))
                    continue
                action.setEnabled(one.key in deeds and (one.reading or not self._doer.read_only))
                action.setChecked(one.key in on)


class _Level:
    """The entries and menus that stand together."""

    def __init__(self, path: tuple[Menu, ...], parts: list[tuple[Entry | Menu, QAction]]) -> None:
        self.path = path
        self.parts = parts
        self._words: list[str] = []
        self._lettered: list[str] = []

    @cached_property
    def inside(self) -> Mapping[str, frozenset[str]]:
        """The keys of the commands in each menu that stands here."""
        menus = (one for one, _action in self.parts if isinstance(one, Menu))
        return {menu.key: frozenset(entry.key for entry in entries(menu)) for menu in menus}

    def name(
        self, labels: Mapping[str, str], steps: Mapping[str, str], actions: Mapping[str, QAction]
    ) -> None:
        words = [labels.get(one.key) or tr(one.label) for one, _action in self.parts]
        if words != self._words:
            wished = [one.letter if isinstance(one, Menu) else "" for one, _action in self.parts]
            self._words = words
            self._lettered = [*map(with_letter, words, letters(words, wished))]
        for (one, action), text in zip(self.parts, self._lettered, strict=True):
            if one.key in steps:
                step = steps[one.key].replace("&", "&&")
                text = tr("{command}: {step}", command=text, step=step)
            elif isinstance(one, Entry) and one.again and one.key in actions:
                shown = keys.native(actions[one.key].shortcut().toString())
                text += f"\t{shown}" if shown else ""
            if text != action.text():
                action.setText(text)


def _menu_of(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu
