"""Running text in the editor: shown, written in, and given back."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategidesk.prose import Prose, parse, write
from strategidesk.prose.runs import BOLD, ITALIC
from strategidesk.ui.writing import acts, deeds, links, notes, pasting, tables
from strategidesk.ui.writing.edit import RichEdit
from strategidesk.ui.writing.hands import rich_edit
from tests.support.prose_texts import proses, texts

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def edit(qtbot: QtBot) -> RichEdit:
    made = rich_edit()
    qtbot.addWidget(made)
    made.resize(600, 200)
    return made


def again(edit: RichEdit, text: str) -> str:
    """The text as it is read out of the editor, not as it was given."""
    edit.show_text(text)
    return write(edit.prose())


@law
@given(proses)
def test_that_a_text_comes_out_of_the_editor_as_it_went_in(edit: RichEdit, prose: Prose) -> None:
    text = write(prose)

    assert again(edit, text) == text


@law
@given(texts)
@example("- a\n- b\n\n* c")
@example("3. a\n4. b\n   - c\n   1. d\n5. e")
@example("| a | b |\n|---|---|\n| c | d |\n\n| e |\n|---|")
@example("a[^1][^x] b\n\n[^x]: c\n[^1]: **d**")
@example("[^1]: a note alone")
@example("a 😀 **b 😀** c")
@example("**[a](b)** [c](d)[e](d)")
def test_that_any_text_means_the_same_after_the_editor(edit: RichEdit, text: str) -> None:
    assert parse(again(edit, text)) == parse(text)


@law
@given(texts)
def test_that_a_text_that_nobody_touched_is_given_back_letter_by_letter(
    edit: RichEdit, text: str
) -> None:
    edit.show_text(text)

    assert edit.text() == text


# writing


def put(edit: RichEdit, text: str, select: str = "") -> None:
    """Show a text; select a part of it, or stand at its end."""
    edit.show_text(text)
    if select:
        assert edit.find(select, edit.document().FindFlag(0)) or _find(edit, select)
    else:
        edit.moveCursor(QTextCursor.MoveOperation.End)


def _find(edit: RichEdit, words: str) -> bool:
    found = edit.document().find(words)
    edit.setTextCursor(found)
    return found.hasSelection()


def behind(edit: RichEdit, words: str) -> None:
    """Stand behind some words."""
    assert _find(edit, words)
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    edit.setTextCursor(cursor)


def test_that_words_are_made_bold_and_italic_and_plain_again(edit: RichEdit) -> None:
    put(edit, "Alla barn får plats.", "barn")
    QTest.keyClick(edit, KEY.Key_B, CTRL)
    assert edit.text() == "Alla **barn** får plats."

    QTest.keyClick(edit, KEY.Key_I, CTRL)
    assert edit.text() == "Alla ***barn*** får plats."
    assert acts.has_look(edit, BOLD)
    assert acts.has_look(edit, ITALIC)

    QTest.keyClick(edit, KEY.Key_Space, CTRL)
    assert edit.text() == "Alla barn får plats."


def test_that_marks_that_are_typed_are_letters(edit: RichEdit) -> None:
    put(edit, "")
    QTest.keyClicks(edit, "2 * 3 **x** [1] | a")

    assert parse(edit.text()) == parse(edit.text())
    edit.show_text(edit.text())
    assert edit.toPlainText() == "2 * 3 **x** [1] | a"


def test_that_enter_makes_paragraphs_and_shift_enter_lines(edit: RichEdit) -> None:
    put(edit, "")
    QTest.keyClicks(edit, "Ett")
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClicks(edit, "Tv")
    QTest.keyClick(edit, KEY.Key_Return, SHIFT)
    QTest.keyClicks(edit, "Tre")

    assert edit.text() == "Ett\n\nTv\nTre"


def test_that_passing_a_list_with_tab_changes_nothing(edit: RichEdit) -> None:
    put(edit, "- ett\n- två")
    by_tab = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(edit, by_tab)
    QTest.keyClick(edit, KEY.Key_Tab)
    assert edit.text() == "- ett\n- två"

    QApplication.sendEvent(edit, by_tab)
    QTest.keyClick(edit, KEY.Key_End, CTRL)
    QTest.keyClick(edit, KEY.Key_Tab)
    assert edit.text() == "- ett\n  - två"


def test_that_a_list_is_written_by_keys_alone(edit: RichEdit) -> None:
    put(edit, "")
    QTest.keyClick(edit, KEY.Key_L, CTRL | SHIFT)
    QTest.keyClicks(edit, "ett")
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClick(edit, KEY.Key_Tab)
    QTest.keyClicks(edit, "under")
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClick(edit, KEY.Key_Backtab)
    QTest.keyClicks(edit, "tre")
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClick(edit, KEY.Key_Return)
    QTest.keyClicks(edit, "efter")

    assert edit.text() == "- ett\n  - under\n- tre\n\nefter"


def test_that_a_list_that_becomes_numbers_counts(edit: RichEdit) -> None:
    put(edit, "- a\n- b\n\nc")
    edit.selectAll()
    acts.set_kind(edit, "numbers")

    assert edit.text() == "1. a\n2. b\n3. c"


def test_that_bringing_an_item_out_takes_those_after_it_under_it(edit: RichEdit) -> None:
    put(edit, "1. a\n   1. b\n   2. c\n   3. d\n2. e", "c")
    acts.change_level(edit, -1)

    assert edit.text() == "1. a\n   1. b\n2. c\n   1. d\n3. e"


def test_that_a_list_counts_on_behind_an_item_that_became_a_paragraph(edit: RichEdit) -> None:
    put(edit, "1. a\n2. b\n3. c\n4. d", "c")
    acts.set_kind(edit, "plain")

    assert edit.text() == "1. a\n2. b\n\nc\n\n3. d"


def test_that_a_link_is_made_and_what_follows_is_none(edit: RichEdit) -> None:
    put(edit, "Se planen.", "planen")
    links.give(edit, "https://ekbacka.example/plan")
    assert edit.text() == "Se [planen](https://ekbacka.example/plan)."

    behind(edit, "planen")
    QTest.keyClicks(edit, "na")
    assert edit.text() == "Se [planen](https://ekbacka.example/plan)na."


def test_that_a_dangerous_address_becomes_no_link(edit: RichEdit) -> None:
    put(edit, "Se planen.", "planen")
    links.give(edit, "javascript:alert(1)")

    assert edit.text() == "Se planen."


def test_that_a_link_is_taken_away_from_within(edit: RichEdit) -> None:
    put(edit, "Se [hela planen](https://ekbacka.example) här.")
    behind(edit, "hela")
    links.give(edit, "")

    assert edit.text() == "Se hela planen här."


def test_that_a_footnote_has_a_mark_and_a_text(edit: RichEdit) -> None:
    put(edit, "Antalet steg. Sedan dess.")
    behind(edit, "steg")
    QTest.keyClick(edit, KEY.Key_F, CTRL | SHIFT)
    QTest.keyClicks(edit, "Enligt SCB.")
    assert edit.text() == "Antalet steg[^1]. Sedan dess.\n\n[^1]: Enligt SCB."

    QTest.keyClick(edit, KEY.Key_Return)  # back to the mark
    QTest.keyClicks(edit, "X")
    assert edit.text() == "Antalet steg[^1]X. Sedan dess.\n\n[^1]: Enligt SCB."


def test_that_removing_a_mark_removes_its_text_and_undo_brings_both_back(edit: RichEdit) -> None:
    text = "Ett[^1] och två[^2].\n\n[^1]: Första.\n[^2]: Andra."
    put(edit, text)
    behind(edit, "Ett\ufffc")
    QTest.keyClick(edit, KEY.Key_Backspace)
    assert edit.text() == "Ett och två[^2].\n\n[^2]: Andra."

    edit.undo()
    assert edit.text() == text


def test_that_an_empty_footnote_is_taken_away_from_its_text(edit: RichEdit) -> None:
    put(edit, "Ett[^1] och två[^2].\n\n[^1]: a\n[^2]: Andra.")
    behind(edit, "Andra.")
    notes.go_to_text(edit, "1")
    QTest.keyClick(edit, KEY.Key_Backspace)
    QTest.keyClick(edit, KEY.Key_Backspace)

    assert edit.text() == "Ett och två[^2].\n\n[^2]: Andra."


def test_that_a_footnote_never_runs_into_the_text(edit: RichEdit) -> None:
    text = "Ett[^1].\n\n[^1]: Första."
    put(edit, text)
    behind(edit, "Ett\ufffc.")
    QTest.keyClick(edit, KEY.Key_Delete)
    assert edit.text() == text

    _find(edit, "Första")
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionStart())
    edit.setTextCursor(cursor)
    QTest.keyClick(edit, KEY.Key_Backspace)
    assert edit.text() == text


def test_that_a_table_is_filled_by_keys_and_grows(edit: RichEdit) -> None:
    put(edit, "Före")
    deeds.insert_table(edit)
    for word in ("A", "B", "C", "1", "2", "3", "4", "5", "6", "7"):
        QTest.keyClicks(edit, word)
        QTest.keyClick(edit, KEY.Key_Tab)

    rows = "| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 7 |  |  |"
    assert edit.text() == f"Före\n\n{rows}"


def test_that_rows_and_columns_come_and_go(edit: RichEdit) -> None:
    put(edit, "| a | b |\n|---|---|\n| c | d |", "c")
    tables.add_row(edit)
    tables.remove_column(edit)
    assert edit.text() == "| b |\n| --- |\n| d |\n|  |"

    tables.remove_table(edit)
    assert edit.text() == ""


def test_that_what_is_typed_behind_a_picture_is_kept(edit: RichEdit) -> None:
    put(edit, "![En karta](blob:a1)")
    QTest.keyClicks(edit, "efter")

    assert edit.text() == "![En karta](blob:a1)\n\nefter"


def test_that_tab_leaves_a_plain_text(edit: RichEdit) -> None:
    put(edit, "a")
    QTest.keyClick(edit, KEY.Key_Tab)

    assert edit.text() == "a"


# the clipboard

RICH = (
    "Ett **fett** stycke[^1].\n\n- punkt\n  1. under\n\n| a | b |\n| --- | --- |\n| c | d |\n\n"
    "Slut med [länk](https://ekbacka.example).\n\n[^1]: En not."
)


def copied(edit: RichEdit) -> QMimeData:
    """What would be on the clipboard."""
    return edit.createMimeDataFromSelection()


def test_that_a_text_is_copied_with_all_its_marks(qtbot: QtBot, edit: RichEdit) -> None:
    put(edit, RICH)
    edit.selectAll()
    mime = copied(edit)
    other = rich_edit()
    qtbot.addWidget(other)
    other.insertFromMimeData(mime)

    assert other.text() == RICH


def test_that_what_is_typed_before_the_footnotes_is_copied_to_its_last_letter(
    edit: RichEdit,
) -> None:
    put(edit, "Bron[^1] är lång\n\n[^1]: Sju meter.")
    behind(edit, "Bron")
    QTest.keyClicks(edit, "erna")
    edit.selectAll()

    assert copied(edit).text() == "Bronerna är lång"


def test_that_a_pasted_footnote_gets_a_number_of_its_own(edit: RichEdit) -> None:
    put(edit, "Först[^1].\n\n[^1]: Egen.", "Först\ufffc")
    mime = copied(edit)
    behind(edit, ".")
    edit.insertFromMimeData(mime)

    assert edit.text() == "Först[^1].Först[^2]\n\n[^1]: Egen.\n[^2]: Egen."


def html(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(text)
    mime.setText("fel")
    return mime


def test_that_a_page_of_another_program_keeps_what_the_text_can_have(edit: RichEdit) -> None:
    put(edit, "")
    edit.insertFromMimeData(
        html(
            "<p>Ett <b>fett</b> och <i>kursivt</i> <span style='color:red'>rött</span></p>"
            "<ul><li>punkt<ol><li>under</li></ol></li></ul>"
            "<p>En <a href='https://ekbacka.example'>länk</a><img src='x.png'></p>"
        )
    )

    assert edit.text() == (
        "Ett **fett** och *kursivt* rött\n\n- punkt\n  1. under\n\n"
        "En [länk](https://ekbacka.example)"
    )


def test_that_lists_from_word_are_lists(edit: RichEdit) -> None:
    def item(level: int, sign: str, words: str) -> str:
        return (
            f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span>{sign}<span>&nbsp;&nbsp; </span></span><![endif]>{words}</p>"
        )

    put(edit, "")
    parts = [item(1, "·", "ett"), item(2, "o", "under"), item(1, "·", "<b>två</b>")]
    edit.insertFromMimeData(html("".join(parts) + "<p>Slut</p>" + item(1, "1.", "tal")))

    assert edit.text() == "- ett\n  - under\n- **två**\n\nSlut\n\n1. tal"


def test_that_footnotes_from_word_are_footnotes(edit: RichEdit) -> None:
    put(edit, "Först[^1].\n\n[^1]: Egen.")
    behind(edit, ".")
    edit.insertFromMimeData(
        html(
            "<p>Ett stycke<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a></p>"
            "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a>"
            " Ur <i>rapporten</i>.</p></div>"
        )
    )

    assert edit.text() == "Först[^1].Ett stycke[^2]\n\n[^1]: Egen.\n[^2]: Ur *rapporten*."


def test_that_plain_lines_are_paragraphs_and_signs_are_letters(edit: RichEdit) -> None:
    put(edit, "Börja:")
    mime = QMimeData()
    mime.setText("här *nu*\r\n- inte en punkt\n")
    edit.insertFromMimeData(mime)

    assert edit.text() == "Börja:här \\*nu\\*\n\n\\- inte en punkt"


def test_that_pasting_into_a_cell_stays_in_the_cell(edit: RichEdit) -> None:
    put(edit, "| a |\n|---|\n| b |")
    behind(edit, "b")
    mime = QMimeData()
    mime.setText("ett\ntvå")
    edit.insertFromMimeData(mime)

    assert edit.text() == "| a |\n| --- |\n| bett två |"


def test_that_the_clipboard_of_another_program_gets_the_words(edit: RichEdit) -> None:
    put(edit, "Ett **fett** ord", "fett")
    mime = copied(edit)

    assert mime.text() == "fett"
    assert pasting.from_html(mime.html()) == parse("**fett**")
