"""The page of definitions: the terms, one definition with where it is used, and double ones."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.desk.usages import twice
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.ui import removing
from strategidesk.ui.definitions.compare import Compare
from strategidesk.ui.definitions.used_in import UsedIn
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.table import Place, key_of
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.work import Work

_TEXTS = {"section", "area", "hallmark", "activity", "definition", "strategy"}


class DefinitionsPage(RegisterPage):
    """A register with more under its form, and a line over it where a term is defined twice."""

    def __init__(self, work: Work, place: Place) -> None:
        super().__init__(work, place)
        self.used_in = UsedIn()
        self.compare = Compare(work)
        self.compare.hide()
        self._double = label("", wrap=True)
        self._doubled: tuple[Definition, ...] = ()
        self.comparing = button(tr("Compare"), "link", self.show_comparison)
        self.double_line = self._make_line()
        self._lay_out()
        self.pane.add_below(self.used_in)
        self.pane.chosen_changed.connect(self._follow)
        self.used_in.wanted.connect(self._go)
        self.compare.chosen.connect(self._choose)
        self.compare.removed.connect(self._remove)
        self.compare.left.connect(self.hide_comparison)
        self._count()
        self._follow()

    def _make_line(self) -> QWidget:
        line = frame("line")
        line.setProperty("banner", "warn")
        row = QHBoxLayout(line)
        row.setContentsMargins(21, 8, 12, 8)
        row.addWidget(self._double, 1)
        row.addWidget(self.comparing)
        return line

    def _lay_out(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.double_line)
        layout.addWidget(self.compare, 1)

    # what is shown

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if _TEXTS & changes.nouns:
            self._count()
            self._follow()

    def opened(self) -> None:
        self._follow()

    def _follow(self) -> None:
        chosen = self.pane.chosen()
        self.used_in.setVisible(chosen is not None)
        if self.isVisible() or chosen is None:
            self.used_in.show_definition(self.work.strategy, chosen)

    def _count(self) -> None:
        """Tell of the first term that is defined twice."""
        found = twice(self.work.strategy)
        self._doubled = found[0] if found else ()
        self.double_line.setVisible(bool(found))
        if found:
            said = tr("”{term}” is defined {n} times.", term=found[0][0].term, n=len(found[0]))
            more = tr(" {n} more terms are defined twice.", n=len(found) - 1)
            self._double.setText(said + (more if len(found) > 1 else ""))
        if not self.compare.isHidden():
            again = [group for group in found if set(self.compare.ids) & {d.id for d in group}]
            if again:
                self.compare.show_definitions(again[0])
            else:
                self.hide_comparison()

    def show_comparison(self) -> None:
        """The definitions of the term that the line tells of, side by side."""
        self.commit()
        if self._doubled:
            self.compare.show_definitions(self._doubled)
            self._turn_comparison(True)

    def hide_comparison(self) -> None:
        """The list and the form again."""
        self._turn_comparison(False)

    def _turn_comparison(self, on: bool) -> None:
        self.compare.setVisible(on)
        self.front.setVisible(not on)
        self.comparing.setEnabled(not on)

    # what is done

    def _go(self, id: str) -> None:
        thing = self.work.strategy.by_id.get(Id(id))
        key = key_of(self.work.strategy.schema, thing.meta.entity) if thing else None
        if key is not None:
            self.wanted.emit(key, id)

    def _choose(self, id: str) -> None:
        self.hide_comparison()
        self.show_thing(Id(id))
        if self.pane.detail.form is not None:
            self.pane.detail.form.focus_first()

    def _remove(self, id: str) -> None:
        if self.work.strategy.get(Definition, Id(id)) is not None:
            words = removing.remove(self.work, (Id(id),))
            if words is not None:
                self.removed.emit(words)

    def show_thing(self, id: Id) -> bool:
        found = super().show_thing(id)
        if found:
            self.hide_comparison()
        return found

    def stops(self) -> tuple[QWidget, ...]:
        return (*super().stops(), *((self.used_in.list,) if self.used_in.list.count() else ()))
