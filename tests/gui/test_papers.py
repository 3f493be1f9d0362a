"""The tab of papers: each part from the strategy or from the secretary, beside a preview."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from strategidesk.desk.commands import Create, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.papers import strategys
from strategidesk.model.dialogue import Comment
from strategidesk.model.fields import Id
from strategidesk.model.people import Decision, Paper
from strategidesk.prose import plain
from strategidesk.ui.dialogs.export_panel import ExportPanel
from strategidesk.ui.export_scope import Scope
from strategidesk.ui.pages.decisions import PAPERS, DecisionsPage
from strategidesk.ui.papers import making
from strategidesk.ui.papers.form import PaperForm
from strategidesk.ui.papers.part_row import PartRow
from strategidesk.ui.papers.view import PapersView
from strategidesk.ui.preview.dialog import Preview
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import reviews, windows
from tests.support.contests import meanwhile
from tests.support.strategies import known_id


def page(window: Window) -> DecisionsPage:
    window.turn_to("decisions")
    assert isinstance(window.page, DecisionsPage)
    return window.page


def tab(window: Window) -> PapersView:
    page(window).turn_tab(PAPERS)
    windows.settle()
    return page(window).papers


def form(window: Window) -> PaperForm:
    found = tab(window).form
    assert found is not None
    return found


def part(window: Window, field: str) -> PartRow:
    return next(row for row in form(window).parts if row.part.field == field)


def paper(window: Window) -> Paper:
    found = window.work.strategy.get(Paper, tab(window).paper)
    assert found is not None
    return found


def write(window: Window, field: str, text: str) -> PartRow:
    """Write in a part, and leave it."""
    row = part(window, field)
    windows.write(row, text)
    assert row.keeper.commit()
    windows.settle()
    return row


def read(window: Window) -> str:
    """All that the preview says, when it has followed."""
    view = tab(window)
    view.show_preview()
    return "\n".join(view.preview.texts).replace("\u00a0", " ")


@pytest.fixture
def proposal(window: Window) -> Window:
    """A new memorandum, all of it composed, in front."""
    window.resize(1440, 900)
    tab(window).make(making.NEW[0])
    windows.settle()
    assert paper(window).summary == ""
    return window


def test_that_papers_are_listed_by_kind_matter_and_decision(window: Window) -> None:
    found = tab(window).list
    lines = [
        str(found.item(row).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
        for row in range(found.count())
    ]
    assert lines[:2] == [
        "Official memorandum. The strategy, Kommunstyrelsen 2025-11-05, § 151",
        "Extract from the minutes. The strategy, Kommunfullmäktige 2025-11-24, § 132. DRAFT",
    ]


def test_that_a_part_is_shown_as_the_strategy_composes_it(proposal: Window) -> None:
    row = part(proposal, "summary")
    said = strategys(proposal.work.strategy, paper(proposal), "summary")

    assert said
    assert row.edit.text() == said
    assert row.state.text() == "From the strategy"
    assert row.fetch.isHidden()
    assert plain(said).splitlines()[0].replace("\u00a0", " ") in read(proposal)


def test_that_a_part_follows_the_strategy_until_it_is_written_in(proposal: Window) -> None:
    card = proposal.work.strategy.card
    proposal.work.run(SetFields(card.id, {"title": "Strategi för möten"}))
    windows.settle()
    assert "Strategi för möten" in part(proposal, "documents").edit.toPlainText()
    assert "Strategi för möten" in read(proposal)

    write(proposal, "documents", "Bara den här skrivelsen.")
    proposal.work.run(SetFields(card.id, {"title": "Strategi för samtal"}))
    windows.settle()
    assert part(proposal, "documents").edit.toPlainText() == "Bara den här skrivelsen."


def test_that_the_first_edit_makes_the_words_the_secretarys_own(proposal: Window) -> None:
    row = part(proposal, "summary")
    QTest.keyClicks(row.edit, "Ärendet: ")
    assert row.state.text() == "Changed here"
    assert paper(proposal).summary == ""
    assert row.keeper.commit()
    windows.settle()

    assert paper(proposal).summary.startswith("Ärendet: ")
    assert not row.fetch.isHidden()
    proposal.undo()
    windows.settle()
    assert paper(proposal).summary == ""
    assert row.state.text() == "From the strategy"


def test_that_a_part_is_fetched_from_the_strategy_again_in_one_step(proposal: Window) -> None:
    said = part(proposal, "summary").edit.toPlainText()
    row = write(proposal, "summary", "Helt andra ord.")
    row.fetch.click()
    windows.settle()

    assert paper(proposal).summary == ""
    assert row.edit.toPlainText() == said
    texts = [entry.value for entry in proposal.work.desk.history() if entry.field == "summary"]
    assert "Helt andra ord." in texts
    proposal.undo()
    windows.settle()
    assert row.edit.toPlainText() == "Helt andra ord."


def test_that_a_part_that_is_emptied_comes_from_the_strategy_again(proposal: Window) -> None:
    said = part(proposal, "summary").edit.toPlainText()
    row = part(proposal, "summary")
    for before in ("", "Andra ord."):
        if before:
            write(proposal, "summary", before)
        row.edit.selectAll()
        QTest.keyClick(row.edit, Qt.Key.Key_Delete)
        assert row.keeper.commit()
        row.editor.left.emit()
        windows.settle()

        assert row.edit.toPlainText() == said
        assert row.state.text() == "From the strategy"


def test_that_what_the_strategy_says_now_can_be_read_beside_what_was_written(
    proposal: Window,
) -> None:
    said = part(proposal, "summary").edit.toPlainText()
    row = part(proposal, "summary")
    assert row.source_button.isHidden()
    write(proposal, "summary", "Andra ord.")
    row.source_button.click()
    assert row.quote.isVisible()
    assert row.said.toPlainText() == said
    assert row.said.isReadOnly()
    row.fetch.click()
    windows.settle()
    assert row.quote.isHidden()


def test_that_a_part_that_nobody_has_said_anything_in_asks_for_its_writer(
    proposal: Window,
) -> None:
    row = part(proposal, "assessment")
    assert row.state.text() == "Written by the case officer"
    assert row.state.property("tone") == "warn_chip"
    assert row.edit.placeholderText()
    assert "assessment" in proposal.header.sentence
    write(proposal, "assessment", "Förvaltningen tillstyrker.")
    assert row.state.text() == "Written here"
    assert row.fetch.isHidden()
    assert "assessment" not in proposal.header.sentence


def test_that_the_preview_follows_what_is_typed(proposal: Window) -> None:
    row = part(proposal, "assessment")
    QTest.keyClicks(row.edit, "Bra.")
    assert "Bra." in read(proposal)
    assert paper(proposal).assessment == ""

    officer = form(proposal).row("case_officer")
    windows.write(officer, "Alva Exempel")
    assert "Alva Exempel" in read(proposal)


def test_that_minutes_are_marked_as_a_draft(window: Window) -> None:
    window.resize(1440, 900)
    view = tab(window)
    view.list.setCurrentRow(1)
    assert "Justerandes signatur" in read(window)
    assert view.preview.mark.text() == "UTKAST"
    view.list.setCurrentRow(0)
    assert "UTKAST" not in read(window)
    assert not view.preview.mark.isVisible()


def test_that_a_paper_says_itself_what_it_concerns_where_it_has_no_decision(
    proposal: Window,
) -> None:
    shown = form(proposal)
    linked = paper(proposal).decision is not None
    assert shown.row("about").isHidden() == linked
    proposal.work.run(SetFields(paper(proposal).id, {"decision": None}))
    windows.settle()
    assert not form(proposal).row("about").isHidden()


def test_that_the_menu_makes_every_kind_of_paper(window: Window) -> None:
    tab(window)
    menu = window.header.buttons[0].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Official memorandum on the strategy",
        "Official memorandum on the activity plan",
        "Extract from the minutes",
        "Consultation version",
        "Consultation report",
    ]
    for number, kind in enumerate(
        ("proposal", "proposal", "minutes", "consultation", "consultation_summary")
    ):
        menu.aboutToShow.emit()
        menu.actions()[number].trigger()
        windows.settle()
        assert paper(window).kind == kind
        assert form(window).kind == kind


def test_that_a_new_paper_belongs_to_the_latest_decision_without_one(window: Window) -> None:
    strategy = window.work.strategy
    plan = next(new for new in making.NEW if new.about == "activity_plan")
    decision = making.decision_for(strategy, plan)
    assert decision is not None
    assert decision.about == "activity_plan"
    tab(window).make(plan)
    assert paper(window).decision == decision.id
    assert making.decision_for(window.work.strategy, plan) is None


def test_that_the_primary_button_exports_the_paper_in_front(window: Window) -> None:
    tab(window).list.setCurrentRow(1)
    windows.settle()
    primary = window.header.buttons[-1]
    assert primary.accessibleName() == "Export to Word"
    primary.click()
    (panel,) = [one for one in window.findChildren(ExportPanel) if one.isVisible()]

    assert panel.choice.export.what == "minutes"
    assert panel.scope.scope.paper == paper(window).id
    panel.reject()


def test_that_the_pages_of_the_paper_in_front_are_shown(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Preview, "lay", lambda _dialog, _print_next=False: None)
    tab(window).list.setCurrentRow(1)
    window.header.buttons[1].click()
    dialog = window.previewing.dialog
    assert dialog is not None
    choice = dialog.what.currentData()
    assert choice.export.what == "minutes"
    assert dialog._wish_of(choice).paper == paper(window).id
    dialog.close()


def test_that_a_finding_leads_to_a_paper_that_is_not_in_the_file_yet(window: Window) -> None:
    before = len(window.work.strategy.all(Paper))
    window.exporting.ask_named("proposal")
    (panel,) = [one for one in window.findChildren(ExportPanel) if one.isVisible()]
    panel.scope.paper.setCurrentIndex(1)
    assert panel.scope.scope == Scope(about="activity_plan")
    panel._go("", "assessment")
    windows.settle()
    assert len(window.work.strategy.all(Paper)) == before + 1
    assert paper(window).kind == "proposal"
    assert window.focusWidget() is part(window, "assessment").edit


def test_that_the_paper_in_front_and_its_side_are_remembered(shell: Shell, sample: Path) -> None:
    window = open_window(shell, sample)
    window.resize(720, 450)
    view = tab(window)
    view.choose(Id(window.work.strategy.all(Paper)[1].id))
    view.top.side.buttons["preview"].click()
    chosen = view.paper
    window.close()

    window = open_window(shell, sample)
    window.resize(720, 450)
    view = tab(window)
    assert view.paper == chosen
    assert view.preview.isVisible()
    assert not view.form.isVisible() if view.form else False


def test_that_a_narrow_window_shows_one_side_and_lists_papers_over_it(window: Window) -> None:
    window.resize(720, 450)
    view = tab(window)
    assert view.top.jump.isVisible()
    assert not view.list.isVisible()
    assert not view.preview.isVisible()
    view.top.jump.setCurrentIndex(1)
    view.top.jump.activated.emit(1)
    assert paper(window).kind == "minutes"
    view.top.side.buttons["preview"].click()
    assert view.preview.isVisible()
    assert "Sammanträdesprotokoll".upper() in view.preview.texts

    window.resize(1440, 900)
    windows.settle()
    assert view.list.isVisible()
    assert view.preview.isVisible()
    assert view.form is not None
    assert view.form.isVisible()


def test_that_f6_goes_to_the_list_the_form_and_the_preview(window: Window) -> None:
    window.resize(1440, 900)
    view = tab(window)
    first = form(window).rows[0].editor
    assert window.page.stops() == (view.list, first, view.preview)


def test_that_the_writing_tools_act_on_the_part_that_is_written_in(proposal: Window) -> None:
    row = part(proposal, "assessment")
    row.edit.focused.emit()
    windows.write(row, "Viktigt")
    row.edit.selectAll()
    proposal.menus.actions["format_bold"].trigger()
    assert row.edit.text() == "**Viktigt**"


def test_that_a_comment_concerns_the_part_that_is_written_in(proposal: Window) -> None:
    row = write(proposal, "assessment", "Viktigt")
    row.edit.focused.emit()
    row.edit.selectAll()
    here = paper(proposal).id
    proposal.menus.actions["comment"].trigger()
    comment = proposal.work.strategy.all(Comment)[-1]
    assert (comment.target, comment.field, comment.quote) == (here, "assessment", "Viktigt")
    assert proposal.book.key == "comments"


def test_that_a_contested_part_leads_to_its_review(shell: Shell, tmp_path: Path) -> None:
    here = known_id("p1")

    def contested(desk: Desk) -> None:
        meanwhile(desk, here, "summary", "Ett.", "Två.")

    window = reviews.opened(shell, tmp_path, contested)
    window.go_to(here)
    windows.settle()
    row = part(window, "summary")
    assert not row.contest.isHidden()
    assert row.edit.isReadOnly()
    assert row.fetch.isHidden()


def test_that_a_paper_is_removed_and_comes_back(window: Window) -> None:
    view = tab(window)
    gone, before = paper(window), view.list.count()
    form(window).remove.click()
    assert view.paper != gone.id
    window.undo()
    assert view.list.count() == before


def test_that_an_empty_tab_says_what_to_do(shell: Shell, empty: Path) -> None:
    window = open_window(shell, empty)
    view = tab(window)
    assert view._nothing.isVisible()
    assert view._nothing.text().startswith("No papers yet.")
    assert window.header.sentence == "No papers yet."
    assert not window.header.buttons[-1].isEnabled()
    assert window.page.stops() == (view.new,)


def test_that_a_reader_can_read_a_paper_and_change_nothing(shell: Shell, sample: Path) -> None:
    windows.open_file(shell, sample, reading=True)
    window = shell.windows[-1]
    view = tab(window)
    assert all(row.edit.isReadOnly() for row in form(window).parts)
    assert all(row.fetch.isHidden() for row in form(window).parts)
    assert not view.new.isEnabled()
    assert window.header.buttons[-1].isEnabled()


def test_that_a_paper_of_an_unknown_kind_is_shown(window: Window) -> None:
    window.work.run(Create("paper", {"kind": "notice", "summary": "Kort."}))
    made = window.work.strategy.all(Paper)[-1]
    window.go_to(made.id)
    windows.settle()
    assert tab(window).paper == made.id
    assert form(window).row("summary").editor.value() == "Kort."


def test_that_the_decision_of_a_paper_is_told_from_the_others(window: Window) -> None:
    tab(window)
    row = form(window).row("decision")
    decision = window.work.strategy.get(Decision, paper(window).decision)
    assert decision is not None
    shown = row.editor.combo.currentText()  # type: ignore[attr-defined]
    assert decision.date in shown
