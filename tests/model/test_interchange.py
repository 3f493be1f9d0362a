"""The interchange JSON: nothing is lost on the way out and in, and every mistake is named."""

import json
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategidesk import language
from strategidesk.desk import files
from strategidesk.errors import UserError
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.noun import fields_of
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from tests.support.desks import content, rich
from tests.support.strategies import PICTURE, known_id, strategy, whole_strategies

Document = dict[str, Any]


@settings(max_examples=20)
@given(whole_strategies())
def test_that_a_file_gives_back_what_was_put_in(strategy: Strategy) -> None:
    with tempfile.TemporaryDirectory() as name:
        first, data, second = (Path(name) / part for part in ("a.strategi", "a.json", "b.strategi"))
        files.make(first, "Alva", strategy)
        dumped = files.dump_file(first)
        assert dumped == content(strategy)
        data.write_bytes(dumped)
        files.load(data, second, "Ida")
        assert files.dump_file(second) == dumped


@settings(max_examples=20)
@given(whole_strategies())
def test_that_reading_a_dump_keeps_every_value_and_id(strategy: Strategy) -> None:
    again = read(decode(content(strategy)))
    assert content(again) == content(strategy)
    assert set(again.by_id) == set(strategy.by_id)
    assert again.pictures == strategy.pictures


@settings(max_examples=15)
@given(whole_strategies(), st.randoms(use_true_random=False))
def test_that_a_hand_made_file_comes_back_equal_but_for_ids_and_defaults(
    strategy: Strategy, chance: random.Random
) -> None:
    document = json.loads(content(strategy))
    by_hand = hand_made(document, chance)
    again = json.loads(content(read(decode(json.dumps(by_hand).encode()))))
    assert anonymous(again) == anonymous(document)


def hand_made(document: Document, chance: random.Random) -> Document:
    """The same with short ids, without some fields that have their defaults, keys in any order."""
    short = {id: f"x{number}" for number, id in enumerate(ids_in(document))}
    lists = {noun.meta.plural: noun for noun in STANDARD.nouns}

    def again(value: Any, name: str) -> Any:
        if isinstance(value, list):
            return [again(item, name) for item in value]
        if not isinstance(value, dict):
            return short.get(value, value) if isinstance(value, str) else value
        fields = fields_of(lists[name]) if name in lists else {}
        kept = [
            (key, again(item, key if key in lists else ""))
            for key, item in value.items()
            if key not in fields or item != plain(fields[key].default) or chance.random() < 0.5
        ]
        chance.shuffle(kept)
        return dict(kept)

    shuffled: Document = again(document, "")
    shuffled["pictures"] = document["pictures"]
    return shuffled


def plain(default: Any) -> Any:
    return list(default) if isinstance(default, tuple) else default


def ids_in(document: Document) -> list[str]:
    found: list[str] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("id"), str):
                found.append(value["id"])
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                look(item)

    look({name: value for name, value in document.items() if name != "pictures"})
    return found


def anonymous(document: Document) -> Any:
    """The document with its ids numbered in the order in which they stand."""
    numbers = {id: f"#{number}" for number, id in enumerate(ids_in(document))}

    def again(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: again(item) for key, item in value.items()}
        if isinstance(value, list):
            items = [again(item) for item in value]
            return sorted(items) if items and all(isinstance(i, str) for i in items) else items
        return numbers.get(value, value) if isinstance(value, str) else value

    return again(document)


def test_that_a_remark_on_a_link_or_an_answer_finds_it_again() -> None:
    whole = rich()
    targets = [whole.links[0].id, whole.all(type(whole.by_id[known_id("c1")]))[0].id]
    document = dump(whole)
    for target in [*targets, document["follow_ups"][0]["id"]]:
        document["comments"][0]["target"] = target
        assert json.loads(content(read(document)))["comments"][0]["target"] == target


def test_that_a_value_without_its_indicator_is_not_lost() -> None:
    lone = strategy(strategy={"id": "kort"}, values=[{"id": "y", "period": "2025", "value": 7}])
    document = dump(lone)
    assert [value["period"] for value in document["values"]] == ["2025"]
    assert content(read(decode(content(lone)))) == content(lone)


def test_that_links_that_read_alike_stay_two() -> None:
    document = dump(strategy(strategy={"id": "kort"}, areas=[{"id": "a"}], links=[{"area": "a"}]))
    id = known_id("another link")
    document["links"].append({"id": id, "area": known_id("a")})
    again = read(document)
    assert len(again.links) == 2
    assert dump(again)["links"] == document["links"]


def test_that_uuids_are_kept_in_canonical_form_and_other_ids_are_replaced() -> None:
    document = {
        "format": "strategidesk",
        "version": 1,
        "units": [{"id": known_id("u").upper()}, {"id": "u2", "parent": known_id("u").upper()}],
    }
    first, second = read(document).units
    assert first.id == known_id("u")
    assert second.id != "u2"
    assert second.place.endswith(f" {first.id}")


def test_that_children_may_stand_before_their_parents() -> None:
    document = {
        "format": "strategidesk",
        "version": 1,
        "sections": [
            {"heading": "under", "parent": "s"},
            {"heading": "över", "id": "s"},
            {"heading": "sist", "parent": "s"},
        ],
    }
    outline = [
        (depth, section.heading) for depth, section in read(document).outline(section_type())
    ]
    assert outline == [(0, "över"), (1, "under"), (1, "sist")]


def section_type() -> Any:
    return STANDARD.by_entity["section"]


def with_change(path: str, value: Any) -> Callable[[Document], None]:
    """Sets what stands at a path like `activities.3.unit`."""

    def change(document: Document) -> None:
        *way, last = path.split(".")
        here: Any = document
        for step in way:
            here = here[int(step)] if step.isdigit() else here[step]
        here[int(last) if last.isdigit() else last] = value

    return change


REFUSED: list[tuple[str, Any, str]] = [
    ("colour", "red", "colour: unknown field"),
    ("dragons", [], "dragons: unknown field"),
    ("strategy.colour", "red", "strategy.colour: unknown field"),
    ("strategy", [], "strategy: an object is expected"),
    ("strategy.title", 5, "strategy.title: a text is expected"),
    ("strategy.place", "A", "strategy.place: unknown field"),
    ("sections.0.place", "A", "sections[0].place: unknown field"),
    ("sections", {}, "sections: a list is expected"),
    ("sections.1", "x", "sections[1]: an object is expected"),
    ("sections.1.parent", "s9", 'sections[1].parent: no section "s9"'),
    ("sections.1.parent", 3, "sections[1].parent: an id is expected"),
    ("sections.0.parent", known_id("s111"), "sections[0].parent: it stands under itself"),
    ("sections.1.parent", known_id("s11"), "sections[1].parent: it stands under itself"),
    ("sections.1.parent", known_id("a1"), f'sections[1].parent: no section "{known_id("a1")}"'),
    ("areas.0.parent", known_id("a2"), "areas[0].parent: unknown field"),
    ("areas.1.prioritised", "ja", "areas[1].prioritised: true or false is expected"),
    ("areas.1.id", "", "areas[1].id: an id is expected"),
    ("areas.1.id", 3, "areas[1].id: an id is expected"),
    ("areas.1.id", known_id("a1"), "areas[1].id: the same as areas[0].id"),
    ("areas.1.id", known_id("a1").upper(), "areas[1]: the same as areas[0]"),
    ("activities.1.id", known_id("s1"), "activities[1].id: the same as sections[0].id"),
    ("activities.2.unit", "u9", 'activities[2].unit: no unit "u9"'),
    ("activities.2.unit", known_id("a1"), f'activities[2].unit: no unit "{known_id("a1")}"'),
    ("activities.2.unit", 9, "activities[2].unit: an id is expected"),
    ("activities.0.hallmarks", "h1", "activities[0].hallmarks: a list of ids is expected"),
    ("activities.0.hallmarks.1", "h9", 'activities[0].hallmarks[1]: no hallmark "h9"'),
    ("activities.0.budget", "mycket", "activities[0].budget: a number is expected"),
    ("activities.0.start", "i våras", "activities[0].start: a date is a year, a month or a day"),
    ("activities.0.status", "Klar nu", "activities[0].status: a choice is one word"),
    ("activities.0.title", "två\nrader", "activities[0].title: the text must be one line"),
    ("strategy.numbering_depth", 2.5, "strategy.numbering_depth: a whole number is expected"),
    ("indicators.0.values", 3, "indicators[0].values: a list is expected"),
    ("indicators.0.values.0.value", "3", "indicators[0].values[0].value: a number is expected"),
    (
        "indicators.0.values.0.indicator",
        known_id("i1"),
        "indicators[0].values[0].indicator: unknown",
    ),
    ("indicators.0.values.0.id", known_id("i1"), "values[0].id: the same as indicators[0].id"),
    ("links.0.goal", "g9", 'links[0].goal: no goal "g9"'),
    ("links.1", {"area": known_id("a1"), "goal": known_id("g1")}, "links[1]: the same as links[0]"),
    ("comments.0.target", "x", 'comments[0].target: no thing "x"'),
    ("version", 2, "newer version of StrategiDesk"),
    ("version", "1", "version: a whole number is expected"),
    ("version", True, "version: a whole number is expected"),
    ("version", 0, "version: a whole number is expected"),
    ("format", "word", "not a strategy in the interchange format"),
    ("pictures", {}, "pictures: a list is expected"),
    ("pictures.0.id", "0" * 64, "pictures[0].id: it is not the sha256 of the data"),
    ("pictures.0.data", "***", "pictures[0].data: base64 is expected"),
    ("pictures.0.data", 5, "pictures[0].data: base64 is expected"),
    ("pictures.0.name", "x", "pictures[0].name: unknown field"),
]


@pytest.fixture
def _english() -> Any:
    before = language.active()
    language.use("en")
    yield
    language.use(before)


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(("path", "value", "sentence"), REFUSED, ids=[row[0] for row in REFUSED])
def test_that_a_mistake_is_refused_with_its_place(
    path: str, value: Any, sentence: str, tmp_path: Path
) -> None:
    document = json.loads(content(rich()))
    with_change(path, value)(document)
    data = tmp_path / "data.json"
    data.write_bytes(encode(document))
    with pytest.raises(UserError) as refused:
        files.load(data, tmp_path / "new.strategi", "Alva")
    assert sentence in str(refused.value)
    assert [each.name for each in tmp_path.iterdir()] == ["data.json"]


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "line 1, column 1"),
        (b"{", "line 1, column 2"),
        (b'{\n "format": }', "line 2, column 12"),
        (b'{"format": "\xff"}', "not UTF-8 text (byte 12)"),
        (b"\xff\xfe{\x00}\x00", "not UTF-8 text (byte 0)"),
        (b"[]", "not a strategy in the interchange format"),
        (b"[" * 100_000, "not JSON that can be read"),
        (b'{"activities": [{"budget": NaN}]}', "not JSON that can be read"),
        (b'{"activities": [{"budget": -Infinity}]}', "not JSON that can be read"),
        (b'{"activities": [{"budget": 1e99999999999999999999}]}', "not JSON that can be read"),
        (b'{"activities": [{"budget": ' + b"9" * 5000 + b"}]}", "not JSON that can be read"),
        (b"null", "not a strategy in the interchange format"),
    ],
    ids=range(12),
)
def test_that_bytes_that_are_no_document_are_refused_in_a_sentence(
    raw: bytes, sentence: str, tmp_path: Path
) -> None:
    data = tmp_path / "data.json"
    data.write_bytes(raw)
    with pytest.raises(UserError) as refused:
        files.load(data, tmp_path / "new.strategi", "Alva")
    assert sentence in str(refused.value)
    assert [each.name for each in tmp_path.iterdir()] == ["data.json"]


def test_that_a_byte_order_mark_does_no_harm() -> None:
    assert read(decode(b"\xef\xbb\xbf" + content(rich()))).card.title == rich().card.title


def test_that_absent_lists_and_fields_take_their_defaults() -> None:
    empty = read({"format": "strategidesk", "version": 1})
    assert empty.card.area_label == "Område"
    assert all(not empty.all(noun) for noun in STANDARD.nouns if not noun.meta.single)


def test_that_numbers_come_back_to_the_last_digit(tmp_path: Path) -> None:
    document = json.loads(content(strategy(strategy={"id": "kort"}, activities=[{"id": "v"}])))
    raw = encode(document).replace(b'"budget": null', b'"budget": 123456789012.345')
    (tmp_path / "a.json").write_bytes(raw)
    files.load(tmp_path / "a.json", tmp_path / "a.strategi", "Alva")
    assert b'"budget": 123456789012.345,' in files.dump_file(tmp_path / "a.strategi")


def test_that_pictures_travel_with_the_text() -> None:
    assert list(read(decode(content(rich()))).pictures) == [PICTURE]


def test_that_lists_come_back_in_the_order_in_which_they_were_written() -> None:
    goals = [
        {"id": "eu1", "title": "Utbildning", "level": "eu"},
        {"id": "eu2", "title": "Arbete", "level": "eu"},
        {"id": "under2", "title": "Fler i arbete", "level": "regional", "parent": "eu2"},
        {"id": "under1", "title": "Kunskap", "level": "regional", "parent": "eu1"},
    ]
    document = {"format": "strategidesk", "version": 1, "goals": goals}
    dumped = dump(read(document))
    assert [goal["title"] for goal in dumped["goals"]] == [goal["title"] for goal in goals]
    assert dump(read(dumped)) == dumped


def test_that_the_outline_is_listed_as_it_is_printed() -> None:
    sections = [
        {"id": "a", "heading": "Först"},
        {"id": "b", "heading": "Sedan"},
        {"id": "c", "heading": "Under den första", "parent": "a"},
    ]
    dumped = dump(read({"format": "strategidesk", "version": 1, "sections": sections}))
    assert [s["heading"] for s in dumped["sections"]] == ["Först", "Under den första", "Sedan"]
