"""The side panel of the plan: the form of the chosen activity, or of several at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.ui.editors.wrapped import WrappedEditor
from strategidesk.ui.forms.form import Form
from strategidesk.ui.parts import button, heading, label, sign_button
from strategidesk.ui.plan.lack import Lack
from strategidesk.ui.plan.several import SeveralForm
from strategidesk.ui.theme import faces
from strategidesk.ui.words import noun_label
from strategidesk.ui.work import Work

USUAL = (
    *("title", "area", "hallmarks", "unit", "status", "when", "start", "end"),
    *("participants", "expected_result", "indicator"),
)
_MARGIN = 16
_QUESTIONS = {  # that an empty field asks
    "expected_result": mark("What has happened when it is done?"),
    "indicator": mark("How do we see that it happens?"),
}


class PlanPanel(QFrame):
    """`stepped`: to the activity before (-1) or behind (1); `closed`: the user wants it away;
    `removed`: take away what is chosen."""

    stepped = Signal(int)
    closed = Signal()
    removed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "column")
        self.setAccessibleName(tr("Form"))
        self._work = work
        self._form: Form | None = None  # made when it is first needed
        self.several = SeveralForm(work, _MARGIN, USUAL)
        self.lack = Lack()
        self._nothing = label("", faces.ui(), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(_MARGIN)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.several)
        self.title = heading("", wrap=True)
        self.before = sign_button("up", tr("Previous activity"), lambda: self.stepped.emit(-1))
        self.behind = sign_button("down", tr("Next activity"), lambda: self.stepped.emit(1))
        self.close_button = sign_button("close", tr("Close the form"), self.closed.emit)
        self.remove = button(tr("Remove"), "link", self.removed.emit, "wastebasket")
        self._lay_out()
        self.show_nothing("")

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(_MARGIN, 10, 12, 0)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for part in (self.before, self.behind, self.close_button):
            head.addWidget(part)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(_MARGIN, 4, 12, 8)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    @property
    def form(self) -> Form | None:
        """The form of one activity, where it is in front."""
        return self._form if self._stack.currentWidget() is self._form else None

    def first_field(self) -> QWidget | None:
        """Where the keys go first in the form in front."""
        if self.form is not None:
            return self.form.rows[0].editor
        if self._stack.currentWidget() is self.several:
            return self.several.rows[0].editor
        return None

    def _ready(self) -> Form:
        if self._form is None:
            self._form = Form(self._work, Activity, usual=USUAL, narrow=True)
            self._form.inner.insertWidget(1, self.lack)
            for name, question in _QUESTIONS.items():
                editor = self._form.row(name).editor
                if isinstance(editor, WrappedEditor):
                    editor.edit.setPlaceholderText(tr(question))
            self._stack.addWidget(self._form)
        return self._form

    def show_thing(self, id: Id) -> None:
        """Bring an activity's form to the front."""
        self.several.commit()
        form = self._ready()
        form.show_thing(id)
        self._stack.setCurrentWidget(form)
        self._say()

    def show_several(self, ids: list[Id]) -> None:
        """Bring the form of several activities to the front."""
        if self.form is not None:
            self.form.leave()
        self.several.show_things(ids)
        self._stack.setCurrentWidget(self.several)
        self.title.setText(tr("Change in {n} activities", n=len(ids)))
        self._show_buttons(True, single=False)

    def show_nothing(self, sentence: str) -> None:
        """Say what to do while nothing is chosen."""
        if self.form is not None:
            self.form.leave()
        self.several.commit()
        self._nothing.setText(sentence)
        self._stack.setCurrentWidget(self._nothing)
        noun = self._work.strategy.schema.by_entity[Activity.meta.entity]
        self.title.setText(noun_label(self._work.strategy, noun))
        self._show_buttons(False, single=False)

    def _show_buttons(self, chosen: bool, single: bool) -> None:
        for part in (self.before, self.behind):
            part.setVisible(single)
        self._foot.setVisible(chosen and not self._work.read_only)

    def _say(self) -> None:
        form, strategy = self.form, self._work.strategy
        activity = strategy.get(Activity, form.thing) if form is not None else None
        if activity is None:
            return
        number = next(n for n, one in enumerate(strategy.activities, 1) if one.id == activity.id)
        self.title.setText(f"{noun_label(strategy, Activity)} {number}")
        self._show_buttons(True, single=True)
        self.lack.show_activity(activity)

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed in what is in front."""
        if self.form is not None:
            self.form.refresh(changes)
            self._say()
        elif self._stack.currentWidget() is self.several:
            self.several.refresh(changes)

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        if self._stack.currentWidget() is self.several:
            return self.several.commit()
        return self.form.commit() if self.form is not None else True
