"""What each row of a returned sheet is about: by its id, else by what stands in it."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from strategidesk.desk.answers.asked_sheet import AskedSheet
from strategidesk.desk.answers.folding import folded
from strategidesk.desk.answers.named import hallmarks_of
from strategidesk.desk.answers.outcomes import Said, Target
from strategidesk.excel.sheets.identity import own_id
from strategidesk.excel.sheets.returned import Row
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.plan import Activity

BY_TEXT: Final = mark("The row had lost its mark and was known by its text.")
MOVED: Final = mark("The activity has moved to another unit since the sheet was sent.")
GONE: Final = mark(
    "The activity of the row is no longer in the plan. Leave the answer out, or write it where it "
    "belongs."
)
LOST: Final = mark(
    "It is not known which activity the row is about. Leave the answer out, or write it where it "
    "belongs."
)
NEAR: Final = mark(
    "The plan has no “{title}”, but it has “{near}”. Choose the answer if that activity is meant."
)
PLACE_GONE: Final = mark(
    "What the row belonged to, a proposal or a hallmark, was removed since the sheet was sent. "
    "Choose the text if it is to be a new proposal."
)
NOT_ASKED: Final = mark("The activity is no longer followed up: it is not an accepted one.")
LIKE_ANOTHER: Final = mark("The plan has the activity already; the row was read as its answer.")

_MOST_NEAR = 20  # rows of a sheet that are looked up so
_NEAR = 0.85  # how like another title must be (difflib's ratio)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What a row is about. `id` is an activity's, `thing` the activity where it is there.

    `made` are the values that a new one begins with. `why` is told with each of the row's cells;
    `doubt` is why nothing of it is taken before a person has said what is meant.
    """

    key: str
    id: Id | None = None
    thing: Activity | None = None
    title: str = ""
    made: Mapping[str, Any] = field(default_factory=dict)
    why: tuple[Said, ...] = ()
    doubt: Said | None = None

    @property
    def is_new(self) -> bool:
        """Whether the row's activity is the unit's own proposal."""
        return self.id is not None and (self.thing is None or self.thing.stage == "proposed")

    def target(self, field: str) -> Target | None:
        """A field of the row's activity."""
        if self.id is None:
            return None
        return Target(entity="activity", id=self.id, field=field, made=self.made)


def spots(sheet: AskedSheet) -> list[Spot]:
    """What the rows are about, one for one."""
    seen: dict[Id, str] = {}
    found = [_spot(sheet, row, seen) for row in sheet.returned.rows]
    lost = [at for at, row in enumerate(sheet.returned.rows) if row.cells and found[at].id is None]
    for at in lost[:_MOST_NEAR]:
        found[at] = _nearly(sheet, found[at])
    return found


def _spot(sheet: AskedSheet, row: Row, seen: dict[Id, str]) -> Spot:
    if row.own and not row.cells and not sheet.is_proposals:  # most are left empty
        seen.setdefault(Id(row.id), "")
        return Spot(key="")
    if sheet.is_proposals or row.own:
        return _of_own(sheet, row, seen)
    key = f"{sheet.unit or ''} {row.id or _text_of(row)}"
    activity = sheet.known.strategy.get(Activity, Id(row.id)) if row.id else None
    why: tuple[Said, ...] = ()
    if activity is None:
        activity = _by_text(sheet, row)
        why = (Said(BY_TEXT),)
    if activity is None:
        title = row.locked.get("activity", "")
        return Spot(key=key, title=title, doubt=Said(GONE if row.id else LOST))
    if activity.id not in sheet.known.numbers:
        return Spot(
            key=key,
            id=activity.id,
            thing=activity,
            title=sheet.known.title(activity),
            doubt=Said(NOT_ASKED),
        )
    if activity.unit != sheet.unit:
        why = (*why, Said(MOVED))
    return Spot(key=key, id=activity.id, thing=activity, title=sheet.known.title(activity), why=why)


def _by_text(sheet: AskedSheet, row: Row) -> Activity | None:
    """The one activity with the row's title; several are told apart by what else it says."""
    found: Iterable[Activity] = sheet.known.by_title.get(folded(row.locked.get("activity", "")), ())
    found = [one for one in found if one.id in sheet.known.numbers]
    for agrees in (
        lambda one: one.unit == sheet.unit,
        lambda one: str(sheet.known.numbers[one.id]) == row.locked.get("number"),
        lambda one: _says(sheet, one, row, "hallmarks"),
        lambda one: _says(sheet, one, row, "responsible"),
    ):
        if len(found) > 1:
            found = [one for one in found if agrees(one)] or found
    return found[0] if len(found) == 1 else None


def _nearly(sheet: AskedSheet, spot: Spot) -> Spot:
    """The spot, about the one activity of the unit whose title is nearly the row's."""
    asked = sheet.known.matter(sheet.round).activities(sheet.unit)
    titles = {folded(one.title): one for _, one in asked}
    title = folded(spot.title)
    found = difflib.get_close_matches(title, titles, n=2, cutoff=_NEAR)
    if len(found) != 1 or title in titles:  # several are called just so
        return spot
    near = titles[found[0]]
    name = sheet.known.title(near)
    doubt = Said(NEAR, {"title": spot.title, "near": name})
    return replace(spot, id=near.id, thing=near, title=name, doubt=doubt)


def _says(sheet: AskedSheet, one: Activity, row: Row, key: str) -> bool:
    known = sheet.rows.get(one.id)
    told = str(known.values.get(key, "")) if known else ""
    return folded(told) == folded(row.locked.get(key, ""))


def _of_own(sheet: AskedSheet, row: Row, seen: dict[Id, str]) -> Spot:
    """A row for an activity that the unit writes itself."""
    title = next((cell.text for cell in row.cells if cell.column == "activity"), "")
    id = Id(row.id) if row.id else _own_id(sheet, row)
    thing = sheet.known.strategy.get(Activity, id)
    if seen.setdefault(id, title) != title:  # a copied row that says another thing
        id, thing = _own_id(sheet, row), None
        seen[id] = title
    why: tuple[Said, ...] = ()
    doubt = None
    if thing is None and (like := _like(sheet, title)):
        thing, id, why = like, like.id, (Said(LIKE_ANOTHER),)
    if thing is None and row.id == id and id not in sheet.rows:
        doubt = Said(PLACE_GONE)
    if thing and thing.stage == "declined" and not sheet.is_proposals:
        doubt = Said(NOT_ASKED)
    return Spot(
        key=f"{sheet.unit or ''} {row.id or _text_of(row)}",
        id=id,
        thing=thing,
        title=sheet.known.title(thing) if thing else " ".join(title.split()),
        made={"unit": sheet.unit, "stage": "proposed", **_belongs(sheet, row, id)},
        why=why,
        doubt=doubt,
    )


def _belongs(sheet: AskedSheet, row: Row, id: Id) -> dict[str, Any]:
    """The area and the hallmark of a new activity: by its row, else by what is written there."""
    known = sheet.known
    sent = sheet.rows.get(id)
    area = sent.area if sent else None
    hallmarks = [sent.hallmark] if sent and sent.hallmark else []
    texts = {**row.locked, **{cell.column: cell.text for cell in row.cells}}
    if not hallmarks:
        hallmarks = sorted(hallmarks_of(known, texts.get("hallmarks", "")))
    if not area:
        named = known.areas.get(folded(texts.get("area", "")), ())
        served = [one.area for one in known.strategy.hallmarks if one.id in hallmarks]
        area = named[0] if len(named) == 1 else next(iter(served), None)
    return {
        **({"area": area} if area else {}),
        **({"hallmarks": hallmarks} if hallmarks else {}),
    }


def _like(sheet: AskedSheet, title: str) -> Activity | None:
    found = [
        one
        for one in sheet.known.by_title.get(folded(title), ())
        if one.unit == sheet.unit and one.stage != "declined"
    ]
    return found[0] if len(found) == 1 else None


def _own_id(sheet: AskedSheet, row: Row) -> Id:
    return own_id(sheet.round.id, sheet.unit, f"text {_text_of(row)}")


def _text_of(row: Row) -> str:
    """What a row is known by where it has no id."""
    titles = [cell.text for cell in row.cells if cell.column == "activity"]
    title = "".join(titles) or row.locked.get("activity", "")
    return folded(title) or folded(" ".join(cell.text for cell in row.cells))
