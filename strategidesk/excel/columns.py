"""The columns of a plan in a workbook, each declared once.

The full set of columns that Swedish municipalities print in their activity plans. Headings, and the
names of cells in a municipality's own workbook, are wording under the column's key.
"""

from collections.abc import Callable
from dataclasses import dataclass

from strategidesk.excel.cells import Value, day_or_text
from strategidesk.excel.rows import Entry, Plan, status_word
from strategidesk.excel.words import choice, heading
from strategidesk.prose.plain import plain

Reader = Callable[[Plan, Entry], Value | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Without `always` it stands only in plans where it has something to say.

    `narrow` and `wide` are widths in characters; `own_word` is the field of the document card that
    holds the strategy's own heading; `choices` the group of words that its cells take.
    """

    key: str
    read: Reader
    narrow: int
    wide: int
    always: bool = False
    own_word: str = ""
    choices: str = ""

    def heading(self, plan: Plan) -> str:
        own = getattr(plan.strategy.card, self.own_word) if self.own_word else ""
        return own or heading(self.key)


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts))


COLUMNS = (
    Column("number", lambda _, entry: entry.number, 5, 6, always=True),
    Column("stage", lambda _, e: choice("stage", e.activity.stage), 9, 11, choices="stage"),
    Column("area", Plan.area_title, 10, 20, own_word="area_label"),
    Column("hallmarks", Plan.hallmark_texts, 14, 34, own_word="hallmark_label"),
    Column("activity", lambda _, e: e.activity.title, 20, 38, True, own_word="activity_label"),
    Column("description", lambda _, e: plain(e.activity.description), 20, 44),
    Column("expected_result", lambda _, e: e.activity.expected_result, 14, 28),
    Column("unit", Plan.unit_label, 10, 18),
    Column("responsible", lambda _, e: e.activity.responsible, 10, 18),
    Column("participants", lambda _, e: e.activity.participants, 10, 20),
    Column("when", lambda _, e: _joined(e.activity.when, e.activity.recurrence), 9, 18, True),
    Column("start", lambda _, e: day_or_text(e.activity.start), 11, 11),
    Column("end", lambda _, e: day_or_text(e.activity.end), 11, 11),
    Column("resources", lambda _, e: _joined(e.activity.resources, e.activity.funding), 10, 20),
    Column("budget", lambda _, e: e.activity.budget, 10, 22),
    Column("indicator", lambda _, e: e.activity.indicator, 10, 24),
    Column("baseline", lambda _, e: e.activity.baseline, 10, 14),
    Column("target", lambda _, e: e.activity.target, 10, 14),
    Column(
        "priority",
        lambda _, e: choice("priority", e.activity.priority),
        9,
        11,
        choices="priority",
    ),
    Column("status", lambda _, e: status_word(e), 11, 14, True, choices="status"),
    Column("comment", lambda _, e: e.activity.comment, 12, 28),
)
