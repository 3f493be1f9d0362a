"""Which activities stand in the plan."""

from typing import Literal

from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy

Form = Literal["compact", "full"]


def planned(strategy: Strategy, form: Form) -> list[Activity]:
    """The plan's activities in order: no examples, nothing declined, full: no proposals either."""
    left_out = ("declined",) if form == "compact" else ("declined", "proposed")
    return [a for a in strategy.activities if not a.example and a.stage not in left_out]
