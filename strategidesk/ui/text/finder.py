"""The bar that finds words in the text, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from strategidesk.desk.finding import places, replace_all
from strategidesk.language import tr
from strategidesk.model.fields import Id
from strategidesk.ui.parts import button, label, sign_button
from strategidesk.ui.theme import faces
from strategidesk.ui.work import Work


class FindBar(QFrame):
    """`found`: the section, the words, and the how-manieth place there; `closed`."""

    found = Signal(str, str, int)
    closed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._at = -1
        self.setProperty("part", "header")
        self.words, self.other = QLineEdit(), QLineEdit()
        for field, name in ((self.words, tr("Find")), (self.other, tr("Replace with"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setMaximumWidth(faces.grown(260))
        self.count = label("", faces.small(), "muted")
        self.replace = button(tr("Replace all"), "plain", self.replace_all)
        self.replace.setEnabled(not work.read_only)
        first, second = QHBoxLayout(), QHBoxLayout()
        for part in (
            self.words,
            sign_button("up", tr("Previous"), lambda: self.step(-1)),
            sign_button("down", tr("Find next"), lambda: self.step(1)),
        ):
            first.addWidget(part)
        first.addWidget(self.count, 1)
        first.addWidget(sign_button("close", tr("Close"), self.close_bar))
        second.addWidget(self.other)
        second.addWidget(self.replace)
        second.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        self.words.textChanged.connect(lambda _text: self._sought())
        self.words.returnPressed.connect(lambda: self.step(1))
        self.other.returnPressed.connect(self.replace_all)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar, with words to find."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.setFocus()
        self.words.selectAll()
        self._count()

    def enter_other(self) -> None:
        """Go to the words that are put in the place of those sought, where these are known."""
        if self.words.text():
            self.other.setFocus()
            self.other.selectAll()

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), round the whole text."""
        spots = self._spots()
        self._count()
        if spots:
            self._at = (self._at + by) % len(spots) if self._at >= 0 or by > 0 else -1 % len(spots)
            section, number = spots[self._at]
            self.count.setText(tr("{n} of {all}", n=self._at + 1, all=len(spots)))
            self.found.emit(section, self.words.text(), number)

    def _spots(self) -> list[tuple[Id, int]]:
        found = places(self._work.strategy, self.words.text())
        return [(id, number) for id, count in found.items() for number in range(count)]

    def _sought(self) -> None:
        self._at = -1
        self._count()

    def _count(self) -> None:
        n = sum(places(self._work.strategy, self.words.text()).values())
        words = tr("1 place") if n == 1 else tr("{n} places", n=n)
        self.count.setText((words if n else tr("Found nowhere")) if self.words.text() else "")

    def replace_all(self) -> None:
        """Put the other words everywhere, in one step."""
        if self._work.read_only:
            return
        step, n = replace_all(self._work.strategy, self.words.text(), self.other.text())
        if step is not None and self._work.run(step) is not None:
            self._at = -1
            done = tr("Replaced in 1 place") if n == 1 else tr("Replaced in {n} places", n=n)
            self.count.setText(done)
