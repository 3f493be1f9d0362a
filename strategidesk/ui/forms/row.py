"""One field in a form: its label, its editor, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from strategidesk.desk.drafts import Draft
from strategidesk.model.fields import Field, Id
from strategidesk.model.noun import Noun
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.choosing import editor_of
from strategidesk.ui.editors.flag import FlagEditor
from strategidesk.ui.forms.contest import contest_button, contest_words
from strategidesk.ui.forms.keeper import Keeper
from strategidesk.ui.theme import faces
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work


class Row(QWidget):
    """A field with label and editor."""

    def __init__(
        self, work: Work, noun: type[Noun], field: Field, editor: Editor | None = None
    ) -> None:
        """`editor`: another than the usual one of the field's kind."""
        super().__init__()
        self.field = field
        self._work = work
        self._noun = noun
        self.editor = editor or editor_of(field)
        self.keeper = Keeper(work, field, self.editor)
        self.label = QLabel()
        self.label.setFont(faces.small(bold=True))
        self.label.setProperty("tone", "muted")
        self.label.setBuddy(self.editor.inner)
        self.contest = contest_button(self._review)
        self._id: Id | None = None
        self.wrong = QLabel()
        self.wrong.setProperty("tone", "danger")
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.label, self.contest, self.editor, self.wrong):
            layout.addWidget(part)
        layout.addStretch(1)
        if field.name == noun.meta.title and isinstance(self.editor.inner, QLineEdit):
            self.editor.inner.setProperty("editor", "title")
            self.editor.inner.setFont(faces.section_title())
        self.keeper.refused.connect(self._refused)
        work.unsettled.contests_changed.connect(self._follow_contest)
        self._follow_contest()
        self.name()

    @property
    def wide(self) -> bool:
        """Whether it takes the form's whole width."""
        return self.editor.wide

    def name(self) -> None:
        """Say what the field is called, in the strategy's own words."""
        text = field_label(self._work.strategy, self._noun, self.field)
        self.editor.call(text)
        if isinstance(self.editor, FlagEditor):
            self.editor.box.setText(text)
            self.label.setText(" ")
        else:
            self.label.setText(text)

    def show_thing(self, id: Id, draft: Draft | None = None) -> None:
        """Show a thing's field."""
        self.editor.set_strategy(self._work.strategy, id)
        self._id = id
        if self._follow_contest() or draft is None:  # a draft of it stands in the review
            self.keeper.show(id)
        else:
            self.keeper.show(id, draft.value, draft.seen)

    def _follow_contest(self) -> bool:
        """Where the field waits for a person it is only shown, with the way to its review."""
        kind = self._work.contest(self._id, self.field.name) if self._id else ""
        if kind:
            self.keeper.set_aside()
            self.contest.setText(contest_words(kind))
        self.contest.setVisible(bool(kind))
        self.editor.set_read_only(bool(kind) or self._work.read_only)
        return bool(kind)

    def _review(self) -> None:
        if self._id is not None:
            self._work.review_wanted.emit(self._id, self.field.name)

    def refresh_targets(self, id: Id) -> None:
        """What the field points at may be called something else now."""
        self.editor.set_strategy(self._work.strategy, id)

    def _refused(self, sentence: str) -> None:
        self.wrong.setText(sentence[:1].upper() + sentence[1:])
        self.wrong.setVisible(bool(sentence))
        self.editor.set_wrong(sentence)
