"""The table of one noun's things: edited in place, filtered and sorted by its headings."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from strategidesk.desk.pasting import Heading, Spot
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.tables.chooser import Chooser
from strategidesk.ui.tables.column import Column
from strategidesk.ui.tables.grid import Grid
from strategidesk.ui.tables.hands import Hands
from strategidesk.ui.tables.header import next_sorting
from strategidesk.ui.tables.memory import Memory
from strategidesk.ui.tables.menu import menu_of
from strategidesk.ui.tables.model import TableModel, number_column
from strategidesk.ui.tables.pasting import PasteStrip
from strategidesk.ui.tables.rows import Quick, Rows
from strategidesk.ui.tables.sizes import Sizes
from strategidesk.ui.things.dragging import drag_lines
from strategidesk.ui.words import noun_label_plural
from strategidesk.ui.work import Work

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Table(QWidget):
    """`chosen`: the thing in focus is another (its id; empty on the last row); `picked`: other
    cells are selected; `freed`: the quick filter was given up to show a thing; `counted`: how
    many are shown, and of how many; `edited`: a cell was; `removed`: what lies in the
    wastebasket now."""

    chosen = Signal(str)
    picked = Signal()
    freed = Signal()
    counted = Signal(int, int)
    edited = Signal()
    removed = Signal(str)

    def __init__(
        self,
        work: Work,
        columns: tuple[Column, ...],
        entity: str,
        key: str,
        new_text: str = "",
        compact: tuple[str, ...] = (),
        first: tuple[str, ...] = (),
    ) -> None:
        """`key`: what the table remembers under in `work.memory`; `new_text`: what the last row
        says, where new things are written; `compact`: the columns of the short preset;
        `first`: those shown until the user chooses others (none: all)."""
        super().__init__()
        self._work = work
        self._entity = entity
        self._columns = (number_column(), *columns)
        self._memory = Memory(work.memory, key, first)
        self._sorting = self._memory.sorting
        self._quick: Quick | None = None
        self._here = ""
        self.rows = Rows(work, entity, self._columns)
        shown = self._memory.visible(self._columns)
        self.model = TableModel(self.rows, shown, "" if work.read_only else new_text)
        self.grid = Grid(self.model)
        self.sizes = Sizes(self.grid, self._memory)
        self.hands = Hands(self.grid, work, entity)
        self.pasting = PasteStrip(work)
        self._compact = compact
        self._lay_out()
        self._connect()
        self.grid.headings.set_columns(shown, work.strategy)
        self.sizes.give_lines()
        self._show_rows()

    def _lay_out(self) -> None:
        self._strip = frame("strip")
        line = QHBoxLayout(self._strip)
        line.setContentsMargins(16, 4, 16, 4)
        self._sentence = label("", wrap=True)
        line.addWidget(self._sentence, 1)
        line.addWidget(button(tr("Show all"), "link", self.show_all))
        self._strip.hide()
        self.refused = label("", tone="danger", wrap=True)
        self.refused.setContentsMargins(16, 4, 16, 4)
        self.refused.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.pasting, self._strip, self.refused):
            layout.addWidget(part)
        layout.addWidget(self.grid, 1)
        noun = self._work.strategy.schema.by_entity[self._entity]
        self.grid.setAccessibleName(noun_label_plural(self._work.strategy, noun))
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        grid, hands = self.grid, self.hands
        grid.selectionModel().currentChanged.connect(lambda _now, _before: self._tell_chosen())
        grid.selectionModel().selectionChanged.connect(lambda _new, _old: self.picked.emit())
        grid.key_pressed.connect(self._key)
        grid.headings.filtered.connect(self._show_rows)
        grid.headings.sort_wanted.connect(self.sort_by)
        grid.headings.left.connect(grid.setFocus)
        grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        grid.customContextMenuRequested.connect(
            lambda at: menu_of(self).popup(grid.viewport().mapToGlobal(at))
        )
        if not self._work.read_only:
            dragger = drag_lines(
                *(grid, lambda index: self.model.key(index.row()), self._fits),
                takes=lambda index: index.column() == 0,
            )
            dragger.dropped.connect(hands.put)
        hands.edited.connect(self.edited)
        hands.removed.connect(self.removed)
        hands.paste_wanted.connect(self._offer)
        self.pasting.pasted.connect(self._go_to_pasted)
        self.pasting.left.connect(grid.setFocus)
        hands.refused.connect(self._tell_refused)
        keys = QShortcut(QKeySequence("Ctrl+Shift+R"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.focus_filter)

    # what is chosen

    def current(self) -> Id | None:
        """The thing of the row in focus."""
        return self.model.key(self.grid.currentIndex().row()) or None

    def selected(self) -> list[Id]:
        """The things of all rows that have a selected cell, as they stand."""
        return self.hands.rows()

    def selected_cells(self) -> tuple[list[Id], list[str]]:
        """The rows and the columns of the selected cells."""
        return self.hands.rows(), [column.name for column in self.hands.columns()]

    def column_in_focus(self) -> str:
        """The name of the column of the cell in focus."""
        return self.model.columns[max(0, self.grid.currentIndex().column())].name

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self._work.read_only

    def choose(self, id: Id, column: str = "") -> bool:
        """Go to a thing, where filters hide it by showing all; False where it is not here."""
        if id not in self.rows.at:
            return False
        if self.model.row_of(id) < 0:
            freed, self._quick = self._quick is not None, None
            self.show_all()
            if freed:
                self.freed.emit()
        at = self.model.column_of(column) if column else self.grid.currentIndex().column()
        self.grid.go_to(self.model.row_of(id), at if at >= 0 else 1)
        return True

    def _tell_chosen(self) -> None:
        here = self.model.key(self.grid.currentIndex().row())
        if here != self._here:
            self._here = here
            self.chosen.emit(here)

    def refresh(self, changes: ChangeSet) -> None:
        """Follow a change. What is shown stays shown where it stands, until the next filtering."""
        if not changes.nouns:
            return
        shown = set(self.model.shown) | {id for id in changes.created if id not in self.rows.at}
        self.rows.refresh(changes)
        if self._sorting:
            kept = [id for id in self.model.shown if id in self.rows.at]
            come = shown.difference(kept)
            ids = kept + [id for id in self.rows.ids if id in come]
        else:
            ids = [id for id in self.rows.ids if id in shown]
        self._keep_place(lambda: self.model.show_rows(ids))
        self.model.repaint()
        self.grid.headings.refresh(self._work.strategy, changes.nouns)
        self.hands.refresh(changes)
        self.pasting.follow(changes)
        self._tell_count()

    def _keep_place(self, change: Callable[[], object]) -> None:
        """Change the rows; the cell in focus and the scrolling stay where they can."""
        index = self.grid.currentIndex()
        here, column = self.model.key(index.row()), index.column()
        name = self.model.columns[column].name if column >= 0 else ""
        bar, height = self.grid.verticalScrollBar(), self.grid.verticalScrollBar().value()
        change()
        now = self.grid.currentIndex()
        if index.isValid() and (not now.isValid() or self.model.key(now.row()) != here):
            row = self.model.row_of(here)
            at = max(0, self.model.column_of(name))
            if row >= 0:
                self.grid.go_to(row, at)
        bar.setValue(height)
        self._tell_chosen()

    # filtering and sorting

    def set_quick(self, predicate: Quick | None) -> None:
        """Show only things for which this is true; None: all that the filter row lets through."""
        self._quick = predicate
        self._show_rows()

    def show_all(self) -> None:
        """Empty the filter row."""
        self.grid.headings.clear()

    def focus_filter(self) -> None:
        """Go to the filter of the column in focus."""
        self.grid.headings.focus_filter(self.column_in_focus())

    def sort_by(self, name: str, further: bool = False) -> None:
        """Sort by a column, or on by it; descending the second time, not at all the third."""
        known = {column.name for column in self._columns[1:]}
        self._sorting = next_sorting(self._sorting, name, further) if name in known else ()
        self._memory.sorting = self._sorting
        self._show_rows()

    def _show_rows(self) -> None:
        if not self.hands.commit():
            return
        self._sorting = tuple(pair for pair in self._sorting if pair[0] in self.rows.columns)
        found = self.rows.matching(self.grid.headings.criteria(), self._quick)
        ids = self.rows.ordered(found, self._sorting)
        self._keep_place(lambda: self.model.show_rows(ids))
        self.grid.headings.set_sorting(self._sorting)
        sentence = self.filter_sentence()
        self._sentence.setText(sentence)
        self._strip.setVisible(bool(sentence))
        self._tell_count()

    def _tell_count(self) -> None:
        self.counted.emit(len(self.model.shown), len(self.rows.ids))

    def filter_sentence(self) -> str:
        """What the filter row asks for; empty where it asks for nothing."""
        parts = self.grid.headings.asked()
        if not parts:
            return ""
        shown = tr("{n} of {all} shown", n=len(self.model.shown), all=len(self.rows.ids))
        return f"{shown}. {'; '.join(parts)}."

    # columns and lines

    def columns_button(self) -> QPushButton:
        """A button that opens the choice of columns, for the page's bar."""
        made = button(tr("Columns"), "link", lambda: self.open_chooser(made), "columns")
        return made

    @cached_property
    def chooser(self) -> Chooser:
        """The choice of columns."""
        made = Chooser(self, self._compact)
        made.changed.connect(self._choose_columns)
        made.lines_changed.connect(self.sizes.set_two_lines)
        return made

    def open_chooser(self, below: QWidget) -> None:
        """Open the choice of columns under a widget."""
        shown = {column.name for column in self.model.columns}
        columns = self._memory.order(self._columns)
        self.chooser.open(below, columns, shown, self.sizes.two_lines)

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Other columns, or the same with other labels."""
        self._columns = (number_column(), *columns)
        self.rows.set_columns(self._columns)
        self._show_columns()

    def _choose_columns(self, names: list[str], hidden: list[str]) -> None:
        self._memory.set_columns(names, hidden)
        self._show_columns()

    def _show_columns(self) -> None:
        if not self.hands.commit():
            return
        shown = self._memory.visible(self._columns)
        self._keep_place(lambda: self.model.set_columns(shown))
        self.grid.headings.set_columns(shown, self._work.strategy)
        self.sizes.give_widths()
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.sizes.give_lines()
            self.sizes.give_widths()

    # what is done

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        return self.hands.commit()

    def start_new_row(self) -> None:
        """A new thing behind the one in focus."""
        self.hands.start_new_row()

    def remove_rows(self, ids: Sequence[Id] = ()) -> None:
        """Remove the things of all selected rows, or these."""
        self.hands.remove_rows(ids)

    def move_by(self, step: int) -> None:
        """Move the thing in focus up (-1) or down (1); only where document order is shown."""
        if not self._sorting:
            self.hands.move_by(step)

    def _fits(self, id: str, target: str, where: int) -> bool:
        return not self._sorting and self.hands.putting(id, target, where) is not None

    def _offer(self, rows: list[list[str]], id: str, name: str) -> None:
        """Tell what pasted cells come to, at a thing (none: the last row) and a column on."""
        shown = self.model.shown
        at = self.model.row_of(Id(id)) if id else len(shown)
        columns = self.model.columns[max(0, self.model.column_of(name)) :]
        headings = tuple(Heading(one.label, one.field if one.editable else None) for one in columns)
        things = tuple(shown[at : at + len(rows)])
        self.pasting.offer(rows, Spot(self._entity, things, headings))

    def _go_to_pasted(self, changes: ChangeSet) -> None:
        first = next((id for id in self.model.shown if id in changes.ids), None)
        if first is not None:
            self.choose(first, self.column_in_focus())

    def _tell_refused(self, text: str) -> None:
        self.refused.setText(text)
        self.refused.setVisible(bool(text))

    def _key(self, event: QKeyEvent) -> None:
        acts: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_Delete, _NONE): self.hands.empty_cells,
            (Qt.Key.Key_Delete, _CTRL): self.remove_rows,
            (Qt.Key.Key_Return, _CTRL): self.hands.start_new_row,
            (Qt.Key.Key_Up, _ALT): lambda: self.move_by(-1),
            (Qt.Key.Key_Down, _ALT): lambda: self.move_by(1),
            (Qt.Key.Key_Right, _ALT): lambda: self.sizes.widen(1),
            (Qt.Key.Key_Left, _ALT): lambda: self.sizes.widen(-1),
            (Qt.Key.Key_C, _CTRL): self.hands.copy,
            (Qt.Key.Key_V, _CTRL): self.hands.paste,
        }
        act = acts.get((event.key(), event.modifiers()))
        if act is not None:
            event.accept()
            act()
        elif event.key() == Qt.Key.Key_Escape and not self.pasting.isHidden():
            event.accept()
            self.pasting.cancel()
        elif event.key() == Qt.Key.Key_Escape and self.grid.headings.criteria():
            event.accept()
            self.show_all()
