"""Words without marks."""

from strategidesk.prose import parse, plain, words

TEXT = """\
Vi *växer*[^1] och [läser](https://ekbacka.example).
Ofta[^1].

- Skola
  1. Lust
- Vård

| VAD | NÄR |
| --- | --- |
| Bygga | 2026 |

![Karta över byn](blob:1)

[^1]: Sedan **2020**
[^2]: Ensam"""


def test_that_plain_text_keeps_the_words_and_leaves_the_marks() -> None:
    assert plain(TEXT).split("\n") == [
        "Vi växer (Sedan 2020) och läser.",
        "Ofta.",
        "- Skola",
        "  1. Lust",
        "- Vård",
        "VAD\tNÄR",
        "Bygga\t2026",
        "Karta över byn",
        "(Ensam)",
    ]


def test_that_a_tree_gives_the_same_words_as_its_text() -> None:
    assert plain(parse(TEXT)) == plain(TEXT)


def test_that_words_are_counted_without_numbers_of_items_and_dashes() -> None:
    assert words(TEXT) == 18
    assert words("Ekbacka – en kommun, 2 skolor") == 5
    assert words("") == 0
