"""Laws of the revision set: what it means does not depend on how it came together."""

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from strategidesk.history.graph import Graph
from strategidesk.history.items import Item
from strategidesk.history.loading import load
from strategidesk.history.projection import rebuild
from strategidesk.history.pulling import Unwhole, news, take
from strategidesk.history.revision import EXISTS, Revision, canonical, entity_of, make
from strategidesk.history.view import (
    CONFLICT,
    MERGED,
    View,
    beginning,
    common_ancestors,
    value_at,
    view,
)
from strategidesk.model.document import Section
from strategidesk.model.fields import Field, Id, Kind, to_json
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD
from tests.support.sets import (
    KINDS,
    TABLES,
    VALUES,
    Copy,
    copies_apart,
    dump_of,
    empty_set,
    graph_of,
    put_in,
    review_of,
    revision_sets,
    tables_in,
)

Chance = random.Random
chances = st.randoms(use_true_random=False)


@settings(max_examples=60)
@given(revision_sets(), chances)
def test_that_the_order_in_which_revisions_come_changes_nothing(
    revisions: list[Revision], chance: Chance
) -> None:
    with empty_set() as first, empty_set() as second:
        put_in(first, revisions)
        shuffled = chance.sample(revisions, len(revisions))
        while shuffled:
            portion = chance.randint(1, len(shuffled))
            put_in(second, shuffled[:portion])
            shuffled = shuffled[portion:]
        assert tables_in(first) == tables_in(second)
        assert dump_of(first) == dump_of(second)
        assert review_of(first) == review_of(second)


@settings(max_examples=40)
@given(revision_sets(), chances)
def test_that_projecting_as_it_comes_equals_a_rebuild(
    revisions: list[Revision], chance: Chance
) -> None:
    with empty_set() as connection:
        split = chance.randint(0, len(revisions))
        put_in(connection, revisions[:split])
        put_in(connection, revisions[split:])
        before, dumped = tables_in(connection), dump_of(connection)
        rebuild(connection, TABLES)
        assert tables_in(connection) == before
        assert dump_of(connection) == dumped


@settings(max_examples=40)
@given(revision_sets())
def test_that_putting_in_the_same_again_changes_nothing(revisions: list[Revision]) -> None:
    with empty_set() as connection:
        put_in(connection, revisions)
        before = tables_in(connection)
        put_in(connection, revisions)
        assert tables_in(connection) == before


@settings(max_examples=60)
@given(revision_sets())
def test_that_heads_are_some_and_none_descends_from_another(revisions: list[Revision]) -> None:
    for _, field, graph in fields_in(revisions):
        heads = graph.heads(field.name)
        assert heads
        for head in heads:
            older = graph.ancestors(head.id, field.name) - {head.id}
            assert not older & {other.id for other in heads}


@settings(max_examples=150)
@given(revision_sets())
def test_that_no_head_disappears_in_silence(revisions: list[Revision]) -> None:
    """A head that is neither shown nor what all began from is listed, whatever the field."""
    for _, field, graph in fields_in(revisions):
        ends = graph.standing(graph.heads(field.name))
        shown = view(graph, field, ends)
        values = {canonical(value_at(graph, field, end)) for end in ends}
        began = beginning(graph, field, ends) or View(to_json(field.default))
        hidden = values - {canonical(shown.value)}
        if not began.item:  # who has kept what was contested has decided, and counts
            hidden -= {canonical(began.value)}
        if field.kind is Kind.REFERENCES or field.latest:
            assert not shown.item
        else:
            assert bool(shown.item) == bool(hidden)
        if shown.item == CONFLICT:
            assert canonical(shown.value) in values, "one person's whole value"


@settings(max_examples=80)
@given(revision_sets())
def test_that_a_review_over_all_heads_settles_and_its_undo_opens_it_again(
    revisions: list[Revision],
) -> None:
    with empty_set() as connection:
        put_in(connection, revisions)
        before = review_of(connection)
        for item in before:
            if item.kind not in (CONFLICT, MERGED) or item.others:
                continue
            value = item.options[0].value
            made = decided(item, item.heads, value, "review")
            put_in(connection, [made])
            left = review_of(connection)
            assert (item.entity, item.field) not in {
                (one.entity, one.field) for one in left if one.kind in (CONFLICT, MERGED)
            }
            put_in(connection, [decided(item, [made.id], item.shown, "undo")])
            assert item.id in {one.id for one in review_of(connection)}
            return


def decided(item: Item, parents: Iterable[bytes], value: Any, kind: str) -> Revision:
    return make(entity_of(item.entity), item.field, value, tuple(parents), "E", 10_000, kind)


@settings(max_examples=60)
@given(revision_sets(), st.data())
def test_that_two_who_review_alike_agree_and_otherwise_meet_again(
    revisions: list[Revision], data: Any
) -> None:
    with empty_set() as connection:
        put_in(connection, revisions)
        contested = [
            item
            for item in review_of(connection)
            if item.kind in (CONFLICT, MERGED) and not item.others
        ]
        if not contested:
            return
        item = data.draw(st.sampled_from(contested))
        pool = VALUES[item.noun][item.field]
        one, other = data.draw(st.sampled_from(pool)), data.draw(st.sampled_from(pool))
        heads = item.heads
        reviews = [decided(item, heads, one, "review"), decided(item, heads, other, "review")]
        put_in(connection, [*reviews[:1], replaced_author(reviews[1])])
        again = {  # a thing that both put under itself asks another question
            (i.entity, i.field)
            for i in review_of(connection)
            if i.kind in (CONFLICT, MERGED) and not i.others
        }
        assert ((item.entity, item.field) in again) == (canonical(one) != canonical(other))


def replaced_author(made: Revision) -> Revision:
    value, moment = json.loads(made.value), made.at + 1
    return make(made.entity, made.field, value, made.parents, "F", moment, made.kind)


@settings(max_examples=60)
@given(copies_apart(), chances)
def test_that_any_route_of_exchange_ends_in_the_same_list_and_content(
    copies: list[Copy], chance: Chance
) -> None:
    everything = {id: made for copy in copies for id, made in copy.has.items()}
    ends = []
    for _ in range(2):
        with empty_set() as connection:
            for copy in chance.sample(copies, len(copies)):
                put_in(connection, [made for id, made in copy.has.items()])
            assert {m.id for m in everything.values()} == ids_in(connection)
            ends.append((review_of(connection), dump_of(connection), tables_in(connection)))
    assert ends[0] == ends[1]


def ids_in(connection: Connection) -> set[bytes]:
    return {id for (id,) in connection.exec_driver_sql('SELECT "id" FROM "revision"')}


@settings(max_examples=60)
@given(copies_apart(), chances)
def test_that_pulling_takes_all_that_is_new_and_refuses_what_is_not_whole(
    copies: list[Copy], chance: Chance
) -> None:
    mine, theirs = copies[0].has, copies[1].has
    lacking = [made for id, made in theirs.items() if id not in mine]
    with empty_set() as here, empty_set() as there:
        put_in(here, list(mine.values()))
        put_in(there, list(theirs.values()))
        found = news(here, there)
        assert {row[0] for row in found.revisions} == {made.id for made in lacking}
        take(here, TABLES, found)
        with empty_set() as both:
            put_in(both, list({**mine, **theirs}.values()))
            assert tables_in(here) == tables_in(both)
            assert review_of(here) == review_of(both)
        assert not news(here, there)
    named = {parent for made in lacking for parent in made.parents}
    missing = sorted(made.id for made in lacking if made.id in named)
    if missing:
        gone = chance.choice(missing)
        with empty_set() as here, empty_set() as there:
            put_in(here, list(mine.values()))
            put_in(there, [made for id, made in theirs.items() if id != gone])
            with pytest.raises(Unwhole):
                news(here, there)


@settings(max_examples=60)
@given(revision_sets())
def test_that_sets_lose_what_a_side_took_and_have_what_a_side_gave(
    revisions: list[Revision],
) -> None:
    for _, field, graph in fields_in(revisions):
        if field.kind is not Kind.REFERENCES:
            continue
        heads = list(graph.heads(field.name))
        base = set(view(graph, field, common_ancestors(graph, field.name, heads)).value)
        sides = [set(value_at(graph, field, head)) for head in heads]
        taken = set().union(*(base - side for side in sides))
        given_ = set().union(*(side - base for side in sides))
        assert set(view(graph, field, heads).value) == (base - taken) | given_


@settings(max_examples=60)
@given(revision_sets())
def test_that_every_living_thing_has_its_spot_and_trees_have_no_circle(
    revisions: list[Revision],
) -> None:
    with empty_set() as connection:
        put_in(connection, revisions)
        strategy = load(connection, TABLES)
    for noun in STANDARD.nouns:
        alive = {
            id for id, kind in KINDS.items() if kind == noun.meta.entity and lives(revisions, id)
        }
        assert {thing.id for thing in strategy.all(noun)} == alive
    assert len(list(strategy.outline(Section))) == len(strategy.sections)


def lives(revisions: list[Revision], id: Id) -> bool:
    return graph_of(revisions, id).alive()


@settings(max_examples=60)
@given(revision_sets())
def test_that_only_who_had_seen_all_edits_removes(revisions: list[Revision]) -> None:
    for id in KINDS:
        graph = graph_of(revisions, id)
        ends = [graph.by_id[end.id] for end in graph.heads(EXISTS)]
        seen = {parent for end in ends for parent in end.parents}
        heads = {head.id for name in graph.fields() if name != EXISTS for head in graph.heads(name)}
        if not graph.alive():
            assert heads <= seen
        elif all(graph.value_of(end.id) is None for end in ends):
            assert not heads <= seen


def fields_in(revisions: list[Revision]) -> list[tuple[Id, Field, Graph]]:
    return [
        (id, fields_of(STANDARD.by_entity[kind])[name], graph)
        for id, kind in KINDS.items()
        for graph in [graph_of(revisions, id)]
        for name in VALUES[kind]
    ]
