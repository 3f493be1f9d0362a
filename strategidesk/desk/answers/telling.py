"""The status of an activity is that of its answer for the latest period."""

from strategidesk.desk.answers.outcomes import Target
from strategidesk.desk.editing import Editing
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import closing


class Latest:
    """Collects what answers say of their activities; `tell` gives the statuses on."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing
        self._ends: dict[Id, str] = {}  # of each activity the end of its latest period answered
        self._said: dict[Id, tuple[str, str]] = {}  # the end of a period, and the status then
        for one in editing.strategy.all(FollowUp):
            self._answer(one.activity, closing(one.period))

    def answered(self, target: Target, status: str) -> None:
        """An answer has been written, with a status or without (empty)."""
        answer = self._editing.strategy.get(FollowUp, target.id)
        activity = answer.activity if answer else target.made.get("activity")
        end = closing(answer.period if answer else str(target.made.get("period", "")))
        self._answer(activity, end)
        if activity and status:
            self._said[activity] = max(self._said.get(activity, ("", "")), (end, status))

    def tell(self) -> None:
        """Set the statuses of activities. Examples and what was declined have none; what two
        people have set differently waits for a person."""
        editing = self._editing
        for id, (end, status) in self._said.items():
            activity = editing.strategy.get(Activity, id)
            if activity is None or activity.example or activity.stage == "declined":
                continue
            if end == self._ends[id] and not editing.recorder.contested(id, "status"):
                editing.set_field(id, "status", status)

    def _answer(self, activity: Id | None, end: str) -> None:
        if activity:
            self._ends[activity] = max(self._ends.get(activity, ""), end)
