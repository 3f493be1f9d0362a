from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.prose.differences import Kind, Piece, differences
from strategidesk.prose.matching import matches
from strategidesk.prose.tokens import BOLD, NOTE, tokens_of_line, tokens_of_prose
from tests.support.prose_texts import texts

_WORDS = st.sampled_from(
    ["kommunen", "ska", "bör", "vill", "alla", "barn", "och", "16,8 %", ".", "**hem**", "\n\n", "å"]
)
_written = st.lists(_WORDS, max_size=30).map(" ".join)
_both = st.one_of(st.tuples(texts, texts), st.tuples(_written, _written))


def _side(pieces: list[Piece], kind: Kind) -> list[tuple[str, int]]:
    """Every letter of a side with its look."""
    wanted = (Kind.KEPT, kind)
    return [(letter, one.look) for one in pieces if one.kind in wanted for letter in one.text]


def _read(text: str) -> list[tuple[str, int]]:
    return [(letter, one.look) for one in tokens_of_prose(text) for letter in one.text]


def _drawn(old: str, new: str, prose: bool = True) -> str:
    signs = {Kind.KEPT: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}
    return "".join(signs[one.kind].format(one.text) for one in differences(old, new, prose))


@given(_both)
def test_that_kept_and_removed_are_the_old_text_and_kept_and_added_the_new(
    both: tuple[str, str],
) -> None:
    old, new = both
    pieces = differences(old, new)

    assert _side(pieces, Kind.REMOVED) == _read(old)
    assert _side(pieces, Kind.ADDED) == _read(new)


@given(_both)
def test_that_only_texts_that_read_alike_have_no_differences(both: tuple[str, str]) -> None:
    old, new = both
    changed = any(one.kind is not Kind.KEPT for one in differences(old, new))

    assert changed == (tokens_of_prose(old) != tokens_of_prose(new))


@given(st.text(), st.text())
def test_that_a_line_is_compared_as_it_is_written(old: str, new: str) -> None:
    pieces = differences(old, new, prose=False)

    assert "".join(letter for letter, _ in _side(pieces, Kind.REMOVED)) == old
    assert "".join(letter for letter, _ in _side(pieces, Kind.ADDED)) == new
    assert "".join(one.text for one in tokens_of_line(old)) == old


@given(st.lists(st.integers(0, 5), max_size=90), st.lists(st.integers(0, 5), max_size=90))
def test_that_matches_are_equal_and_in_order(old: list[int], new: list[int]) -> None:
    found = matches(old, new)

    assert all(old[at] == new[at_new] for at, at_new in found)
    for (at, at_new), (after, after_new) in pairwise(found):
        assert at < after
        assert at_new < after_new


@pytest.mark.parametrize(
    ("old", "new", "drawn"),
    [
        ("Det bör göras.", "Det ska göras.", "Det [-bör-]{+ska+} göras."),
        ("Vår å är lång.", "Vår älv är lång.", "Vår [-å-]{+älv+} är lång."),
        ("Det är 16,8 % nu.", "Det är 17,8 % nu.", "Det är [-16,8-]{+17,8+} % nu."),
        ("Ett. Två är bra. Tre.", "Ett. Tre. Fyra.", "Ett. [-Två är bra. -]Tre.{+ Fyra.+}"),
        ("Ett.\n\nTvå.", "Ett.\n\nNytt.\n\nTvå.", "Ett.\n{+Nytt.\n+}Två."),
        ("Alla får bo här.", "Vi vill att var och en har ett hem.", None),
    ],
)
def test_that_whole_words_are_told_apart(old: str, new: str, drawn: str | None) -> None:
    wanted = drawn or f"[-{old[:-1]}-]{{+{new[:-1]}+}}."

    assert _drawn(old, new) == wanted


def test_that_words_left_alone_between_changes_become_part_of_them() -> None:
    drawn = _drawn("ett stort hus och en liten bil finns här", "en ny väg och två broar finns här")

    assert drawn == "[-ett stort hus och en liten bil-]{+en ny väg och två broar+} finns här"


def test_that_a_new_look_shows_without_its_marks() -> None:
    assert differences("Ett ord här.", "Ett **ord** här.") == [
        Piece(Kind.KEPT, "Ett "),
        Piece(Kind.REMOVED, "ord"),
        Piece(Kind.ADDED, "ord", BOLD),
        Piece(Kind.KEPT, " här."),
    ]


def test_that_a_new_footnote_stands_where_its_mark_is() -> None:
    pieces = differences("Det är 230 nu.", "Det är 230[^1] nu.\n\n[^1]: Mellan 16 och 64 år.")

    assert Piece(Kind.ADDED, " (Mellan 16 och 64 år.)", NOTE) in pieces
    assert not any("[^" in one.text for one in pieces)


def test_that_another_address_of_a_link_shows() -> None:
    drawn = _drawn("Se [sidan](https://a.example).", "Se [sidan](https://b.example).")

    assert "[- (https://a.example)-]{+ (https://b.example)+}" in drawn


def test_that_another_picture_of_the_same_description_shows() -> None:
    pieces = differences("![Torget](blob:a)", "![Torget](blob:b)")

    assert [one.kind for one in pieces] == [Kind.REMOVED, Kind.ADDED]
