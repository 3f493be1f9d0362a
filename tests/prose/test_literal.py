"""Plain text that becomes prose says what it said, and nothing in it becomes a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.prose import LineBreak, Paragraph, Text, parse, plain
from strategidesk.prose.literal import literal

texts = st.text(st.sampled_from("ab1 \n\t*-_[]()!|:.+#>`\\^<&é"), max_size=16) | st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=30
)


def lines(text: str) -> list[str]:
    """The lines with words, their blanks as one."""
    return [words for line in text.split("\n") if (words := " ".join(line.split()))]


@given(texts)
def test_that_a_plain_text_keeps_its_words_and_lines(text: str) -> None:
    assert lines(plain(literal(text))) == lines(text.replace("\0", "\ufffd"))


@given(texts)
def test_that_nothing_in_a_plain_text_becomes_a_mark(text: str) -> None:
    prose = parse(literal(text))

    assert prose.notes == ()
    for block in prose.blocks:
        assert isinstance(block, Paragraph)
        assert {type(inline) for inline in block.inlines} <= {Text, LineBreak}


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Bra jobbat", "Bra jobbat"),
        ("  Ett\nTvå \n\n\nTre", "Ett\nTvå\n\nTre"),
        ("10 * 3", "10 * 3"),
        ("*Bra*", r"\*Bra\*"),
        ("- ett", r"\- ett"),
        ("", ""),
    ],
)
def test_that_a_text_is_written_with_as_few_signs_as_it_needs(text: str, prose: str) -> None:
    assert literal(text) == prose
