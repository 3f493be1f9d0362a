"""The card of what remains: one row for each kind of work, with a link to where it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from strategidesk.desk.remaining import KINDS, Task, tasks
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.ui.overview import task_words
from strategidesk.ui.overview.card import OverviewCard, TwoLines, rule
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces, signs
from strategidesk.ui.theme.active import tokens

WARNED = ("areas", "card")  # gaps that readers of the document would see


class Sign(QWidget):
    """A sign in a token's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._token = "ring", "muted"
        self.setFixedSize(faces.grown(18), faces.grown(18))

    def show_sign(self, sign: str, token: str) -> None:
        """Show another sign."""
        self._sign, self._token = sign, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        signs.paint(QPainter(self), self._sign, tokens()[self._token], self.rect().toRectF())


class TaskRow(QWidget):
    """One kind of work. `wanted`: the page and the thing where it goes on."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._page, self._thing = "", ""
        self._sign = Sign()
        self.lines = TwoLines()
        self.link = button("", "link", lambda: self.wanted.emit(self._page, self._thing))
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.lines, 1)
        row.addWidget(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rule = rule()
        layout.addWidget(self._rule)
        layout.addLayout(row)

    def show_task(self, strategy: Strategy, task: Task, first: bool) -> None:
        """Show a kind of work."""
        title, detail = task_words.words(strategy, task)
        act = task_words.act_word(task)
        self._page = task.page
        self._thing = task.left[0].id if task.left and task.key != "card" else ""
        self.lines.say(title, detail)
        self.link.setText(act)
        self.link.setAccessibleName(f"{act}: {title}")
        self._rule.setVisible(not first)
        if task.done:
            self._sign.show_sign("ok", "ok")
        else:
            gap = task.key in WARNED
            self._sign.show_sign("warn" if gap else "ring", "warn" if gap else "muted")


class RemainingCard(OverviewCard):
    """`wanted`: the page and the thing where the work goes on."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("")
        self._count = label("", faces.small(), "muted")
        self.head.addWidget(self._count)
        self._rows = {key: TaskRow() for key in KINDS}
        for row in self._rows.values():
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)

    def row(self, key: str) -> TaskRow:
        """The row of a kind of work."""
        return self._rows[key]

    def show_strategy(self, strategy: Strategy, phase: int) -> None:
        """Show what remains; a row that the user is on stays."""
        found = tasks(strategy)
        self.title.setText(task_words.heading(phase))
        done = sum(task.done for task in found)
        self._count.setText(tr("{done} of {n} done", done=done, n=len(found)))
        for key, row in self._rows.items():
            row.setVisible(any(task.key == key for task in found))
        for number, task in enumerate(found):
            self._rows[task.key].show_task(strategy, task, number == 0)
