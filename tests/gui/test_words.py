"""The window speaks Swedish: every text in its source has a translation with the same places."""

import json
import string
from pathlib import Path

from strategidesk.model.fields import Kind
from strategidesk.model.noun import shown_fields
from strategidesk.model.schema import STANDARD
from strategidesk.paths import resource
from tests.support.templates import templates

UI = Path(__file__).parents[2] / "strategidesk" / "ui"


def _catalogue() -> dict[str, str]:
    texts: dict[str, str] = json.loads(
        resource("translations", "sv.json").read_text(encoding="utf-8")
    )
    return texts


def _declared() -> set[str]:
    found = set()
    for noun in STANDARD.nouns:
        found |= {noun.meta.label, noun.meta.label_plural}
        for field in shown_fields(noun):
            found.add(field.label)
            if field.kind is Kind.CHOICE:
                found |= set((field.choices or {}).values())
    return found


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_that_every_text_of_the_window_is_translated() -> None:
    wanted = templates(UI)

    assert len(wanted) > 100
    assert wanted - set(_catalogue()) == set()


def test_that_every_declared_label_is_translated() -> None:
    assert _declared() - set(_catalogue()) == set()


def test_that_translations_have_the_places_of_their_templates() -> None:
    catalogue = _catalogue()
    wrong = {t for t in templates(UI) & set(catalogue) if _places(t) != _places(catalogue[t])}

    assert wrong == set()


def test_that_menu_texts_keep_a_letter() -> None:
    catalogue = _catalogue()
    menus = {template for template in templates(UI) & set(catalogue) if "&" in template}

    assert {template for template in menus if "&" not in catalogue[template]} == set()
