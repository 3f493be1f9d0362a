"""The side panel of the plan: the form of the chosen activity, or of several at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from strategidesk.history.changes import ChangeSet
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.ui.editors.wrapped import WrappedEditor
from strategidesk.ui.flow import Flow
from strategidesk.ui.forms.form import Form
from strategidesk.ui.parts import button, heading, label, sign_button
from strategidesk.ui.plan.decision import DecisionBox
from strategidesk.ui.plan.lack import Lack
from strategidesk.ui.plan.several import SeveralForm
from strategidesk.ui.text.comments import Comments
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
    `removed`: take away what is chosen; `binned`: what lies in the wastebasket now;
    `history_wanted`: of the activity with this id."""

    stepped = Signal(int)
    closed = Signal()
    removed = Signal()
    binned = Signal(str)
    history_wanted = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.setProperty("part", "column")
        self.setAccessibleName(tr("Form"))
        self._work = work
        self._form: Form | None = None  # made when it is first needed
        self._open = 0  # comments that are not settled
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
        self.comments = Comments(work, "title", tr("No comments on the activity yet."))
        self.comments.sought.connect(lambda _words: self._turn_comments(False))
        self.comments.removed.connect(self.binned)
        self.comments.counted.connect(self._count_comments)
        self._stack.addWidget(self.comments)
        self.commenting = button(tr("Comment it"), "link", self._comment, "comments")
        self.history = button(tr("History"), "link", self._tell_history, "history")
        self.remove = button(tr("Remove"), "link", self.removed.emit, "wastebasket")
        self.decision = DecisionBox(work, self.commit)
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
        foot.addWidget(Flow(self.commenting, self.history, self.remove), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        around = QVBoxLayout()
        around.setContentsMargins(_MARGIN, 6, 12, 0)
        around.addWidget(self.decision)
        layout.addLayout(around)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    @property
    def form(self) -> Form | None:
        """The form of one activity, where it or the activity's comments are in front."""
        shown = self._stack.currentWidget() in (self._form, self.comments)
        return self._form if shown else None

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
        self.comments.show_section(id)
        self.decision.show_things((id,))
        self._turn_comments(False)
        self._say()

    def _turn_comments(self, shown: bool) -> None:
        """The comments in the form's place, or the form again."""
        self.commit()
        self._stack.setCurrentWidget(self.comments if shown else self._ready())
        self._count_comments(self._open)

    def _count_comments(self, n: int) -> None:
        self._open = n
        if self._stack.currentWidget() is self.comments:
            self.commenting.setText(tr("Form"))
        else:
            self.commenting.setText(tr("Comments ({n})", n=n) if n else tr("Comment it"))

    def _comment(self) -> None:
        """Show the comments, with a first one begun where there is none; or the form again."""
        activity = self._activity()
        shown = self._stack.currentWidget() is not self.comments
        self._turn_comments(shown)
        if shown and activity is not None and not self.comments.cards:
            self.comments.add(activity.title)

    def _tell_history(self) -> None:
        activity = self._activity()
        if activity is not None and self.commit():
            self.history_wanted.emit(activity.id)

    def _activity(self) -> Activity | None:
        form = self.form
        return self._work.strategy.get(Activity, form.thing) if form is not None else None

    def show_several(self, ids: list[Id]) -> None:
        """Bring the form of several activities to the front."""
        if self.form is not None:
            self.form.leave()
        self.several.show_things(ids)
        self.decision.show_things(ids)
        self._stack.setCurrentWidget(self.several)
        self.title.setText(tr("Change in {n} activities", n=len(ids)))
        self._show_buttons(True, single=False)

    def show_nothing(self, sentence: str) -> None:
        """Say what to do while nothing is chosen."""
        if self.form is not None:
            self.form.leave()
        self.several.commit()
        self._nothing.setText(sentence)
        self.decision.show_things(())
        self._stack.setCurrentWidget(self._nothing)
        noun = self._work.strategy.schema.by_entity[Activity.meta.entity]
        self.title.setText(noun_label(self._work.strategy, noun))
        self._show_buttons(False, single=False)

    def _show_buttons(self, chosen: bool, single: bool) -> None:
        for part in (self.before, self.behind, self.commenting, self.history):
            part.setVisible(single)
        self.remove.setVisible(not self._work.read_only)
        self._foot.setVisible(chosen)

    def _say(self) -> None:
        activity, strategy = self._activity(), self._work.strategy
        if activity is None:
            return
        number = next(n for n, one in enumerate(strategy.activities, 1) if one.id == activity.id)
        self.title.setText(f"{noun_label(strategy, Activity)} {number}")
        self._show_buttons(True, single=True)
        self.lack.show_activity(activity)

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed in what is in front."""
        self.decision.refresh()
        self.comments.refresh(changes)
        if self.form is not None:
            self.form.refresh(changes)
            self._say()
        elif self._stack.currentWidget() is self.several:
            self.several.refresh(changes)

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        if self._stack.currentWidget() is self.several:
            return self.several.commit()
        return self.form is None or (self.form.commit() and self.comments.commit())
