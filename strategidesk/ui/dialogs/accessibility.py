"""Whether the strategy's documents will be accessible, asked for without exporting one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from strategidesk.desk.accessibility import Finding
from strategidesk.desk.accessible_work import checking_work
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.dialogs.buttons import closing, column
from strategidesk.ui.dialogs.findings import Findings
from strategidesk.ui.jobs import JobRunner
from strategidesk.ui.parts import label


class AccessibilityDialog(QDialog):
    """`wanted`: the id of a thing and the name of the field where a finding is mended."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget, strategy: Strategy) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Accessibility"))
        self.setMinimumWidth(560)
        words = tr(
            "This is what would stand in the way of someone who has the strategy, its plan or a "
            "paper read aloud. Heading styles, contents and tables are seen to by the export."
        )
        self.findings = Findings()
        self.findings.wanted.connect(self._go)
        layout = column(self)
        layout.addWidget(label(words, tone="muted", wrap=True))
        layout.addWidget(self.findings)
        layout.addStretch(1)
        layout.addWidget(closing(self))
        self._strategy = strategy
        self.findings.wait()
        self.checking: JobRunner | None = JobRunner(checking_work(strategy))
        self.checking.finished.connect(self._checked)
        self.checking.start()

    def _checked(self, found: tuple[Finding, ...]) -> None:
        self.checking = None
        self.findings.show_findings(self._strategy, found)
        self.adjustSize()

    def _go(self, id: str, field: str) -> None:
        self.reject()
        self.wanted.emit(id, field)
