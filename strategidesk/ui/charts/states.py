"""How the states of activities look in bars, and how many of them there are in words."""

from strategidesk.language import mark, tr

LOOKS = {  # a state of an activity to how a bar shows it, in the order of the bars
    "done": "done",
    "continuous": "continuous",
    "started": "started",
    "not_started": "not_started",
    "delayed": "late",
    "cancelled": "cancelled",
}
_COUNTED = {
    "not_started": (mark("1 not started"), mark("{n} not started")),
    "started": (mark("1 started"), mark("{n} started")),
    "done": (mark("1 completed"), mark("{n} completed")),
    "continuous": (mark("1 continuous"), mark("{n} continuous")),
    "delayed": (mark("1 delayed"), mark("{n} delayed")),
    "cancelled": (mark("1 cancelled"), mark("{n} cancelled")),
    "accepted": (mark("1 accepted"), mark("{n} accepted")),
    "proposed": (mark("1 waits"), mark("{n} wait")),
    "declined": (mark("1 declined"), mark("{n} declined")),
    "no_status": (mark("1 without a status"), mark("{n} without a status")),
    "no_answer": (mark("1 no answer"), mark("{n} no answer")),
}


def counted_state(state: str, n: int) -> str:
    """So many activities in a state, in the user's language."""
    if state not in _COUNTED:
        return f"{n} {state}"
    one, many = _COUNTED[state]
    return tr(one) if n == 1 else tr(many, n=n)
