"""Every way in which two people contradict each other in a text is settled by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategidesk.history.view import MERGED
from strategidesk.ui.pages.review import ReviewPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import reviews, windows, wordings
from tests.support.contests import S1
from tests.support.wordings import Wordings

Open = Callable[[Wordings], tuple[Window, ReviewPage]]


@pytest.fixture
def opened(shell: Shell, tmp_path: Path, qtbot: QtBot) -> Open:
    def make(given: Wordings) -> tuple[Window, ReviewPage]:
        window = reviews.opened(shell, tmp_path, reviews.written(given))
        qtbot.waitActive(window)
        return window, reviews.turned(window)

    return make


def _body(window: Window) -> str:
    return str(windows.stored(window, S1, "body"))


@pytest.mark.parametrize(
    ("given", "number", "text"),
    [
        (wordings.ONE_FIGURE, 1, wordings.ONE_FIGURE.bo),
        (wordings.ONE_FIGURE, 2, wordings.ONE_FIGURE.cia),
        (wordings.ONE_FIGURE, 0, wordings.ONE_FIGURE.base),
        (wordings.TWO_PARTS, 2, wordings.TWO_PARTS.cia),
        (wordings.NEGATED, 1, "Avgiften ska inte höjas."),
        (wordings.NEGATED, 0, "Avgiften ska höjas."),
        (wordings.NEIGHBOURS, 1, wordings.NEIGHBOURS.bo),
        (wordings.MOVED, 1, wordings.MOVED.bo),
        (wordings.MOVED, 2, wordings.MOVED.cia),
        (wordings.DELETED, 1, wordings.DELETED.bo),
        (wordings.DELETED, 2, wordings.DELETED.cia),
        (wordings.BOTH_INSERT, 1, wordings.BOTH_INSERT.bo),
        (wordings.BOTH_INSERT, 0, wordings.BOTH_INSERT.base),
        (wordings.BOTH_REWRITE, 2, wordings.BOTH_REWRITE.cia),
        (wordings.EVERYWHERE, 1, wordings.EVERYWHERE.bo),
        (
            wordings.EVERYWHERE,
            2,
            "Staben skriver. Staben läser.\n\nEnheten svarar inom en vecka. Andra väntar.",
        ),
    ],
)
def test_that_a_wording_is_chosen_and_saved_by_keys(
    opened: Open, given: Wordings, number: int, text: str
) -> None:
    window, page = opened(given)
    assert len(page.session.items) == 1
    shown = _body(window)

    reviews.choose(window, number)
    assert _body(window) == shown
    reviews.save(window)

    assert _body(window) == text
    assert page.session.items == []
    assert window.work.desk.review() == []


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            wordings.OTHER_PARAGRAPHS,
            "Vi går gärna till fots.\n\nVi cyklar ibland.\n\nVi åker aldrig bil.",
        ),
        (wordings.SPLIT, "Barnen leker.\n\nDe unga tränar. De äldre vilar."),
    ],
)
def test_that_what_could_be_put_together_is_read_through_and_saved(
    opened: Open, given: Wordings, text: str
) -> None:
    window, page = opened(given)
    assert [item.kind for item in page.session.items] == [MERGED]

    reviews.save(window)

    assert _body(window) == text
    assert page.session.items == []


def test_that_what_both_have_inserted_asks_nobody(opened: Open) -> None:
    window, page = opened(wordings.SAME_INSERTED)
    assert page.session.items == []
    assert _body(window) == wordings.SAME_INSERTED.bo


def test_that_the_best_of_both_is_written_together(opened: Open) -> None:
    window, _page = opened(wordings.TWO_PARTS)

    reviews.choose(window, 1)
    reviews.type_instead(window, "Torget ska vara tomt.")
    reviews.save(window)

    assert _body(window) == "Torget ska vara tomt."


def test_that_a_sentence_that_is_written_stands_between_its_neighbours(opened: Open) -> None:
    window, _page = opened(wordings.ONE_FIGURE)

    reviews.choose(window, 2)
    reviews.type_instead(window, "Andelen blir 77 procent.")
    reviews.save(window)

    assert _body(window) == "Bron byggs nu. Andelen blir 77 procent. Sedan vilar vi."


def test_that_nothing_is_decided_before_something_is_chosen(opened: Open) -> None:
    window, page = opened(wordings.NEGATED)
    shown = _body(window)

    reviews.save(window)

    assert _body(window) == shown
    assert len(page.session.items) == 1
    assert window.status.hinted == "Choose a wording or write one first."


def test_that_several_places_of_a_text_are_gone_through_one_after_another(opened: Open) -> None:
    base = "Ett hus. En väg.\n\nEn sjö. Ett torn."
    bo = "Ett rött hus. En väg.\n\nEn sjö. Ett högt torn."
    cia = "Ett blått hus. En väg.\n\nEn sjö. Ett lågt torn."
    window, page = opened(Wordings(base, bo, cia))

    reviews.choose(window, 1)
    reviews.save(window)
    assert len(page.session.items) == 1
    reviews.choose(window, 2)
    reviews.save(window)

    assert _body(window) == "Ett rött hus. En väg.\n\nEn sjö. Ett lågt torn."


def test_that_a_text_with_footnotes_is_settled_whole(opened: Open) -> None:
    note = "\n\n[^1]: Enligt lagen."
    texts = (f"Det {word} ske.[^1]{note}" for word in ("bör", "ska", "får"))
    given = Wordings(*texts)
    window, _page = opened(given)

    reviews.choose(window, 2)
    reviews.save(window)

    assert _body(window) == given.cia
