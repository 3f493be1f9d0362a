import pytest

from strategidesk.publish.numbers import placed

OUTLINE = [("1 Inledning", 2), ("1.1 Mål", 2), ("Delmål", 3), ("2 Mål", 4)]
OUTLINE += [("IV. Slut\u00adord", 6)]


@pytest.mark.parametrize(
    ("headings", "pages"),
    [
        (["Inledning", "Mål", "Delmål", "Mål", "Slutord"], [3, 3, 4, 5, 7]),
        (["Inledning", "Delmål", "Slutord"], [3, 4, 7]),
        (["Mål", "Mål"], [3, 5]),
        (["  Inledning\n"], [3]),
        ([], []),
    ],
)
def test_that_headings_find_their_pages_by_words_and_order(
    headings: list[str], pages: list[int]
) -> None:
    assert placed(OUTLINE, headings) == pages


@pytest.mark.parametrize(
    "headings", [["Slutord", "Inledning"], ["Ledning"], ["Mål", "Mål", "Mål"], ["Delmål", "Annat"]]
)
def test_that_no_page_is_told_where_a_heading_is_not_among_the_bookmarks(
    headings: list[str],
) -> None:
    assert placed(OUTLINE, headings) is None


def test_that_whatever_stands_before_the_words_is_a_number_where_all_are_there() -> None:
    assert placed([("Kapitel 1: Mål", 0), ("Bilaga A Slut", 3)], ["Mål", "Slut"]) == [1, 4]


def test_that_no_page_is_told_where_a_bookmark_leads_nowhere() -> None:
    assert placed([("Mål", None)], ["Mål"]) is None
