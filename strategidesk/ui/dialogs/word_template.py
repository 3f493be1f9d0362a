"""The municipality's Word template: which it is, what there is to know of it, another, or none."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem

from strategidesk.desk import word_template
from strategidesk.desk.jobs import Job
from strategidesk.desk.word_template import ENDINGS, Checked
from strategidesk.errors import UserError
from strategidesk.language import mark, tr
from strategidesk.model.kept_files import KeptFile
from strategidesk.ui import asking
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.dropping import files_of
from strategidesk.ui.flow import Flow
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

if TYPE_CHECKING:
    from strategidesk.ui.window import Window
    from strategidesk.word.template_report import Remark

_KINDS = {  # of remarks: their sign, its colour, and the words that lead them
    "found": ("ok", "ok", mark("Found: {what}")),
    "instead": ("info", "muted", mark("Instead: {what}")),
    "mend": ("warn", "warn", mark("To mend: {what}")),
}
_ORDER = ("mend", "instead", "found")  # what is to be done stands first
_LINES = 12  # of the report that are seen without scrolling
_WIDE = 620  # logical pixels


class WordTemplateDialog(QDialog):
    """Shows the strategy's template with its report. A template that is chosen, or dropped here, is
    looked through on a worker thread and then kept in the strategy."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._runner: JobRunner | None = None
        self.setWindowTitle(tr("Word template"))
        self.setAcceptDrops(True)
        self.setMinimumWidth(_WIDE)
        self.name = label("", faces.ui(bold=True), wrap=True)
        self.said = label("", tone="muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What there is to know of the template"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setIconSize(QSize(18, 18))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMinimumHeight(_LINES * self.list.fontMetrics().lineSpacing())
        self.choose = button(tr("Choose a template …"), "primary", self._ask)
        self.save = button(tr("Save a copy of the template …"), "plain", self._save)
        self.remove = button(tr("Remove the template"), "plain", self._remove)
        self._lay_out()
        self._show_kept()

    def _lay_out(self) -> None:
        words = tr(
            "Word documents and PDF files get the template's page, fonts, header, footer, numbers "
            "and cover page. It lies in the strategy and comes along with working copies."
        )
        layout = column(self)
        layout.addWidget(label(words, tone="muted", wrap=True))
        layout.addWidget(self.name)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)
        layout.addWidget(Flow(self.choose, self.save, self.remove))
        layout.addWidget(closing(self))

    # what is shown

    def _show_kept(self) -> None:
        """The template that is kept, and what there is to know of it when that is worked out."""
        name = word_template.name_of(self._window.work.strategy)
        self.name.setText(name or tr("The program's own look"))
        self.list.clear()
        self.list.setVisible(bool(name))
        self._say("" if name else tr("Choose the municipality's template, or drop it here."))
        self._allow()
        try:
            kept = word_template.kept(self._window.work.strategy)
        except UserError as trouble:
            self._say(str(trouble))
            return
        if kept is not None:
            self._look(word_template.looking_through(kept), self._show)
        self._fit()

    def _show(self, checked: Checked) -> None:
        self._ended()
        faulty = sum(remark.kind == "mend" for remark in checked.remarks)
        if faulty:
            self._say(tr("The template is used. Things to mend in it in Word: {n}.", n=faulty))
        else:
            self._say(tr("The template is used. Nothing in it needs to be mended."))
        self.list.clear()
        for remark in sorted(checked.remarks, key=lambda one: _ORDER.index(one.kind)):
            self._add(remark)
        self.list.setCurrentRow(0)
        self._fit()

    def _add(self, remark: "Remark") -> None:
        sign, colour, words = _KINDS[remark.kind]
        text = tr(words, what=remark)
        item = QListWidgetItem(f"{text} {remark.way}".strip(), self.list)
        item.setIcon(signs.icon(sign, tokens()[colour]))
        item.setToolTip(item.text())

    def _fit(self) -> None:
        """Room for what stands here now, which may go over more lines."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.width(), _WIDE)
            high = layout.totalHeightForWidth(width)
            self.resize(width, max(high, layout.totalSizeHint().height()))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _allow(self) -> None:
        """The buttons that can be used now."""
        free = self._runner is None
        writes = free and not self._window.work.read_only
        named = bool(word_template.name_of(self._window.work.strategy))
        self.choose.setEnabled(writes)
        self.remove.setEnabled(writes and named)
        self.save.setEnabled(free and named)

    @property
    def free(self) -> bool:
        """Whether no template is being looked at."""
        return self._runner is None

    # what is done

    def take(self, path: Path) -> None:
        """Look a template through, and keep it in the strategy."""
        if self.choose.isEnabled():
            self._look(word_template.checking(path), self._keep)

    def _look(self, job: Job[Checked], then: object) -> None:
        self._runner = JobRunner(job, self)
        self._runner.finished.connect(then)
        self._runner.failed.connect(self._refused)
        self._runner.broken.connect(self._ended)
        self._say(tr("Looking at the template …"))
        self._allow()
        self._runner.start()

    def _ended(self) -> None:
        if self._runner is not None:
            self._runner.deleteLater()
            self._runner = None
        self._allow()

    def _keep(self, checked: Checked) -> None:
        self._ended()
        if self._window.work.run(checked.command) is None:
            self.reject()  # what was wrong stands in the window
            return
        self.name.setText(checked.file.name)
        self.list.show()
        self._show(checked)

    def _refused(self, trouble: UserError) -> None:
        self._ended()
        self._say(str(trouble))
        self._fit()

    def _ask(self) -> None:
        settings, kinds = self._window.shell.settings, " ".join(f"*{one}" for one in ENDINGS)
        found = asking.existing_file(
            self, settings, "template", tr("Word template"), tr("Templates") + f" ({kinds})"
        )
        if found is not None:
            self.take(found)

    def _remove(self) -> None:
        work = self._window.work
        if work.run(word_template.take_away(work.strategy)) is None:
            self.reject()
            return
        self._show_kept()
        self.choose.setFocus()

    def _save(self) -> None:
        kept: KeptFile | None = word_template.kept(self._window.work.strategy)
        if kept is None:
            return
        ending = Path(kept.name).suffix.lower() or ENDINGS[0]
        settings = self._window.shell.settings
        title = tr("Save a copy of the template")
        target = asking.new_file(self, settings, "template", title, kept.name, ending)
        if target is None:
            return
        try:
            word_template.save(kept, target)
        except UserError as trouble:
            self._say(str(trouble))
        else:
            self._say(tr("The template is saved in {path}.", path=target))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.choose.isEnabled() and _templates(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _templates(event)[:1]:
            event.acceptProposedAction()
            self.take(path)

    def done(self, result: int) -> None:
        if self._runner is not None:
            self._runner.cancel()
            self._runner.wait()
        super().done(result)


def _templates(event: QDropEvent) -> list[Path]:
    return [path for path in files_of(event.mimeData()) if path.suffix.lower() in ENDINGS]
