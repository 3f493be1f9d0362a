"""The sentence under a page's title says how things stand, and leads to what lacks something."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from strategidesk import language
from strategidesk.desk.commands import SetFields
from strategidesk.ui.frame.living import LeadWord
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.saying import plain
from strategidesk.ui.pages.sentences import sentence
from strategidesk.ui.pages.table import PLACES
from strategidesk.ui.shell import Shell
from strategidesk.ui.window import Window
from tests.gui.conftest import open_window
from tests.support import windows
from tests.support.strategies import strategy

PLACE = {place.key: place for group in PLACES for place in group}
LABELS = {
    "area_label": "Integrationsområde",
    "area_label_plural": "Integrationsområden",
    "vision": "Alla är med.",
}
AREAS = [{"id": f"a{n}", "title": f"Område {n}"} for n in range(4)]
SIGNS = [{"id": f"h{n}", "area": f"a{n % 4}", "text": "Alla."} for n in range(5)]


@pytest.fixture
def swedish() -> None:
    language.use("sv")


def said(key: str, **lists: Any) -> str:
    return plain(sentence(strategy(**lists), PLACE[key]))


def links(window: Window) -> list[LeadWord]:
    return [link for link in window.header.living.links if link.isVisible()]


@pytest.mark.usefixtures("swedish")
def test_that_areas_are_told_in_the_words_of_the_strategy() -> None:
    busy = [{"title": "Språkcafé", "hallmarks": ["h0", "h1"]}]
    whole = said("areas", strategy=LABELS, areas=AREAS, hallmarks=SIGNS, activities=busy)
    assert whole == (
        "Vision, 4 integrationsområden, 5 kännetecken. 3 kännetecken saknar aktivitet."
    )
    one = said("areas", strategy={"hallmark_label": "Insats"}, areas=AREAS[:1], hallmarks=SIGNS[:1])
    assert one == "1 område, 1 insats. 1 insats saknar aktivitet."
    busy = [{"title": "Språkcafé", "hallmarks": ["h0"]}]
    done = said("areas", areas=AREAS[:1], hallmarks=SIGNS[:1], activities=busy)
    assert done == "1 område, 1 kännetecken. Alla kännetecken har en aktivitet."
    assert said("areas", strategy=LABELS) == "Inga integrationsområden än."


@pytest.mark.usefixtures("swedish")
def test_that_every_page_tells_what_there_is_and_what_lacks_something() -> None:
    terms = [{"term": "Nyanländ", "text": "Den som kom."}, {"term": "nyanländ", "text": ""}]
    assert said("definitions", definitions=terms) == (
        "2 definitioner. 1 saknar text. 1 begrepp är definierat två gånger."
    )
    indicators = [{"id": "i1", "name": "Behöriga", "target": 90}, {"name": "I arbete"}]
    values = [{"indicator": "i1", "period": "2024", "value": 81}]
    assert said("indicators", indicators=indicators, values=values) == (
        "2 indikatorer med 1 värde. 1 saknar värden. 1 saknar målvärde."
    )
    goals = [{"id": "g1", "title": "God hälsa"}, {"id": "g2", "title": "God utbildning"}]
    tied = [{"id": "l1", "goal": "g1", "area": "a0"}]
    assert said("chain", strategy=LABELS, areas=AREAS, goals=goals, links=tied) == (
        "2 mål och 1 koppling. 3 integrationsområden saknar stöd. 1 mål saknar stöd i strategin."
    )
    answers = [{"respondent": "Skolan", "handling": "followed"}, {"respondent": "Kyrkan"}]
    assert said("dialogue", responses=answers) == "2 svar har kommit in. 1 är inte behandlat."
    assert said("comments", comments=[{"text": "Se över."}]) == "1 kommentar. 1 är inte avklarad."
    units = [{"id": "u1", "name": "Skola"}, {"id": "u2", "name": "Kultur"}]
    busy = [{"title": "Språkcafé", "unit": "u1"}]
    assert said("people", members=[{"name": "A"}], units=units, activities=busy) == (
        "1 i arbetsgruppen. 2 enheter. 1 enhet saknar aktivitet."
    )
    assert said("card", strategy={"title": "S", "municipality": "Ekbacka"}) == (
        "Dokumentuppgifterna saknar diarienummer, dokumentansvarig (politisk nivå), "
        "ansvarig för uppföljning och 1 till."
    )


@pytest.mark.usefixtures("swedish")
def test_that_an_empty_page_is_told_in_a_sentence_without_figures() -> None:
    for key in set(PLACE) - {"overview", "wastebasket", "card", "review", "answers"}:
        words = said(key)
        assert words.endswith(".")
        assert not any(letter.isdigit() for letter in words)


def test_that_the_sentence_leads_to_the_first_that_lacks_something_by_mouse(
    window: Window,
) -> None:
    activity = window.work.strategy.activities[-1]
    window.turn_to("plan")
    for one in window.work.strategy.activities:
        indicator = "" if one is activity else "Antal"
        window.work.run(SetFields(one.id, {"indicator": indicator, "stage": "accepted"}))
    window.resize(1440, 900)
    windows.settle()
    (lead,) = links(window)
    assert lead.text() == "1 has no indicator."

    QTest.mouseClick(lead, Qt.MouseButton.LeftButton)

    page = window.page
    assert isinstance(page, PlanPage)
    assert page.quick.key == "lacking"
    assert page.table.current() == activity.id


def test_that_the_sentence_leads_by_the_keyboard_and_is_heard(window: Window, qtbot: QtBot) -> None:
    window.turn_to("card")
    window.work.run(SetFields(window.work.strategy.card.id, {"reference_number": ""}))
    window.resize(1440, 900)
    qtbot.waitActive(window)
    (lead,) = links(window)
    heard = QAccessible.queryAccessibleInterface(lead)
    assert heard.text(QAccessible.Text.Name) == "The document information lacks reference number."
    assert heard.role() is QAccessible.Role.Button
    lead.setFocus(Qt.FocusReason.TabFocusReason)
    assert lead.hasFocus()

    QTest.keyClick(lead, Qt.Key.Key_Space)

    row = windows.row(window, window.work.strategy.card.id, "reference_number")
    assert row.editor.isAncestorOf(window.focusWidget())


def test_that_the_sentence_gives_way_where_the_window_is_narrow(shell: Shell, sample: Path) -> None:
    window = open_window(shell, sample)
    window.turn_to("indicators")
    for width in (1440, 1000, 870):
        window.resize(width, 700)
        windows.settle()
        living = window.header.living
        shown = [one for one in (*living.words, *living.links) if one.isVisible()]
        assert shown
        for one in shown:
            assert one.geometry().right() <= living.width() + 4
        for button in window.header.buttons:
            assert button.isVisible()
            assert button.width() >= button.minimumSizeHint().width()
