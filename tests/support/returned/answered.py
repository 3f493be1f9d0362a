"""Returned sheets in which managers answer in their own way, each with what that comes to."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from tests.support.returned.case import (
    ACTIVITIES,
    REFUSED,
    SAME,
    Becomes,
    Case,
    Sheet,
    asked,
    taken,
    typed,
)

_ANSWERED = {"activity": "v1", "period": "2026"}


def _one(column: str, value: object, becomes: Becomes, name: str = "") -> Case:
    """The first row has this besides a status."""
    about: dict[str, Any] = {f"{column}7": value}
    cells = {f"{column}7": str(value).strip()}
    if column != "H":
        about["H7"] = cells["H7"] = "Påbörjad"
    return Case(
        name=name or f"{column}: {value}",
        change=typed(**about),
        cells=cells,
        becomes={f"{column}7": becomes},
        besides={},
    )


def _status(value: str, becomes: Becomes) -> Case:
    needs = becomes.value in ("delayed", "cancelled") and becomes != asked(becomes.value)
    case = _one("H", value, becomes)
    return Case(
        name=case.name,
        change=case.change,
        cells=case.cells,
        becomes=case.becomes,
        besides={"I7": asked()} if needs else {},
    )


def _day(value: object, becomes: Becomes) -> Case:
    return _one("J", value, becomes)


def _number(value: float, text: str, becomes: Becomes) -> Case:
    """A bare number where a date belongs."""

    def change(sheet: Sheet) -> None:
        sheet["H7"], sheet["J7"] = "Påbörjad", value
        sheet["J7"].number_format = "General"

    return Case(
        name=f"J: the number {text}",
        change=change,
        cells={"H7": "Påbörjad", "J7": text},
        becomes={"J7": becomes},
        besides={},
    )


def _row(
    name: str,
    values: Mapping[str, object],
    becomes: Mapping[str, Becomes],
    besides: Mapping[str, Becomes] | None = None,
    there: Mapping[str, Any] | None = None,
    after: Callable[[Sheet], None] | None = None,
    stray: tuple[tuple[str, str], ...] = (),
) -> Case:
    def change(sheet: Sheet) -> None:
        typed(**values)(sheet)
        if after:
            after(sheet)

    outside = {at for at, _ in stray}
    cells = {at: str(value).strip() for at, value in values.items() if at not in outside}
    locked = {at for at in cells if at[0] in "ABCDEFG" and int(at[1:]) < 10}
    return Case(
        name=name,
        change=change,
        cells={at: text for at, text in cells.items() if at not in locked},
        becomes=becomes,
        besides=besides or {},
        there=there or {},
        stray=stray,
    )


def _activities(**changes: Mapping[str, object] | None) -> dict[str, Any]:
    """The activities as they are when the sheet comes back; None: removed."""
    found: list[dict[str, object]] = []
    for one in ACTIVITIES:
        change = changes.get(str(one["id"]), {})
        if change is not None:
            found.append({**one, **change})
    return {"activities": found}


WORDS = (
    _status("Färdig", taken("done")),
    _status("  genomfört ", taken("done")),
    _status("GENOMFÖRD", taken("done")),
    _status("Genomförd.", taken("done")),
    _status("Genomförd\u00a0", taken("done")),
    _status("Genomfrd", taken("done")),
    _status("Gneomförd", taken("done")),
    _status("pågår", taken("started")),
    _status("ej påbörjat", taken("not_started")),
    _status("Opåbörjad", taken("not_started")),
    _status("löpande", taken("continuous")),
    _status("försenat", taken("delayed")),
    _status("Inställd", taken("cancelled")),
    _status("?", asked(None)),
    _status("Ja", asked(None)),
    _status("50 %", asked(None)),
    _status("Påbörjad/Genomförd", asked(None)),
    _status("Inte klar än", asked()),
    _status("Ogenomförd", asked(None)),
    _status("3", asked(None)),
    _one("L", "uppåt", taken("positive")),
    _one("L", "oförändrat", taken("unchanged")),
    _one("L", "förändrad", asked(None)),
    _one("L", "↘", taken("negative")),
    _one("L", "saknas", taken("missing")),
    _one("M", "delvis", taken("partly")),
    _one("M", "svårt", taken("hard")),
    _one("M", "Kan nås, kanske", asked("reachable")),
)
DAYS = (
    _day("2026-08-31", taken("2026-08-31")),
    _day("2027-06", taken("2027-06")),
    _day("2027", taken("2027")),
    _day("31/8 2027", taken("2027-08-31")),
    _day("31.8.2027", taken("2027-08-31")),
    _day("31 aug 2027", taken("2027-08-31")),
    _day("den 31 augusti 2027", taken("2027-08-31")),
    _day("augusti 2027", taken("2027-08")),
    _day("20270831", taken("2027-08-31")),
    _day("våren 2027", asked("2027-05")),
    _day("kvartal 3 2027", asked("2027-09")),
    _day("2027/2028", asked("2027")),
    _day("31/6 2027", asked(None)),
    _day("29 februari 2027", asked(None)),
    _day("8/31 2027", asked(None)),
    _day("31/8", asked("2027-08-31")),
    _day("27-08-31", asked("2027-08-31")),
    _day("slutet av augusti 2027", asked("2027-08")),
    _day("tills vidare", asked(None)),
    _day("2027?", asked("2027")),
    _day("1027-06-30", asked()),
    _number(46_265, "46265", asked("2026-08-31")),
    _number(2027, "2027", taken("2027")),
    _number(12.5, "12,5", asked()),
    _row("an end before the start", {"H7": "Påbörjad", "J7": "2025-12-31"},
         {"J7": asked("2025-12-31")}, there=_activities(v1={"start": "2026-02-01"})),
)  # fmt: skip
FIGURES = (
    _one("K", "12.5", taken("12,5")),
    _one("K", "10 000", taken("10 000")),
    _one("K", "ca 40 barn", taken("ca 40 barn")),
    _one("K", "85 %", taken("85 %")),
    _one("K", "10.000", taken("10.000")),
    Case(
        name="K: a figure that Excel made a date of",
        change=typed(H7="Påbörjad", K7=datetime.date(2026, 4, 3)),
        cells={"H7": "Påbörjad", "K7": "2026-04-03"},
        becomes={"K7": asked()},
    ),
)
ROWS = (
    _row("late, and nobody says why", {"H7": "Försenad"}, {}, {"I7": asked(None)}),
    _row("late, with its reason", {"H7": "Försenad", "I7": "Ingen tid."}, {}),
    _row("late, with the reason of before", {"H7": "Försenad"}, {},
         there={"follow_ups": [{**_ANSWERED, "status": "started", "comment": "Väntar."}]}),
    _row("late, with a reason that cannot be read", {"H7": "Avförd", "I7": "=1/0"},
         {"I7": asked(None)}),
    _row("a text without a status", {"I7": "Vi har börjat."}, {}, {"H7": asked(None)}),
    _row("a text beside a status of before", {"I7": "Mer."}, {},
         there={"follow_ups": [{**_ANSWERED, "status": "started"}]}),
    _row("an answer that is there", {"H7": "Påbörjad", "I7": "Vi har börjat."},
         {"H7": SAME, "I7": SAME},
         there={"follow_ups": [{**_ANSWERED, "status": "started", "result": "Vi har börjat."}]}),
    _row("a locked text changed", {"H7": "Påbörjad", "E7": "Hösten"}, {}, {"E7": REFUSED}),
    _row("a plan that changed since", {"H7": "Påbörjad"}, {}, {"E7": REFUSED},
         there=_activities(v1={"when": "Hösten"})),
    _row("an activity that was removed", {"H7": "Påbörjad", "I7": "Bra."},
         {"H7": asked("started"), "I7": asked("Bra.")}, there=_activities(v1=None)),
    _row("an activity that was declined", {"H7": "Påbörjad"}, {"H7": asked("started")},
         there=_activities(v1={"stage": "declined"})),
    _row("an activity that another unit has now", {"H7": "Påbörjad"}, {},
         there=_activities(v1={"unit": "u2"})),
    _row("a new activity without a name", {"I10": "Vi kör bokbuss."}, {}, {"B10": asked()}),
    _row("a new activity with all of it",
         {"B10": "Bokbuss", "C10": "Läslust", "D10": "Chef", "E10": "Våren", "H10": "Påbörjad"},
         {"B10": taken("Bokbuss"), "D10": taken("Chef")}),
    _row("a new activity for an unknown hallmark", {"B10": "Bokbuss", "C10": "Läsglädje"},
         {"C10": asked(None)}),
    _row("a new activity that the plan has", {"B10": "sagostund", "H10": "Påbörjad"},
         {"B10": asked("sagostund")}),
    _row("a column of one's own", {"H7": "Påbörjad", "P6": "Att göra", "P7": "Ring"},
         {"P6": SAME, "P7": taken("Att göra: Ring")}, stray=(("P6", "Att göra"), ("P7", "Ring"))),
    _row("a column of one's own beside a reason",
         {"H7": "Försenad", "I7": "Ingen tid.", "P6": "Att göra", "P7": "Ring"},
         {"P6": SAME, "I7": taken("Ingen tid.\n\nAtt göra: Ring"),
          "P7": taken("Ingen tid.\n\nAtt göra: Ring")},
         stray=(("P6", "Att göra"), ("P7", "Ring"))),
    _row("a column of one's own whose text is there", {"H7": "Påbörjad", "P7": "Ring"},
         {"P7": SAME}, there={"follow_ups": [{**_ANSWERED, "comment": "Ja.\n\nRing"}]},
         stray=(("P7", "Ring"),)),
    _row("marks in a text", {"H7": "Påbörjad", "I7": "*Bra* [x](y)\n- ett\n1. två"},
         {"I7": taken("\\*Bra\\* [x\\](y)\n\\- ett\n1\\. två")}),
)  # fmt: skip
ANSWERED = WORDS + DAYS + FIGURES + ROWS
