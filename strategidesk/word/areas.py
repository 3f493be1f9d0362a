"""The content kinds `areas` and `hallmarks`."""

from collections.abc import Sequence

from strategidesk.model import labels
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.flow import Flow


def add_areas(flow: Flow, strategy: Strategy, level: int) -> None:
    """Each area as a heading at `level`, with what belongs to it one level below."""
    number = 0
    for area in strategy.areas:
        number += area.prioritised
        heading = _heading(strategy, area, number)
        below = level
        if heading.strip():
            flow.heading(level, heading)
            below += 1
        _add_area(flow, strategy, area, below)


def _heading(strategy: Strategy, area: Area, number: int) -> str:
    """A prioritised area of a numbered document is counted; else it is its title."""
    card = strategy.card
    if not area.prioritised or card.heading_numbering != "decimal" or not card.area_label:
        return area.title
    key = "area_heading" if area.title else "area_heading_untitled"
    return wording().text(key, label=card.area_label, number=number, title=area.title)


def _add_area(flow: Flow, strategy: Strategy, area: Area, level: int) -> None:
    card = strategy.card
    flow.prose(area.introduction)
    flow.prose(area.justification)
    if area.target_picture.strip():
        _label(flow, level, card.target_picture_label)
        flow.prose(area.target_picture)
    if hallmarks := strategy.hallmarks_by_area.get(area.id, ()):
        label = labels.hallmarks(card)
        _label(flow, level, label)
        add_hallmarks(flow, hallmarks, level + bool(label.strip()))
    if card.list_activities_in_areas:
        _add_activities(flow, strategy, area, level)


def _label(flow: Flow, level: int, label: str) -> None:
    if label.strip():
        flow.heading(level, label)


def add_hallmarks(flow: Flow, hallmarks: Sequence[Hallmark], level: int) -> None:
    """Hallmarks without title as bullets, then those with one as headings at `level`."""
    flow.bullets(h.text for h in hallmarks if not h.title.strip())
    for hallmark in hallmarks:
        if hallmark.title.strip():
            flow.heading(level, hallmark.title)
            flow.prose(hallmark.text)


def _add_activities(flow: Flow, strategy: Strategy, area: Area, level: int) -> None:
    """The area's activities, examples too, by title; what was declined is left out."""
    activities = [a for a in strategy.activities_by_area.get(area.id, ()) if _listed(a)]
    if activities:
        _label(flow, level, strategy.card.activity_label)
        flow.items(activity.title for activity in activities)


def _listed(activity: Activity) -> bool:
    return activity.stage != "declined" and bool(activity.title.strip())
