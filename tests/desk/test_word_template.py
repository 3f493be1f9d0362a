"""The municipality's Word template: kept in the strategy, used by exports, and undone like all."""

import json
from pathlib import Path

import pytest

from strategidesk.desk import files, word_template
from strategidesk.desk.desk import Desk
from strategidesk.desk.exporting import export
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import merging
from strategidesk.desk.periods import next_period
from strategidesk.desk.templates import outline_of
from strategidesk.desk.word_template import KeepTemplate
from strategidesk.errors import UserError
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from tests.support import documents
from tests.support.desks import fresh, make, working
from tests.support.documents import NS
from tests.support.municipal_templates import bare, google_docs, swedish_word
from tests.support.strategies import strategy

GREEN, SWEDISH = KeepTemplate("Grön.docx", bare()), KeepTemplate("Mall.dotx", swedish_word())


def heading_style(path: Path) -> str:
    """The id of the style of the first heading."""
    heading = next(
        found
        for found in documents.part(path, "word/document.xml").iter(f"{{{NS['w']}}}pStyle")
        if found.get(f"{{{NS['w']}}}val") in ("Heading1", "Rubrik1", "R1")
    )
    return str(heading.get(f"{{{NS['w']}}}val"))


def exported(strategy: Strategy, out: Path, wish: Wish | None = None) -> str:
    finish(export(strategy, "strategy", out, "docx", wish))
    return heading_style(out)


def test_that_a_kept_template_is_used_by_every_export_until_it_is_taken_away(
    tmp_path: Path,
) -> None:
    out = tmp_path / "ut.docx"
    with fresh() as desk:
        assert exported(desk.strategy, out) == "Heading1"
        desk.run(SWEDISH)
        assert word_template.name_of(desk.strategy) == "Mall.dotx"
        assert exported(desk.strategy, out) == "Rubrik1"
        desk.run(word_template.take_away(desk.strategy))
        assert exported(desk.strategy, out) == "Heading1"


def test_that_a_given_template_or_the_own_look_wins_over_the_kept_one(tmp_path: Path) -> None:
    out = tmp_path / "ut.docx"
    with fresh() as desk:
        desk.run(SWEDISH)
        assert exported(desk.strategy, out, Wish(template=bare())) == "R1"
        assert exported(desk.strategy, out, Wish(own_look=True)) == "Heading1"
        finish(export(desk.strategy, "activity-plan", tmp_path / "plan.xlsx", "xlsx"))


def test_that_choosing_is_one_step_that_is_undone_and_done_again() -> None:
    with fresh() as desk:
        desk.run(SWEDISH)
        desk.run(GREEN)
        assert desk.undo_label == "choose the Word template"
        desk.undo()
        assert word_template.name_of(desk.strategy) == "Mall.dotx"
        assert word_template.kept(desk.strategy) == ("Mall.dotx", swedish_word())
        desk.undo()
        assert word_template.kept(desk.strategy) is None
        desk.redo()
        assert word_template.kept(desk.strategy) == ("Mall.dotx", swedish_word())


def test_that_the_template_lies_in_the_file_and_in_its_interchange(tmp_path: Path) -> None:
    path = tmp_path / "plan.strategi"
    make(path)
    with Desk.open(path, "Alva") as desk:
        desk.run(SWEDISH)
    content = files.dump_file(path)
    assert word_template.kept(read(decode(content), STANDARD)) == ("Mall.dotx", swedish_word())
    other = tmp_path / "andra.strategi"
    (tmp_path / "data.json").write_bytes(content)
    files.load(tmp_path / "data.json", other, "Alva")
    assert files.dump_file(other) == content
    assert json.loads(content)["strategy"]["word_template"].endswith(" Mall.dotx")


def test_that_it_comes_along_with_a_working_copy(tmp_path: Path) -> None:
    copy = tmp_path / "kopia.strategi"
    with fresh() as ours:
        files.copy(ours.path, copy)
        with working(copy, "Bo") as theirs:
            theirs.run(SWEDISH)
        ours.accept(finish(merging(ours, [copy])))
        assert word_template.kept(ours.strategy) == ("Mall.dotx", swedish_word())


def test_that_the_next_period_and_a_template_of_the_strategy_keep_it() -> None:
    with fresh() as desk:
        desk.run(SWEDISH)
        assert word_template.kept(next_period(desk.strategy)) is not None
        assert word_template.kept(outline_of(desk.strategy, "Mall")) is not None


def test_that_a_template_that_is_named_but_not_there_is_told(tmp_path: Path) -> None:
    lost = strategy(strategy={"word_template": f"{'0' * 64} Borta.dotx"})
    with pytest.raises(UserError, match=r"Borta\.dotx"):
        finish(export(lost, "strategy", tmp_path / "ut.docx", "docx"))
    assert read(decode(encode(dump(lost))), STANDARD).card == lost.card


def test_that_a_template_is_looked_through_before_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "google.docx"
    path.write_bytes(google_docs())
    checked = finish(word_template.checking(path))
    assert checked.file == ("google.docx", google_docs())
    assert any(one.kind == "mend" for one in checked.remarks)
    path.write_bytes(b"text")
    with pytest.raises(UserError, match=r"google\.docx"):
        finish(word_template.checking(path))
    path.write_bytes(b"PK" + bytes(6_000_000))
    with pytest.raises(UserError, match="5 MB"):
        finish(word_template.checking(path))
