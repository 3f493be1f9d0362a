"""A card of the overview: a title, something at its right, and rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from strategidesk.ui.parts import heading, label
from strategidesk.ui.theme import faces


class OverviewCard(QFrame):
    """What the cards have in common; their rows go into `body`."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = heading(title, wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addLayout(self.head)
        layout.addLayout(self.body)


class TwoLines(QWidget):
    """A title over a quieter line; both wrap."""

    def __init__(self, bold: bool = False) -> None:
        super().__init__()
        self.title: QLabel = label("", faces.ui(bold=bold), wrap=True)
        self.detail: QLabel = label("", faces.small(), "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.title)
        layout.addWidget(self.detail)

    def say(self, title: str, detail: str) -> None:
        """Show other words; an empty line takes no room."""
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))


def rule() -> QFrame:
    """A hairline between rows."""
    made = QFrame()
    made.setProperty("part", "rule")
    made.setFixedHeight(1)
    return made
