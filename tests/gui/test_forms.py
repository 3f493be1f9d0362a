import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk import language
from strategidesk.desk.commands import Create, SetFields
from strategidesk.desk.written import number_of
from strategidesk.model.fields import Kind
from strategidesk.model.noun import edited_fields
from strategidesk.model.schema import STANDARD
from strategidesk.ui.editors.lists import ChoiceEditor
from strategidesk.ui.editors.prose import ProseEditor
from strategidesk.ui.editors.text import LineEditor, NumberEditor
from strategidesk.ui.window import Window
from strategidesk.ui.words import number_text
from tests.support import windows


@pytest.mark.parametrize("entity", windows.WRITTEN)
def test_that_every_field_of_every_noun_is_edited_and_undone(window: Window, entity: str) -> None:
    thing = windows.first(window, entity)
    for field in edited_fields(type(thing)):
        row = windows.row(window, thing.id, field.name)
        before, shown = windows.stored(window, thing.id, field.name), row.editor.value()
        wanted = windows.another(field, before, window, thing.id)

        windows.write(row, wanted)
        assert row.keeper.commit()
        assert windows.stored(window, thing.id, field.name) == wanted, field.name

        window.undo()
        assert windows.stored(window, thing.id, field.name) == before, field.name
        assert row.editor.value() == shown or before is None, field.name


def test_that_a_form_shows_every_field_with_a_label(window: Window) -> None:
    for entity in windows.WRITTEN:
        thing = windows.first(window, entity)
        window.go_to(thing.id)
        rows = windows.rows(window)

        every = edited_fields(type(thing))
        assert sorted(row.field.name for row in rows) == sorted(field.name for field in every)
        assert all(row.editor.inner.accessibleName() for row in rows)


def test_that_opening_and_leaving_forms_changes_nothing(window: Window) -> None:
    heard: list[object] = []
    window.work.changed.connect(heard.append)
    for noun in STANDARD.nouns:
        for thing in window.work.strategy.all(noun)[:3]:
            window.go_to(thing.id)
            assert windows.commit(window)

    assert heard == []


def test_that_a_refused_date_says_why_and_keeps_the_text(window: Window) -> None:
    activity = windows.first(window, "activity")
    before = windows.stored(window, activity.id, "start")
    row = windows.row(window, activity.id, "start")

    windows.write(row, "2027-13")
    assert not row.keeper.commit()

    assert "year" in row.wrong.text()
    assert not row.wrong.isHidden()
    assert row.editor.value() == "2027-13"
    assert windows.stored(window, activity.id, "start") == before

    windows.write(row, "2027-09")
    assert row.keeper.commit()
    assert row.wrong.isHidden()
    assert windows.stored(window, activity.id, "start") == "2027-09"


def test_that_a_refused_text_is_still_there_when_the_thing_is_opened_again(window: Window) -> None:
    one, other = window.work.strategy.activities[:2]
    windows.write(windows.row(window, one.id, "start"), "2027-13")

    window.go_to(other.id)
    row = windows.row(window, one.id, "start")

    assert row.editor.value() == "2027-13"
    assert not row.wrong.isHidden()


def test_that_a_choice_of_a_newer_program_survives(window: Window) -> None:
    activity = windows.first(window, "activity")
    window.work.run(SetFields(activity.id, {"status": "paused"}))
    row = windows.row(window, activity.id, "status")

    assert isinstance(row.editor, ChoiceEditor)
    assert row.editor.combo.currentText() == "paused"
    windows.write(windows.row(window, activity.id, "title"), "Något annat")
    assert windows.form(window).commit()
    assert windows.stored(window, activity.id, "status") == "paused"


def test_that_no_break_spaces_are_kept(qtbot: QtBot) -> None:
    editor = ProseEditor()
    qtbot.addWidget(editor)

    editor.set_value("10\u00a0000 kr\n\nTvå rader")

    assert editor.value() == "10\u00a0000 kr\n\nTvå rader"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 250 000", 1250000),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("\u22123", -3),
        ("", None),
        ("tolv", "tolv"),
        ("1,2,3", "1,2,3"),
    ],
)
def test_that_numbers_are_read_as_people_write_them(written: str, number: object) -> None:
    assert number_of(written) == number


def test_that_numbers_are_shown_with_a_comma_in_swedish(qtbot: QtBot) -> None:
    language.use("sv")
    editor = NumberEditor(Kind.NUMBER)
    qtbot.addWidget(editor)

    editor.set_value(1234567.5)

    assert editor.line.text() == "1\u00a0234\u00a0567,5"
    assert editor.value() == 1234567.5
    assert number_text(None) == ""


def test_that_several_hallmarks_are_ticked(window: Window) -> None:
    activity = windows.first(window, "activity")
    window.work.run(SetFields(activity.id, {"hallmarks": []}))
    row = windows.row(window, activity.id, "hallmarks")
    from PySide6.QtCore import Qt

    from strategidesk.ui.editors.many import ReferencesEditor

    assert isinstance(row.editor, ReferencesEditor)
    row.editor.open()
    for number in (0, 2):
        row.editor.popup.list.item(number).setCheckState(Qt.CheckState.Checked)
    row.editor.popup.hide()

    chosen = sorted(window.work.strategy.hallmarks[number].id for number in (0, 2))
    assert windows.stored(window, activity.id, "hallmarks") == chosen


def test_that_a_reference_offers_what_was_added_meanwhile(window: Window) -> None:
    activity = windows.first(window, "activity")
    row = windows.row(window, activity.id, "unit")
    window.work.run(Create("unit", {"name": "Fritidsenheten"}))

    unit = window.work.strategy.units[-1]
    assert unit.name == "Fritidsenheten"
    windows.write(row, unit.id)

    assert windows.stored(window, activity.id, "unit") == unit.id


def test_that_labels_follow_the_strategys_own_words(window: Window) -> None:
    area = windows.first(window, "area")
    row = windows.row(window, area.id, "target_picture")

    window.work.run(
        SetFields(window.work.strategy.card.id, {"target_picture_label": "Dit vi vill"})
    )

    assert row.label.text() == "Dit vi vill"


def test_that_a_line_is_typed_with_keys(window: Window) -> None:
    definition = windows.first(window, "definition")
    row = windows.row(window, definition.id, "term")
    assert isinstance(row.editor, LineEditor)
    row.editor.line.end(False)

    QTest.keyClicks(row.editor.line, " plus")
    window.save()

    assert str(windows.stored(window, definition.id, "term")).endswith(" plus")
    assert window.work.desk.drafts.all() == []
