"""A page of registers: one list with its form, or several under tabs."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.ui.pages.makings import making_of
from strategidesk.ui.pages.page import Making, Page
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.table import Listing, Place, Register
from strategidesk.ui.tabs import Tabs
from strategidesk.ui.words import noun_label_plural
from strategidesk.ui.work import Work


class RegisterPage(Page):
    """Lists and forms of the nouns that the page's entry in the table names; each register is
    made when it is first turned to."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._tabs = Tabs()
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._registers = place.registers
        self._panes: dict[int, Pane] = {}
        self._ahead = 0  # tabs in front of the registers
        for register in place.registers:
            noun = work.strategy.schema.by_entity[register.main.entity]
            self._tabs.add(noun_label_plural(work.strategy, noun))
            self._stack.addWidget(_holder())
        self._tabs.turned.connect(self._turn)

    def lead_with(self, words: str, part: QWidget) -> None:
        """One more tab, in front of the registers: the page opens with it."""
        self._ahead += 1
        self._stack.insertWidget(0, part)
        self._tabs.add(words, 0)
        self.turn_tab(0)

    def add_tab(self, words: str, part: QWidget) -> None:
        """One more tab, behind the registers."""
        self._tabs.add(words)
        self._stack.addWidget(part)

    def front_tab(self) -> int:
        """The number of the tab in front."""
        return self._stack.currentIndex()

    def turn_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self._tabs.turn_to(number)

    def _turn(self, tab: int) -> None:
        self._commit_panes()
        self._stack.setCurrentIndex(tab)
        if self._front_register is not None:
            self.pane_of(self._front_register)
        self.state_changed.emit()

    @property
    def front(self) -> QWidget:
        """What holds the registers."""
        return self._stack

    @property
    def _front_register(self) -> int | None:
        """The number of the register in front; None while something else is."""
        number = self._stack.currentIndex() - self._ahead
        return number if 0 <= number < len(self._registers) else None

    @property
    def pane(self) -> Pane:
        """The register in front; the first while something else is."""
        return self.pane_of(self._front_register or 0)

    def pane_of(self, number: int) -> Pane:
        """A register by its number, made where it was not."""
        if number not in self._panes:
            made = self._panes[number] = Pane(self.work, self._registers[number])
            holder = self._stack.widget(number + self._ahead)
            assert holder is not None
            inner = holder.layout()
            assert inner is not None
            inner.addWidget(made)
            made.chosen_changed.connect(self.state_changed)
            made.removed.connect(self.removed)
        return self._panes[number]

    def opened(self) -> None:
        if self._front_register is not None:
            self.pane_of(self._front_register)

    def refresh(self, changes: ChangeSet) -> None:
        for pane in self._panes.values():
            pane.follow(changes)
        self.state_changed.emit()

    def commit(self) -> bool:
        return self._commit_panes()

    def _commit_panes(self) -> bool:
        done = [pane.detail.commit() for pane in self._panes.values()]
        return all(done)

    def makings(self) -> tuple[Making, ...]:
        register = self._registers[self._front_register or 0]
        return tuple(making_of(self.work, one) for one in _listings(register))

    def make(self, entity: str) -> None:
        for number, register in enumerate(self._registers):
            for listing in _listings(register):
                if listing.entity == entity:
                    self.turn_tab(number + self._ahead)
                    self.pane_of(number).make(listing)

    def make_usual(self) -> None:
        self.pane.make_usual()

    def remove(self) -> None:
        self.pane.remove()

    def move_by(self, step: int) -> None:
        self.pane.move_by(step)

    def change_level(self, step: int) -> None:
        self.pane.change_level(step)

    def has_chosen(self) -> bool:
        return self.pane.chosen() is not None

    def show_thing(self, id: Id) -> bool:
        thing = self.work.strategy.by_id.get(id)
        entity = thing.meta.entity if thing is not None else ""
        for number, register in enumerate(self._registers):
            known = {one.entity for one in _listings(register)}
            if entity in known and self.pane_of(number).choose(id):
                self.turn_tab(number + self._ahead)
                return True
        return False

    def focus_field(self, name: str) -> None:
        if self.pane.detail.form is not None:
            self.pane.detail.form.focus_field(name)

    def stops(self) -> tuple[QWidget, ...]:
        form = self.pane.detail.form
        first = (form.rows[0].editor,) if form else ()
        return (self.pane.view, *first)


def _holder() -> QWidget:
    """Where a register will lie."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    return made


def _listings(register: Register) -> list[Listing]:
    return [one for one in (register.main, register.under) if one]
