"""Copies that are put together in the window: how they come, and what is told of each."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from strategidesk.desk import files
from strategidesk.desk.commands import Create, Delete, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import Job
from strategidesk.desk.merging import Merged, merging
from strategidesk.desk.reviewing import KEEP, Resolve
from strategidesk.ui import asking
from strategidesk.ui.copies import merging as ui_merging
from strategidesk.ui.frame import tasks
from strategidesk.ui.pages.history import HistoryPage
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.text.outline_model import WAITING
from strategidesk.ui.window import Window
from tests.support import windows
from tests.support.copies import copy_of, untouched, write_in
from tests.support.dropping import drop

KARIN, MIKAEL = "Karin Påhittad", "Mikael Exempel"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inkommet"
    folder.mkdir()
    return folder


def heading(window: Window, number: int, text: str) -> SetFields:
    return SetFields(window.work.strategy.sections[number].id, {"heading": text})


def body(window: Window, number: int, text: str) -> SetFields:
    return SetFields(window.work.strategy.sections[number].id, {"body": text})


def merge(window: Window, *copies: Path) -> str:
    """Merge by what a hand does; returns what is told."""
    drop(window, *copies)
    windows.wait_for_job(window.merging)
    return window.banner.text


def acts(window: Window) -> list[str]:
    return [one.text() for one in window.banner.acts if isinstance(one, QPushButton)]


def press(window: Window, words: str) -> None:
    (act,) = [o for o in window.banner.acts if isinstance(o, QPushButton) and o.text() == words]
    QTest.keyClick(act, Qt.Key.Key_Space)


def people(page: HistoryPage) -> list[str]:
    """Who made the changes that are listed."""
    return [trace.author for line in page.model.lines for trace in line.traces]


def test_that_dropped_copies_are_put_in_and_told_by_whom(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Nytt av Karin"))
    mikael = copy_of(window.path, inbox / "m.strategi", MIKAEL, heading(window, 1, "Nytt av M"))

    with untouched(inbox):
        told = merge(window, karin, mikael)

    assert told == "2 changes from Karin and Mikael have been put in. Nothing needs to be reviewed."
    assert window.banner.kind == "ok"
    assert window.work.strategy.sections[0].heading == "Nytt av Karin"
    assert window.status.state.startswith("Everything is saved")
    assert [one.path for one in window.shell.windows] == [window.path]


def test_that_what_must_be_reviewed_is_counted(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    window.work.run(heading(window, 0, "Min"))

    told = merge(window, karin)

    assert told == "1 change from Karin has been put in. 1 needs to be reviewed."
    assert window.banner.kind == "info"


def test_that_what_is_being_typed_is_saved_before_a_merge(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    section = window.work.strategy.sections[0]
    windows.write(windows.row(window, section.id, "heading"), "Halvskrivet")

    told = merge(window, karin)

    assert told.endswith("1 needs to be reviewed.")
    with Desk.open(window.path) as desk:
        texts = {str(option.value) for item in desk.review() for option in item.options}
    assert texts == {"Karins", "Halvskrivet"}


def test_that_what_cannot_be_saved_stops_the_merge(
    window: Window, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    monkeypatch.setattr(window.saving, "commit", lambda: False)

    assert merge(window, karin) == ""
    assert window.work.strategy.sections[0].heading != "Karins"


def test_that_review_now_turns_to_what_waits(window: Window, inbox: Path, qtbot: QtBot) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    window.work.run(heading(window, 0, "Min"))
    merge(window, karin)
    assert acts(window) == ["Review now", "Show what is new"]

    press(window, "Review now")

    assert window.book.key == "review"
    qtbot.waitUntil(lambda: "Karin" in window.header.sentence)


def test_that_the_outline_shows_where_something_waits_beside_who_answers_for_it(
    window: Window, inbox: Path, qtbot: QtBot
) -> None:
    window.turn_to("text")
    page = window.page
    assert isinstance(page, TextPage)
    sections = window.work.strategy.sections
    owned = next(n for n, one in enumerate(sections) if one.owner and one.body)
    model = page.outline.model
    line = model.index_of(sections[owned].id)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert not line.data(WAITING)
    said = line.data(spoken)
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, body(window, owned, "Karins."))
    window.work.run(body(window, owned, "Mina."))

    merge(window, karin)

    line = model.index_of(sections[owned].id)
    assert line.data(WAITING)
    assert line.data(spoken) == f"{said}, waits to be reviewed"
    window.go_to(sections[owned].id)
    view = windows.section(window)
    assert view.edit.text() in ("Karins.", "Mina.")
    assert "You can write all the same" in view.other.text()
    (item,) = window.work.desk.review()
    window.work.run(Resolve(item, KEEP))
    qtbot.waitUntil(lambda: not model.index_of(sections[owned].id).data(WAITING))


def test_that_the_outline_shows_what_waits_because_of_another_thing(
    window: Window, inbox: Path, qtbot: QtBot
) -> None:
    window.turn_to("text")
    page = window.page
    assert isinstance(page, TextPage)
    sections = window.work.strategy.sections
    gone = sections[-1]
    values = {"heading": "Under den borttagna"}
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, Create("section", values, gone.id))
    window.work.run(Delete((gone.id,)))

    merge(window, karin)

    (new,) = [one for one in window.work.strategy.sections if one.heading == values["heading"]]
    qtbot.waitUntil(lambda: bool(page.outline.model.index_of(new.id).data(WAITING)))


def test_that_what_is_new_is_shown_in_the_history(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    merge(window, karin)
    window.work.run(heading(window, 1, "Mitt, efteråt"))

    press(window, "Show what is new")

    page = window.page
    assert isinstance(page, HistoryPage)
    assert page.filters.since.currentText() == "From the copies"
    assert people(page) == [KARIN]


def test_that_what_a_merge_brought_has_come_since_the_file_was_opened_last(
    shell: Shell, sample: Path, inbox: Path
) -> None:
    first = windows.opened_from(shell, sample)
    karin = copy_of(sample, inbox / "k.strategi", KARIN, heading(first, 0, "Karins"))
    first.close()
    window = windows.opened_from(shell, sample)
    merge(window, karin)
    window.turn_to("history")
    page = window.page
    assert isinstance(page, HistoryPage)

    page.filters.since.setCurrentIndex(page.filters.since.findText("Since I last opened"))
    page.filters.since.activated.emit(page.filters.since.currentIndex())

    assert people(page) == [KARIN]


def test_that_the_banner_says_how_to_get_back(window: Window, inbox: Path) -> None:
    window.work.run(heading(window, 1, "Skrivet i dag"))
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    before = files.dump_file(window.path)

    merge(window, karin)

    assert "cannot be undone with Ctrl+Z" in window.banner.detail
    assert "File > Backups, today" in window.banner.detail
    from strategidesk.store.backups import listed

    assert files.dump_file(listed(window.path)[0].path) == before


def test_that_a_merge_is_remembered_for_the_review(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    before = window.clock()

    merge(window, karin)

    last = window.work.memory["last_merge"]
    assert last["names"] == [KARIN]
    assert before < last["at"] <= window.clock()


def test_that_a_copy_with_nothing_new_is_named_by_whose_it_is(window: Window, inbox: Path) -> None:
    member = next(one.name for one in window.work.strategy.members if one.name)
    karin = copy_of(window.path, inbox / f"Ekbacka, {member}.strategi", KARIN)
    other = copy_of(window.path, inbox / "ekbacka (2).strategi", KARIN)

    told = merge(window, karin)
    assert told == f"The copy from {member} holds nothing new. It is the same as yours."
    window.work.run(heading(window, 0, "Mitt"))
    told = merge(window, other)

    assert told == "The copy ”ekbacka (2)” holds nothing new. All that is in it was here before."
    assert (window.banner.kind, acts(window)) == ("info", [])
    assert "last_merge" not in window.work.memory


def test_that_a_copy_of_another_strategy_is_refused_and_opened_if_wanted(
    window: Window, inbox: Path
) -> None:
    other = inbox / "bibliotek.strategi"
    files.new(other, KARIN, title="Biblioteksplan 2012–2014")

    told = merge(window, other)

    assert told == (
        "The copy belongs to another strategy, ”Biblioteksplan 2012–2014”. Nothing has been merged."
    )
    press(window, "Open in a window of its own")
    assert windows.opened(window.shell).path == other


def test_that_one_bad_copy_is_named_and_the_others_are_put_in(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    bad = inbox / "trasig.strategi"
    bad.write_text("Hej!")

    told = merge(window, bad, karin)

    assert told.startswith("1 change from Karin has been put in.")
    assert "trasig.strategi is not a strategy file." in window.banner.detail
    assert window.banner.kind == "warn"
    assert "trasig.strategi is not a strategy file." in window.events.all[0].text


def test_that_many_bad_copies_are_counted(window: Window, inbox: Path) -> None:
    bad = [inbox / f"{number}.strategi" for number in range(6)]
    for one in bad:
        one.write_text("Hej!")

    told = merge(window, *bad)

    assert told == f"{bad[0]} is not a strategy file."
    assert window.banner.detail.endswith("2 more copies were left out.")


def test_that_a_copy_open_elsewhere_is_put_in_as_far_as_it_is_saved(
    window: Window, inbox: Path
) -> None:
    path = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    with Desk.open(path, KARIN):
        merge(window, path)

    assert "The copy ”k” is open at Karin Påhittad." in window.banner.detail
    assert window.work.strategy.sections[0].heading == "Karins"


def test_that_the_open_file_itself_is_refused(window: Window) -> None:
    assert "is the strategy that is open" in merge(window, window.path)
    assert window.banner.kind == "warn"


def test_that_copies_are_chosen_from_the_menu(
    window: Window, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    monkeypatch.setattr(asking, "copies_to_merge", lambda *_given: [karin])
    offers = {offer.key: offer for offer in window.menus.offers()}
    assert offers["merge_copies"].menu.key == "file"

    window.menus.do("merge_copies")
    windows.wait_for_job(window.merging)

    assert window.work.strategy.sections[0].heading == "Karins"


def test_that_nothing_is_merged_into_a_strategy_opened_for_reading(
    shell: Shell, sample: Path
) -> None:
    windows.open_file(shell, sample, reading=True)

    assert "merge_copies" not in {offer.key for offer in shell.windows[0].menus.offers()}


class Slow:
    """A merge that goes on after each step until it is let."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __call__(self, *given: Any) -> Job[Merged]:
        job = merging(*given)
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                merged: Merged = end.value
                return merged
            try:
                yield progress
                while not self.go_on.wait(0.001):
                    yield progress
            finally:
                if not self.go_on.is_set():
                    job.close()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(ui_merging, "merging", made)
    monkeypatch.setattr(tasks, "LAG", 0)
    monkeypatch.setattr(tasks, "PATIENCE", 0)
    yield made
    made.go_on.set()


@pytest.mark.usefixtures("slow")
def test_that_a_merge_tells_which_copy_it_reads_and_is_stopped(
    window: Window, inbox: Path, qtbot: QtBot
) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    before = window.path.read_bytes()

    window.merging.begin([karin])
    qtbot.waitUntil(lambda: window.status._cancel.isVisible())
    assert window.status._doing.text() == "Reading copy 1 of 1: k.strategi"
    QTest.keyClick(window.status._cancel, Qt.Key.Key_Space)
    windows.wait_for_job(window.merging)

    assert window.banner.text == "The merging was stopped. Nothing has changed."
    assert window.path.read_bytes() == before


def test_that_writing_goes_on_during_a_merge(window: Window, inbox: Path, slow: Slow) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    window.merging.begin([karin])
    section = window.work.strategy.sections[1]

    windows.write(windows.row(window, section.id, "heading"), "Skrivet under tiden")
    window.save()
    window.merging.begin([karin])
    assert window.banner.text.startswith("Something else is being done.")
    slow.go_on.set()
    windows.wait_for_job(window.merging)

    headings = [one.heading for one in window.work.strategy.sections[:2]]
    assert headings == ["Karins", "Skrivet under tiden"]


@pytest.mark.usefixtures("slow")
def test_that_closing_stops_a_merge(window: Window, inbox: Path) -> None:
    karin = copy_of(window.path, inbox / "k.strategi", KARIN, heading(window, 0, "Karins"))
    window.merging.begin([karin])

    assert window.close()

    assert "Karins" not in files.dump_file(karin.parent.parent / "ekbacka.strategi").decode()
    windows.settle()


def test_that_a_copy_open_in_a_window_of_ones_own_is_saved_first(
    window: Window, inbox: Path
) -> None:
    path = copy_of(window.path, inbox / "k.strategi", KARIN)
    other = windows.opened_from(window.shell, path)
    section = other.work.strategy.sections[0]
    windows.write(windows.row(other, section.id, "heading"), "Skrivet i kopian")

    merge(window, path)

    assert window.work.strategy.sections[0].heading == "Skrivet i kopian"


def test_that_names_are_whole_where_two_share_a_first_name(window: Window, inbox: Path) -> None:
    copies = []
    for number, name in enumerate(("Karin Ett", "Karin Två", "Bo", "Cia", "Dan")):
        path = inbox / f"{number}.strategi"
        copies.append(copy_of(window.path, path, name, heading(window, number, name)))
        write_in(path, name, heading(window, number, f"{name} {number}"))

    told = merge(window, *copies[:2])
    assert "from Karin Ett and Karin Två have" in told
    told = merge(window, *copies)

    assert told.startswith("6 changes from Bo, Cia and Dan have")
