"""Readers of the screen go from heading to heading."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from strategidesk.ui.parts import heading
from strategidesk.ui.start.window import StartWindow
from strategidesk.ui.window import Window
from tests.support.focusable import headings
from tests.support.walking import pages


def test_that_every_page_has_its_title_as_a_heading(wide: Window) -> None:
    for _page in pages(wide):
        assert wide.page.place.label in headings(wide.header)


def test_that_the_cards_of_the_overview_are_headings(wide: Window) -> None:
    wide.turn_to("overview")
    found = headings(wide.page)
    assert {"This far you have come", "Changed last", "Dates ahead"} <= set(found)


def test_that_the_start_page_has_headings(start: StartWindow) -> None:
    assert {"StrategiDesk", "Recent", "Begin from a template"} <= set(headings(start))


@pytest.mark.usefixtures("shell")
def test_that_a_heading_says_its_words_as_long_as_it_lives() -> None:
    for _time in range(5):
        made = heading("First")
        reader = QAccessible.queryAccessibleInterface(made)
        made.setText("Second")
        gc.collect()
        assert reader.text(QAccessible.Text.Name) == "Second"
        made.deleteLater()
        QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)
