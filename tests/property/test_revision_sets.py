"""Laws of the revision set: what it means does not depend on how it came together."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from strategidesk.history.graph import Graph
from strategidesk.history.loading import load
from strategidesk.history.projection import rebuild
from strategidesk.history.revision import EXISTS, Revision, canonical
from strategidesk.history.view import common_ancestors, value_at, view
from strategidesk.model.document import Section
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD
from tests.support.sets import (
    KINDS,
    TABLES,
    VALUES,
    dump_of,
    empty_set,
    graph_of,
    put_in,
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


@settings(max_examples=100)
@given(revision_sets())
def test_that_no_text_disappears_in_silence(revisions: list[Revision]) -> None:
    """A head that is neither shown nor what all began from is listed."""
    for _, field, graph in fields_in(revisions):
        heads = list(graph.heads(field.name))
        shown = view(graph, field, heads)
        common = common_ancestors(graph, field.name, heads)
        base = canonical(view(graph, field, common).value)
        values = {canonical(value_at(graph, field, head)) for head in heads}
        if field.kind is Kind.REFERENCES:
            assert not shown.item
        elif values - {canonical(shown.value), base}:
            assert shown.item


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
