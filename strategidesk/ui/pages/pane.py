"""One register on a page: its list, and the form of what is chosen in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from strategidesk.desk.commands import Create, Move
from strategidesk.desk.siblings import LAST
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, is_ordered
from strategidesk.model.places import parent_of
from strategidesk.ui import removing
from strategidesk.ui.dialogs.identity import ask_identity
from strategidesk.ui.forms.grid import WIDEST
from strategidesk.ui.pages import arranging
from strategidesk.ui.pages.detail import Detail, sheet
from strategidesk.ui.pages.table import Listing, Register
from strategidesk.ui.parts import frame, heading, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.things.model import ThingsModel
from strategidesk.ui.things.shape import LOOSE
from strategidesk.ui.things.view import ThingsView
from strategidesk.ui.words import noun_label, noun_label_plural
from strategidesk.ui.work import Work

COLUMN, LEAST = 288, 210  # logical pixels, of the list and of the form
PANEL = 380


class Pane(QSplitter):
    """`removed` carries what lies in the wastebasket; `chosen_changed`: another line."""

    removed = Signal(str)
    chosen_changed = Signal()

    def __init__(self, work: Work, register: Register) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.work = work
        self.register = register
        self._following = True  # the form follows the list
        self.model = ThingsModel(work, register)
        self.view = ThingsView(self.model)
        self.detail = Detail(work, tr(register.empty))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(self._column())
        self.addWidget(sheet(self.detail))
        self.detail.setMinimumWidth(faces.grown(LEAST))
        table = bool(register.columns)
        self.setStretchFactor(0, int(table))
        self.setStretchFactor(1, int(not table))
        self.setSizes([faces.grown(part) for part in ((900, PANEL) if table else (COLUMN, 900))])
        self.view.chosen.connect(self._show)
        if not work.read_only:
            self.view.let_drag(lambda *spot: self._put(*spot) is not None)
            self.view.dropped.connect(self._drop)
        self.detail.moved.connect(self.move_by)
        self.detail.removed.connect(self.remove)
        self._choose_first()

    def _column(self) -> QWidget:
        column = frame("sheet" if self.register.columns else "column")
        column.setMinimumWidth(faces.grown(200))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if not self.register.columns:
            head = QHBoxLayout()
            head.setContentsMargins(16, 12, 12, 8)
            self._title = heading("", faces.ui(bold=True))
            head.addWidget(self._title, 1)
            adding = sign_button("plus", tr(self.register.main.new), self.make_main)
            adding.setEnabled(not self.work.read_only)
            head.addWidget(adding)
            layout.addLayout(head)
            self._name()
        self.view.setAccessibleName(noun_label_plural(self.work.strategy, self._noun()))
        layout.addWidget(self.view, 1)
        return column

    def _noun(self, listing: Listing | None = None) -> type[Noun]:
        return self.work.strategy.schema.by_entity[(listing or self.register.main).entity]

    def _name(self) -> None:
        if not self.register.columns:
            self._title.setText(noun_label_plural(self.work.strategy, self._noun()))

    def add_below(self, part: QWidget) -> None:
        """Put something under the form."""
        part.setMaximumWidth(faces.grown(WIDEST))
        self.detail.add_below(part)

    # what is chosen

    def chosen(self) -> Id | None:
        """The thing that the user is on."""
        key = self.view.current()
        return Id(key) if key in self.work.strategy.by_id else None

    def choose(self, id: Id) -> bool:
        """Go to a thing; False where it does not stand here."""
        if not self.model.index_of(id).isValid():
            return False
        self.view.choose(id)
        return True

    def _choose_first(self) -> None:
        first = self.model.index(0, 0)
        if first.isValid():
            if self.model.key(first) == LOOSE:
                second = self.model.index(1, 0)
                first = second if second.isValid() else self.model.index(0, 0, first)
            self.view.choose(self.model.key(first))
        else:
            self.detail.show_nothing(tr(self.register.empty))

    def _show(self, key: str) -> None:
        if not self._following:
            return
        if key in self.work.strategy.by_id:
            self.detail.show_thing(Id(key))
        else:
            empty = not self.model.rowCount()
            self.detail.show_nothing(tr(self.register.empty) if empty else "")
        self.chosen_changed.emit()

    def follow(self, changes: ChangeSet) -> None:
        """Follow a change; the line that the user is on stays where it is."""
        self._following = False
        self.model.refresh(changes)
        self._following = True
        self.detail.refresh(changes)
        if "strategy" in changes.nouns:
            self._name()
        form = self.detail.form
        if (form is not None and form.thing is None) or self.view.current() != self._shown():
            self._show(self.view.current())
            if self.view.current():
                self.view.choose(self.view.current())

    def _shown(self) -> str:
        form = self.detail.form
        return (form.thing or "") if form is not None else ""

    # what can be done

    def make_main(self) -> None:
        """Add a thing of the list's first kind."""
        self.make(self.register.main)

    def make_usual(self) -> None:
        """Add a thing of the kind that the user is on."""
        here = self.chosen()
        under = self.register.under
        on_under = here and under and self._entity(here) == under.entity
        self.make(under if under and on_under else self.register.main)

    def _entity(self, id: Id) -> str:
        return self.work.strategy.by_id[id].meta.entity

    def make(self, listing: Listing) -> None:
        """Add a thing behind the one that the user is on, and put the cursor in its form."""
        if self.work.read_only or not self.detail.commit():
            return
        noun = self._noun(listing)
        values = self._values(listing)
        if noun.meta.derived:
            asked = ask_identity(self.work, noun, values, self)
            if asked is None:
                return
            values = asked
        parent, after = self._spot(listing, noun)
        step = tr("add {thing}", thing=noun_label(self.work.strategy, noun))
        changes = self.work.run(Create(noun.meta.entity, values, parent, after, label=step))
        if changes is None:
            return
        for made in changes.created:
            self.choose(made)
        if self.detail.form is not None:
            self.detail.form.focus_first()

    def _values(self, listing: Listing) -> dict[str, str]:
        here = self.chosen()
        if not listing.by or here is None:
            return {}
        if self._entity(here) == self.register.main.entity:
            return {listing.by: here}
        above = self.model.above(here)
        return {listing.by: above} if above in self.work.strategy.by_id else {}

    def _spot(self, listing: Listing, noun: type[Noun]) -> tuple[Id | None, Id | None]:
        here = self.chosen()
        if here is None or not is_ordered(noun) or self._entity(here) != listing.entity:
            return None, LAST
        place: str = getattr(self.work.strategy.by_id[here], "place", "")
        return (parent_of(place) if noun.meta.tree else None), here

    def remove(self) -> None:
        """Remove everything selected."""
        ids = tuple(Id(key) for key in self.view.selected() if key in self.work.strategy.by_id)
        if not ids or self.work.read_only:
            return
        self.detail.commit()
        words = removing.remove(self.work, ids)
        if words is not None:
            self.removed.emit(words)

    def move_by(self, by: int) -> None:
        """Move the thing that the user is on past its neighbour."""
        here = self.chosen()
        if here is None or self.work.read_only or not self.detail.commit():
            return
        beside = [Id(key) for key in self.model.siblings(here) if self._same_kind(key, here)]
        self._run(arranging.step(self.work.strategy, here, beside, by, self._moving(here)))

    def _put(self, id: str, target: str, where: int) -> Move | None:
        noun = self.work.strategy.schema.by_entity[self.register.main.entity]
        apart = self.model.above(id) != self.model.above(target)
        if apart and not (noun.meta.tree and self._same_kind(target, Id(id))):
            return None  # it would go to another list
        return arranging.put(self.work.strategy, id, target, where)

    def _drop(self, id: str, target: str, where: int) -> None:
        if self.detail.commit():
            self._run(self._put(id, target, where))
            self.choose(Id(id))

    def change_level(self, by: int) -> None:
        """Move the thing that the user is on in or out in its tree."""
        here = self.chosen()
        if here is None or self.work.read_only or not self.detail.commit():
            return
        self._run(arranging.level(self.work.strategy, here, by, self._moving(here)))
        self.choose(here)

    def _same_kind(self, key: str, here: Id) -> bool:
        return key in self.work.strategy.by_id and self._entity(Id(key)) == self._entity(here)

    def _moving(self, id: Id) -> str:
        strategy = self.work.strategy
        return tr("move {thing}", thing=noun_label(strategy, type(strategy.by_id[id])))

    def _run(self, command: Move | None) -> None:
        if command is not None:
            self.work.run(command)
