"""The rows of an answer sheet as values: one for each activity, and room for the unit's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from strategidesk.excel.cells import Value
from strategidesk.excel.sheets.identity import own_id
from strategidesk.excel.sheets.layout import Column, Open
from strategidesk.excel.sheets.matter import Matter
from strategidesk.excel.sheets.remembered import of_row
from strategidesk.excel.words import word
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity
from strategidesk.model.rounds import PROPOSALS
from strategidesk.prose.plain import plain

ROOM = 2  # empty rows for proposals under each hallmark


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row: what its cells say by the column's key; `own` where the unit writes all of it.

    `area` and `hallmark` are where a proposal that is new in the row belongs.
    """

    id: Id
    values: dict[str, Value] = field(default_factory=dict)
    own: bool = False
    late: bool = False
    area: Id | None = None
    hallmark: Id | None = None


def answer_rows(matter: Matter, unit: Id | None) -> tuple[AnswerRow, ...]:
    """All rows of a unit's answer sheet, from top to bottom."""
    of_kind = _proposals if matter.round.kind == PROPOSALS else _follow_up
    rows = [*of_kind(matter, unit)]
    for number in range(1, matter.layout.own_rows + 1):
        values: dict[str, Value] = {}
        if matter.round.kind != PROPOSALS:
            values["number"] = word("sheets.new")
        rows.append(AnswerRow(own_id(matter.round.id, unit, f"own {number}"), values, own=True))
    return tuple(rows)


def told_in_rows(rows: Iterable[AnswerRow], columns: Sequence[Column]) -> Iterator[str]:
    """Digests of what stands in the rows of a sheet with these columns: of each text in its row,
    and of what would be taken for the unit's own where a row has lost its id."""
    keys = [column.key for column in columns]
    own = [column.key for column in columns if column.open is Open.OWN]
    alone: set[str] = set()
    for row in rows:
        yield from (
            of_row(str(row.values[key]), row.id, key) for key in keys if row.values.get(key)
        )
        if not row.own:
            alone.update(str(row.values[key]) for key in own if row.values.get(key))
    yield from map(of_row, alone)


def _follow_up(matter: Matter, unit: Id | None) -> Iterator[AnswerRow]:
    for number, activity in matter.activities(unit):
        values: dict[str, Value] = {
            "number": number,
            "activity": activity.title,
            "hallmarks": matter.hallmarks(activity),
            "responsible": activity.responsible or matter.unit_label(unit),
            "when": _time(activity),
            "indicator": _measure(activity),
            "last_answer": matter.last_answer(activity),
        }
        yield AnswerRow(activity.id, values, late=matter.late(activity))


def _time(activity: Activity) -> str:
    spans = " – ".join(filter(None, (activity.start, activity.end)))
    return "\n".join(filter(None, (activity.when or spans, activity.recurrence)))


def _measure(activity: Activity) -> str:
    parts = [activity.indicator]
    for key in ("baseline", "target"):
        value = getattr(activity, key)
        parts.append(value and word(f"sheets.{key}", value=value))
    return "\n".join(filter(None, parts))


def _proposals(matter: Matter, unit: Id | None) -> Iterator[AnswerRow]:
    """Under each hallmark what the unit has proposed already, and room for more."""
    waiting = [
        activity
        for activity in matter.strategy.activities
        if activity.unit == unit and activity.stage == "proposed" and not activity.example
    ]
    for area, hallmark in _places(matter):
        told: dict[str, Value] = {"area": _area(area), "hallmarks": _hallmark(hallmark)}
        here = [one for one in waiting if _belongs(one, area, hallmark)]
        waiting = [one for one in waiting if one not in here]
        for activity in here:
            yield AnswerRow(activity.id, told | _proposed(activity))
        place = hallmark.id if hallmark else area.id if area else ""
        for number in range(1, ROOM + 1):
            id = own_id(matter.round.id, unit, f"{place} {number}")
            yield AnswerRow(
                id,
                dict(told),
                area=area.id if area else None,
                hallmark=hallmark.id if hallmark else None,
            )
            if hallmark and hallmark.title:
                told["hallmarks"] = hallmark.title
    for activity in waiting:
        served = matter.strategy.get(Area, activity.area)
        told = {"area": _area(served), "hallmarks": matter.hallmarks(activity)}
        yield AnswerRow(activity.id, told | _proposed(activity))


def _places(matter: Matter) -> Iterator[tuple[Area | None, Hallmark | None]]:
    """The overall hallmarks, then each area's; an area without any stands alone."""
    by_area = matter.strategy.hallmarks_by_area
    for area in (None, *matter.strategy.areas):
        found = by_area.get(area.id if area else None, ())
        yield from ((area, hallmark) for hallmark in found)
        if area and not found:
            yield area, None


def _belongs(activity: Activity, area: Area | None, hallmark: Hallmark | None) -> bool:
    if hallmark:
        return hallmark.id in activity.hallmarks
    return area is not None and not activity.hallmarks and activity.area == area.id


def _area(area: Area | None) -> str:
    return area.title if area else word("sheets.overall")


def _hallmark(hallmark: Hallmark | None) -> str:
    if hallmark is None:
        return ""
    return "\n".join(filter(None, (hallmark.title, plain(hallmark.text))))


def _proposed(activity: Activity) -> dict[str, Value]:
    return {
        "goal": plain(activity.description),
        "activity": activity.title,
        "expected_result": activity.expected_result,
        "when": activity.when,
        "resources": activity.resources,
    }
