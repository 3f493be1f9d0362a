"""Versions of one text put together: what is settled, what is asked, and what never happens."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.prose import sentences
from strategidesk.prose.merging import Merged, merge

BASE = (
    "Ekbacka ska vara nära. Alla når sin plats till fots.\n\n"
    "Utsläppen minskar med 40 procent till 2031. Arbetet redovisas varje vår. Nämnderna svarar.\n\n"
    "Skolan går först. Varje elev lyckas. Pengarna följer behoven."
)
_SENTENCES = ("Ett går. ", "Två står. ", "Tre sitter. ", "Fyra ligger. ", "Fem.", "\n\n", "- Sex\n")
texts = st.lists(st.sampled_from(_SENTENCES), max_size=7).map("".join)


def changed(*pairs: tuple[str, str]) -> str:
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([("40 procent", "45 procent")], [("till 2031", "senast 2031")]),
        ([("40 procent", "45 procent")], [("40 procent", "50 procent")]),
        ([("Varje elev lyckas", "Varje elev lyckas inte")], [("lyckas.", "lyckas alltid.")]),
        ([("Varje elev lyckas", "Varje elev trivs")], [("behoven", "elevernas behov")]),
        ([("Nämnderna svarar.", "Nämnderna svarar. Ett tillägg.")], [("svarar", "ansvarar")]),
        (
            [("svarar.\n\n", "svarar.\n\nMer ljus.\n\n")],
            [("svarar.\n\n", "svarar.\n\nNytt torg.\n\n")],
        ),
    ],
    ids=["parts of a sentence", "a figure", "not", "neighbours", "added behind", "one spot"],
)
def test_that_what_two_have_changed_in_one_stretch_is_asked(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    versions = [changed(*one), changed(*other)]
    merged = merge(BASE, versions)
    assert merged.text is None
    (region,) = merged.regions
    assert region.base in BASE
    for version, text in zip(versions, region.texts, strict=True):
        assert text in version
        assert merged.with_choices([text]) == version


def test_that_changes_in_different_paragraphs_go_together() -> None:
    one, other = changed(("nära", "nära och trygg")), changed(("lyckas", "når målen"))
    merged = merge(BASE, [one, other]).text
    assert merged == changed(("nära", "nära och trygg"), ("lyckas", "når målen"))


def test_that_a_paragraph_divided_and_a_word_mended_in_it_go_together() -> None:
    divided = changed(("till 2031. Arbetet", "till 2031.\n\nArbetet"))
    mended = changed(("Nämnderna svarar", "Nämnderna svarar var för sig"))
    merged = merge(BASE, [divided, mended]).text
    assert merged is not None
    assert "2031.\n\nArbetet" in merged
    assert "svarar var för sig" in merged


def test_that_what_several_have_changed_alike_is_taken_once() -> None:
    one = changed(("Skolan går först.", "Skolan går först. Biblioteken följer."))
    other = changed(
        ("Skolan går först.", "Skolan går först. Biblioteken följer."), ("nära", "öppen")
    )
    merged = merge(BASE, [one, other]).text
    assert merged is not None
    assert merged.count("Biblioteken följer.") == 1
    assert "öppen" in merged


def test_that_a_moved_paragraph_that_another_has_edited_is_asked_and_named_so() -> None:
    first, second, third = BASE.split("\n\n")
    moved = "\n\n".join([third, first, second])
    edited = changed(("Varje elev lyckas", "Varje elev lyckas i årskurs 9"))
    there, here = merge(BASE, [moved, edited]).regions
    assert here.moved
    assert "årskurs 9" in here.texts[1]
    assert "Skolan går först." in there.texts[0]


def test_that_a_removed_paragraph_that_another_has_edited_is_asked() -> None:
    first, _, third = BASE.split("\n\n")
    removed = f"{first}\n\n{third}"
    edited = changed(("varje vår", "två gånger om året"))
    (region,) = merge(BASE, [removed, edited]).regions
    assert not region.moved
    assert "två gånger" in region.texts[1]


def test_that_one_persons_choices_never_double_what_was_moved() -> None:
    first, second, third = BASE.split("\n\n")
    moved = "\n\n".join([third, first, second])
    edited = changed(("Varje elev lyckas", "Varje elev lyckas i årskurs 9"))
    merged = merge(BASE, [moved, edited])
    for n, version in enumerate((moved, edited)):
        assert merged.with_choices([region.texts[n] for region in merged.regions]) == version


def test_that_a_sentence_moved_to_two_places_is_asked_and_never_doubled() -> None:
    first, second, third = BASE.split("\n\n")
    one, other = "\n\n".join([third, first, second]), "\n\n".join([first, third, second])
    merged = merge(BASE, [one, other])
    assert merged.text is None
    for choice in (0, 1):
        whole = merged.with_choices([region.texts[choice] for region in merged.regions])
        assert whole.count("Skolan går först.") == 1


def test_that_who_has_decided_to_leave_a_stretch_is_heard() -> None:
    edited = changed(("nära", "öppen"))
    assert merge(BASE, [BASE, edited]).text == edited
    (region,) = merge(BASE, [BASE, edited], all_decided=True).regions
    assert set(region.texts) == {
        "Ekbacka ska vara nära. ",
        "Ekbacka ska vara öppen. ",
    }


@given(texts, st.lists(texts, min_size=1, max_size=4), st.booleans())
def test_that_the_order_of_the_versions_changes_nothing(
    base: str, versions: list[str], decided: bool
) -> None:
    usual = outcome(merge(base, versions, decided))
    for order in itertools.permutations(versions):
        assert outcome(merge(base, list(order), decided)) == usual


def outcome(merged: Merged) -> list[object]:
    return [
        part if isinstance(part, str) else (part.base, frozenset(part.texts), part.moved)
        for part in merged.parts
    ]


@given(texts, texts)
def test_that_a_version_alone_or_beside_the_unchanged_is_taken(base: str, version: str) -> None:
    assert merge(base, [version]).text == version
    assert merge(base, [version, version]).text == version
    assert merge(base, [base, version, base]).text == version


def test_that_a_sentence_that_all_have_moved_and_doubled_alike_is_taken() -> None:
    version = "Tre sitter. Två står. Ett går. Två står. "
    assert merge("Ett går. Två står. Tre sitter. ", [version, version]).text == version


@given(texts, st.lists(texts, min_size=2, max_size=4))
def test_that_every_sentence_was_written_by_somebody_and_none_is_lost(
    base: str, versions: list[str]
) -> None:
    merged = merge(base, versions)
    written = {s for text in (base, *versions) for s in sentences(text)}
    held = set(sentences(base))
    for part in merged.parts:
        pieces = (part,) if isinstance(part, str) else part.texts
        found = {s for piece in pieces for s in sentences(piece)}
        assert {s.strip() for s in found} <= {s.strip() for s in written}
        held |= found
    for version in versions:
        added = {s.strip() for s in sentences(version)} - {s.strip() for s in sentences(base)}
        assert added <= {s.strip() for s in held}


@given(texts, st.lists(texts, min_size=2, max_size=3))
def test_that_with_one_persons_choices_all_of_that_persons_changes_stand(
    base: str, versions: list[str]
) -> None:
    """And nothing else has gone from what that person had written but what others took away."""
    merged = merge(base, versions)
    for place, version in enumerate(versions):
        whole = merged.with_choices([region.texts[place] for region in merged.regions])
        others = [text for n, text in enumerate(versions) if n != place]
        if all(text == base for text in others):
            assert whole == version
        new = [s.strip() for s in sentences(version) if s.strip() and s not in sentences(base)]
        assert all(sentence in whole for sentence in new)
