from dataclasses import replace

from hypothesis import given

from strategidesk.model.document import Area
from strategidesk.model.noun import fields_of, things_of, value
from strategidesk.model.strategy import Strategy
from tests.support.strategies import strategy, whole_strategies


@given(whole_strategies())
def test_that_things_from_columns_equal_those_of_the_constructor(wanted: Strategy) -> None:
    for noun in wanted.schema.nouns:
        things = wanted.all(noun)
        columns = [[thing.id for thing in things]]
        columns += ([value(thing, field) for thing in things] for field in fields_of(noun).values())

        made = things_of(noun, columns)

        assert tuple(made) == things
        assert [hash(thing) for thing in made] == [hash(thing) for thing in things]


def test_that_an_exchanged_thing_stands_where_the_old_one_stood() -> None:
    before = strategy(areas=[{"id": name, "title": name} for name in ("skola", "vård", "kultur")])
    changed = replace(before.areas[1], title="omsorg")

    after = before.exchange([changed])

    assert [area.title for area in after.areas] == ["skola", "omsorg", "kultur"]
    assert after.get(Area, changed.id) is changed
    assert before.get(Area, changed.id) is before.areas[1]
    assert set(after.by_id) == set(before.by_id)


def test_that_several_exchanges_follow_each_other() -> None:
    before = strategy(areas=[{"title": "skola"}, {"title": "vård"}])
    first = before.exchange([replace(before.areas[0], title="förskola")])

    second = first.exchange([replace(first.areas[1], title="omsorg")])

    assert [area.title for area in second.areas] == ["förskola", "omsorg"]
    assert [second.by_id[area.id] for area in second.areas] == list(second.areas)
