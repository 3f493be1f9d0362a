"""How trees are written."""

import pytest

from strategidesk.prose import (
    FootnoteMark,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Picture,
    Prose,
    Strong,
    Table,
    Text,
    parse,
    write,
)

CANONICAL = """\
Ekbacka kommun ska **växa** och *må bra*.[^1] Läs [planen](https://ekbacka.example/plan_(ny)).

- Skola
  - Läslust
  - Räknelust
- Vård
  1. Nära
  2. Tidig

3. Tredje
4. Fjärde

| VAD | NÄR |
| --- | --- |
| Rusta \\| bygga | 2026 |
|  | 2027 |

![Karta över Ekbacka](blob:0a1b)

Torget 1
Ekbacka [sic] kostar 5 * 3 kronor, se C:\\plan och <b>.

[^1]: Enligt *översiktsplanen*.
[^2]: Utan märke."""


def test_that_a_canonical_text_is_written_as_it_was() -> None:
    assert write(parse(CANONICAL)) == CANONICAL


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. Inledning", r"1\. Inledning"),
        ("- streck", r"\- streck"),
        ("*stjärna*", r"\*stjärna\*"),
        ("[a](b)", r"[a\](b)"),
        ("[^x]: kolon", r"[^x]\: kolon"),
        ("1.5 är ett tal", "1.5 är ett tal"),
        ("# nummer", "# nummer"),
        ("2026-03-01", "2026-03-01"),
    ],
)
def test_that_only_what_would_be_read_differently_is_escaped(text: str, written: str) -> None:
    assert write(Prose((Paragraph((Text(text),)),))) == written


def test_that_a_row_of_dashes_below_bars_is_not_a_table() -> None:
    prose = Prose((Paragraph((Text("a | b"), LineBreak(), Text("--- | ---"))),))
    assert write(prose) == "a | b\n\\--- | ---"
    assert parse(write(prose)) == prose


def test_that_blanks_move_out_of_bold_and_ends() -> None:
    prose = Prose((Paragraph((Text("  a"), Strong((Text(" b "),)), Text("c\u00a0"))),))
    assert write(prose) == "a **b** c"


def test_that_an_address_with_blanks_is_kept_and_an_unsafe_one_is_text() -> None:
    links = (Link((Text("a"),), "en fil.pdf"), Text(" "), Link((Text("b"),), "java\tscript:c"))
    assert write(Prose((Paragraph(links),))) == "[a](<en fil.pdf>) b (java script:c)"


def test_that_empty_things_are_left_out() -> None:
    blocks = (Paragraph((Text(" "),)), List((ListItem(()),)), Table((), ()), Paragraph(()))
    assert write(Prose(blocks)) == ""


def test_that_a_mark_without_its_note_is_written_as_it_reads() -> None:
    assert write(Prose((Paragraph((Text("a"), FootnoteMark("7"))),))) == "a[^7]"


def test_that_a_picture_keeps_brackets_in_its_text() -> None:
    prose = Prose((Picture("Karta [norr]", "0a"),))
    assert parse(write(prose)) == prose


def test_that_an_exclamation_mark_before_a_link_does_not_make_a_picture() -> None:
    prose = Prose((Paragraph((Text("Hej!"), Link((Text("a"),), "b"))),))
    assert write(prose) == r"Hej\![a](b)"
    assert parse(write(prose)) == prose


def test_that_text_like_the_mark_of_a_note_stays_text() -> None:
    prose = Prose((Paragraph((Text("se [^1]"),)),), (("1", (Text("not"),)),))
    assert write(prose) == "se \\[^1]\n\n[^1]: not"
    assert parse(write(prose)) == prose


def test_that_bold_words_parted_by_a_plain_blank_stay_two() -> None:
    bold = (Strong((Text("a"),)), Text(" "), Strong((Text("b"),)))
    assert write(Prose((Paragraph(bold),))) == "**a** **b**"
