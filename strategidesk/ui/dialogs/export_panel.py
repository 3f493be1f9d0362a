"""The panel that asks what is exported, how, on which template and where to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
)

from strategidesk.desk import word_template
from strategidesk.desk.accessibility import Finding
from strategidesk.desk.exporting import checking
from strategidesk.desk.exports import DOCX, EXPORTS, PDF, Export
from strategidesk.language import tr
from strategidesk.model.dialogue import Comment
from strategidesk.model.strategy import Strategy
from strategidesk.publish import programs
from strategidesk.ui import asking
from strategidesk.ui.dialogs.buttons import deciding
from strategidesk.ui.dialogs.export_scope import ScopeRow
from strategidesk.ui.dialogs.findings import Findings
from strategidesk.ui.editors.lists import Combo
from strategidesk.ui.export_memory import Choice, ExportMemory, Wanted, every_choice
from strategidesk.ui.export_scope import Scope
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.parts import button, head_of, label
from strategidesk.ui.theme import faces

if TYPE_CHECKING:
    from strategidesk.ui.window import Window

OWN_LOOK = "own"  # the program's, in a strategy that has a template
PAUSE = 300  # milliseconds without a key until the place is looked at


class ExportPanel(QDialog):
    """`wanted`: a Wanted, when the user has said to export; `place_wanted`: the id and the field
    of a finding that the user goes to instead."""

    wanted = Signal(object)
    place_wanted = Signal(str, str)

    def __init__(
        self,
        window: "Window",
        memory: ExportMemory,
        choice: Choice,
        strategy: Strategy,
        scope: Scope | None = None,
    ) -> None:
        """`strategy` is what is exported; `scope`: which of it, where it is not as last time."""
        super().__init__(window)
        self._strategy = strategy
        self._window = window
        self._memory = memory
        self._checking: JobRunner | None = None
        self._paths: dict[str, str] = {}  # by choice, as edited here
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what: QComboBox = Combo()
        self.format: QComboBox = Combo()
        self.template: QComboBox = Combo()
        self.scope = ScopeRow(strategy)
        self.path = QLineEdit()
        self.comments = QCheckBox(tr("Include comments"))
        self.note = label("", faces.small(), "muted", wrap=True)
        self.findings = Findings()
        for one in EXPORTS:
            self.what.addItem(tr(one.label), one)
        self._lay_out()
        self.what.activated.connect(lambda _index: self._show_what())
        self.format.activated.connect(lambda _index: self._show_choice())
        self.scope.changed.connect(self._rescope)
        self.path.textEdited.connect(self._edited)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._note)
        self.findings.wanted.connect(self._go)
        self.what.setCurrentIndex(EXPORTS.index(choice.export))
        self._show_what(choice, scope)
        self.path.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, 320)
        grid.setColumnMinimumWidth(1, 120)
        grid.setColumnStretch(0, 1)
        grid.addWidget(head_of(self.what, tr("What")), 0, 0)
        grid.addWidget(head_of(self.format, tr("Format")), 0, 1)
        grid.addWidget(self.what, 1, 0)
        grid.addWidget(self.format, 1, 1)
        self._choose_template = button(tr("Choose …"), "plain", self._ask_template)
        self._choose_template.setAccessibleDescription(tr("Template"))
        self._choose_path = button(tr("Choose …"), "plain", self._ask_path)
        self._choose_path.setAccessibleDescription(tr("Save as"))
        rows = (
            (head_of(self.template, tr("Template")), self.template, self._choose_template),
            (head_of(self.path, tr("Save as")), self.path, self._choose_path),
        )
        for number, (head, field, choose) in enumerate(rows):
            head.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(head, 3 + 2 * number, 0)
            grid.addWidget(field, 4 + 2 * number, 0)
            grid.addWidget(choose, 4 + 2 * number, 1)
        grid.addWidget(self.scope, 2, 0, 1, 2)
        grid.addWidget(self.comments, 7, 0, 1, 2)
        grid.addWidget(self.note, 8, 0, 1, 2)
        grid.addWidget(self.findings, 9, 0, 1, 2)
        buttons, self.export = deciding(self, tr("Export"))
        self.export.setDefault(True)
        grid.setRowMinimumHeight(10, 8)
        grid.addWidget(buttons, 11, 0, 1, 2)

    # what is shown

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        found: Choice = self.format.currentData()
        return found

    def _show_what(self, choice: Choice | None = None, scope: Scope | None = None) -> None:
        export: Export = self.what.currentData()
        usual = choice or self._memory.usual(export.what)
        self.scope.show_export(export, scope or self._memory.wanted(usual).scope)
        self.format.clear()
        for one in every_choice():
            if one.export == export:
                self.format.addItem(one.kind, one)
                if one == usual:
                    self.format.setCurrentIndex(self.format.count() - 1)
        self._show_choice()
        self._check()
        self.adjustSize()

    def _rescope(self) -> None:
        """Another paper or part is another document, under another name."""
        self._paths.clear()
        self._show_choice()
        self._check()

    def _check(self) -> None:
        """Look, on a worker thread, for what would shut readers of the document out."""
        if self._checking is not None:
            self._checking.cancel()
            self._checking.finished.disconnect(self._checked)
        self.findings.wait()
        wanted = self._wanted()
        job = checking(wanted.choice.export, self._strategy, wanted.wish())
        self._checking = JobRunner(job)
        self._checking.finished.connect(self._checked)
        self._checking.start()

    def _checked(self, found: tuple[Finding, ...]) -> None:
        self._checking = None
        self.findings.show_findings(self._strategy, found)
        self.adjustSize()

    def _show_choice(self) -> None:
        choice, known = self.choice, self._memory.wanted(self.choice, self.scope.scope)
        self.path.setText(self._paths.get(choice.key, str(known.path)))
        self.template.clear()
        kept = word_template.name_of(self._strategy) if choice.template == DOCX else ""
        if kept:
            self.template.addItem(tr("The strategy's template ({name})", name=kept), None)
        self.template.addItem(tr("The program's own"), OWN_LOOK if kept else None)
        for path in self._memory.templates(choice.template):
            self._add_template(path)
        chosen = known.template or (OWN_LOOK if known.own_look else None)
        self.template.setCurrentIndex(max(0, self._template_at(chosen)))
        self.comments.setChecked(known.comments)
        self.comments.setVisible(choice.format == DOCX and self._has_comments())
        self._note()

    def _has_comments(self) -> bool:
        return any(not comment.resolved for comment in self._strategy.all(Comment))

    def _template_at(self, path: Path | str | None) -> int:
        """Where a template stands in the list; -1 where it does not."""
        every = (self.template.itemData(at) for at in range(self.template.count()))
        return next((at for at, one in enumerate(every) if one == path), -1)

    def _add_template(self, path: Path) -> int:
        at = self._template_at(path)
        if at < 0:
            at = self.template.count()
            self.template.addItem(path.name, path)
            self.template.setItemData(at, str(path), Qt.ItemDataRole.ToolTipRole)
        return at

    def _edited(self, text: str) -> None:
        self._paths[self.choice.key] = text
        self.export.setEnabled(bool(text.strip()))
        self._pause.start()

    def _note(self) -> bool:
        """Say what will happen to the place that stands there; False where it is none."""
        self._pause.stop()
        path, serves = self._target(), False
        if not self.path.text().strip():
            said = tr("Write where the document is to lie.")
        elif not path.parent.is_dir():
            said = tr("The folder {folder} is not there.", folder=path.parent)
        elif self.choice.format == PDF and programs.office() is None:
            said = tr(programs.MISSING)
        else:
            serves = True
            said = tr("The file is there already and is replaced.") if path.exists() else ""
        self.note.setText(said)
        self.path.setAccessibleDescription(said)
        return serves

    def _wanted(self) -> Wanted:
        """The export as it stands there."""
        look = self.template.currentData()
        template = look if isinstance(look, Path) else None
        own, comments = look == OWN_LOOK, self.comments.isChecked()
        return Wanted(self.choice, self._target(), template, own, self.scope.scope, comments)

    def _target(self) -> Path:
        path = Path(self.path.text().strip())
        ending = f".{self.choice.format}"
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    # what is done

    def _ask_path(self) -> None:
        choice, settings = self.choice, self._window.shell.settings
        title = tr("Export: {what}", what=choice.label)
        found = asking.new_file(
            self, settings, "export", title, str(self._target()), f".{choice.format}"
        )
        if found is not None:
            self.path.setText(str(found))
            self._edited(str(found))

    def _ask_template(self) -> None:
        settings, kinds = self._window.shell.settings, f"*.{self.choice.template}"
        found = asking.existing_file(self, settings, "template", tr("Template"), kinds)
        if found is not None:
            self.template.setCurrentIndex(self._add_template(found))

    def _go(self, id: str, field: str) -> None:
        self.reject()
        self.place_wanted.emit(id, field)

    def accept(self) -> None:
        """Export as it stands, where there is a place for it."""
        if self._note():
            wanted = self._wanted()
            super().accept()
            self.wanted.emit(wanted)
