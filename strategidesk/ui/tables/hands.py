"""What is done in a table: cells edited, emptied and copied, rows added, moved and removed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionRange, QObject, Signal
from PySide6.QtGui import QGuiApplication

from strategidesk.desk.cells import cells_of
from strategidesk.desk.commands import Create, Move
from strategidesk.desk.siblings import LAST
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import is_ordered, place_of
from strategidesk.model.places import parent_of
from strategidesk.ui import removing
from strategidesk.ui.pages import arranging
from strategidesk.ui.tables import copying
from strategidesk.ui.tables.column import NUMBER, Column
from strategidesk.ui.tables.editing import CellEdit
from strategidesk.ui.tables.grid import Grid
from strategidesk.ui.tables.model import NEW
from strategidesk.ui.tables.new_draft import NewDraft
from strategidesk.ui.tables.steps import emptying
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work


class Hands(QObject):
    """`edited`, `removed` and `paste_wanted` as the table's; `refused`: why a value was not."""

    edited = Signal()
    removed = Signal(str)
    paste_wanted = Signal(list, str, str)
    refused = Signal(str)

    def __init__(self, grid: Grid, work: Work, entity: str) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = grid.things
        self._work = work
        self._entity = entity
        self._noun = work.strategy.schema.by_entity[entity]
        self._edit: CellEdit | None = None
        self._spot: tuple[int, int] = (0, 0)
        grid.edit_wanted.connect(self.edit)
        grid.moved.connect(self._place)
        grid.doubleClicked.connect(lambda _index: self.edit("", False))

    # a cell under edit

    def editing(self) -> CellEdit | None:
        """The editing that goes on."""
        return self._edit

    def edit(self, typed: str = "", drop: bool = False) -> None:
        """Open the cell in focus, where it can be written in."""
        index = self._grid.currentIndex()
        if self._work.read_only or not index.isValid() or not self.commit():
            return
        row = index.row()
        id = self._model.key(row)
        column = self._model.columns[index.column()]
        if id == NEW and not column.editable:
            column = self._first()
        if not column.editable or column.field is None:
            return
        if self._work.contest(id, column.field.name):
            self._work.review_wanted.emit(id, column.field.name)
            return
        at = self._model.column_of(column.name)
        self._spot = row, at
        self._grid.horizontalScrollBar().setValue(
            0 if column.fixed else self._grid.horizontalScrollBar().value()
        )
        cell = self._model.index(row, at)
        self._grid.scrollTo(cell)
        self._open(id, column.field).open(self._grid.visualRect(cell), column.label, typed, drop)

    def _open(self, id: Id, field: Field) -> CellEdit:
        def make(given: Any) -> bool:
            return self._make({field.name: given}, LAST) is not None

        draft = NewDraft(self._grid, self._work, self._entity) if id == NEW else None
        self._edit = edit = CellEdit(self._grid, self._work, id, field, make, draft)
        edit.refused.connect(self.refused)
        edit.done.connect(self._done)
        edit.cells_pasted.connect(self.paste)
        return edit

    def _first(self) -> Column:
        return next(c for c in self._model.columns if c.editable and c.field is not None)

    def _done(self, right: int, down: int) -> None:
        edit, self._edit = self._edit, None
        self.refused.emit("")
        if edit is None:
            return
        row, at = self._spot
        if edit.id != NEW:
            row = self._model.row_of(edit.id)
        if right or down:
            columns = len(self._model.columns)
            row = min(max(0, row + down), self._model.rowCount() - 1)
            if edit.id == NEW and down:
                row = self._model.rowCount() - 1
            self._grid.go_to(row, min(max(0, at + right), columns - 1))
        self.edited.emit()

    def _place(self) -> None:
        if self._edit is not None:
            row, at = self._spot
            self._edit.place(self._grid.visualRect(self._model.index(row, at)))

    def commit(self) -> bool:
        """Save what is being typed; False where it is refused."""
        edit = self._edit
        if edit is None:
            return True
        if not edit.commit():
            return False
        if self._edit is edit:  # an editor that saves at once has closed itself
            edit.close()
            self._done(0, 0)
        return True

    def refresh(self, changes: ChangeSet) -> None:
        """Something has changed; what is being typed stays, unless its thing is gone."""
        edit = self._edit
        if edit is None or edit.keeper is None:
            return
        if edit.id not in self._work.strategy.by_id:
            self._edit = None
            edit.close()
        elif edit.id in changes.ids:
            edit.keeper.refresh()
            self._spot = self._model.row_of(edit.id), self._spot[1]
            self._place()

    # rows

    def _parts(self) -> list[QItemSelectionRange]:
        return self._grid.selectionModel().selection().toList()

    def rows(self) -> list[Id]:
        """The things of the rows that have a selected cell, in the order of the rows."""
        found: set[int] = set()
        for part in self._parts():
            found.update(range(part.top(), part.bottom() + 1))
        return [id for row in sorted(found) if (id := self._model.key(row)) != NEW]

    def columns(self) -> list[Column]:
        """The columns that have a selected cell."""
        found: set[int] = set()
        for part in self._parts():
            found.update(range(part.left(), part.right() + 1))
        return [self._model.columns[at] for at in sorted(found)]

    def _make(
        self, values: dict[str, Any], after: Id | None, parent: Id | None = None
    ) -> Id | None:
        label = tr("add {thing}", thing=noun_label(self._work.strategy, self._noun))
        changes = self._work.run(Create(self._entity, values, parent, after, label=label))
        made = [id for id in changes.created if id in self._work.strategy.by_id] if changes else []
        return made[0] if made else None

    def start_new_row(self) -> None:
        """A new thing behind the one in focus, opened for its name."""
        if self._work.read_only or not self.commit():
            return
        here = self._model.key(self._grid.currentIndex().row())
        thing = self._work.strategy.by_id.get(here)
        behind = here if thing is not None and is_ordered(self._noun) else LAST
        parent = parent_of(place_of(thing)) if thing is not None and self._noun.meta.tree else None
        made = self._make({}, behind, parent)
        if made is not None:
            at = self._model.column_of(self._first().name)
            self._grid.go_to(self._model.row_of(made), at)
            self.edit()

    def remove_rows(self, chosen: Sequence[Id] = ()) -> None:
        """Remove the things of all selected rows, or these."""
        ids = tuple(chosen or self.rows())
        if self._work.read_only or not ids or not self.commit():
            return
        words = removing.remove(self._work, ids)
        if words is not None:
            self.removed.emit(words)

    def move_by(self, step: int) -> None:
        """Move the thing of the row in focus past its neighbour."""
        id = self._model.key(self._grid.currentIndex().row())
        if id == NEW or self._work.read_only or not self.commit():
            return
        label = tr("move {thing}", thing=noun_label(self._work.strategy, self._noun))
        command = arranging.step(self._work.strategy, id, self._model.shown, step, label)
        if command is not None:
            self._work.run(command)

    def putting(self, id: str, target: str, where: int) -> Move | None:
        """What puts a row beside another, as the mouse has it; None where it does not fit."""
        return arranging.put(self._work.strategy, id, target, where) if where else None

    def put(self, id: str, target: str, where: int) -> None:
        """Move a row beside another."""
        command = self.putting(id, target, where)
        if command is not None and self.commit():
            self._work.run(command)
            self._grid.go_to(self._model.row_of(Id(id)), 1)

    # cells

    def empty_cells(self) -> None:
        """Empty the selected cells as one step."""
        if self._work.read_only or not self.commit():
            return
        fields = [column.field for column in self.columns() if column.field and column.editable]
        command = emptying(self._work.strategy, self.rows(), fields)
        if command is not None:
            self._work.run(command)
            self.edited.emit()

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        ids, columns = self.rows(), self.columns()
        rows = [[self._model.rows.text(column, id) for column in columns] for id in ids]
        if rows:
            headings = [column.label for column in columns]
            QGuiApplication.clipboard().setMimeData(copying.mime(headings, rows))

    def paste(self) -> None:
        """Hand on what a spreadsheet put on the clipboard, and where it is to go."""
        rows = cells_of(QGuiApplication.clipboard().text())
        index = self._grid.currentIndex()
        if self._work.read_only or not rows or not self.commit():
            return
        parts = self._parts()
        row = min((part.top() for part in parts), default=max(0, index.row()))
        at = min((part.left() for part in parts), default=max(0, index.column()))
        if self._model.columns[at].name == NUMBER and not _counts(rows):
            at += 1
        if len(parts) == 1 and len(rows) == len(rows[0]) == 1:  # one text fills what is selected
            last = min(parts[0].bottom(), len(self._model.shown) - 1)
            rows = [rows[0] * max(1, parts[0].right() - at + 1)] * max(1, last - row + 1)
        self.paste_wanted.emit(rows, str(self._model.key(row)), self._model.columns[at].name)


def _counts(rows: list[list[str]]) -> bool:
    """Whether the first of several cells in each row only counts the rows."""
    return all(len(row) > 1 and row[0].strip().isdigit() for row in rows)
