"""Which round and unit a returned sheet belongs to, and why it may belong to none here."""

import hashlib
from dataclasses import dataclass, replace
from typing import Final

from strategidesk.desk.answers.folding import folded
from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Said
from strategidesk.excel.sheets.identity import FORM, Identity
from strategidesk.excel.sheets.layout import FOLLOW_UP_SHEET, PROPOSALS_SHEET
from strategidesk.excel.sheets.returned import Returned
from strategidesk.excel.words import word
from strategidesk.language import mark
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.people import Unit
from strategidesk.model.rounds import FOLLOW_UP, PROPOSALS, found, period_name

OTHER_STRATEGY: Final = mark(
    "The sheet belongs to another strategy, “{plan}”. Open that strategy and read the sheet in "
    "there."
)
OTHER_ROUND: Final = mark(
    "The sheet belongs to another round, {other}. Read it in without choosing a round, or choose "
    "that one."
)
ROUND_GONE: Final = mark(
    "The round that the sheet was sent in, {period}, is no longer there. Bring it back from the "
    "wastebasket and read the sheet in again."
)
SAME_PERIOD: Final = mark(
    "The sheet was sent in a round that was removed; it is read into that of {period}."
)
NEWER: Final = mark(
    "The sheet was made by a newer version of the program. Update the program and read it in again."
)
NAMELESS: Final = mark(
    "The sheet no longer says which round and unit it belongs to. Ask the unit to copy its answers "
    "into a new sheet."
)
BY_HEAD: Final = mark(
    "The sheet has lost its marks; its head says that it is from {unit} for {period}."
)
UNIT_GONE: Final = mark(
    "The unit {unit} is no longer among the strategy's units. Its answers go to the activities."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Where a sheet belongs; `refused` is why it is not taken at all."""

    round: Round | None = None
    unit: Id | None = None
    unit_name: str = ""
    period: str = ""
    kind: str = ""
    sent_on: str = ""
    refused: Said | None = None
    notices: tuple[Said, ...] = ()


def belonging(known: Known, sheet: Returned, only: Id | None) -> Belonging:
    """Where a sheet belongs; with `only`, sheets of other rounds are refused."""
    identity = sheet.identity
    place = _by_head(known, sheet) if identity is None else _by_identity(known, sheet, identity)
    if place.refused is None and only and place.round and place.round.id != only:
        other = Said(OTHER_ROUND, {"other": _named(place.kind, place.period)})
        return replace(place, refused=other)
    return place


def mark_of(sheet: Returned, unit: Id | None) -> str:
    """The sha256 (hex) of what a unit's sheet says, wherever its rows and files have gone."""
    said = [
        f"{row.id or folded(row.locked.get('activity', ''))}\x1f{cell.column}\x1f{cell.text}"
        f"\x1f{cell.formula if cell.uncomputed else cell.fault}"
        for row in sheet.rows
        for cell in row.cells
    ]
    said += [f"{one.sheet}\x1f\x1f{one.text}" for one in sheet.stray]
    whole = "\x1e".join([str(unit or ""), *sorted(said)])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _by_identity(known: Known, sheet: Returned, identity: Identity) -> Belonging:
    unit = known.strategy.get(Unit, Id(identity.unit))
    told = sheet.facts.get("unit", "")
    place = Belonging(
        round=known.rounds.get(Id(identity.round)),
        unit=unit.id if unit else None,
        unit_name=_label(known, unit.id if unit else None) if unit or not identity.unit else told,
        period=identity.period,
        kind=identity.kind,
        sent_on=identity.sent_on,
    )
    if _is_newer(identity.form):
        return replace(place, refused=Said(NEWER))
    if identity.strategy != known.strategy.card.id:
        return replace(place, refused=Said(OTHER_STRATEGY, {"plan": sheet.facts.get("plan", "")}))
    notices: list[Said] = []
    if identity.unit and unit is None:
        notices.append(Said(UNIT_GONE, {"unit": told}))
    if place.round is None:
        another = found(known.strategy, identity.kind, identity.period)
        period = period_name(identity.period)
        if another is None:
            return replace(place, refused=Said(ROUND_GONE, {"period": period}))
        notices.append(Said(SAME_PERIOD, {"period": period}))
        return _with(place, another, notices)
    return _with(place, place.round, notices)


def _by_head(known: Known, sheet: Returned) -> Belonging:
    """By the period and the unit that stand over the headings."""
    period, unit_name = (folded(sheet.facts.get(key, "")) for key in ("period", "unit"))
    kind = _kind(sheet)
    rounds = [
        one
        for one in known.rounds.values()
        if folded(period_name(one.period)) == period and kind in ("", one.kind)
    ]
    labels: dict[str, Id | None] = {folded(word("no_unit")): None}
    if rounds:
        names = known.matter(rounds[0]).plan.unit_labels
        labels |= {folded(name): id for id, name in names.items()}
    if len(rounds) != 1 or unit_name not in labels:
        told = Belonging(unit_name=sheet.facts.get("unit", ""), kind=kind)
        return replace(told, refused=Said(NAMELESS))
    unit = labels[unit_name]
    name = _label(known, unit)
    notice = Said(BY_HEAD, {"unit": name, "period": period_name(rounds[0].period)})
    place = Belonging(unit=unit, unit_name=name)
    return _with(place, rounds[0], [notice])


def _kind(sheet: Returned) -> str:
    """The kind of round by the columns that only its sheets have; empty where none tells."""
    columns = set(sheet.columns) | {key for row in sheet.rows for key in row.locked}
    columns |= {cell.column for row in sheet.rows for cell in row.cells}
    of_kind = {
        FOLLOW_UP: {column.key for column in FOLLOW_UP_SHEET.columns},
        PROPOSALS: {column.key for column in PROPOSALS_SHEET.columns},
    }
    only = {FOLLOW_UP: of_kind[FOLLOW_UP] - of_kind[PROPOSALS]}
    only[PROPOSALS] = of_kind[PROPOSALS] - of_kind[FOLLOW_UP]
    told = [kind for kind, keys in only.items() if keys & columns]
    return told[0] if len(told) == 1 else ""


def _label(known: Known, unit: Id | None) -> str:
    if unit is None:
        return word("no_unit")
    rounds = next(iter(known.rounds.values()), None)
    if rounds is None:
        named = known.strategy.get(Unit, unit)
        return named.name if named else ""
    return known.matter(rounds).unit_label(unit)


def _named(kind: str, period: str) -> str:
    return word(f"sheets.{kind}.title", period=period_name(period).lower()).strip()


def _with(place: Belonging, round: Round, notices: list[Said]) -> Belonging:
    return replace(place, round=round, period=round.period, kind=round.kind, notices=tuple(notices))


def _is_newer(form: str) -> bool:
    return form.isdecimal() and int(form) > int(FORM)
