"""What was read in, and what the user has decided of it so far. Nothing of it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.received import Received
from strategidesk.desk.answers.settling import Decision, Key, settled

NOTHING = Judgment(sheets=(), read_on="")


@dataclass
class Answers:
    """`received` are the files as they were read, `judgment` what becomes of them by themselves,
    `shown` the same after the user's decisions."""

    received: tuple[Received, ...] = ()
    judgment: Judgment = NOTHING
    decisions: dict[Key, Decision] = field(default_factory=dict)
    shown: Judgment = NOTHING

    def take(self, received: Sequence[Received], judgment: Judgment) -> None:
        """Other files, or the same ones judged anew; decisions on their cells stay."""
        self.received, self.judgment = tuple(received), judgment
        self.shown = settled(judgment, self.decisions)

    def decide(self, sheet: SheetReport, outcome: Outcome, decision: Decision | None) -> None:
        """Decide of a cell, or (None) ask again."""
        key = key_of(sheet, outcome)
        self.decisions.pop(key, None)
        if decision is not None:
            self.decisions[key] = decision
        self.shown = settled(self.judgment, self.decisions)

    def decided(self, sheet: SheetReport, outcome: Outcome) -> bool:
        """Whether the user has decided of a cell."""
        return key_of(sheet, outcome) in self.decisions

    def asked(self, sheet: SheetReport, outcome: Outcome) -> Outcome:
        """The outcome as it was before the user decided, with its question and choices."""
        for one in self.judgment.sheets:
            if one.path == sheet.path:
                for before in one.outcomes:
                    if (before.sheet, before.at) == (outcome.sheet, outcome.at):
                        return before
        return outcome

    @property
    def questions(self) -> int:
        """How many cells wait for an answer, in all files."""
        return sum(len(sheet.questions) for sheet in self.shown.sheets)

    @property
    def taken(self) -> int:
        """How many answers would go in now."""
        return sum(
            one.verdict is Verdict.TAKEN
            for sheet in self.shown.sheets
            if sheet.already is None
            for one in sheet.outcomes
        )

    @property
    def refused(self) -> int:
        """How many filled cells do not go in."""
        return self.shown.counts[Verdict.REFUSED]


def key_of(sheet: SheetReport, outcome: Outcome) -> Key:
    """What a decision is known by."""
    return sheet.path, outcome.sheet, outcome.at
