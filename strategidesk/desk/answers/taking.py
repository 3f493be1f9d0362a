"""Taking in what came back, as one step."""

from dataclasses import dataclass, replace
from typing import ClassVar

from strategidesk.desk.answers.bringing import MOVED, Bringing, Moved
from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.waiting import waits
from strategidesk.desk.editing import Editing
from strategidesk.history.recording import Missing
from strategidesk.history.revision import canonical
from strategidesk.language import mark, tr

TAKE = mark("take in {count} answers")
TAKE_ONE = mark("take in one answer")
NOTE = mark("note what has come in")


def taking(judgment: Judgment, reader: str) -> "TakeAnswers | None":
    """The command that takes in all that is certain and keeps what is asked; None where that
    changes nothing. `reader` is who reads the sheets in."""
    sheets = tuple(sheet for sheet in judgment.sheets if _brings(sheet))
    if not sheets:
        return None
    count = sum(_changes(one) for sheet in sheets for one in sheet.outcomes)
    label = {0: tr(NOTE), 1: tr(TAKE_ONE)}.get(count) or tr(TAKE, count=count)
    return TakeAnswers(replace(judgment, sheets=sheets), reader, label)


@dataclass(frozen=True)
class TakeAnswers:
    """Write what of a judgment is taken, and what waits for a person. Raises Moved where the
    strategy is not the one that was judged; then nothing is taken."""

    judgment: Judgment
    reader: str
    label: str = "take in answers"
    kind: ClassVar[str] = "import"

    @property
    def waiting(self) -> int:
        """How many cells are kept for a person to look at."""
        return sum(waits(one) for sheet in self.judgment.sheets for one in sheet.outcomes)

    def apply(self, editing: Editing) -> None:
        bringing = Bringing(editing, self.judgment.read_on, self.reader)
        try:
            bringing.bring(self.judgment.sheets)
        except Missing as gone:
            raise Moved(MOVED) from gone


def _brings(sheet: SheetReport) -> bool:
    """Whether the sheet has something for the strategy, be it only that it says the same."""
    if sheet.trouble or sheet.already or sheet.refused or sheet.round is None:
        return False
    if any(_changes(one) or waits(one) for one in sheet.outcomes):
        return True
    some = any(one.counted and one.verdict is not Verdict.REFUSED for one in sheet.outcomes)
    return some and bool(sheet.mark)


def _changes(outcome: Outcome) -> bool:
    return outcome.verdict is Verdict.TAKEN and canonical(outcome.old) != canonical(outcome.new)
