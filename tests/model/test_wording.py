"""The words of documents."""

import ast
from pathlib import Path

import pytest

from strategidesk import language
from strategidesk.model.document import Card
from strategidesk.model.noun import fields_of
from strategidesk.model.wording import Wording, wording

KIND = fields_of(Card)["kind"]
ROOT = Path(__file__).parents[2]


def test_that_documents_are_swedish_whatever_the_user_speaks() -> None:
    spoken = language.active()
    language.use("en")
    try:
        assert wording().choice(KIND, "guideline") == "Riktlinjer"
        assert wording().label(KIND) == wording().translations[KIND.label]
    finally:
        language.use(spoken)


def test_that_a_newer_programs_choice_stands_as_it_is() -> None:
    assert wording().choice(KIND, "charter") == "charter"
    assert wording().choice(KIND, "") == ""


def test_that_places_are_filled_in_and_groups_are_reached() -> None:
    words = Wording({"a": {"b": "{n} stycken"}}, {})
    assert words.text("a.b", n=3) == "3 stycken"
    assert words.choice(KIND, "plan") == "Plan"
    with pytest.raises(KeyError):
        words.text("a.c")


def test_that_every_text_that_the_code_asks_for_is_there() -> None:
    asked = {
        (str(path.relative_to(ROOT)), str(node.args[0].value))
        for path in (ROOT / "strategidesk").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if ast.unparse(node.func) == "wording().text" or _is_alias(node, path)
    }
    assert len(asked) > 50
    assert {(path, key) for path, key in asked if not _has(key)} == set()


def _is_alias(call: ast.Call, path: Path) -> bool:
    """A call by the short name that functions give to `wording().text`."""
    return ast.unparse(call.func) == "text" and "wording().text" in path.read_text(encoding="utf-8")


def _has(key: str) -> bool:
    try:
        return bool(wording().text(key))
    except KeyError:
        return False
