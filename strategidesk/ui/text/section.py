"""One section as it is written: heading, state, guidance, text, and what else stands there."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.desk.drafts import Draft
from strategidesk.history.changes import ChangeSet
from strategidesk.language import tr
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.ui.editors.base import Editor
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.editors.text import LineEditor
from strategidesk.ui.flow import Flow
from strategidesk.ui.forms.row import Row
from strategidesk.ui.parts import button, frame, label
from strategidesk.ui.text.choosing import ContentEditor, PersonEditor, StateEditor
from strategidesk.ui.text.contents import ContentCard
from strategidesk.ui.theme import faces
from strategidesk.ui.words import target_caption
from strategidesk.ui.work import Work
from strategidesk.ui.writing.edit import RichEdit

_EDGE = 10  # logical pixels from the sheet's edge to the letters
_STEPS = (6.0, 4.0, 2.5)  # points that a heading of each level is larger than the text

Drafts = Mapping[tuple[Id, str], Draft]


class SectionView(QWidget):
    """`wanted` carries a page to go to; `entered`: the user writes here."""

    wanted = Signal(str)
    definition_wanted = Signal(str)  # a word to define
    entered = Signal(object)  # the RichEdit in focus

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.section: Id | None = None
        self._depth = 0
        fields = fields_of(Section)
        self.heading = _row(work, "heading")
        self.body = _row(work, "body")
        self.guidance: Row | None = None
        self.status = _row(work, "status", StateEditor(fields["status"]))
        self.owner = _row(work, "owner", PersonEditor(fields["owner"]))
        self.content = _row(work, "content", ContentEditor(fields["content"]))
        self.other = label("", faces.small(), "muted", wrap=True)
        self.guide = button(tr("Show guidance"), "link", self.turn_guidance)
        self.card = ContentCard()
        self.card.wanted.connect(self.wanted)
        assert isinstance(self.heading.editor, LineEditor)
        self.line = self.heading.editor.line
        self.line.setProperty("editor", "page")
        self.line.setPlaceholderText(tr(fields["heading"].label))
        self.line.returnPressed.connect(self.edit.setFocus)
        self.edit.setProperty("editor", "page")
        self.edit.lie_on("surface")
        self.edit.setPlaceholderText(tr("Write here, or paste from Word."))
        self.edit.defines = True
        self.edit.definition_wanted.connect(self.definition_wanted)
        self.edit.focused.connect(lambda: self.entered.emit(self.edit))
        self._lay_out()

    @property
    def edit(self) -> RichEdit:
        """The section's text."""
        return _rich(self.body)

    def _lay_out(self) -> None:
        state = Flow(self.status, self.owner, self.content, self.guide)
        state.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._box = frame("guidance")
        self._boxed = QVBoxLayout(self._box)
        self._boxed.setContentsMargins(10, 6, 10, 6)
        self._box.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 16)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.heading)
        self._layout.addWidget(state)
        self.other.setContentsMargins(_EDGE, 0, _EDGE, 0)
        for part in (self.other, self._box, self.body, self.card):
            self._layout.addWidget(part)

    # what is shown

    def show_section(self, id: Id, drafts: Drafts, depth: int = 0) -> None:
        """Show a section; what was typed in the one before is saved, or kept as a draft."""
        self.leave()
        self.section = id
        self._depth = depth
        self.zoom()
        for row in self._rows():
            row.show_thing(id, drafts.get((id, row.field.name)))
        if self.guidance is not None:
            self.turn_guidance(on=False)
        self._tell()

    def _rows(self) -> list[Row]:
        shown = (self.heading, self.status, self.owner, self.content, self.guidance, self.body)
        return [row for row in shown if row is not None]

    def row(self, name: str) -> Row:
        """The row of a field by its name."""
        if name == "guidance":
            self.turn_guidance(on=True)
        return next(row for row in self._rows() if row.field.name == name)

    def zoom(self) -> None:
        """Take the size that the writing surface has now."""
        factor = self._work.zoom / 100
        for widget, font in (
            (self.line, heading_face(self._depth)),
            (self.edit, faces.reading()),
        ):
            font.setPointSizeF(font.pointSizeF() * factor)
            if font != widget.font():
                widget.setFont(font)

    def leave(self) -> None:
        """Let go of the section; a value that is refused stays as a draft in the file."""
        self.commit()
        self.section = None

    def commit(self) -> bool:
        """Save what is being typed; False where a value is refused."""
        if self.section is None or self.section not in self._work.strategy.by_id:
            return True
        done = [row.keeper.commit() for row in self._rows()]
        return all(done)

    def refresh(self, changes: ChangeSet) -> None:
        """Show what has changed in the section."""
        if self.section is None or self.section not in self._work.strategy.by_id:
            self.section = None
            return
        for row in self._rows():
            if row.field.to in changes.nouns:
                row.refresh_targets(self.section)
            if changes.touches(self.section, row.field.name):
                row.keeper.refresh()
        self._tell()

    def _tell(self) -> None:
        strategy = self._work.strategy
        section = strategy.get(Section, self.section)
        if section is None:
            return
        owner = target_caption(strategy, section.owner)
        others = bool(owner) and owner != self._work.desk.author
        self.other.setVisible(others and not self._work.read_only)
        self.other.setText(
            tr("{name} is responsible for the section. You can write all the same.", name=owner)
        )
        self.guide.setVisible(bool(section.guidance) or not self._work.read_only)
        self.card.show_content(strategy, section)

    def turn_guidance(self, on: bool | None = None) -> None:
        """Show the guidance under the heading, or hide it."""
        on = self._box.isHidden() if on is None else on
        if on and self.guidance is None and self.section is not None:
            self.guidance = _row(self._work, "guidance")
            _rich(self.guidance).setProperty("editor", "page")
            self._boxed.addWidget(self.guidance)
            self.guidance.show_thing(self.section)
        self._box.setVisible(on)
        self.guide.setText(tr("Hide guidance") if on else tr("Show guidance"))


def heading_face(depth: int) -> QFont:
    """The reading face of a heading on this level (0: the highest)."""
    font = faces.reading(_STEPS[min(depth, len(_STEPS) - 1)])
    font.setBold(True)
    return font


def _row(work: Work, name: str, editor: Editor | None = None) -> Row:
    row = Row(work, Section, fields_of(Section)[name], editor)
    row.label.hide()
    return row


def _rich(row: Row) -> RichEdit:
    assert isinstance(row.editor, ProseEditor)
    return row.editor.edit
