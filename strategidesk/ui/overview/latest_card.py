"""The card of who changed what last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from strategidesk.history.timeline import Touch
from strategidesk.language import tr
from strategidesk.model.fields import Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.strategy import Strategy
from strategidesk.ui.overview.card import OverviewCard, TwoLines
from strategidesk.ui.overview.initials import Initials
from strategidesk.ui.overview.moments import moment
from strategidesk.ui.parts import button, label
from strategidesk.ui.theme import faces
from strategidesk.ui.words import caption, noun_label
from strategidesk.ui.work import Work

PEOPLE = 6
MOST = 200  # changes that are read
NAMED = 2  # things that are named of each person

Change = tuple[Touch, str]  # with the entity of what was changed


class PersonRow(QWidget):
    """One person: initials, name, what, and when."""

    def __init__(self) -> None:
        super().__init__()
        self._initials = Initials()
        self.lines = TwoLines(bold=True)
        self.when = label("", faces.small(), "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._initials)
        row.addWidget(self.lines, 1)
        row.addWidget(self.when)

    def show_person(self, name: str, what: str, when: str) -> None:
        """Show another person."""
        self._initials.show_name(name)
        self.lines.say(name, what)
        self.when.setText(when)


class LatestCard(OverviewCard):
    """`wanted`: the page of all changes."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(tr("Changed last"))
        self.link = button(tr("The whole history"), "link", lambda: self.wanted.emit("history", ""))
        self.head.addWidget(self.link)
        self._nothing = label(tr("Nothing has been changed yet."), tone="muted", wrap=True)
        self.body.addWidget(self._nothing)
        self.rows = [PersonRow() for _ in range(PEOPLE)]
        for row in self.rows:
            self.body.addWidget(row)

    def show_work(self, work: Work, now: int) -> None:
        """Read who was here last."""
        people: dict[str, list[Change]] = {}
        for touch, entity in work.desk.latest(MOST):
            people.setdefault(touch.author, []).append((touch, entity))
        self._nothing.setVisible(not people)
        found = list(people.items())[:PEOPLE]
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(found))
            if number < len(found):
                name, changes = found[number]
                row.show_person(
                    name or tr("(no name)"), _what(work, changes), moment(changes[0][0].at, now)
                )


def _what(work: Work, changes: list[Change]) -> str:
    strategy = work.strategy
    names: list[str] = []
    for touch, entity in changes:
        name = _name(strategy, touch, entity)
        if name not in names:
            names.append(name)
    said = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return tr("{names} and {n} more", names=said, n=more) if more > 0 else said


def _name(strategy: Strategy, touch: Touch, entity: str) -> str:
    noun = strategy.schema.by_entity[entity]
    thing, kind = strategy.by_id.get(touch.id), noun_label(strategy, noun)
    if thing is None or noun.meta.noted:
        return kind
    titled = fields_of(noun)[noun.meta.title].kind
    if titled is Kind.DATE:
        return f"{kind} {caption(strategy, thing)}"
    return caption(strategy, thing) if titled is Kind.LINE else kind
