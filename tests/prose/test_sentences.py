"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategidesk.prose import sentences
from tests.support.prose_texts import texts

_SIGNS = st.text(alphabet='aB1 .!?:…”"»«()[]^|§\n-', max_size=40)


@given(st.one_of(texts, _SIGNS, st.text()))
def test_that_the_sentences_joined_are_the_text(text: str) -> None:
    parts = sentences(text)
    assert "".join(parts) == text
    assert all(parts)


def test_that_sentences_and_line_breaks_are_parts() -> None:
    assert sentences("Ett. Två! Tre?\n\n- Fyra: fem.\n[^1]: Sex") == [
        "Ett. ",
        "Två! ",
        "Tre?",
        "\n\n",
        "- Fyra: fem.",
        "\n",
        "[^1]: Sex",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi erbjuder t.ex. Ekbacka gård, bl.a. Norra salen och t. ex. Södra.",
        "Ring kl. 10 till nr. 4 hos St. Olof, d.v.s. Olofs bro, ca. 300 m bort.",
        "Tf. Chef är utsedd pga. Ekbackas nya ordning.",
        "Beslutet togs av A. B. Ekström enligt § 3. Delegationsordningen.",
        "Mötet hölls den 3. mars och kostade 3.5 miljoner kr. per år.",
        "Skolor m.fl. får stöd.",
        "”Kom hit. Vi väntar!” sade rektorn.",
        "”Varför då?” undrade hon.",
        "Läs [Planen. Del två](https://ekbacka.example/a.b) i dag.",
        "| Klart. Ja | Nej. Inte |",
        "1. Skolan ska växa.",
        "  2. Vården ska växa.",
        "- 12. Kulturen ska växa.",
        "Vision: Ekbacka växer.",
        "Ekbacka växer...",
    ],
)
def test_that_one_sentence_is_one(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Målet nås till 2030. ", "Arbetet följs upp."),
        ("Vi stödjer skolor m.fl. ", "Därefter följer vård."),
        ("Det är **viktigt.** ", "Alla vet det."),
        ("Så är det.[^1] ", "Alla vet det."),
        ("Han sade ”ja.” ", "Alla hörde."),
        ("(Se bilagan.) ", "Den finns här."),
        ("Vad gör vi? ", "”Allt”, sade hon."),
        ("Läs https://ekbacka.example/a. ", "Sedan tycker du till."),
        ("Vi bygger. ", "50 bostäder blir klara."),
    ],
)
def test_that_two_sentences_are_two(first: str, second: str) -> None:
    assert sentences(first + second) == [first, second]
