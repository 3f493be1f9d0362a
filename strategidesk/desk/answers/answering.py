"""A person says what an answer means: it goes where it belongs, or is left out."""

from typing import Any

from strategidesk.desk.answers.bringing import first_values
from strategidesk.desk.answers.telling import Latest
from strategidesk.desk.answers.waiting import target_of
from strategidesk.desk.editing import Editing
from strategidesk.history.recording import Missing
from strategidesk.history.revision import canonical, entity_of
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import HANDLING, LEFT, TAKEN, FollowUp, OpenAnswer
from strategidesk.model.noun import json_values
from strategidesk.model.plan import Activity

GONE = mark("The activity has been removed. Bring it back from the wastebasket first.")
NOWHERE = mark("It is not known where the answer belongs. Leave it out, or write it there.")


def leave_out(editing: Editing, id: Id) -> None:
    """Take nothing of an answer that waits. What was typed stays in the history."""
    editing.set_field(id, HANDLING, LEFT)


def take_in(editing: Editing, id: Id, given: Any) -> None:
    """Give the field that an answer goes to a JSON value; its thing is made where it is not there.

    Raises Missing where it goes nowhere, Mistake for a value that the field does not take.
    """
    answer = editing.strategy.get(OpenAnswer, id)
    target = target_of(answer) if answer else None
    noun = editing.strategy.schema.by_entity.get(target.entity) if target else None
    if answer is None or target is None or noun is None:
        raise Missing(NOWHERE)
    about = target.made.get("activity")
    if about and about not in editing.strategy.by_id:  # of the unit's own, of which nothing is in
        if editing.recorder.graph(entity_of(about)).by_id:
            raise Missing(GONE)
        editing.create(Activity, {"unit": answer.unit, "stage": "proposed"}, id=about)
    latest = Latest(editing)
    values = {target.field: given}
    if noun is FollowUp:
        values |= {"reported_by": answer.reported_by, "reported_on": answer.received_on}
    thing = editing.strategy.get(noun, target.id)
    if thing is None:
        editing.create(noun, first_values(noun, target) | values, id=target.id)
    elif canonical(json_values(thing).get(target.field)) != canonical(given):
        for name, value in values.items():
            editing.set_field(target.id, name, value)
    if noun is FollowUp:
        latest.answered(target, given if target.field == "status" else "")
        latest.tell()
    editing.set_field(id, HANDLING, TAKEN)
