"""Generated prose: trees in and out of normal form, and texts full of marks."""

from hypothesis import strategies as st

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
)

_MARKED = st.text(alphabet="ab å1.)(-+*[]^!|\\:<>_#`&;\n\t\u00a0”§", max_size=14)
_SPELLED = st.sampled_from(
    [
        "- a",
        "1. b",
        "| a |",
        "|---|",
        "[^1]: c",
        "[^1]",
        "![d](blob:e)",
        "**",
        "](f)",
        "# g",
        "* * *",
    ]
)
_PLAIN = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=10)
_texts = st.one_of(_MARKED, _SPELLED, _PLAIN).map(Text)
labels = st.sampled_from(["1", "2", "not", "x.y"])
_urls = st.one_of(
    st.sampled_from(
        ["https://ekbacka.example/a_(b)?c=1&copy;=2", "javascript:x", "", "a b", "#d|e"]
    ),
    st.text(alphabet="ab:/()<>\\| *[]", max_size=8),
)


def _grown(children: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inlines]:
    node = st.one_of(
        _texts,
        st.builds(Strong, children),
        st.builds(Emphasis, children),
        st.builds(Link, children, _urls),
        st.builds(FootnoteMark, labels),
        st.just(LineBreak()),
    )
    return st.lists(node, max_size=4).map(tuple)


inlines: st.SearchStrategy[Inlines] = st.recursive(
    st.lists(_texts, max_size=2).map(tuple), _grown, max_leaves=8
)
_starts = st.one_of(st.none(), st.integers(-1, 12), st.just(999_999_999))
_items = st.recursive(
    st.builds(ListItem, inlines),
    lambda item: st.builds(
        ListItem,
        inlines,
        st.lists(st.builds(List, st.lists(item, max_size=3).map(tuple), _starts), max_size=2).map(
            tuple
        ),
    ),
    max_leaves=6,
)
_rows = st.lists(inlines, max_size=3).map(tuple)
_blocks = st.one_of(
    st.builds(Paragraph, inlines),
    st.builds(List, st.lists(_items, max_size=3).map(tuple), _starts),
    st.builds(Table, _rows, st.lists(_rows, max_size=3).map(tuple)),
    st.builds(Picture, _texts.map(lambda text: text.text), st.sampled_from(["a1", "0f-2.x"])),
)
proses = st.builds(
    Prose,
    st.lists(_blocks, max_size=4).map(tuple),
    st.lists(st.tuples(labels, inlines), max_size=3).map(tuple),
)
_lines = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(
                ["", "", "  ", "   ", "    ", "- ", "  - ", "1. ", "   7) ", "\t* ", "- - - "]
            ),
            st.one_of(_MARKED, _SPELLED),
        ).map("".join),
        st.sampled_from(
            ["", "|---|---|", "--|--", "[^2]: a", "| a | b | c |", "-", "![a](blob:b)"]
        ),
    ),
    max_size=8,
).map("\n".join)
texts = st.one_of(_lines, _MARKED, _PLAIN)
