"""How texts are read."""

import subprocess
import sys

import pytest

from strategidesk.prose import (
    Emphasis,
    FootnoteMark,
    Inlines,
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


def _only(text: str) -> Inlines:
    (block,) = parse(text).blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def _item(text: str, *children: List) -> ListItem:
    return ListItem((Text(text),), children)


def test_that_importing_the_package_does_not_import_the_parser() -> None:
    code = "import sys, strategidesk.prose; sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_bold_italic_and_links_are_read_in_each_other() -> None:
    assert _only("Ekbacka **ska *alltid* [växa](https://ekbacka.example/å?a=1&b=2)**.") == (
        Text("Ekbacka "),
        Strong(
            (
                Text("ska "),
                Emphasis((Text("alltid"),)),
                Text(" "),
                Link((Text("växa"),), "https://ekbacka.example/å?a=1&b=2"),
            )
        ),
        Text("."),
    )


def test_that_bold_may_begin_with_a_quotation_mark_inside_a_word() -> None:
    assert _only("före**”citat”**efter") == (
        Text("före"),
        Strong((Text("”citat”"),)),
        Text("efter"),
    )


def test_that_a_new_line_in_a_paragraph_is_a_line_break() -> None:
    assert _only("Torget 1\nEkbacka") == (Text("Torget 1"), LineBreak(), Text("Ekbacka"))


@pytest.mark.parametrize(
    "text",
    [
        "# Rubrik",
        "> citat",
        "`kod` och ```",
        "<b>fet</b> &amp; &copy;",
        "---",
        "* * *",
        "-",
        "_inte kursiv_ och fil_namn_1",
        "<https://ekbacka.example>",
        "[ekbacka]: https://ekbacka.example",
        "[ord](adress 'titel')",
        "[ord](javascript:fel)",
        "[](https://ekbacka.example)",
        "Bilden ![karta](blob:1) i text",
        "Märket [^9] utan not",
        "5 * 3 * 2 och en * ensam",
        "**öppnat",
        "C:\\mapp\\fil",
        "14) är inget",
    ],
)
def test_that_marks_outside_the_subset_are_plain_text(text: str) -> None:
    if text == "14) är inget":
        text = f"år\n{text}"
    words = "".join(node.text if isinstance(node, Text) else "\n" for node in _only(text))
    assert words == text
    assert parse(write(parse(text))) == parse(text)


def test_that_a_backslash_takes_the_meaning_from_a_mark() -> None:
    assert _only(r"\*inte\* \[länk\](a) \- \\") == (Text("*inte* [länk](a) - \\"),)


def test_that_lists_have_two_levels_kinds_and_numbers() -> None:
    text = "- vård\n  1. hälsa\n  2. tand\n- skola\n\n3. tre\n4. fyra"
    assert parse(text).blocks == (
        List((_item("vård", List((_item("hälsa"), _item("tand")), 1)), _item("skola"))),
        List((_item("tre"), _item("fyra")), 3),
    )


def test_that_deeper_items_stand_in_the_second_level_in_order() -> None:
    text = "- a\n  - b\n    - c\n      - d\n  - e"
    assert parse(text).blocks == (List((_item("a", List(tuple(_item(name) for name in "bcde"))),)),)


def test_that_numbered_items_below_the_second_level_keep_their_numbers() -> None:
    text = "- a\n  - b\n    1. c\n    2. d\n  - e"
    (whole,) = parse(text).blocks
    assert isinstance(whole, List)
    assert whole.items[0].children == (
        List((_item("b"),)),
        List((_item("c"), _item("d")), 1),
        List((_item("e"),)),
    )


def test_that_paragraphs_of_an_item_are_lines_where_they_stood() -> None:
    text = "- a\n\n  b\n  - c\n\n  d"
    (whole,) = parse(text).blocks
    assert isinstance(whole, List)
    (item,) = whole.items
    assert item.inlines == (Text("a"), LineBreak(), Text("b"))
    assert item.children[0].items[0].inlines == (Text("c"), LineBreak(), Text("d"))


def test_that_two_lists_of_one_kind_after_each_other_stay_two() -> None:
    lists = (List((_item("a"),)), List((_item("b"),)))
    assert parse(write(Prose(lists))).blocks == lists


def test_that_a_table_has_a_header_and_rows_of_its_width() -> None:
    text = "| VAD | VEM |\n| --- | :-: |\n| a \\| b | **c** |\n| d |\n| e | f | g |"
    assert parse(text).blocks == (
        Table(
            ((Text("VAD"),), (Text("VEM"),)),
            (
                ((Text("a | b"),), (Strong((Text("c"),)),)),
                ((Text("d"),), ()),
                ((Text("e"),), (Text("f | g"),)),
            ),
        ),
    )


def test_that_a_picture_alone_on_a_line_is_a_block() -> None:
    assert parse("Före\n![Karta \\[norr\\]](blob:0a1b)\nEfter").blocks == (
        Paragraph((Text("Före"),)),
        Picture("Karta [norr]", "0a1b"),
        Paragraph((Text("Efter"),)),
    )


def test_that_footnote_lines_below_each_other_are_notes_of_their_own() -> None:
    prose = parse("Ett[^1] och två[^b].\n\n[^1]: Första\n[^b]: *Andra*\n[^3]: Utan märke")
    assert prose.blocks == (
        Paragraph((Text("Ett"), FootnoteMark("1"), Text(" och två"), FootnoteMark("b"), Text("."))),
    )
    assert prose.notes == (
        ("1", (Text("Första"),)),
        ("b", (Emphasis((Text("Andra"),)),)),
        ("3", (Text("Utan märke"),)),
    )


def test_that_two_notes_of_one_label_become_lines_of_one() -> None:
    notes = parse("[^1]: din\n[^2]: vår\n[^1]: min").notes
    assert notes == (("1", (Text("din"), LineBreak(), Text("min"))), ("2", (Text("vår"),)))


@pytest.mark.parametrize("mark", ["[", "*a ", "**a*", "[a](", "- ", "> ", "![", "\\", "|", "[^1]"])
def test_that_endless_marks_are_read_without_an_error(mark: str) -> None:
    text = mark * 5_000
    assert parse(write(parse(text))) == parse(text)


def test_that_very_deep_nesting_keeps_every_word() -> None:
    text = "\n".join("  " * depth + f"- punkt{depth}" for depth in range(60))
    written = write(parse(text))
    assert all(f"punkt{depth}" in written for depth in range(60))


def test_that_the_inner_of_two_links_is_the_link() -> None:
    assert _only("[a [b](c) d](e)") == (
        Text("[a "),
        Link((Text("b"),), "c"),
        Text(" d](e)"),
    )


def test_that_a_small_text_does_not_become_a_huge_table() -> None:
    text = "|a" * 200 + "\n" + "|-" * 200 + "\n" + "|\n" * 2_000
    blocks = parse(text).blocks
    cells = sum(len(row) for block in blocks if isinstance(block, Table) for row in block.rows)
    assert cells < len(text) * 5
