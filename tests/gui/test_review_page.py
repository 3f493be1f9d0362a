"""What waits for a person is listed, settled by keys, undone and told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from strategidesk.desk.clock import Clock
from strategidesk.history.items import DUPLICATE
from strategidesk.model.fields import Id
from strategidesk.ui.pages.review import ReviewPage
from strategidesk.ui.pages.saying import plain
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.support import contests, reviews, windows, wordings
from tests.support.contests import A1, S1, S2, S11, U1, V1, V2, meanwhile
from tests.support.reviews import Act
from tests.support.strategies import known_id

Open = Callable[..., tuple[Window, ReviewPage]]
NOT_PROSE = {
    "line": (V1, "title", "Kafé", "Språkcafé"),
    "date": (V1, "start", "2027-02", "2027-03"),
    "choice": (V1, "status", "done", "delayed"),
    "number": (V1, "budget", 900, 1800),
    "reference": (V1, "unit", None, known_id("u11")),
}


@pytest.fixture
def opened(shell: Shell, tmp_path: Path, qtbot: QtBot) -> Open:
    def make(*acts: Act) -> tuple[Window, ReviewPage]:
        window = reviews.opened(shell, tmp_path, *acts)
        qtbot.waitActive(window)
        return window, reviews.turned(window)

    return make


def _lines(page: ReviewPage) -> list[str]:
    texts = (page.list.item(row).text() for row in range(page.list.count()))
    return list(texts)


def _alive(window: Window, id: Id) -> bool:
    return id in window.work.strategy.by_id


# each kind, by keys


@pytest.mark.parametrize("kind", ["line", "date", "choice", "number", "reference"])
@pytest.mark.parametrize("number", [1, 2])
def test_that_a_value_is_chosen(opened: Open, kind: str, number: int) -> None:
    id, field, *values = NOT_PROSE[kind]
    window, page = opened(lambda desk: meanwhile(desk, id, field, *values))
    assert len(page.session.items) == 1

    reviews.choose(window, number)
    reviews.save(window)

    assert windows.stored(window, id, field) == values[number - 1]
    assert page.session.items == []


def test_that_the_value_from_the_beginning_is_kept(opened: Open) -> None:
    window, _page = opened(contests.two_choices)
    reviews.choose(window, 0)
    reviews.save(window)
    assert windows.stored(window, V1, "status") == "not_started"


def test_that_another_value_is_given_in_the_fields_own_editor(opened: Open) -> None:
    window, page = opened(contests.two_choices)
    reviews.choose(window, 1)
    assert isinstance(window.focusWidget(), QComboBox)

    reviews.press(window, Qt.Key.Key_Up)
    reviews.save(window)

    now = windows.stored(window, V1, "status")
    assert now not in ("done", "delayed", "not_started")
    assert page.session.items == []


def test_that_a_value_that_the_field_does_not_take_is_told_and_nothing_is_decided(
    opened: Open,
) -> None:
    id, field, *values = NOT_PROSE["date"]
    window, page = opened(lambda desk: meanwhile(desk, id, field, *values))

    reviews.choose(window, 1)
    reviews.type_instead(window, "2027-19")
    reviews.save(window)

    assert "A date is a year" in page.detail.result.wrong.text()
    assert len(page.session.items) == 1


@pytest.mark.parametrize(("number", "parent"), [(1, S2), (2, None)])
def test_that_a_place_is_chosen(opened: Open, number: int, parent: Id | None) -> None:
    window, page = opened(contests.two_places)
    words = [card.card.words for card in page.detail.cards]
    assert words == ["First under ”Början”", "First under ”Områden”", "First of all"]

    reviews.choose(window, number)
    reviews.save(window)

    assert _parent(window, S11) == parent
    assert page.session.items == []


def _parent(window: Window, id: Id) -> Id | None:
    return Id(str(windows.stored(window, id, "place")).partition(" ")[2]) or None


def test_that_one_of_two_moves_in_a_circle_counts(opened: Open) -> None:
    window, page = opened(contests.two_moves_in_a_circle)

    reviews.choose(window, 1)
    reviews.save(window)

    assert (_parent(window, S1), _parent(window, S2)) in ((None, S1), (S2, None))
    assert page.session.items == []


@pytest.mark.parametrize(("number", "alive"), [(1, True), (2, False)])
def test_that_what_was_removed_but_written_in_stays_or_goes(
    opened: Open, number: int, alive: bool
) -> None:
    window, page = opened(contests.removed_but_written_in)
    assert page.detail.cards[0].text.toPlainText() == "Introduction: Bo skrev vidare."

    reviews.choose(window, number)
    reviews.save(window)

    assert _alive(window, A1) is alive
    assert A1 not in {item.entity for item in page.session.items}


def test_that_what_points_at_the_removed_gets_it_back(opened: Open) -> None:
    window, page = opened(contests.pointing_at_the_removed)
    assert not _alive(window, U1)

    reviews.choose(window, 1)
    reviews.save(window)

    assert _alive(window, U1)
    assert windows.stored(window, V2, "unit") == U1
    assert page.session.items == []


@pytest.mark.parametrize("number", [2, 3])
def test_that_what_points_at_the_removed_goes_without_it_or_stays_so(
    opened: Open, number: int
) -> None:
    window, page = opened(contests.pointing_at_the_removed)
    before = len(page.session.items)
    assert page.detail.item is not None
    settled = page.detail.item.id

    reviews.choose(window, number)
    reviews.save(window)

    assert len(page.session.items) == before - 1
    assert settled not in {item.id for item in window.work.desk.review()}
    assert not _alive(window, U1)


@pytest.mark.parametrize(("number", "left"), [(1, 1), (2, 1), (0, 2)])
def test_that_one_definition_is_kept_or_both(opened: Open, number: int, left: int) -> None:
    window, page = opened(contests.one_term_twice)
    assert [item.kind for item in page.session.items] == [DUPLICATE]
    kept = page.session.items[0].options[max(0, number - 1)].id

    reviews.choose(window, number)
    reviews.save(window)

    assert len(window.work.strategy.definitions) == left
    assert _alive(window, kept)
    assert page.session.items == []


# walking, taking all, undoing


def test_that_f8_walks_through_what_waits_and_skips_nothing(opened: Open) -> None:
    window, page = opened(contests.two_wordings, contests.two_choices, contests.one_term_twice)
    ids = [item.id for item in page.session.items]
    assert len(ids) == 3
    seen = []
    for _step in ids:
        assert page.item is not None
        seen.append(page.item.id)
        reviews.press(window, Qt.Key.Key_F8)
    assert seen == ids
    reviews.press(window, Qt.Key.Key_F8, reviews.SHIFT)
    assert page.item is not None
    assert page.item.id == ids[-1]
    assert window.work.desk.undo_label is None


def test_that_what_was_being_written_is_there_when_one_comes_back(opened: Open) -> None:
    window, _page = opened(reviews.written(wordings.NEGATED), contests.two_choices)
    reviews.choose(window, 1)
    reviews.type_instead(window, "Avgiften utreds.")

    reviews.press(window, Qt.Key.Key_F8)
    reviews.press(window, Qt.Key.Key_F8)
    reviews.save(window)

    assert windows.stored(window, S1, "body") == "Avgiften utreds."


def test_that_saving_goes_to_the_next_and_tells_what_is_done(opened: Open) -> None:
    window, page = opened(contests.two_wordings, contests.two_choices)

    reviews.choose(window, 1)
    reviews.save(window)

    assert page.item is not None
    assert page.item.entity == V1
    assert page.column.words.text() == "1 of 2 done"
    assert _lines(page)[-1].endswith("Two wordings of the same sentence")
    assert "You chose Bo's wording" in page.list.item(page.list.count() - 1).toolTip()
    assert window.focusWidget() is page.list


def test_that_what_is_done_is_hidden_when_nobody_wants_to_see_it(opened: Open) -> None:
    window, page = opened(contests.two_wordings, contests.two_choices)
    reviews.choose(window, 1)
    reviews.save(window)
    assert "Done" in _lines(page)

    page.column.hide_button.click()
    assert "Done" not in _lines(page)
    page.column.hide_button.click()
    assert "Done" in _lines(page)


@pytest.mark.parametrize(
    "act",
    [
        contests.two_wordings,
        contests.wordings_that_go_together,
        contests.two_choices,
        contests.two_places,
        contests.removed_but_written_in,
        contests.pointing_at_the_removed,
        contests.one_term_twice,
    ],
    ids=lambda act: act.__name__,
)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_that_undo_brings_the_item_back_and_goes_to_it(
    opened: Open, act: Act, elsewhere: bool
) -> None:
    window, page = opened(act)
    spots = {(item.entity, item.field) for item in page.session.items}
    assert page.item is not None
    asked = page.item.entity, page.item.field
    reviews.choose(window, 2)
    reviews.save(window)
    assert {(item.entity, item.field) for item in page.session.items} != spots
    if elsewhere:
        reviews.press(window, Qt.Key.Key_8, reviews.CTRL)

    reviews.press(window, Qt.Key.Key_Z, reviews.CTRL)

    assert window.book.key == "review"
    assert {(item.entity, item.field) for item in page.session.items} == spots
    assert page.item is not None
    assert (page.item.entity, page.item.field) == asked
    reviews.press(window, Qt.Key.Key_Y, reviews.CTRL)
    assert {(item.entity, item.field) for item in page.session.items} != spots
    assert "Done" in _lines(page)


def test_that_all_that_nobody_contradicts_is_taken_in_one_step(opened: Open) -> None:
    window, page = opened(
        contests.wordings_that_go_together, reviews.written(wordings.SPLIT), contests.two_choices
    )
    assert len(page.session.items) == 3

    page.column.take_all.click()
    reviews.follow(window)

    assert [item.entity for item in page.session.items] == [V1]
    assert not page.column.take_all.isVisible()
    reviews.press(window, Qt.Key.Key_Z, reviews.CTRL)
    assert len(page.session.items) == 3


# what is told


def _badge(window: Window) -> str:
    pages = window.navigation.list
    for row in range(pages.count()):
        if pages.item(row).text() == "Review changes":
            return str(pages.item(row).data(Qt.ItemDataRole.AccessibleTextRole) or "")
    return "no page"


def test_that_the_navigation_tells_how_much_waits(opened: Open) -> None:
    window, _page = opened(contests.two_wordings, contests.two_choices)
    assert _badge(window) == "Review changes, 2 waiting"

    reviews.choose(window, 1)
    reviews.save(window)
    assert _badge(window) == "Review changes, 1 waiting"
    reviews.choose(window, 1)
    reviews.save(window)
    assert _badge(window) == ""


def test_that_an_empty_page_says_when_it_is_not(opened: Open) -> None:
    window, page = opened()
    assert page._nothing.text().startswith("Nothing to review. When copies are put together")
    assert page._nothing.isVisible()
    assert not page.column.isVisible()
    assert window.header.sentence == "Nothing is left to review."


def test_that_the_sentence_tells_whose_copies_were_put_together(opened: Open) -> None:
    window, page = opened(contests.two_wordings)
    assert plain(page.sentence() or ()) == "1 left to review."

    window.work.memory["last_merge"] = {"names": ["Bo Ek", "Cia Al"], "at": Clock()()}
    told = plain(page.sentence() or ())
    assert told.startswith("1 left to review after the copies from Bo and Cia were put together ")
    assert "today" in told


def test_that_readers_hear_what_each_person_changed(opened: Open) -> None:
    _window, page = opened(reviews.written(wordings.ONE_FIGURE))
    base, bo, cia = page.detail.cards
    assert base.text.accessibleDescription() == "nothing is changed"
    assert bo.text.accessibleDescription() == "removed 70, added 75"
    assert cia.text.accessibleName() == "Cia"
    assert cia.button.text() == "Choose Cia's"
    assert cia.button.accessibleDescription().endswith("Alt+2")


def test_that_the_words_around_the_sentence_are_shown(opened: Open) -> None:
    _window, page = opened(reviews.written(wordings.ONE_FIGURE))
    around = page.detail._around.text()
    assert around.startswith("Bron byggs nu.")
    assert around.endswith("Sedan vilar vi.")


def test_that_a_narrow_window_has_the_list_as_a_drop_down(opened: Open) -> None:
    window, page = opened(contests.two_wordings, contests.two_choices)
    window.resize(720, 450)
    windows.settle()
    assert not page.column.isVisible()
    assert page.picker.isVisible()
    assert page.picker.count() == 2

    page.picker.setFocus()
    reviews.press(window, Qt.Key.Key_Down)
    assert page.item is not None
    assert page.item.entity == V1


def test_that_the_way_to_the_text_goes_to_the_field(opened: Open) -> None:
    window, page = opened(contests.two_wordings)
    page.detail.go.click()
    assert window.book.key == "text"
    assert windows.shown(window) == S1
