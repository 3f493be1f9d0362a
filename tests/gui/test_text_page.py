"""The page where the text is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk.desk.commands import Create, Move, SetFields
from strategidesk.model.dialogue import Comment
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.shell import Shell
from strategidesk.ui.text.doing import ONE, WHOLE
from strategidesk.ui.text.outline_model import FINDINGS
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows

KEY = Qt.Key
PATIENCE = 60_000  # milliseconds, for a machine that does much else
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: Window) -> TextPage:
    window.resize(1440, 900)
    window.turn_to("text")
    assert isinstance(window.page, TextPage)
    return window.page


def sections(page: TextPage) -> tuple[Section, ...]:
    return page.work.strategy.sections


def shown(page: TextPage) -> list[str]:
    """The headings that the outline shows."""
    view, model = page.outline.view, page.outline.model

    def under(parent: object) -> list[str]:
        found = []
        for row in range(model.rowCount(parent)):  # type: ignore[arg-type]
            index = model.index(row, 0, parent)  # type: ignore[arg-type]
            if not view.isRowHidden(row, parent):  # type: ignore[arg-type]
                found += [str(index.data()), *under(index)]
        return found

    from PySide6.QtCore import QModelIndex

    return under(QModelIndex())


def made_whole(page: TextPage, qtbot: QtBot) -> None:
    page.set_mode(WHOLE)
    qtbot.waitUntil(lambda: len(page.sheet.views()) == len(sections(page)), timeout=PATIENCE)


def test_that_typing_in_a_section_is_one_step_when_it_is_left(
    window: Window, page: TextPage
) -> None:
    one, other = sections(page)[:2]
    page.show_thing(one.id)
    view = windows.section(window)
    view.edit.setFocus()
    view.edit.moveCursor(view.edit.textCursor().MoveOperation.Start)
    QTest.keyClicks(view.edit, "Nytt. ")
    page.show_thing(other.id)

    assert windows.stored(window, one.id, "body").startswith("Nytt. ")
    assert window.work.desk.undo_label is not None
    window.undo()
    assert windows.stored(window, one.id, "body") == one.body
    assert windows.section(window).section == one.id


def test_that_opening_every_section_changes_nothing(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    heard: list[object] = []
    window.work.changed.connect(heard.append)
    for section in sections(page):
        page.show_thing(section.id)
    made_whole(page, qtbot)
    page.commit()
    page.set_mode(ONE)

    assert heard == []


def in_order(page: TextPage) -> bool:
    """Whether the sections stand under each other as in the document."""
    views = sorted(page.sheet.views(), key=lambda view: view.mapTo(page, QPoint(0, 0)).y())
    return [view.section for view in views] == [section.id for section in sections(page)]


def test_that_the_whole_text_stands_in_the_documents_order(page: TextPage, qtbot: QtBot) -> None:
    made_whole(page, qtbot)
    qtbot.waitUntil(lambda: in_order(page), timeout=PATIENCE)


def test_that_the_whole_text_follows_what_is_moved_added_and_removed(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    made_whole(page, qtbot)
    first, second = [one for one in sections(page) if " " not in one.place][:2]
    window.work.run(Move(second.id, None, None))
    window.work.run(Create("section", {"heading": "Ny"}))
    qtbot.waitUntil(lambda: len(page.sheet.views()) == len(sections(page)), timeout=PATIENCE)
    page.show_thing(first.id)
    page.remove()
    qtbot.waitUntil(lambda: in_order(page), timeout=PATIENCE)


def test_that_a_section_deep_in_the_whole_text_is_scrolled_to(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    window.show()
    made_whole(page, qtbot)
    last = sections(page)[-4]
    page.show_thing(last.id)
    view = page.sheet.view_of(last.id)

    assert view is not None
    qtbot.waitUntil(lambda: 0 <= view.mapTo(page.sheet, QPoint(0, 0)).y() < page.sheet.height())
    assert page.outline.section == last.id


def test_that_the_outline_is_sifted_by_words_and_by_state(window: Window, page: TextPage) -> None:
    section = sections(page)[3]
    page.outline.filter.setText(section.heading)
    assert section.heading in shown(page)
    assert len(shown(page)) < len(sections(page))

    page.outline.filter.clear()
    window.work.run(SetFields(section.id, {"status": "in_progress"}))
    page.outline.only.click()
    assert section.heading in shown(page)
    assert len(shown(page)) < len(sections(page))

    hidden = next(one for one in sections(page) if one.heading not in shown(page))
    page.show_thing(hidden.id)
    assert len(shown(page)) == len(sections(page))


def test_that_the_state_is_chosen_over_the_text(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    page.show_thing(section.id)
    button = windows.section(window).status.editor.inner
    menu = button.menu()  # type: ignore[attr-defined]
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if one.text() == "In progress")
    action.trigger()

    assert windows.stored(window, section.id, "status") == "in_progress"
    assert button.text() == "In progress"  # type: ignore[attr-defined]
    window.undo()
    assert windows.stored(window, section.id, "status") == section.status


def test_that_a_section_of_another_says_so_quietly(window: Window, page: TextPage) -> None:
    member = windows.first(window, "member")
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"owner": member.id}))
    page.show_thing(section.id)

    said = windows.section(window).other
    assert not said.isHidden()
    assert member.name in said.text()  # type: ignore[attr-defined]
    window.work.run(SetFields(section.id, {"owner": None}))
    assert said.isHidden()


def test_that_content_made_elsewhere_leads_there(window: Window, page: TextPage) -> None:
    section = next(one for one in sections(page) if one.content == "activities")
    page.show_thing(section.id)
    card = windows.section(window).card
    assert not card.isHidden()
    card.link.click()

    assert window.book.key == "plan"


def test_that_guidance_is_shown_on_demand(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"guidance": "Skriv kort."}))
    page.show_thing(section.id)
    view = windows.section(window)
    assert view.guidance is None
    view.guide.click()

    assert view.guidance is not None
    assert view.guidance.editor.value() == "Skriv kort."


def test_that_a_new_section_stands_behind_the_one_in_front(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    page.show_thing(section.id)
    page.make_usual()
    view = windows.section(window)
    QTest.keyClicks(view.line, "Bilagor")
    page.commit()

    siblings = [one.heading for one in sections(page) if " " not in one.place]
    assert siblings[:2] == [section.heading, "Bilagor"]
    page.remove()
    assert "Bilagor" in window.banner.text
    assert "Bilagor" not in [one.heading for one in sections(page)]


def test_that_words_are_commented_and_the_comment_settled(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    page.show_thing(section.id)
    edit = windows.section(window).edit
    edit.setFocus()
    word = section.body.split()[0]
    edit.setTextCursor(edit.document().find(word))
    window.menus.do("comment")

    made = [one for one in window.work.strategy.all(Comment) if one.target == section.id]
    assert [one.quote for one in made if not one.text] == [word]
    assert made[-1].author == window.work.desk.author
    card = page.side.comments.cards[made[-1].id]
    windows.write(card.row, "Är det rätt ord?")
    card.settle.click()
    after = window.work.strategy.by_id[made[-1].id]
    assert (after.text, after.resolved) == ("Är det rätt ord?", True)  # type: ignore[attr-defined]
    card.take.click()
    assert made[-1].id not in window.work.strategy.by_id


def test_that_format_buttons_follow_the_cursor(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "Vanligt **fett** slut"}))
    page.show_thing(section.id)
    edit = windows.section(window).edit
    edit.setFocus()
    edit.setTextCursor(edit.document().find("fett"))
    qtbot.waitUntil(page.top.bar.buttons["format_bold"].isChecked)
    page.top.bar.buttons["format_bold"].click()
    page.top.bar.buttons["bullet_list"].click()
    page.commit()

    assert windows.stored(window, section.id, "body") == "- Vanligt fett slut"


def test_that_the_menu_formats_what_is_selected(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "ett två"}))
    page.show_thing(section.id)
    edit = windows.section(window).edit
    edit.setFocus()
    edit.setTextCursor(edit.document().find("två"))
    window.menus.do("format_italic")
    page.commit()

    assert windows.stored(window, section.id, "body") == "ett *två*"


def test_that_the_section_and_the_way_of_showing_are_remembered(
    window: Window, page: TextPage, shell: Shell, sample: Path, qtbot: QtBot
) -> None:
    section = sections(page)[4]
    page.show_thing(section.id)
    made_whole(page, qtbot)
    window.close()
    again = open_window(shell, sample)
    again.turn_to("text")

    assert isinstance(again.page, TextPage)
    assert again.page.whole
    assert again.page.outline.section == section.id


def test_that_a_long_text_is_looked_over_a_little_at_a_time(
    window: Window, page: TextPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    overlook, section = page.side.overlook, sections(page)[-1]
    window.turn_to("overview")
    window.work.run(SetFields(section.id, {"body": "Läs [här](https://ekbacka.example)."}))
    monkeypatch.setattr("strategidesk.ui.text.overlook.SLICE", 0)
    window.turn_to("text")
    windows.settle()
    assert not overlook.found
    qtbot.waitUntil(lambda: bool(overlook.found), timeout=PATIENCE)


def test_that_the_outline_says_how_much_is_to_look_over(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    section = sections(page)[2]
    window.side.close_panel()

    def said() -> str:
        index = page.outline.model.index_of(section.id)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    body = "Läs [här](https://ekbacka.example) och [här](https://ekbacka.example/2)."
    assert "to look over" not in said()
    window.work.run(SetFields(section.id, {"body": body}))
    qtbot.waitUntil(lambda: said().endswith("2 to look over"), timeout=PATIENCE)
    window.work.run(SetFields(section.id, {"body": "Läs."}))
    qtbot.waitUntil(lambda: "to look over" not in said(), timeout=PATIENCE)


def test_that_a_section_without_text_has_nothing_counted_in_the_outline(
    window: Window, page: TextPage
) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "", "content": "prose"}))
    page.side.overlook.look()
    assert section.id in {one.id for one in page.side.overlook.found}

    index = page.outline.model.index_of(section.id)
    assert not index.data(FINDINGS)
    assert "to look over" not in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_that_the_cursor_stays_in_sight_while_one_writes(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    window.show()
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "Början"}))
    page.show_thing(section.id)
    edit = windows.section(window).edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    for _line in range(60):
        QTest.keyClick(edit, KEY.Key_Return)

    def seen() -> bool:
        here = edit.viewport().mapTo(page.sheet.viewport(), edit.cursorRect().center()).y()
        return 0 <= here <= page.sheet.viewport().height()

    qtbot.waitUntil(seen, timeout=PATIENCE)


def test_that_an_empty_strategy_gets_its_first_section(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    window.turn_to("text")
    page = window.page
    assert isinstance(page, TextPage)
    assert page._stack.currentWidget() is page.empty
    page.make_usual()
    windows.write(windows.section(window).heading, "Inledning")
    page.commit()
    assert [one.heading for one in sections(page)] == ["Inledning"]
    assert page.outline.section == Id(sections(page)[0].id)

    window.undo()
    window.undo()
    assert page._stack.currentWidget() is page.empty


def test_that_a_file_opened_for_reading_shows_and_changes_nothing(
    shell: Shell, sample: Path
) -> None:
    windows.open_file(shell, sample, reading=True)
    window = shell.windows[-1]
    window.turn_to("text")
    edit = windows.section(window).edit

    assert edit.isReadOnly()
    before = edit.text()
    QTest.keyClicks(edit, "nytt")
    QTest.keyClick(edit, KEY.Key_B, CTRL)
    assert edit.text() == before


def test_that_what_to_look_over_is_listed_and_f8_goes_there(
    window: Window, page: TextPage, qtbot: QtBot
) -> None:
    one, other = sections(page)[2], sections(page)[5]
    for section in (one, other):
        window.work.run(SetFields(section.id, {"body": "Läs [här](https://ekbacka.example)."}))
    overlook = page.side.overlook
    page.show_thing(one.id)
    overlook.look()
    assert [card.finding.id for card in overlook.cards] == [one.id]

    window.turn_to("text")
    window.menus.do("next_finding")
    first = page.outline.section
    window.menus.do("next_finding")
    assert {first, page.outline.section} == {one.id, other.id}
    window.menus.do("previous_finding")
    assert page.outline.section == first
    qtbot.waitUntil(lambda: windows.section(window).edit.hasFocus())


def test_that_f8_says_where_nothing_is_to_look_over(window: Window, page: TextPage) -> None:
    page.side.overlook.look()
    assert page.side.overlook.found == ()
    window.menus.do("next_finding")

    assert window.status.hinted == "Nothing to look over."


@pytest.mark.usefixtures("page")
def test_that_a_marked_word_becomes_a_definition(window: Window) -> None:
    windows.section(window).edit.definition_wanted.emit("Ekbackaandan")

    assert window.book.key == "definitions"
    term = next(one for one in window.work.strategy.definitions if one.term == "Ekbackaandan")
    window.undo()
    assert term.id not in window.work.strategy.by_id


@pytest.mark.usefixtures("page")
def test_that_the_writing_grows_and_shrinks_by_keys(window: Window) -> None:
    edit = windows.section(window).edit
    usual, text = edit.font().pointSizeF(), edit.text()
    window.menus.do("zoom_in")
    assert edit.font().pointSizeF() > usual
    assert edit.text() == text
    window.menus.do("zoom_usual")
    assert edit.font().pointSizeF() == usual


def test_that_the_status_bar_counts_the_words(window: Window, page: TextPage) -> None:
    section = sections(page)[0]
    page.show_thing(section.id)
    window.work.run(SetFields(section.id, {"body": "Ett, två **tre**."}))

    assert "3 words" in window.status.facts.text()


def test_that_words_are_found_through_the_whole_text(window: Window, page: TextPage) -> None:
    one, other = sections(page)[1], sections(page)[6]
    window.work.run(SetFields(one.id, {"body": "En kvast och **en Kvast** till."}))
    window.work.run(SetFields(other.id, {"body": "- sist en kvast"}))
    window.menus.do("find")
    QTest.keyClicks(page.finder.words, "kvast")
    assert page.finder.count.text() == "3 places"

    seen = []
    for _press in range(4):
        QTest.keyClick(page.finder.words, KEY.Key_Return)
        cursor = windows.section(window).edit.textCursor()
        seen.append((page.outline.section, cursor.selectedText(), cursor.position()))
    assert [place[:2] for place in seen[:3]] == [
        (one.id, "kvast"),
        (one.id, "Kvast"),
        (other.id, "kvast"),
    ]
    assert seen[3] == seen[0]

    QTest.keyClick(page.finder.words, KEY.Key_Escape)
    assert page.finder.isHidden()


def test_that_ctrl_h_asks_what_the_selected_word_becomes(window: Window, page: TextPage) -> None:
    window.work.run(SetFields(sections(page)[0].id, {"body": "En kvast till."}))
    page.show_thing(sections(page)[0].id)
    edit = windows.section(window).edit
    edit.setFocus()
    edit.setTextCursor(edit.document().find("kvast"))
    QTest.keyClick(edit, KEY.Key_H, CTRL)

    assert page.finder.words.text() == "kvast"
    assert window.focusWidget() is page.finder.other
    QTest.keyClicks(page.finder.other, "borste")
    QTest.keyClick(page.finder.other, KEY.Key_Return)
    assert windows.stored(window, sections(page)[0].id, "body") == "En borste till."


def test_that_words_are_replaced_everywhere_in_one_step(window: Window, page: TextPage) -> None:
    one, other = sections(page)[1], sections(page)[6]
    window.work.run(SetFields(one.id, {"body": "En kvast och **en kvast** till."}))
    window.work.run(SetFields(other.id, {"body": "- [en kvast](https://ekbacka.example)"}))
    page.doing.open_finder()
    page.finder.words.setText("kvast")
    page.finder.other.setText("borste")
    page.finder.replace_all()

    assert windows.stored(window, one.id, "body") == "En borste och **en borste** till."
    assert windows.stored(window, other.id, "body") == "- [en borste](https://ekbacka.example)"
    window.undo()
    assert "kvast" in windows.stored(window, one.id, "body")
    assert "kvast" in windows.stored(window, other.id, "body")


def test_that_a_section_is_split_where_the_cursor_stands_and_joined_again(
    window: Window, page: TextPage
) -> None:
    section = sections(page)[0]
    body = "Ett[^1].\n\nTvå[^2].\n\n[^1]: Första.\n[^2]: Andra."
    window.work.run(SetFields(section.id, {"body": body}))
    page.show_thing(section.id)
    edit = windows.section(window).edit
    found = edit.document().find("Två")
    found.setPosition(found.selectionStart())
    edit.setTextCursor(found)
    window.menus.do("split_section")
    QTest.keyClicks(windows.section(window).line, "Ny del")
    page.commit()

    first, second = sections(page)[:2]
    assert (first.id, first.body) == (section.id, "Ett[^1].\n\n[^1]: Första.")
    assert (second.heading, second.body) == ("Ny del", "Två[^2].\n\n[^2]: Andra.")

    window.menus.do("join_section")
    assert sections(page)[0].body == (
        "Ett[^1].\n\n**Ny del**\n\nTvå[^2].\n\n[^1]: Första.\n[^2]: Andra."
    )
    assert second.id not in window.work.strategy.by_id
    for _step in range(3):
        window.undo()
    assert windows.stored(window, section.id, "body") == body


def test_that_joined_sections_keep_footnotes_that_were_called_the_same(
    window: Window, page: TextPage
) -> None:
    one, other = sections(page)[:2]
    window.work.run(SetFields(one.id, {"body": "Ett[^1].\n\n[^1]: Första."}))
    made = window.work.run(
        Create("section", {"body": "Två[^1].\n\n[^1]: Andra."}, after=one.id, id=None)
    )
    assert made is not None
    page.show_thing(next(iter(made.created)))
    window.menus.do("join_section")

    joined = windows.stored(window, one.id, "body")
    assert joined == "Ett[^1].\n\nTvå[^2].\n\n[^1]: Första.\n[^2]: Andra."
    assert other.id in window.work.strategy.by_id


def test_that_a_saved_text_follows_the_theme_and_stays_as_it_is(
    window: Window, page: TextPage, shell: Shell
) -> None:
    section = sections(page)[0]
    window.work.run(SetFields(section.id, {"body": "Se [planen](https://ekbacka.example)."}))
    page.show_thing(section.id)
    edit = windows.section(window).edit
    edit.setFocus()
    QTest.keyClicks(edit, "Nu. ")
    page.commit()

    def color() -> str:
        found = edit.document().find("planen")
        return found.charFormat().foreground().color().name()

    before = color()
    shell.set_theme("dark")
    assert color() != before
    assert edit.text() == windows.stored(window, section.id, "body")
    shell.set_theme("light")
    assert color() == before
