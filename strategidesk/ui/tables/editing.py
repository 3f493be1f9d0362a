"""A cell under edit: the field's usual editor laid over it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QWidget

from strategidesk.desk.cells import cells_of
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.editors.many import ReferencesEditor
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.forms.keeper import Keeper
from strategidesk.ui.tables.dates import CellDateEditor
from strategidesk.ui.tables.model import NEW
from strategidesk.ui.tables.new_draft import NewDraft
from strategidesk.ui.tables.steps import taken
from strategidesk.ui.work import Work

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CellEdit(QObject):
    """One editing. `done` carries the steps (right, down) that the cell in focus takes after it;
    `refused` why the value was not taken; `cells_pasted`: several cells are pasted where nothing
    is written yet. What is written for a new thing goes to `make`."""

    cells_pasted = Signal()
    done = Signal(int, int)
    refused = Signal(str)

    def __init__(
        self,
        view: QAbstractItemView,
        work: Work,
        id: Id,
        field: Field,
        make: Callable[[Any], bool],
        draft: NewDraft | None = None,
    ) -> None:
        """`make`: make the thing that has this value, False where it is refused; `draft`: keeps
        it while it is written."""
        super().__init__(view)
        self._view = view
        self._work = work
        self._field = field
        self._make = make
        self._closing = False
        self._saving = False
        self.id = id
        self.editor: Editor = CellDateEditor() if field.kind is Kind.DATE else editor_of(field)
        self.editor.setParent(view.viewport())
        self.editor.set_strategy(work.strategy, id or None)
        self.keeper: Keeper | None = None
        if id != NEW:
            self.keeper = Keeper(work, field, self.editor)
            self.keeper.refused.connect(self.refused)
            self.keeper.refused.connect(self.editor.set_wrong)
            self.keeper.show(id)
        else:
            self.editor.set_value(field.default)
            if draft is not None:
                draft.watch(field, self.editor)
        self._draft = draft
        self._inner: QWidget = self.editor.focusProxy() or self.editor
        self._inner.installEventFilter(self)
        self.editor.left.connect(lambda: QTimer.singleShot(0, self._left))
        if self.editor.at_once:
            self.editor.changed.connect(lambda: self._finish(0, 0))

    def open(self, area: QRect, name: str, typed: str = "", drop: bool = False) -> None:
        """Lay the editor over its cell; `typed` replaces a text or finds a choice in a list."""
        self.place(area)
        self._inner.setAccessibleName(name)
        self.editor.show()
        self._inner.setFocus()
        inner = self._inner
        if isinstance(inner, QLineEdit):
            inner.selectAll()
            if typed:
                inner.insert(typed)
                self.editor.changed.emit()
        elif isinstance(self.editor, ProseEditor):
            self.editor.edit.selectAll()
            if typed:
                self.editor.edit.insertPlainText(typed)
        elif isinstance(inner, QComboBox):
            self._seek(inner, typed)
            if drop or typed:
                inner.showPopup()
        elif isinstance(self.editor, ReferencesEditor):
            self.editor.popup.closed.connect(lambda: QTimer.singleShot(0, self._dropped))
            self.editor.open()

    def _dropped(self) -> None:
        if not self._closing:
            self._finish(0, 0)

    @staticmethod
    def _seek(combo: QComboBox, typed: str) -> None:
        """Go to the first choice that begins with the letters."""
        for row in range(combo.count()):
            if typed and combo.itemText(row).strip().lower().startswith(typed.lower()):
                combo.setCurrentIndex(row)
                return

    def place(self, area: QRect) -> None:
        """Follow the cell when it moves; running text takes the height that it needs."""
        high = max(area.height(), self.editor.sizeHint().height())
        if self._field.kind in (Kind.PROSE, Kind.REFERENCES):
            high = min(high, 240)
        else:
            high = area.height()
        self.editor.setGeometry(area.left(), area.top(), max(area.width(), 120), high)

    def commit(self) -> bool:
        """Save what stands there; False where it is refused, and then the editor stays."""
        if self._closing or self._saving:
            return True
        self._saving = True
        try:
            return self._save()
        finally:
            self._saving = False

    def _save(self) -> bool:
        given = self.editor.value()
        if self.keeper is None:
            made = given in ("", None, [], False) or self._make(given)
            if made and self._draft is not None:
                self._draft.drop()
            return made
        if isinstance(self._inner, QComboBox) and given != self._stored():
            self.editor.changed.emit()  # the arrows moved in the closed list
        return self.keeper.commit()

    def _stored(self) -> object:
        return taken(self._work.strategy, self.id, self._field.name)

    def restore(self) -> None:
        """Let what was typed go."""
        if self.keeper is not None and self.id in self._work.strategy.by_id:
            self.editor.set_value(self._stored())
            self.keeper.commit()
        if self._draft is not None:
            self._draft.drop()
        self.close()
        self.done.emit(0, 0)

    def close(self) -> None:
        """Take the editor away, and give the keys back to the table."""
        self._closing = True
        if self._inner.hasFocus():
            self._view.setFocus()
        self.editor.hide()
        self.editor.deleteLater()

    def _finish(self, right: int, down: int) -> None:
        if self._closing or self._saving or not self.commit():
            return
        self.close()
        self.done.emit(right, down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and not self._closing:
            if event.type() is QEvent.Type.KeyPress:
                assert isinstance(event, QKeyEvent)
                return self._key(event)
            if event.type() is QEvent.Type.FocusOut and not self._has_popup():
                assert isinstance(event, QFocusEvent)
                if event.reason() is not Qt.FocusReason.MenuBarFocusReason:
                    QTimer.singleShot(0, self._left)
        return False

    def _has_popup(self) -> bool:
        if isinstance(self.editor, ReferencesEditor):
            return self.editor.popup.isVisible()
        return isinstance(self._inner, QComboBox) and self._inner.view().isVisible()

    def _left(self) -> None:
        """The focus went elsewhere."""
        if not self._closing and not self._inner.hasFocus() and not self._has_popup():
            self._finish(0, 0)

    def _takes_cells(self) -> bool:
        """Whether several cells lie on the clipboard, and nothing is written here yet."""
        written = self.editor.value() if self.keeper is None else self.keeper.unsaved
        cells = cells_of(QGuiApplication.clipboard().text())
        return not written and (len(cells) > 1 or any(len(row) > 1 for row in cells))

    def _key(self, event: QKeyEvent) -> bool:
        key, plain = event.key(), event.modifiers() in _PLAIN
        if key in _ENTER and plain:
            self._finish(0, 1)
        elif key == Qt.Key.Key_Tab:
            self._finish(1, 0)
        elif key == Qt.Key.Key_Backtab:
            self._finish(-1, 0)
        elif key == Qt.Key.Key_Escape:
            self.restore()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._takes_cells():
            self.restore()
            self.cells_pasted.emit()
        else:
            return False
        return True
