"""What is removed is told by what it is and what it is called, with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from strategidesk import language
from strategidesk.desk.commands import SetFields
from strategidesk.model.schema import STANDARD
from strategidesk.ui import removing
from strategidesk.ui.window import Window
from strategidesk.ui.words import caption
from tests.support import windows


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ("section", "Avsnittet"),
        ("area", "Området"),
        ("hallmark", "Kännetecknet"),
        ("definition", "Definitionen"),
        ("activity", "Aktiviteten"),
        ("indicator", "Indikatorn"),
        ("decision", "Beslutet"),
        ("unit", "Enheten"),
    ],
)
def test_that_the_banner_names_what_was_removed_and_brings_it_back(
    window: Window, entity: str, words: str
) -> None:
    language.use("sv")
    thing = windows.first(window, entity)
    name = caption(window.work.strategy, thing)
    window.go_to(thing.id)

    window.page.remove()

    assert window.banner.text == f"{words} {name} ligger i papperskorgen."
    (undo,) = window.banner.acts
    assert isinstance(undo, QPushButton)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert thing.id in window.work.strategy.by_id


def test_that_every_noun_has_a_sentence_of_its_own(window: Window) -> None:
    strategy = window.work.strategy
    window.work.run(SetFields(strategy.card.id, {"area_label": "", "hallmark_label": ""}))
    language.use("sv")
    strategy = window.work.strategy
    for entity, noun in STANDARD.by_entity.items():
        things = strategy.all(noun)
        if not noun.meta.single and things:
            told = removing.sentence(strategy, (things[0].id,))
            assert not told.startswith("”"), entity


def test_that_the_strategys_own_word_is_not_changed_into_ours(window: Window) -> None:
    language.use("sv")
    window.work.run(SetFields(window.work.strategy.card.id, {"area_label": "Målområde"}))
    area = windows.first(window, "area")
    name = caption(window.work.strategy, area)

    assert (
        removing.sentence(window.work.strategy, (area.id,)) == f"”{name}” ligger i papperskorgen."
    )


def test_that_several_things_are_counted(window: Window) -> None:
    strategy = window.work.strategy
    some = [one.id for one in strategy.activities[:2]]

    assert removing.sentence(strategy, some) == "2 activities lie in the wastebasket."
    mixed = (some[0], strategy.areas[0].id)
    assert removing.sentence(strategy, mixed) == "2 things lie in the wastebasket."
