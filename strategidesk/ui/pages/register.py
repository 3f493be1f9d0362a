"""A page of registers: one list with its form, or several under tabs."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.model.fields import Id
from strategidesk.ui.pages.makings import making_of
from strategidesk.ui.pages.page import Making, Page
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.table import Place
from strategidesk.ui.tabs import Tabs
from strategidesk.ui.words import noun_label_plural
from strategidesk.ui.work import Work


class RegisterPage(Page):
    """Lists and forms of the nouns that the page's entry in the table names."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.panes = [Pane(work, register) for register in place.registers]
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._tabs = Tabs()
        self._ahead = 0  # tabs in front of the registers
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        for pane in self.panes:
            noun = work.strategy.schema.by_entity[pane.register.main.entity]
            self._tabs.add(noun_label_plural(work.strategy, noun))
            self._stack.addWidget(pane)
            pane.chosen_changed.connect(self.state_changed)
            pane.removed.connect(self.removed)
        self._tabs.turned.connect(self._turn)

    def add_tab(self, words: str, part: QWidget) -> None:
        """One more tab, behind the registers."""
        self._tabs.add(words)
        self._stack.addWidget(part)

    def lead_with(self, words: str, part: QWidget) -> None:
        """One more tab, in front of the registers: the page opens with it."""
        self._ahead += 1
        self._stack.insertWidget(0, part)
        self._tabs.add(words, 0)
        self.turn_tab(0)

    def front_tab(self) -> int:
        """The number of the tab in front."""
        return self._stack.currentIndex()

    def turn_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self._tabs.turn_to(number)

    def _turn(self, tab: int) -> None:
        self.pane.detail.commit()
        self._stack.setCurrentIndex(tab)
        self.state_changed.emit()

    @property
    def front(self) -> QWidget:
        """What holds the registers."""
        return self._stack

    @property
    def pane(self) -> Pane:
        """The register in front; the first while something else is."""
        return self.panes[max(0, self._stack.currentIndex() - self._ahead)]

    def refresh(self, changes: ChangeSet) -> None:
        for pane in self.panes:
            pane.follow(changes)
        self.state_changed.emit()

    def commit(self) -> bool:
        done = [pane.detail.commit() for pane in self.panes]
        return all(done)

    def makings(self) -> tuple[Making, ...]:
        return tuple(making_of(self.work, one) for one in self.pane.listings())

    def make(self, entity: str) -> None:
        for number, pane in enumerate(self.panes):
            for listing in pane.listings():
                if listing.entity == entity:
                    self.turn_tab(number + self._ahead)
                    pane.make(listing)

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
        for number, pane in enumerate(self.panes):
            if pane.choose(id):
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
