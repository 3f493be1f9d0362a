"""What is told over the pages: what matters most stays, and goes when it is done."""

from collections.abc import Iterator

import pytest

from strategidesk.desk.commands import SetFields
from strategidesk.ui.frame import key_question
from strategidesk.ui.frame.banner import DANGER, INFO, SAVING, Act, Banner
from strategidesk.ui.window import Window
from tests.support import windows


@pytest.fixture
def disk(window: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A disk that is full until this is undone."""
    from strategidesk.store.troubles import FULL, Unreachable

    def full(*_given: object) -> None:
        raise Unreachable(FULL, path=window.path)

    with monkeypatch.context() as patch:
        patch.setattr(window.work.desk, "run", full)
        patch.setattr(window.work.desk, "keep_draft", full)
        yield patch


def fail_to_save(window: Window) -> str:
    """Write what the disk does not take; returns what is told then."""
    section = window.work.strategy.sections[0]
    windows.write(windows.row(window, section.id, "heading"), "Får inte plats")
    assert not windows.commit(window)
    assert window.banner.kind == DANGER
    return window.banner.text


def test_that_a_full_disk_is_told_until_saving_works_again(
    window: Window, disk: pytest.MonkeyPatch
) -> None:
    other = window.work.strategy.sections[1]
    fail_to_save(window)
    disk.undo()
    window.work.run(SetFields(other.id, {"status": "in_progress"}))

    assert not window.banner.text
    assert window.status.state.startswith("Everything is saved")
    first = window.work.strategy.sections[0]
    assert first.heading == "Får inte plats"


def test_that_neither_undo_nor_another_message_hides_that_the_disk_is_full(
    window: Window, disk: pytest.MonkeyPatch
) -> None:
    told = fail_to_save(window)
    disk.setattr(window.work, "turn", lambda _redo: True)
    window.undo()
    window.redo()
    key_question.ask(window.shell, window)
    window.book.removed.emit("Avsnittet ligger i papperskorgen.")

    assert window.banner.text == told
    window.banner.dismiss()
    assert window.banner.text == "Avsnittet ligger i papperskorgen."


def test_that_undo_takes_away_only_what_told_of_the_removal(window: Window) -> None:
    window.turn_to("text")
    window.page.remove()
    assert "wastebasket" in window.banner.text
    window.undo()
    after_undo = window.banner.text

    window.redo()
    window.banner.tell(INFO, "Strategin är exporterad.")
    window.undo()
    assert (after_undo, window.banner.text) == ("", "Strategin är exporterad.")


def test_that_the_undo_of_a_removal_never_undoes_what_was_done_later(window: Window) -> None:
    window.turn_to("text")
    section = window.work.strategy.sections[1]
    window.page.remove()
    removal = window.banner.text
    window.work.run(SetFields(section.id, {"status": "in_progress"}))

    assert removal
    assert window.banner.text != removal


def test_that_what_waits_comes_forward_with_its_own_buttons(window: Window) -> None:
    banner: Banner = window.banner
    banner.tell(DANGER, "Disken är full.", Act("Försök igen", lambda: None), about=SAVING)
    banner.tell(INFO, "Avsnittet är borttaget.", Act("Ångra", lambda: None))
    (again,) = banner.acts
    assert again.property("text") == "Försök igen"
    again.click()  # type: ignore[attr-defined]

    (undo,) = banner.acts
    assert (banner.kind, undo.property("text")) == (INFO, "Ångra")
    banner.settle(SAVING)
    assert banner.text == "Avsnittet är borttaget."


def test_that_a_message_is_announced_once(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = windows.alerts(monkeypatch)
    window.banner.tell(INFO, "Strategin är exporterad.")
    windows.settle()
    window.redress()
    window.turn_to("plan")

    assert heard == [window.banner]
    window.banner.tell(DANGER, "Disken är full.", about=SAVING)
    assert heard == [window.banner] * 2
    window.banner.tell(INFO, "Det här väntar bakom.")
    assert heard == [window.banner] * 2
    window.banner.settle(SAVING)
    assert heard == [window.banner] * 3


def test_that_what_cannot_be_saved_is_announced_once_however_often_it_fails(
    window: Window, disk: pytest.MonkeyPatch
) -> None:
    heard = windows.alerts(disk)
    fail_to_save(window)
    for _ in range(3):
        assert not windows.commit(window)

    assert heard == [window.banner]
