"""The page of definitions: the terms, one definition with where it is used, and double ones."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.desk.usages import twice, usages
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Definition
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.strategy import Strategy
from strategidesk.ui import removing
from strategidesk.ui.definitions.compare import Compare
from strategidesk.ui.definitions.used_in import UsedIn
from strategidesk.ui.forms.form import Form
from strategidesk.ui.pages.table import Place, key_of
from strategidesk.ui.pages.tabled import TabledPage
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.tables.column import Column, columns_of
from strategidesk.ui.tables.register_table import RegisterTable
from strategidesk.ui.work import Work

_TEXTS = {"section", "area", "hallmark", "activity", "definition", "strategy"}


class DefinitionsPage(TabledPage):
    """Where a term is used stands under its form, and a line over all where one is defined
    twice."""

    side_width = 440

    def __init__(self, work: Work, place: Place) -> None:
        self.used_in = UsedIn()
        new, empty = tr("New definition: write here"), tr(place.registers[0].empty)
        made = RegisterTable(work, _columns(work.strategy), "definition", "", new, empty)
        super().__init__(work, place, (made,))
        self.table = made.table
        self.compare = Compare(work)
        self.compare.hide()
        self._double = label("", wrap=True)
        self._doubled: tuple[Definition, ...] = ()
        self.comparing = button(tr("Compare"), "link", self.show_comparison)
        self.double_line = self._make_line()
        self._surround()
        self.table.chosen.connect(lambda _id: self.show_subject())
        self.detail.formed.connect(self._formed)
        if self.detail.form is not None:
            self._formed(self.detail.form)
        self.used_in.wanted.connect(self._go)
        self.compare.chosen.connect(self._change)
        self.compare.removed.connect(self._remove)
        self.compare.left.connect(self.hide_comparison)
        self._count()

    def _make_line(self) -> QWidget:
        line = frame("line")
        line.setProperty("banner", "warn")
        row = QHBoxLayout(line)
        row.setContentsMargins(21, 8, 12, 8)
        row.addWidget(self._double, 1)
        row.addWidget(self.comparing)
        return line

    def _surround(self) -> None:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.double_line)
        layout.addWidget(self.compare, 1)

    def _formed(self, form: Form) -> None:
        form.add_below(self.used_in)
        self.told()

    # what is shown

    def refresh(self, changes: ChangeSet) -> None:
        super().refresh(changes)
        if _TEXTS & changes.nouns:
            self._count()

    def opened(self) -> None:
        self.told()

    def told(self) -> None:
        if self.used_in.parentWidget() is None:  # there has been no form to stand in yet
            return
        subject = self.subject()
        self.used_in.setVisible(subject is not None)
        if self.isVisible() or subject is None:
            self.used_in.show_definition(self.work.strategy, subject)

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
        self.beside.setVisible(not on)
        self.comparing.setEnabled(not on)

    # what is done

    def _go(self, id: str) -> None:
        thing = self.work.strategy.by_id.get(Id(id))
        key = key_of(self.work.strategy.schema, thing.meta.entity) if thing else None
        if key is not None:
            self.wanted.emit(key, id)

    def _change(self, id: str) -> None:
        self.hide_comparison()
        self.show_thing(Id(id))
        if self.detail.form is not None:
            self.beside.show_form()
            self.detail.form.focus_first()

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


def _columns(strategy: Strategy) -> tuple[Column, ...]:
    shares = {"term": 22.0, "text": 40.0, "source": 16.0}
    written = (
        replace(one, width_share=shares[one.name])
        for one in columns_of(strategy, "definition", tuple(shares))
    )
    used = Column(
        *("used_in", tr("Used in"), _used, 8.0),
        editable=False,
        measures=lambda strategy, thing: (_count(strategy, thing),),
        reads=frozenset(_TEXTS),
    )
    return (*written, used)


def _count(strategy: Strategy, thing: Noun) -> int:
    assert isinstance(thing, Definition)
    return len(usages(strategy, thing))


def _used(strategy: Strategy, thing: Noun) -> str:
    """In how many places; empty for none."""
    return str(_count(strategy, thing) or "")
