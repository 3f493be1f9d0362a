"""The model tables can be thrown away: every dump and every document is the same afterwards."""

import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings

from strategidesk.desk import files
from strategidesk.desk.desk import Desk, tables_of
from strategidesk.desk.exporting import export
from strategidesk.desk.exports import EXPORTS, Wish
from strategidesk.desk.jobs import finish
from strategidesk.model.interchange import decode, read
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.paths import resource
from strategidesk.store.file import PROJECTION, StrategyFile
from tests.support.desks import fresh, loaded, make, same
from tests.support.strategies import whole_strategies


def throw_away(path: Path) -> None:
    """Drop every model table, as if another program had made the file."""
    with StrategyFile.open(path, tables_of(STANDARD), "Ida") as file, file.writing() as connection:
        file.tables.metadata.drop_all(connection)
        connection.exec_driver_sql('DELETE FROM "meta" WHERE "name" = ?', (PROJECTION,))


def documents(strategy: Strategy, folder: Path) -> dict[str, bytes]:
    """The content of every export, part by part, but for the moment at which it was made."""
    parts: dict[str, bytes] = {}
    for kind in EXPORTS:
        for format in kind.writers:  # a PDF is made of the one for Word
            for form in kind.forms or ("",):
                target = folder / f"out.{format}"
                finish(export(strategy, kind.what, target, format, Wish(form=form)))
                with zipfile.ZipFile(target) as package:
                    for name in package.namelist():
                        if not name.startswith("docProps/"):
                            parts[f"{kind.what} {form} {name}"] = package.read(name)
    return parts


def assert_rebuilt(path: Path) -> None:
    dumped = files.dump_file(path)
    before = files.load_file(path)
    throw_away(path)
    assert files.dump_file(path) == dumped
    after = files.load_file(path)
    assert same(after, before)
    with Desk.open(path) as desk:
        assert [finding.template for finding in desk.verify()] == []
    assert documents(after, path.parent) == documents(before, path.parent)


@settings(max_examples=8)
@given(whole_strategies())
def test_that_a_file_without_model_tables_gives_the_same_dump_and_documents(
    strategy: Strategy,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.strategi"
        files.make(path, "Alva", strategy)
        assert_rebuilt(path)


def test_that_the_sample_and_a_file_with_a_past_do_too(tmp_path: Path) -> None:
    sample = read(decode(resource("sample", "ekbacka.json").read_bytes()))
    files.make(tmp_path / "sample.strategi", "Alva", sample)
    for path in (tmp_path / "sample.strategi", make(tmp_path / "past.strategi")):
        assert_rebuilt(path)


def test_that_reading_a_file_writes_nothing_into_it() -> None:
    with fresh() as desk:
        before = desk.path.read_bytes()
        assert same(loaded(desk), desk.strategy)
        list(desk.history())
        assert desk.path.read_bytes() == before
