"""Ways in which two members, each on an own copy, come to contradict each other."""

from collections.abc import Callable
from typing import Any

from strategidesk.desk.answers.taking import taking
from strategidesk.desk.desk import Desk
from strategidesk.history.recording import Recorder
from strategidesk.history.revision import EXISTS
from strategidesk.model.fields import Id
from tests.support.answers import asked, judgment, sheet
from tests.support.desks import creation, insert, write_as
from tests.support.strategies import known_id

S1, S11, S111, S2 = (known_id(name) for name in ("s1", "s11", "s111", "s2"))
A1, V1, V2, U1, D1 = (known_id(name) for name in ("a1", "v1", "v2", "u1", "d1"))


def meanwhile(desk: Desk, id: Id, field: str, one: Any, other: Any) -> None:
    """Bo and Cia give a field two values, neither having seen the other's."""
    seen = desk.seen(id, field)
    write_as(desk, "Bo", lambda recorder: recorder.set(id, field, one, seen))
    write_as(desk, "Cia", lambda recorder: recorder.set(id, field, other, seen))


def unseen_edit(desk: Desk, id: Id, field: str, value: Any) -> None:
    """Bo writes in what Cia removes."""
    seen = desk.seen(id, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.set(id, field, value))
    write_as(desk, "Cia", lambda recorder: recorder.delete(id, seen))


def two_wordings(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Därför ska vi.", "Därför bör vi.")


def wordings_that_go_together(desk: Desk) -> None:
    body = "Första meningen. Andra meningen.\n\nTredje meningen."
    write_as(desk, "Bo", lambda recorder: recorder.set(S111, "body", body))
    changed = (body.replace("Första", "Den första"), body.replace("Tredje", "Den tredje"))
    meanwhile(desk, S111, "body", *changed)


def two_choices(desk: Desk) -> None:
    meanwhile(desk, V1, "status", "done", "delayed")


def two_places(desk: Desk) -> None:
    meanwhile(desk, S11, "place", f"A {S2}", "B")


def two_moves_in_a_circle(desk: Desk) -> None:
    def under(parent: Id) -> Callable[[Recorder], object]:
        moved = S2 if parent == S1 else S1
        return lambda recorder: recorder.set(moved, "place", f"V {parent}")

    write_as(desk, "Bo", under(S1))
    write_as(desk, "Cia", under(S2))


def removed_but_written_in(desk: Desk) -> None:
    unseen_edit(desk, A1, "introduction", "Bo skrev vidare.")


def pointing_at_the_removed(desk: Desk) -> None:
    seen = desk.seen(U1, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.set(V2, "unit", U1))
    write_as(desk, "Cia", lambda recorder: recorder.delete(U1, seen))


def one_term_twice(desk: Desk) -> None:
    values = {"term": " Möte", "text": "Ett annat svar.", "place": "V"}
    insert(desk, creation(known_id("d2"), "definition", values, "Bo"))


def an_answer_that_waits(desk: Desk) -> None:
    """The sheet of a unit has come back, and nobody knows what a cell of it means."""
    outcome = asked("v1", "new_end", "31/6", "2027-06-30", period="2027")
    command = taking(judgment(sheet(outcome, round="o1", unit=None)), "Alva")
    assert command is not None
    desk.run(command)


CONTESTS: tuple[Callable[[Desk], None], ...] = (
    two_wordings,
    wordings_that_go_together,
    two_choices,
    two_places,
    two_moves_in_a_circle,
    removed_but_written_in,
    pointing_at_the_removed,
    one_term_twice,
    an_answer_that_waits,
)
