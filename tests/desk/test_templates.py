"""Templates of the user's own: what they hold, and where they stand."""

from pathlib import Path

import pytest

from strategidesk.desk import files
from strategidesk.desk.desk import Desk
from strategidesk.desk.templates import own_folder, save_template, template_of, templates
from tests.support.desks import rich


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGIDESK_TEMPLATES", str(tmp_path / "mallar"))


def test_that_a_template_has_the_outline_and_nothing_that_was_written_in_it() -> None:
    whole = rich()
    save_template(whole, "Vår mall", "För  alla\nplaner.")
    made = template_of("Vår mall")

    assert [one.heading for one in made.sections] == [one.heading for one in whole.sections]
    assert [one.guidance for one in made.sections] == [one.guidance for one in whole.sections]
    assert made.card.area_label == whole.card.area_label
    assert made.card.title == "Vår mall"
    assert not any(one.body or one.owner or one.status != "not_started" for one in made.sections)
    assert made.card.municipality == made.card.vision == made.card.reference_number == ""
    left = [noun.meta.entity for noun in made.schema.nouns if made.all(noun)]
    assert left == ["strategy", "section"]


def test_that_own_templates_stand_after_those_of_the_program_and_can_be_begun_from(
    tmp_path: Path,
) -> None:
    save_template(rich(), "Allra: egen", "")
    save_template(rich(), "integration", "Vår egen.")
    found = [one.name for one in templates()]

    assert found[-2:] == ["Allra egen", "integration 2"]
    assert templates()[-1].about == "Vår egen."
    path = tmp_path / "ny.strategi"
    files.new(path, "Astrid Exempel", "integration 2", "Min plan")
    with Desk.open(path, "Astrid Exempel") as desk:
        assert desk.strategy.card.title == "Min plan"
        assert desk.strategy.sections


def test_that_a_file_that_is_no_template_is_passed_over() -> None:
    before = [one.name for one in templates()]
    own_folder().mkdir(parents=True)
    for name, content in (("a", "{"), ("b", "[]"), ("c", '{"format": "strategidesk"}')):
        (own_folder() / f"{name}.json").write_text(content, encoding="utf-8")

    assert [one.name for one in templates()] == before
