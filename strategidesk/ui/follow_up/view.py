"""How a round stands: which one is shown, its figures, its bars, and who has answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategidesk.language import tr
from strategidesk.model.follow_up import Round
from strategidesk.ui.parts import label
from strategidesk.ui.work import Work


class StandingView(QWidget):
    """The first part of the page; a strategy without rounds says what to do."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.empty = label(
            tr(
                "No follow-up yet. "
                "Make a round, and the program makes an Excel sheet for each unit."
            ),
            tone="muted",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty, 1)

    def read(self) -> None:
        """Show what the strategy holds now."""
        self.empty.setVisible(not self._work.strategy.all(Round))

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes to, in order."""
        return ()
