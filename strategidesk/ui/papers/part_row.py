"""One part of a paper in its form: its heading, where its words come from, and the text."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.desk.drafts import Draft
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.papers import Part
from strategidesk.model.people import Paper
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.flow import Flow
from strategidesk.ui.forms.row import Row
from strategidesk.ui.papers import states
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import field_label
from strategidesk.ui.work import Work
from strategidesk.ui.writing.edit import RichEdit
from strategidesk.ui.writing.hands import rich_edit


class ComposedEditor(ProseEditor):
    """A text that is composed from the strategy as long as nothing has been written in it."""

    def __init__(self) -> None:
        super().__init__()
        self.composed = ""

    def set_value(self, given: object) -> None:
        super().set_value(given or self.composed)


class PartRow(Row):
    """`fetched`: the part is to be composed from the strategy again (its field's name)."""

    fetched = Signal(str)

    def __init__(self, work: Work, part: Part) -> None:
        self.part = part
        self._heading = ""
        self._source = self._state = ""
        self.text_editor = ComposedEditor()
        super().__init__(work, Paper, fields_of(Paper)[part.field], self.text_editor)
        self.edit.setPlaceholderText(part.hint)
        self.state = label("", faces.small())
        self.fetch = button(tr("Fetch from the strategy again"), "link", self._fetch, "again")
        self.source_button = button(tr("Show what the strategy says now"), "link", self._turn)
        self.quote = self._make_quote()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for words in (head := QWidget(), self.editor):
            words.setProperty("speaks", "document")  # what stands in it is not the program's
        over = QVBoxLayout(head)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.label)
        layout.insertWidget(0, head)
        layout.insertWidget(1, Flow(self.state, self.fetch, self.source_button))
        layout.insertWidget(layout.indexOf(self.wrong), self.quote)
        self.editor.changed.connect(self._tell_typed)

    def _make_quote(self) -> QWidget:
        quote = frame("quote")
        inner = QVBoxLayout(quote)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(4)
        inner.addWidget(label(tr("The strategy says now"), faces.small(bold=True), "muted"))
        self.said = rich_edit()
        self.said.setReadOnly(True)
        self.said.setProperty("editor", "bare")
        inner.addWidget(self.said)
        quote.hide()
        return quote

    @property
    def edit(self) -> RichEdit:
        """The part's text."""
        return self.text_editor.edit

    def field_name(self) -> str:
        """What the part is called in the user's language."""
        return field_label(self._work.strategy, Paper, self.field)

    def name(self) -> None:
        text = self._heading or self.field_name()
        self.editor.call(text)
        self.label.setText(text)

    def call_it(self, heading: str) -> None:
        """What stands over the part in the paper; empty: what its field is called."""
        if heading != self._heading:
            self._heading = heading
            self.name()

    # what the strategy says

    def prepare(self, source: str) -> None:
        """What the strategy says, before a paper is shown."""
        self._source = self.text_editor.composed = source

    def follow(self, source: str) -> None:
        """The strategy may say something else now, and another text may stand in the paper."""
        changed = source != self._source
        self.prepare(source)
        written = self._written()
        emptied = bool(source) and not str(self.editor.value()).strip()
        if not written.strip() and not self.keeper.unsaved and (changed or emptied):
            self.keeper.refresh()
        self._tell(written)

    def _tell_typed(self) -> None:
        """The first letter in it makes the words the secretary's own."""
        written = str(self.editor.value())
        if states.state_of(self.part, written, self._source) != self._state:
            self._tell(written)

    def _written(self) -> str:
        if self.keeper.unsaved:
            return str(self.editor.value())
        paper = self._work.strategy.get(Paper, self._id)
        return str(getattr(paper, self.field.attribute)) if paper is not None else ""

    def _tell(self, written: str) -> None:
        """Say where the words come from."""
        state = self._state = states.state_of(self.part, written, self._source)
        paper = self._work.strategy.get(Paper, self._id)
        words = states.WORDS[state]
        if state == states.LACKING and paper is not None and paper.kind == "minutes":
            words = states.BY_SECRETARY
        tone = states.TONES[state]
        if tone != self.state.property("tone"):
            self.state.setProperty("tone", tone)
            if self.state.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.state.style().unpolish(self.state)
                self.state.style().polish(self.state)
                QCoreApplication.sendEvent(self.state, QEvent(QEvent.Type.StyleChange))
            self.state.clear()  # so that its new edges are counted
        self.state.setText(tr(words))
        self.editor.describe(tr(words))
        able = state == states.EDITED and not self._work.read_only and self.contest.isHidden()
        self.fetch.setVisible(able)
        differs = state == states.EDITED and states.differs(written, self._source)
        self.source_button.setVisible(differs)
        for one in (self.fetch, self.source_button):
            one.setAccessibleDescription(self.field_name())
        if not differs:
            self.quote.hide()
        if not self.quote.isHidden():
            self._show_source()
        self._name_turner()

    def show_thing(self, id: Id, draft: Draft | None = None) -> None:
        self.quote.hide()
        super().show_thing(id, draft)
        self._tell(self._written())

    def _turn(self) -> None:
        """Show what the strategy says now, or put it away."""
        self.quote.setVisible(self.quote.isHidden())
        self._show_source()
        self._name_turner()

    def _show_source(self) -> None:
        if self.said.text() != self._source:
            self.said.show_text(self._source)
        self.said.setAccessibleName(tr("The strategy says now"))

    def _name_turner(self) -> None:
        shown = not self.quote.isHidden()
        words = (
            tr("Hide what the strategy says now")
            if shown
            else tr("Show what the strategy says now")
        )
        self.source_button.setText(words)

    def _fetch(self) -> None:
        self.fetched.emit(self.field.name)
