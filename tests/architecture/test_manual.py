"""What the manual tells is what the program does."""

import json
import re

import pytest

from strategidesk.language import catalogue
from strategidesk.model.schema import STANDARD
from strategidesk.paths import resource
from strategidesk.ui.pages.table import PLACES


def _page(name: str) -> str:
    return resource("manual", name).read_text(encoding="utf-8")


def test_that_every_named_cell_of_a_workbook_is_told() -> None:
    names = json.loads(resource("wording", "sv.json").read_text(encoding="utf-8"))["excel"]["names"]
    told = set(re.findall(r"`(\w+)`", _page("mallar.md")))
    assert set(names.values()) <= told


def test_that_every_named_cell_of_an_answer_sheet_is_told() -> None:
    excel = json.loads(resource("wording", "sv.json").read_text(encoding="utf-8"))["excel"]
    told = set(re.findall(r"`(\w+)`", _page("uppfoljning.md")))
    assert set(excel["sheets"]["names"].values()) <= told


def test_that_every_kind_that_can_be_created_is_told() -> None:
    told = set(re.findall(r"`(\w+)`", _page("scripting.md")))
    assert set(STANDARD.by_entity) - {"strategy"} <= told


@pytest.mark.parametrize("variable", ["LANGUAGE", "BACKUPS", "CONFIG"])
def test_that_the_variables_are_told(variable: str) -> None:
    assert f"`STRATEGIDESK_{variable}`" in _page("scripting.md")


def test_that_every_page_of_the_window_is_told_under_its_own_name() -> None:
    headings = set(re.findall(r"^#+ (.+)$", _page("fonstret.md"), re.MULTILINE))
    labels = {catalogue("sv")[place.label] for group in PLACES for place in group}
    assert labels <= headings


def test_that_what_is_named_in_the_window_is_called_so_there() -> None:
    words = {word.removesuffix(" …") for word in catalogue("sv").values()}
    text = " ".join(_page("fonstret.md").split())
    named = re.findall(r"(?<!\*)\*([^*\s][^*]*)\*(?!\*)", text)
    parts = {part for one in named for part in one.split(" > ") if part[0].isupper()}
    assert parts <= words
    assert len(parts) > 20
