"""The edits that one taking of answers consists of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from strategidesk.desk.answers import waiting
from strategidesk.desk.answers.additions import is_addition
from strategidesk.desk.answers.outcomes import Outcome, Said, SheetReport, Target, Verdict
from strategidesk.desk.answers.telling import Latest
from strategidesk.desk.editing import Editing
from strategidesk.errors import UserError
from strategidesk.history.recording import NeedsReview
from strategidesk.history.revision import canonical
from strategidesk.language import mark
from strategidesk.model.fields import Field, Id, to_json
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt
from strategidesk.model.noun import Noun, derived_id, fields_of, value
from strategidesk.model.plan import Activity

MOVED = mark(
    "The strategy has changed since the answers were looked through. Nothing has been taken in. "
    "Read the answers in once more."
)
CONTESTED = Said(mark("Two wordings of it wait for a person under Review changes."))
TWICE = Said(mark("Something else has been taken in from another cell at the same time."))


class Moved(UserError):
    """What was judged is not what stands in the strategy now."""


class Bringing:
    """Brings sheets into a strategy. Raises Moved or Missing where it is not as it was judged."""

    def __init__(self, editing: Editing, read_on: str, reader: str) -> None:
        self._editing = editing
        self._read_on = read_on
        self._reader = reader
        self._made: set[Id] = set()
        self._given: dict[tuple[Id, str], str] = {}  # what fields were given in this step
        self._latest = Latest(editing)

    def bring(self, sheets: Sequence[SheetReport]) -> None:
        """Write all that they say, each once."""
        self._editing.recorder.look_up(_concerned(sheets))
        self._editing.make_room(FollowUp, len(set(_answered(sheets))))
        for sheet in sheets:
            if not self._there(_receipt_id(sheet)):  # else it was taken in meanwhile
                self._sheet(sheet)
        self._latest.tell()

    def _sheet(self, sheet: SheetReport) -> None:
        things: dict[Id, list[tuple[Target, Outcome]]] = {}
        for one in sheet.outcomes:
            if one.verdict is Verdict.TAKEN and one.target:
                things.setdefault(one.target.id, []).append((one.target, one))
        for told in things.values():
            self._thing(sheet, told)
        for one in filter(waiting.waits, sheet.outcomes):  # of things that are there by now
            self._wait(sheet, one)
        if sheet.mark:
            self._create(Receipt, _receipt_id(sheet), self._receipt(sheet))

    def _thing(self, sheet: SheetReport, told: list[tuple[Target, Outcome]]) -> None:
        """What a sheet says of one thing."""
        target = told[0][0]
        noun = self._editing.strategy.schema.by_entity[target.entity]
        new = {one[0].field: one for one in told if self._is_new(sheet, noun, *one)}
        if not new:
            return
        if noun is FollowUp:
            self._make_own(sheet, told[0][1])
        if not self._there(target.id):
            values = {field: outcome.new for field, (_, outcome) in new.items()}
            self._create(
                noun, target.id, first_values(noun, target) | values | self._report(noun, sheet)
            )
        elif values := self._set(sheet, new.values()):
            for name, report in self._report(noun, sheet).items():
                self._editing.set_field(target.id, name, report)
        if noun is FollowUp:
            self._latest.answered(target, values.get("status", ""))

    def _make_own(self, sheet: SheetReport, outcome: Outcome) -> None:
        """The unit's own activity of an answer that stands without any word of what it is about."""
        if outcome.proposal and outcome.activity and not self._there(outcome.activity):
            values = {"unit": sheet.unit, "stage": "proposed"}
            self._create(Activity, outcome.activity, values)

    def _is_new(
        self, sheet: SheetReport, noun: type[Noun], target: Target, outcome: Outcome
    ) -> bool:
        """Whether the field shows something else, which is what it showed to who judged it."""
        key, new = (target.id, target.field), canonical(outcome.new)
        before: str | None = self._given.get(key)
        if before is not None and before != new and not is_addition(outcome):
            self._wait(sheet, outcome, TWICE)
            return False  # else it is put behind what was given before
        self._given[key] = new
        if before is not None:
            return before != new
        field = fields_of(noun)[target.field]
        thing = self._editing.strategy.get(noun, target.id)
        now = None if thing is None else to_json(value(thing, field))
        if thing is not None and canonical(now) == new:
            return False
        if canonical(now) != canonical(outcome.old) and not (
            _says_nothing(field, now) and _says_nothing(field, outcome.old)
        ):
            raise Moved(MOVED)
        return True

    def _set(self, sheet: SheetReport, new: Iterable[tuple[Target, Outcome]]) -> dict[str, Any]:
        """Set fields of a thing that is there; what is contested waits for a person."""
        values = {}
        for target, outcome in new:
            try:
                self._editing.set_field(target.id, target.field, outcome.new)
            except NeedsReview:
                self._wait(sheet, outcome, CONTESTED)
            else:
                values[target.field] = outcome.new
        return values

    def _wait(self, sheet: SheetReport, outcome: Outcome, *more: Said) -> None:
        values = waiting.values_of(sheet, outcome, self._read_on, more)
        if not self._there(id := derived_id(OpenAnswer, values)):
            if outcome.activity and not self._there(outcome.activity):
                values["activity"] = None  # the unit's own, of which nothing is taken yet
            self._create(OpenAnswer, id, values)

    def _create(self, noun: type[Noun], id: Id, values: Mapping[str, Any]) -> None:
        self._made.add(self._editing.create(noun, values, id=id))

    def _there(self, id: Id) -> bool:
        return id in self._made or id in self._editing.strategy.by_id

    def _report(self, noun: type[Noun], sheet: SheetReport) -> dict[str, Any]:
        if noun is not FollowUp:
            return {}
        return {"reported_by": sheet.reported_by, "reported_on": self._read_on}

    def _receipt(self, sheet: SheetReport) -> dict[str, Any]:
        return {
            "round": sheet.round,
            "unit": sheet.unit,
            "mark": sheet.mark,
            "file": sheet.path.name,
            "reported_by": sheet.reported_by,
            "received_on": self._read_on,
            "read_by": self._reader,
        }


def _receipt_id(sheet: SheetReport) -> Id:
    return derived_id(Receipt, {"round": sheet.round, "mark": sheet.mark})


def _concerned(sheets: Iterable[SheetReport]) -> Iterable[Id]:
    """All things that the sheets name."""
    for sheet in sheets:
        yield from filter(None, (sheet.round, sheet.unit))
        yield _receipt_id(sheet)
        for one in sheet.outcomes:
            if one.target and one.verdict is Verdict.TAKEN:
                yield one.target.id
            if one.activity:
                yield one.activity


def _answered(sheets: Iterable[SheetReport]) -> Iterable[Id]:
    """The answers that the sheets write."""
    for sheet in sheets:
        for one in sheet.outcomes:
            if one.target and one.verdict is Verdict.TAKEN:
                yield one.target.id


def first_values(noun: type[Noun], target: Target) -> dict[str, Any]:
    """What a thing that an answer makes begins with; an answer without a status has none."""
    return ({"status": ""} if noun is FollowUp else {}) | dict(target.made)


def _says_nothing(field: Field, json: Any) -> bool:
    return json in (None, "", []) or json == to_json(field.default)
