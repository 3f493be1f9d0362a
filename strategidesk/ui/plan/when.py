"""When an activity is done, in words."""

from strategidesk.desk.spans import span_of
from strategidesk.model.plan import Activity


def when_of(activity: Activity) -> str:
    """Its time as it is written, else its dates, else how often; empty where nothing says it."""
    span = span_of(activity)
    return activity.when or (span.words if span else "") or activity.recurrence
