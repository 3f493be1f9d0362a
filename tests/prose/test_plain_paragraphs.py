"""The short way for texts without marks reads exactly what the long way reads."""

from hypothesis import example, given
from hypothesis import strategies as st

from strategidesk.prose.parsing import parse_marked, plain_paragraphs
from tests.support.prose_texts import texts

plain = st.text(st.sampled_from("aå. -+1\n\n\n\u00a0\u2028|`_#>!<&;:)\t"), max_size=30)


@given(texts | plain)
@example("En mening.\n\nEn till, 3 - 4 + 5 & <b>.")
@example("Slut på raden \n\nNy rad")
@example("\u00a0x")
def test_that_both_ways_read_alike(text: str) -> None:
    short = plain_paragraphs(text)
    assert short is None or short == parse_marked(text)


def test_that_ordinary_paragraphs_take_the_short_way() -> None:
    assert plain_paragraphs("Kommunen växer.\n\nDet märks – i skolan (bland annat).") is not None
