"""Words that are sought in the text, and put in the place of others."""

from hypothesis import given

from strategidesk.desk.finding import replaced
from strategidesk.prose import Prose, parse, write
from strategidesk.prose.footnotes import free_labels, marked, relabelled
from tests.support.prose_texts import proses, texts


def test_that_words_are_replaced_where_they_stand_and_marks_stay() -> None:
    text = "En Kvast, **två kvastar**[^1].\n\n| kvast | a |\n| --- | --- |\n\n[^1]: Om *kvastar*."

    made, count = replaced(text, "kvast", "borste")

    assert count == 4
    assert made == (
        "En borste, **två borstear**[^1].\n\n| borste | a |\n| --- | --- |\n\n[^1]: Om *borstear*."
    )


def test_that_marks_in_the_new_words_are_letters() -> None:
    made, _count = replaced("ett ord", "ord", "**x** [a](b)")

    assert parse(made) == parse("ett \\*\\*x\\*\\* \\[a\\](b)")


@given(texts)
def test_that_a_text_without_the_words_is_given_back_as_it_is(text: str) -> None:
    assert replaced(text, "ord som inte finns", "x") == (text, 0)


@given(proses)
def test_that_other_labels_leave_the_text_as_it_was(prose: Prose) -> None:
    tree = parse(write(prose))
    used = {label for label, _text in tree.notes}
    names = dict(zip(sorted(used), free_labels(used), strict=False))
    back = {new: old for old, new in names.items()}

    other = relabelled(tree, names)

    assert set(marked(other)).isdisjoint(used)
    assert relabelled(other, back) == tree
