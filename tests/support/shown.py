"""What pictures are taken of: every page, what each has behind its views and tabs, and what opens
over them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QTabBar, QWidget

from strategidesk.desk.answers.outcomes import Said
from strategidesk.desk.answers.received import Received
from strategidesk.ui.dialogs.prepare_consultation import PrepareConsultationDialog
from strategidesk.ui.dialogs.sheets import SheetsDialog
from strategidesk.ui.frame.banner import DANGER, INFO, OK, WARN, Act
from strategidesk.ui.pages.answers import AnswersPage
from strategidesk.ui.pages.decisions import PAPERS, DecisionsPage
from strategidesk.ui.pages.follow_up import FollowUpPage
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.start.tour import Tour
from strategidesk.ui.window import Window
from tests.support import answers

Shown = Callable[[], AbstractContextManager[QWidget]]  # gives what the picture is of

_TOLD = {
    INFO: "21 ändringar är inlagda. 3 behöver granskas.",
    OK: "Strategin är exporterad.",
    WARN: "Mappen svarar inte. Din text är sparad på den här datorn.",
    DANGER: "Disken är full. Det du skriver finns kvar i fönstret.",
}


def of_window(window: Window) -> Iterator[tuple[str, Shown]]:
    """Names, and how what they name is brought into sight and put away again."""
    for key in window.book.keys:
        yield key, partial(_page, window, key)
        yield from _views(window, key)
    yield "answers-question", partial(_answers, window)
    yield "export", partial(_export, window, "strategy")
    yield "export-paper", partial(_export, window, "proposal")
    yield "consulting", partial(_consulting, window)
    for command in ("new_round", "make_sheets", "change_round"):
        yield command.replace("_", "-"), partial(_round, window, command)
    yield "search", partial(_search, window, "integration")
    yield "tour", partial(_tour, window)
    for kind in _TOLD:
        yield f"banner-{kind}", partial(_banner, window, kind)


def _views(window: Window, key: str) -> Iterator[tuple[str, Shown]]:
    if key == "plan":
        for view in ("units", "timeline"):
            yield f"plan-{view}", partial(_plan, window, view)
    if key == "text":
        yield "text-whole", partial(_whole, window)
        for number, tab in enumerate(("overlook", "comments", "history")):
            yield f"text-{tab}", partial(_panel, window, number)
    if key == "decisions":
        yield "decisions-versions", partial(_tab, window, key, 1)
        for number in range(3):
            yield f"decisions-paper-{number}", partial(_paper, window, number, "form")
        yield "decisions-paper-preview", partial(_paper, window, 1, "preview")
    if key == "follow_up":
        for by in ("unit", "hallmark"):
            yield f"follow_up-{by}", partial(_standing, window, by, "picture")
        yield "follow_up-table", partial(_standing, window, "area", "table")
        yield "follow_up-behind", partial(_behind, window)
    if key in ("chain", "indicators"):
        for number in range(1, 3 if key == "chain" else 2):
            yield f"{key}-{number}", partial(_tab, window, key, number)


@contextmanager
def _page(window: Window, key: str) -> Iterator[QWidget]:
    window.turn_to(key)
    window.page.leave_for()
    yield window


@contextmanager
def _plan(window: Window, view: str) -> Iterator[QWidget]:
    window.turn_to("plan")
    page = window.page
    assert isinstance(page, PlanPage)
    page.turn_view(view)
    yield window
    page.turn_view("table")


@contextmanager
def _standing(window: Window, by: str, view: str) -> Iterator[QWidget]:
    window.turn_to("follow_up")
    page = window.page
    assert isinstance(page, FollowUpPage)
    page.standing.chart.by.buttons[by].click()
    page.standing.chart.view.buttons[view].click()
    yield window
    page.standing.chart.by.buttons["area"].click()
    page.standing.chart.view.buttons["picture"].click()


@contextmanager
def _behind(window: Window) -> Iterator[QWidget]:
    window.turn_to("follow_up")
    page = window.page
    assert isinstance(page, FollowUpPage)
    page.standing.figures.hallmarks.link.click()
    yield window
    page.behind.left.emit()


@contextmanager
def _whole(window: Window) -> Iterator[QWidget]:
    window.turn_to("text")
    page = window.page
    assert isinstance(page, TextPage)
    page.set_mode("whole")
    yield window
    page.set_mode("one")


@contextmanager
def _panel(window: Window, tab: int) -> Iterator[QWidget]:
    window.turn_to("text")
    page = window.page
    assert isinstance(page, TextPage)
    window.side.open()
    page.side.tabs.setCurrentIndex(tab)
    yield window
    page.side.tabs.setCurrentIndex(0)


@contextmanager
def _tab(window: Window, key: str, number: int) -> Iterator[QWidget]:
    window.turn_to(key)
    tabs = next(bar for bar in window.book.page.findChildren(QTabBar) if bar.isVisible())
    tabs.setCurrentIndex(number)
    yield window
    tabs.setCurrentIndex(0)


@contextmanager
def _answers(window: Window) -> Iterator[QWidget]:
    """Sheets that came back, the first question in front."""
    window.turn_to("answers")
    page = window.page
    assert isinstance(page, AnswersPage)
    reports = [
        answers.sheet(
            *answers.answered(None, "v1", status="done", result="Fjorton grupper läste."),
            answers.asked("v2", "trend", "kanske", "positive", "unchanged", "negative"),
        ),
        answers.sheet(
            *answers.answered(None, "v3", status="started"), path=Path("Skolan helår.xlsx")
        ),
        answers.sheet(path=Path("Gammal.xlsx"), refused=Said("The sheet is from another round.")),
    ]
    page.show_read([Received(one.path, None, None) for one in reports], answers.judgment(*reports))
    page.step(1)
    yield window
    page.taken()


@contextmanager
def _export(window: Window, what: str) -> Iterator[QWidget]:
    window.exporting.ask_named(what)
    panel = next(one for one in window.findChildren(QDialog) if one.isVisible())
    yield panel
    panel.reject()


@contextmanager
def _consulting(window: Window) -> Iterator[QWidget]:
    title = window.work.strategy.card.title
    dialog = PrepareConsultationDialog(window, title, "2026-03-09")
    dialog.reply_by.setText("2026-05-31")
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


@contextmanager
def _round(window: Window, command: str) -> Iterator[QWidget]:
    window.menus.do(command)
    dialog = next(one for one in window.findChildren(SheetsDialog) if one.isVisible())
    while dialog.preview.busy:
        QApplication.processEvents()
    yield dialog
    dialog.reject()


@contextmanager
def _paper(window: Window, number: int, side: str) -> Iterator[QWidget]:
    window.turn_to("decisions")
    page = window.page
    assert isinstance(page, DecisionsPage)
    page.turn_tab(PAPERS)
    page.papers.list.setCurrentRow(number)
    page.papers.top.side.buttons[side].click()
    page.leave_for()
    yield window
    page.papers.top.side.buttons["form"].click()
    page.turn_tab(0)


@contextmanager
def _search(window: Window, words: str) -> Iterator[QWidget]:
    window.finder.open()
    panel = window.finder.panel
    assert panel is not None
    panel.field.setText(words)
    panel.field.textEdited.emit(words)
    yield window
    panel.leave()


@contextmanager
def _tour(window: Window) -> Iterator[QWidget]:
    window.turn_to("overview")
    window.shell.tour(window)
    (tour,) = window.findChildren(Tour)
    yield window
    tour.end()


@contextmanager
def _banner(window: Window, kind: str) -> Iterator[QWidget]:
    window.turn_to("overview")
    window.banner.tell(kind, _TOLD[kind], Act("Visa", window.banner.hide))
    yield window
    window.banner.hide()
