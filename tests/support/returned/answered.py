"""Returned sheets in which managers answer in their own way, each with what that comes to."""

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


ANSWERED = (
    _row("an end before the start", {"H7": "Påbörjad", "J7": "2025-12-31"},
         {"J7": asked("2025-12-31")}, there=_activities(v1={"start": "2026-02-01"})),
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
