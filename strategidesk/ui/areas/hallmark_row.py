"""One hallmark as a row: its number, its words edited in place, and who works for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.document import Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.noun import shown_fields
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.forms.row import Row
from strategidesk.ui.parts import label, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work

NUMBER = 30  # logical pixels
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HallmarkRow(FieldRows, QFrame):
    """`entered`: the cursor came here; `done`: Enter in its last field; `moved` up (-1) or down
    (1) and `removed`: as its menu says; `activity_wanted`: a new one for it."""

    entered = Signal(str)
    done = Signal(str)
    moved = Signal(str, int)
    removed = Signal(str)
    activity_wanted = Signal(str)

    def __init__(self, work: Work, id: Id) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.id = id
        self._make_rows(work, Hallmark, shown_fields(Hallmark))
        self._all = False  # every field is shown
        self.handle = self._number = label("", faces.small(), "muted")  # what the mouse moves it by
        self._number.setFixedWidth(faces.grown(NUMBER))
        self._count = label("", faces.small(), "chip")
        self.menu_button = sign_button("more", tr("More"), self._open_menu)
        self._lay_out()
        for row in self.rows:
            row.editor.inner.installEventFilter(self)
        self.show_thing(id)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        for name in ("title", "text", "area"):
            row = self.row(name)
            words.addWidget(row)
            if name != "area":
                row.label.hide()
                row.editor.inner.setProperty("editor", "bare")
        faces.give_reading(self.row("title").editor.inner, 0.5)
        text = self.row("text").editor
        assert isinstance(text, ProseEditor)
        text.edit.least_lines = 1
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._number.setContentsMargins(0, 9, 0, 0)
        line.addWidget(self._number, 0, top)
        line.addLayout(words, 1)
        side = QHBoxLayout()
        side.setContentsMargins(0, 6, 0, 0)
        side.setSpacing(4)
        side.addWidget(self._count)
        side.addWidget(self.menu_button)
        holder = QWidget()
        holder.setLayout(side)
        line.addWidget(holder, 0, top)

    # what is shown

    def say(self, number: str, activities: int, titled: bool) -> None:
        """Its number, how many activities work for it, and whether it has a heading."""
        self._number.setText(number)
        words = tr("1 activity") if activities == 1 else tr("{n} activities", n=activities)
        self._count.setText(words if activities else tr("No activity"))
        self._count.setProperty("tone", "chip" if activities else "warn_chip")
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)
        noun = noun_label(self._work.strategy, Hallmark)
        for row in self.rows:
            row.editor.describe(f"{noun} {number}")
        self.row("title").setVisible(titled or self._all)
        self.row("area").setVisible(self._all)
        for name in ("title", "text"):
            row = self.row(name)
            inner = row.editor.inner
            inner.setProperty("placeholderText", row.label.text())
        self.menu_button.setToolTip(tr("More about {thing}", thing=f"{noun} {number}"))
        self.menu_button.setAccessibleName(self.menu_button.toolTip())

    @property
    def first(self) -> Row:
        """The row where writing begins."""
        return self.row("text" if self.row("title").isHidden() else "title")

    def focus_first(self) -> None:
        self.first.editor.setFocus(Qt.FocusReason.TabFocusReason)

    # what is done

    def _open_menu(self) -> None:
        menu = QMenu(self)
        self.entered.emit(self.id)
        acts: list[tuple[str, Callable[[], object]]] = [
            (tr("Move up"), lambda: self.moved.emit(self.id, -1)),
            (tr("Move down"), lambda: self.moved.emit(self.id, 1)),
            (tr("New activity for it"), lambda: self.activity_wanted.emit(self.id)),
            (tr("Fewer fields") if self._all else tr("All fields"), self.turn_all),
            (tr("Remove"), lambda: self.removed.emit(self.id)),
        ]
        for words, do in acts:
            action = menu.addAction(words)
            action.setEnabled(not self._work.read_only)
            action.triggered.connect(lambda _checked=False, do=do: do())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def turn_all(self) -> None:
        """Show every field, or those that are usual."""
        self._all = not self._all
        thing = self._work.strategy.get(Hallmark, self.id)
        self.row("title").setVisible(self._all or bool(thing and thing.title))
        self.row("area").setVisible(self._all)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(self.id)
            self._mark(True)
        elif event.type() is QEvent.Type.FocusOut:
            self._mark(False)
        elif event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTER and plain and watched is not self.row("area").editor.inner:
                if watched is self.row("title").editor.inner:
                    self.row("text").editor.setFocus()
                else:
                    self.done.emit(self.id)
                return True
        return False

    def _mark(self, here: bool) -> None:
        self.setProperty("here", here)
        self.style().unpolish(self)
        self.style().polish(self)
