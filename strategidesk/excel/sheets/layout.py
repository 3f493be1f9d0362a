"""What stands on the answer sheets of a round, declared once for writers and readers.

An answer sheet has a head of six facts, one row of headings and a row for each activity. Headings
are wording under the column's key; so are the names of cells and of columns, by which a column is
known again where it was renamed or moved.
"""

from dataclasses import dataclass
from enum import Enum

from strategidesk.excel.words import word
from strategidesk.model.fields import Choices, Field, Kind
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import FOLLOW_UP, PROPOSALS

# rows of the answer sheet, counted from 1 as in Excel
TITLE_ROW = 1
HEAD_ROW = 2  # the first of three with the facts
HINT_ROW = 5
HEADING_ROW = 6
FIRST_ROW = 7

NAME = "sd_{key}"  # of a column's cells from FIRST_ROW down, of a fact's cell, of a list of words
NEEDS_COMMENT = ("delayed", "cancelled")  # statuses that say nothing without one


def text_field(status: str) -> str:
    """The field of a follow-up answer that the text beside a status goes to: why a thing is late or
    was given up is a comment, all else a result."""
    return "comment" if status in NEEDS_COMMENT else "result"


class Open(Enum):
    """Where a column's cells take what a manager types; all others are locked."""

    NEVER = "never"
    OWN = "own"  # in the rows for activities of the unit's own
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an answer sheet.

    `field` is the field of the layout's noun that an answer goes to (of an own row: of Activity);
    empty where the column only tells. `width` is in characters. `hidden` is out of sight.
    """

    key: str
    width: float
    open: Open = Open.NEVER
    field: str = ""
    hidden: bool = False
    spare: bool = False  # left out where it has nothing to tell

    @property
    def heading(self) -> str:
        """What the heading reads, exactly."""
        return word(f"sheets.columns.{self.key}")

    @property
    def name(self) -> str:
        """The defined name of the column's cells."""
        return NAME.format(key=self.key)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of answer sheet. `noun` is what an answered row becomes; the last three facts of the
    head stand over the column `facts_above`, their labels to the left of them."""

    kind: str  # of the round
    noun: type[Noun]
    columns: tuple[Column, ...]
    own_rows: int  # for activities of the unit's own, under the others
    facts_above: str

    @property
    def sheet(self) -> str:
        """The answer sheet's name."""
        return word(f"sheets.{self.kind}.sheet")

    def column(self, key: str) -> Column:
        """The column of that key. Raises KeyError."""
        return {column.key: column for column in self.columns}[key]

    def takes(self, column: Column) -> Field | None:
        """The field that a column's answers go to; None where it has none."""
        fields = fields_of(self.noun if column.open is Open.ALWAYS else Activity)
        return fields[column.field] if column.field else None

    def choices(self, column: Column) -> Choices:
        """The words that a column takes, label by value; none where it takes any text."""
        field = self.takes(column)
        return (field.choices or {}) if field and field.kind is Kind.CHOICE else {}


# the facts in the head, three and three: the key is also the wording's
FACTS = ("municipality", "plan", "unit", "reporter", "period", "last_reply_on")
REPORTER = "reporter"  # the one that is open: who answers
FACTS_ABOVE = "hallmarks"  # the column over which the first three stand, the labels to the left

_ID = Column("id", 38, hidden=True)

FOLLOW_UP_SHEET = Layout(
    FOLLOW_UP,
    FollowUp,
    (
        Column("number", 5),
        Column("activity", 28, Open.OWN, "title"),
        Column("hallmarks", 20, Open.OWN, "hallmarks"),
        Column("responsible", 15, Open.OWN, "responsible"),
        Column("when", 13, Open.OWN, "when"),
        Column("indicator", 18, spare=True),
        Column("last_answer", 20),
        Column("status", 14, Open.ALWAYS, "status"),
        Column("result", 30, Open.ALWAYS, "result"),
        Column("new_end", 14, Open.ALWAYS, "new_end"),
        Column("actual", 10, Open.ALWAYS, "actual"),
        Column("trend", 11, Open.ALWAYS, "trend"),
        Column("assessment", 13, Open.ALWAYS, "assessment"),
        Column("note", 14),
        _ID,
    ),
    own_rows=10,
    facts_above="result",
)
PROPOSALS_SHEET = Layout(
    PROPOSALS,
    Activity,
    (
        Column("area", 16, Open.OWN, "area"),
        Column("hallmarks", 34, Open.OWN, "hallmarks"),
        Column("goal", 26, Open.ALWAYS, "description"),
        Column("activity", 34, Open.ALWAYS, "title"),
        Column("expected_result", 28, Open.ALWAYS, "expected_result"),
        Column("when", 15, Open.ALWAYS, "when"),
        Column("resources", 22, Open.ALWAYS, "resources"),
        Column("note", 14),
        _ID,
    ),
    own_rows=5,
    facts_above="expected_result",
)
LAYOUTS = {layout.kind: layout for layout in (FOLLOW_UP_SHEET, PROPOSALS_SHEET)}
