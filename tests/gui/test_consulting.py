"""*Prepare a consultation*: one dialog, one step, and where to go from there."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from strategidesk.desk.versions import load, versions
from strategidesk.model.dialogue import Consultation
from strategidesk.model.people import Paper
from strategidesk.ui.dialogs.prepare_consultation import PrepareConsultationDialog, version_name
from strategidesk.ui.overview.moments import day_of
from strategidesk.ui.window import Window
from tests.support import windows

Answer = Callable[[PrepareConsultationDialog], None]


@pytest.fixture
def asked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Answers the dialog, and waits until what it asked for is done."""

    def prepare(answer: Answer) -> None:
        def run(dialog: QDialog) -> int:
            assert isinstance(dialog, PrepareConsultationDialog)
            answer(dialog)
            code = QDialog.DialogCode
            return (code.Accepted if dialog.prepare.isEnabled() else code.Rejected).value

        monkeypatch.setattr(QDialog, "exec", run)
        window.menus.actions["prepare_consultation"].trigger()
        windows.wait_for_job(window.versioning)

    return prepare


def _fill(dialog: PrepareConsultationDialog) -> None:
    dialog.title.setText("Remiss")
    dialog.reply_by.setText("2099-05-31")
    dialog.recipients.setPlainText("Grannkommunen\n\n  Föreningen ")


def _acts(window: Window) -> dict[str, QPushButton]:
    return {one.text(): one for one in window.banner.acts if isinstance(one, QPushButton)}


def test_that_what_goes_out_is_kept_as_a_version_in_its_phase(
    window: Window, asked: Callable[[Answer], None]
) -> None:
    asked(_fill)

    (version,) = versions(window.work.desk.file)
    assert version.title == version_name(day_of(window.clock()))
    assert load(window.work.desk.file, version).card.status == "consultation"
    assert window.work.strategy.all(Consultation)[-1].respondents == "Grannkommunen, Föreningen"
    assert window.work.strategy.all(Paper)[-1].kind == "consultation"
    assert window.banner.text == "The consultation is prepared. Replies by 2099-05-31."


def test_that_the_banner_leads_to_the_consultation(
    window: Window, asked: Callable[[Answer], None]
) -> None:
    asked(_fill)
    _acts(window)["Open Dialogue and consultation"].click()
    assert window.book.key == "dialogue"


def test_that_undo_takes_the_consultation_back_and_leaves_the_version(
    window: Window, asked: Callable[[Answer], None]
) -> None:
    before, papers = window.work.strategy.card.status, window.work.strategy.all(Paper)
    asked(_fill)
    window.undo()

    assert window.work.strategy.card.status == before
    assert window.work.strategy.all(Paper) == papers
    assert len(versions(window.work.desk.file)) == 1


def test_that_a_version_is_kept_only_where_it_is_wanted(
    window: Window, asked: Callable[[Answer], None]
) -> None:
    def answer(dialog: PrepareConsultationDialog) -> None:
        _fill(dialog)
        dialog.keep.setChecked(False)

    asked(answer)

    assert versions(window.work.desk.file) == ()
    assert window.work.strategy.card.status == "consultation"


def test_that_empty_answers_are_said_and_a_last_day_is_asked_for(
    window: Window, asked: Callable[[Answer], None]
) -> None:
    said: list[str] = []

    def answer(dialog: PrepareConsultationDialog) -> None:
        for day, address in (("", ""), ("2001-01-01", ""), ("2099-05-31", ""), ("", "a@b.example")):
            dialog.reply_by.setText(day)
            dialog.reply_to.setText(address)
            said.append(dialog.note.text())
            assert dialog.prepare.accessibleDescription() == said[-1]

    before = window.work.strategy
    asked(answer)

    assert [words.split(",")[0] for words in said] == [
        "Write the last day for replies as a day that exists",
        "The last day for replies has been already.",
        "It does not say where to reply",
        "Write the last day for replies as a day that exists",
    ]
    assert window.work.strategy is before
