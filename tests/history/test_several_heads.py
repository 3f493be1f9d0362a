"""Several heads of a field are a normal state: what is shown, what is listed, what is refused."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from strategidesk.desk.applying import Apply
from strategidesk.desk.commands import Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.errors import UserError
from strategidesk.history.recording import NeedsReview, Recorder
from strategidesk.history.revision import EXISTS
from strategidesk.history.undoing import NotUndoable
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import FollowUp
from strategidesk.model.interchange import dump
from strategidesk.model.noun import derived_id
from strategidesk.model.places import parent_of
from strategidesk.model.plan import Link
from tests.support.desks import content, creation, fresh, insert, loaded, review, same, write_as
from tests.support.strategies import known_id

S1, S2, S11, V1, V2 = (known_id(name) for name in ("s1", "s2", "s11", "v1", "v2"))
A1, H0, H1, H2, U1, G1 = (known_id(name) for name in ("a1", "h0", "h1", "h2", "u1", "g1"))


@pytest.fixture
def desk() -> Iterator[Desk]:
    with fresh() as desk:
        yield desk


def meanwhile(desk: Desk, id: Id, field: str, mine: Any, theirs: Any) -> None:
    """Alva and Bo change the same field, each without having seen the other's change."""
    seen = desk.seen(id, field)
    desk.run(SetFields(id, {field: mine}, {field: seen}))
    write_as(desk, "Bo", lambda recorder: recorder.set(id, field, theirs, seen))


def test_that_two_texts_leave_two_heads_and_show_one_persons_whole_text(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Alva skrev.", "Bo skrev.")
    assert len(desk.seen(S1, "body")) == 2
    assert desk.strategy.get(Section, S1).body == "Bo skrev."  # type: ignore[union-attr]
    assert review(desk) == {(S1, "body", "conflict")}


@pytest.mark.parametrize(
    ("id", "field", "mine", "theirs"),
    [
        (S1, "heading", "Ett", "Två"),
        (S1, "status", "done", "approved"),
        (V1, "budget", 10, 20),
        (V1, "example", True, True),
        (V1, "unit", known_id("u11"), None),
        (V1, "start", "2026", "2027"),
        (known_id("kort"), "numbering_depth", 3, 4),
    ],
)
def test_that_of_other_fields_the_newest_shows_and_both_are_listed(
    desk: Desk, id: Id, field: str, mine: Any, theirs: Any
) -> None:
    meanwhile(desk, id, field, mine, theirs)
    assert value_of(desk, id, field) == theirs
    assert review(desk) == (set() if mine == theirs else {(id, field, "conflict")})


def value_of(desk: Desk, id: Id, field: str) -> Any:
    return next(
        thing[field]
        for things in dump(desk.strategy).values()
        for thing in (things if isinstance(things, list) else [things])
        if isinstance(thing, dict) and thing.get("id") == id
    )


def test_that_equal_values_are_no_conflict(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Samma.", "Samma.")
    assert len(desk.seen(S1, "body")) == 2
    assert review(desk) == set()


def test_that_a_side_that_changed_nothing_never_conflicts(desk: Desk) -> None:
    before = value_of(desk, S1, "body")
    seen = desk.seen(S1, "body")
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Bo skrev.", seen))

    def back_and_forth(recorder: Recorder) -> None:
        there = recorder.set(S1, "body", "Ett försök.", seen)
        assert there
        recorder.set(S1, "body", before, [there.id])

    write_as(desk, "Cia", back_and_forth)
    assert len(desk.seen(S1, "body")) == 2
    assert value_of(desk, S1, "body") == "Bo skrev."
    assert review(desk) == set()


def test_that_a_saved_form_without_a_change_writes_nothing(desk: Desk) -> None:
    seen = desk.seen(S1, "body")
    before = value_of(desk, S1, "body")
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Bo skrev.", seen))
    assert not desk.run(SetFields(S1, {"body": before}, {"body": seen}))
    assert value_of(desk, S1, "body") == "Bo skrev."
    assert len(desk.seen(S1, "body")) == 1


def test_that_of_two_places_the_newest_counts_and_both_are_listed(desk: Desk) -> None:
    seen = desk.seen(S11, "place")
    desk.run(Move(S11, S2))
    write_as(desk, "Bo", lambda recorder: recorder.set(S11, "place", "A", seen))
    assert parent_of(desk.strategy.get(Section, S11).place) is None  # type: ignore[union-attr]
    assert review(desk) == {(S11, "place", "conflict")}


def test_that_who_moves_a_thing_with_two_places_decides_where_it_stands(desk: Desk) -> None:
    seen = desk.seen(S11, "place")
    desk.run(Move(S11, S2))
    write_as(desk, "Bo", lambda recorder: recorder.set(S11, "place", "A", seen))
    desk.run(Move(S11, S2))
    assert parent_of(desk.strategy.get(Section, S11).place) == S2  # type: ignore[union-attr]
    assert review(desk) == set()
    desk.undo()
    assert review(desk) == {(S11, "place", "conflict")}


def test_that_sets_are_united_from_what_each_took_and_gave(desk: Desk) -> None:
    meanwhile(desk, V1, "hallmarks", [H0, H1, H2], [H1])
    assert value_of(desk, V1, "hallmarks") == sorted([H1, H2])
    assert review(desk) == set()


def test_that_an_ordinary_save_never_covers_a_conflict(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Alva skrev.", "Bo skrev.")
    before = content(desk.strategy)
    with pytest.raises(NeedsReview):
        desk.run(SetFields(S1, {"body": "Något tredje."}))
    assert content(desk.strategy) == before
    assert len(desk.seen(S1, "body")) == 2
    desk.run(SetFields(S1, {"heading": "Det andra fältet"}))


def test_that_a_review_over_all_heads_settles(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Alva skrev.", "Bo skrev.")

    def settle(recorder: Recorder) -> None:
        recorder.kind = "review"
        recorder.set(S1, "body", "Båda skrev.")

    write_as(desk, "Cia", settle)
    assert len(desk.seen(S1, "body")) == 1
    assert review(desk) == set()
    desk.run(SetFields(S1, {"body": "Vidare."}))


def test_that_undo_of_an_edit_beside_another_takes_the_conflict_away(desk: Desk) -> None:
    seen = desk.seen(S1, "body")
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Bo skrev.", seen))
    before = content(desk.strategy)
    desk.run(SetFields(S1, {"body": "Alva skrev."}, {"body": seen}))
    assert review(desk) == {(S1, "body", "conflict")}
    desk.undo()
    assert content(desk.strategy) == before
    assert review(desk) == set()
    desk.redo()
    assert review(desk) == {(S1, "body", "conflict")}


def test_that_undo_is_refused_where_another_has_built_on_it(desk: Desk) -> None:
    desk.run(SetFields(S1, {"body": "Alva skrev."}))
    seen = desk.seen(S1, "body")
    write_as(desk, "Bo", lambda recorder: recorder.set(S1, "body", "Bo skrev vidare.", seen))
    before = content(desk.strategy)
    with pytest.raises(NotUndoable) as refused:
        desk.undo()
    assert "Bo" in str(refused.value)
    assert content(loaded(desk)) == before
    assert desk.undo_label == "change"


def test_that_undo_of_a_creation_is_refused_where_another_has_written_in_it(desk: Desk) -> None:
    desk.run(Create("area", {"title": "Ny"}))
    made = desk.strategy.areas[-1].id
    write_as(desk, "Bo", lambda recorder: recorder.set(made, "introduction", "Bo skrev."))
    with pytest.raises(NotUndoable, match="Bo"):
        desk.undo()
    assert made in loaded(desk).by_id


def test_that_undo_of_a_removal_is_refused_where_another_has_brought_it_back(desk: Desk) -> None:
    desk.run(Delete((S2,)))
    write_as(desk, "Bo", lambda recorder: recorder.revive(S2))
    with pytest.raises(NotUndoable, match="Bo"):
        desk.undo()


def test_that_redo_is_refused_where_another_has_written_meanwhile(desk: Desk) -> None:
    desk.run(Delete((S2,)))
    desk.undo()
    write_as(desk, "Bo", lambda recorder: recorder.set(S2, "body", "Bo skrev."))
    with pytest.raises(NotUndoable, match="Bo"):
        desk.redo()
    assert S2 in loaded(desk).by_id


def test_that_an_edit_that_a_removal_had_not_seen_keeps_the_thing(desk: Desk) -> None:
    seen = desk.seen(S2, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.set(S2, "body", "Bo skrev."))
    write_as(desk, "Cia", lambda recorder: recorder.delete(S2, seen))
    assert value_of(desk, S2, "body") == "Bo skrev."
    assert review(desk) == {(S2, EXISTS, "deleted_but_edited")}
    assert S2 not in {id for id, _, _ in desk.wastebasket()}


def test_that_a_removal_that_had_seen_all_removes(desk: Desk) -> None:
    write_as(desk, "Bo", lambda recorder: recorder.set(S2, "body", "Bo skrev."))
    write_as(desk, "Cia", lambda recorder: recorder.delete(S2, desk.seen(S2, EXISTS)))
    assert S2 not in desk.strategy.by_id
    assert review(desk) == set()


def test_that_removal_edit_and_removal_in_sight_of_it_removes(desk: Desk) -> None:
    seen = desk.seen(S2, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.set(S2, "body", "Bo skrev."))
    write_as(desk, "Cia", lambda recorder: recorder.delete(S2, seen))
    write_as(desk, "Dan", lambda recorder: recorder.delete(S2))
    assert S2 not in desk.strategy.by_id
    assert review(desk) == set()


def test_that_bringing_back_what_is_disputed_settles_it(desk: Desk) -> None:
    seen = desk.seen(S2, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.set(S2, "body", "Bo skrev."))
    write_as(desk, "Cia", lambda recorder: recorder.delete(S2, seen))
    write_as(desk, "Dan", lambda recorder: recorder.revive(S2))
    assert review(desk) == set()
    assert value_of(desk, S2, "body") == "Bo skrev."


def test_that_a_conflict_in_something_removed_waits_for_nobody(desk: Desk) -> None:
    meanwhile(desk, S2, "body", "Alva skrev.", "Bo skrev.")
    write_as(desk, "Cia", lambda recorder: recorder.delete(S2))
    assert review(desk) == set()
    write_as(desk, "Cia", lambda recorder: recorder.revive(S2))
    assert review(desk) == {(S2, "body", "conflict")}


def test_that_the_same_link_made_twice_is_one_link(desk: Desk) -> None:
    pair = {"area": known_id("a2"), "goal": G1}
    id = derived_id(Link, pair)
    before = len(desk.strategy.links)
    insert(desk, creation(id, "link", {**pair, "place": "Z"}, "Bo"))
    insert(desk, creation(id, "link", {**pair, "place": "Zz"}, "Cia"))
    assert len(desk.strategy.links) == before + 1
    assert len(desk.seen(id, EXISTS)) == 2
    assert review(desk) == set()
    desk.run(Delete((id,)))
    assert len(desk.strategy.links) == before
    desk.undo()
    assert len(desk.strategy.links) == before + 1


def test_that_two_answers_for_one_activity_and_period_meet_in_one(desk: Desk) -> None:
    answer = {"activity": V2, "period": "2026"}
    id = derived_id(FollowUp, answer)
    same = {**answer, "actual": "12", "place": "Z"}
    insert(desk, creation(id, "follow_up", {**same, "result": "Bra."}, "Bo"))
    insert(desk, creation(id, "follow_up", {**same, "result": "Sämre."}, "Cia"))
    assert value_of(desk, id, "result") == "Sämre."
    assert review(desk) == {(id, "result", "conflict")}


def test_that_an_edited_answer_meets_another_that_it_had_not_seen(desk: Desk) -> None:
    answer = {"activity": V2, "period": "2026"}
    desk.run(Create("follow_up", {**answer, "result": "Alvas svar."}))
    id = derived_id(FollowUp, answer)
    desk.run(SetFields(id, {"result": "Alvas rättade svar."}))
    insert(desk, creation(id, "follow_up", {**answer, "result": "Bos svar.", "place": "Z"}))
    assert len(desk.seen(id, "result")) == 2
    assert review(desk) == {(id, "result", "conflict")}


def test_that_a_link_made_anew_after_its_removal_has_no_memory(desk: Desk) -> None:
    answer = {"activity": V2, "period": "2026"}
    desk.run(Create("follow_up", {**answer, "result": "Första svaret."}))
    id = desk.strategy.all(FollowUp)[-1].id
    desk.run(Delete((id,)))
    desk.run(Create("follow_up", answer))
    assert value_of(desk, id, "result") == ""


def test_that_a_link_that_was_changed_into_another_leaves_its_place_to_a_new_one(
    desk: Desk,
) -> None:
    desk.run(Create("link", {}))
    first = desk.strategy.links[-1].id
    desk.run(SetFields(first, {"area": A1}))
    desk.run(Create("link", {}))
    assert len({link.id for link in desk.strategy.links}) == len(desk.strategy.links)
    assert [link.area for link in desk.strategy.links[-2:]] == [A1, None]


def test_that_edits_from_an_older_copy_stand_beside_todays(desk: Desk) -> None:
    before = {(id, field): desk.seen(id, field) for id, field in [(S1, "body"), (S1, EXISTS)]}
    desk.run(SetFields(S1, {"body": "Dagens."}))
    desk.run(
        Apply(
            (
                {"set": S1, "field": "body", "value": "Gårdagens."},
                {"set": S1, "field": "body", "value": "Gårdagens, rättad."},
            ),
            lambda id, field: before.get((id, field)),
        )
    )
    assert len(desk.seen(S1, "body")) == 2, "the second edit follows the first"
    assert value_of(desk, S1, "body") == "Gårdagens, rättad."
    assert review(desk) == {(S1, "body", "conflict")}
    desk.undo()
    assert value_of(desk, S1, "body") == "Dagens."
    assert review(desk) == set()


def test_that_a_removal_from_an_older_copy_takes_only_what_it_saw(desk: Desk) -> None:
    things = list(desk.strategy.by_id)
    fields = ("place", "unit", "hallmarks", EXISTS)
    before = {(id, f): desk.seen(id, f) for id in things for f in fields}
    new = known_id("new child")
    desk.run(Create("section", {"heading": "Nytt under"}, S1, id=new))
    desk.run(Create("activity", {"title": "Ny", "unit": U1}, id=known_id("new activity")))
    desk.run(SetFields(V2, {"unit": U1}))
    desk.run(SetFields(S11, {"body": "Skrivet efteråt."}))
    older = Apply(({"delete": S1}, {"delete": U1}), lambda id, field: before.get((id, field)))
    desk.run(older)
    alive = desk.strategy.by_id
    assert S1 not in alive
    assert U1 not in alive
    assert new in alive
    assert parent_of(desk.strategy.get(Section, new).place) is None  # type: ignore[union-attr]
    assert value_of(desk, S11, "body") == "Skrivet efteråt."
    assert review(desk) == {(S11, EXISTS, "deleted_but_edited")}
    assert value_of(desk, V1, "unit") is None
    assert value_of(desk, V2, "unit") is None
    with desk.file.reading() as connection:
        written = connection.exec_driver_sql(
            'SELECT "unit" FROM "activity" WHERE "id" = ?', (V2,)
        ).scalar()
    assert written == U1, "what was not seen is left as it was written"


def test_that_an_older_copy_may_edit_what_has_been_removed_since(desk: Desk) -> None:
    seen = {EXISTS: desk.seen(S2, EXISTS), "body": desk.seen(S2, "body")}
    place = desk.seen(S2, "place")
    desk.run(Delete((S2,)))
    with pytest.raises(UserError):
        desk.run(Apply(({"set": S2, "field": "body", "value": "x"},)))
    edits = ({"set": S2, "field": "body", "value": "Ändå."}, {"move": S2, "after": None})
    changes = desk.run(Apply(edits, lambda _id, field: seen.get(field, place)))
    assert changes.created == {S2}
    assert value_of(desk, S2, "body") == "Ändå."
    assert review(desk) == {(S2, EXISTS, "deleted_but_edited")}
    assert same(desk.strategy, loaded(desk))


def test_that_a_dangling_reference_is_dumped_as_null_and_does_not_stop_anybody(desk: Desk) -> None:
    seen = desk.seen(U1, EXISTS)
    write_as(desk, "Bo", lambda recorder: recorder.delete(U1, seen))
    write_as(desk, "Bo", lambda recorder: recorder.delete(H1))
    assert value_of(desk, V1, "unit") is None
    assert value_of(desk, V1, "hallmarks") == [H0]
    desk.run(SetFields(V1, {"title": "Nytt namn"}))
    before = content(desk.strategy)
    desk.run(SetFields(V1, {"unit": known_id("u11"), "hallmarks": [H0, H2]}))
    desk.undo()
    assert content(desk.strategy) == before
    desk.run(Delete((H0,)))
    assert value_of(desk, V1, "hallmarks") == []
    desk.undo()
    changes = write_as(desk, "Bo", lambda recorder: recorder.revive(U1))
    assert changes.created == {U1}
    assert value_of(desk, V1, "unit") == U1


def test_that_a_new_reference_to_what_is_gone_is_refused(desk: Desk) -> None:
    desk.run(Delete((H2,)))
    with pytest.raises(UserError):
        desk.run(SetFields(V1, {"hallmarks": [H0, H2]}))
    with pytest.raises(UserError):
        desk.run(Create("hallmark", {"area": H0}))


def test_that_nothing_can_be_done_to_what_is_gone(desk: Desk) -> None:
    desk.run(Delete((S2,)))
    before = content(desk.strategy)
    for command in (SetFields(S2, {"heading": "x"}), Move(S2), Move(S11, S2), Move(S1, None, S2)):
        with pytest.raises(UserError):
            desk.run(command)
    assert not desk.run(Delete((S2,)))
    assert content(loaded(desk)) == before


def test_that_what_all_began_from_is_the_newest_that_all_have_seen(desk: Desk) -> None:
    """Not something older, though it held for a while what one has written now."""
    first = value_of(desk, S11, "heading")
    for text in ("Ett försök", first):
        write_as(desk, "Bo", partial(headed, text=text))
    meanwhile(desk, S11, "heading", "Ett försök", "Något annat")
    assert review(desk) == {(S11, "heading", "conflict")}


def headed(recorder: Recorder, text: str) -> None:
    recorder.set(S11, "heading", text)


def reviewed(recorder: Recorder, text: str, heads: tuple[bytes, ...]) -> None:
    recorder.put(S1, "body", text, heads, "review")


def test_that_who_kept_the_first_wording_and_who_chose_another_meet_again(desk: Desk) -> None:
    first = value_of(desk, S1, "body")
    meanwhile(desk, S1, "body", "Alva skrev.", "Bo skrev.")
    heads = desk.seen(S1, "body")
    for author, text in (("Cia", first), ("Dan", "Bo skrev.")):
        write_as(desk, author, partial(reviewed, text=text, heads=heads))
    assert review(desk) == {(S1, "body", "conflict")}
    (item,) = desk.review()
    assert [option.value for option in item.options] == [first, "Bo skrev."]


def test_that_two_who_review_alike_agree(desk: Desk) -> None:
    meanwhile(desk, S1, "body", "Alva skrev.", "Bo skrev.")
    heads = desk.seen(S1, "body")
    for author in ("Cia", "Dan"):
        write_as(desk, author, lambda recorder: recorder.put(S1, "body", "Båda.", heads, "review"))
    assert review(desk) == set()
    assert value_of(desk, S1, "body") == "Båda."


def test_that_who_left_a_field_empty_in_what_two_have_made_said_nothing(desk: Desk) -> None:
    answer = {"activity": V2, "period": "2026", "place": "Z"}
    id = derived_id(FollowUp, answer)
    insert(desk, creation(id, "follow_up", {**answer, "result": "Bra."}, "Bo"))
    insert(desk, creation(id, "follow_up", {**answer, "actual": "12"}, "Cia"))
    assert review(desk) == set()
    assert (value_of(desk, id, "result"), value_of(desk, id, "actual")) == ("Bra.", "12")
