"""The right side of a register: the form of the thing that is chosen, made when first needed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun, is_ordered
from strategidesk.ui.forms.form import Form
from strategidesk.ui.parts import button, frame, heading, label, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work


class Detail(QWidget):
    """Forms per noun, with a head that names the thing's kind and moves or removes it.

    `formed` carries a Form when it is first made: the page may put more under its fields.
    """

    moved = Signal(int)
    removed = Signal()
    formed = Signal(object)

    def __init__(self, work: Work, empty: str) -> None:
        super().__init__()
        self._work = work
        self._forms: dict[type[Noun], Form] = {}
        self._stack = QStackedWidget()
        self._nothing = label(empty, faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(32)
        self._stack.addWidget(self._nothing)
        self._head = self._make_head()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        self.show_nothing(empty)

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 12, 16, 0)
        row.setSpacing(4)
        self._kind = heading("", wrap=True)
        row.addWidget(self._kind, 1)
        self._up = sign_button("up", tr("Move up (Alt+Up)"), partial(self.moved.emit, -1))
        self._down = sign_button("down", tr("Move down (Alt+Down)"), partial(self.moved.emit, 1))
        self._remove = button(tr("Remove"), "link", self.removed.emit, "wastebasket")
        for part in (self._up, self._down, self._remove):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # their keys are in the menu
            row.addWidget(part)
        return head

    def add_below(self, part: QWidget) -> None:
        """Put something under the fields, where things of one noun are shown."""
        for form in self._forms.values():
            form.add_below(part)
        self.formed.connect(lambda form: form.add_below(part))

    @property
    def form(self) -> Form | None:
        """The form in front, if any."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Form) else None

    def show_thing(self, id: Id) -> None:
        """Bring a thing's form to the front."""
        noun = type(self._work.strategy.by_id[id])
        if noun not in self._forms:
            self._forms[noun] = Form(self._work, noun)
            self._stack.addWidget(self._forms[noun])
            self.formed.emit(self._forms[noun])
        form = self._forms[noun]
        before = self.form
        if before is not None and before is not form:
            before.leave()
        form.show_thing(id)
        self._stack.setCurrentWidget(form)
        self._kind.setText(noun_label(self._work.strategy, noun))
        for part in (self._up, self._down):
            part.setVisible(is_ordered(noun) and not self._work.read_only)
        self._remove.setVisible(not self._work.read_only)
        self._head.show()

    def show_nothing(self, sentence: str = "") -> None:
        """Say what to do while nothing is chosen."""
        if self.form is not None:
            self.form.leave()
        self._nothing.setText(sentence)
        self._stack.setCurrentWidget(self._nothing)
        self._head.hide()

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed in the thing in front."""
        if self.form is not None:
            self.form.refresh(changes)
            if "strategy" in changes.nouns:
                self._kind.setText(noun_label(self._work.strategy, self.form.noun))

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        return self.form.commit() if self.form is not None else True


def sheet(inner: QWidget) -> QWidget:
    """The white sheet that a form lies on."""
    made = frame("sheet")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    return made
