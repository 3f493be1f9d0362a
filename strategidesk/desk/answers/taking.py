"""Taking in what came back, as one step."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from strategidesk.desk.answers.bringing import MOVED, Bringing, Moved
from strategidesk.desk.answers.outcomes import Judgment, Outcome, SheetReport, Verdict
from strategidesk.desk.answers.waiting import waits
from strategidesk.desk.editing import Editing
from strategidesk.desk.jobs import Job, Progress
from strategidesk.history.changes import ChangeSet
from strategidesk.history.recording import Missing
from strategidesk.history.revision import canonical
from strategidesk.language import mark, tr

if TYPE_CHECKING:
    from strategidesk.desk.desk import Desk

TAKE = mark("take in {count} answers")
TAKE_ONE = mark("take in one answer")
NOTE = mark("note what has come in")
TAKING = mark("Taking in the answers")


def taking(judgment: Judgment, reader: str) -> "TakeAnswers | None":
    """The command that takes in all that is certain and keeps what is asked; None where that
    changes nothing. `reader` is who reads the sheets in."""
    sheets = tuple(sheet for sheet in judgment.sheets if _brings(sheet))
    if not sheets:
        return None
    count = sum(_changes(one) for sheet in sheets for one in sheet.outcomes)
    label = {0: tr(NOTE), 1: tr(TAKE_ONE)}.get(count) or tr(TAKE, count=count)
    return TakeAnswers(replace(judgment, sheets=sheets), reader, label)


def taking_in(desk: "Desk", command: "TakeAnswers") -> Job[ChangeSet]:
    """Take answers in on any thread. The desk's owner calls `desk.tell` with the result. Raises
    UserError where it is refused; then nothing has changed."""
    yield Progress(0, 1, TAKING)
    return desk.write(command)


@dataclass(frozen=True)
class TakeAnswers:
    """Write what of a judgment is taken, and what waits for a person. Raises Moved where the
    strategy is not the one that was judged; then nothing is taken."""

    judgment: Judgment
    reader: str
    label: str = "take in answers"
    kind: ClassVar[str] = "import"

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
