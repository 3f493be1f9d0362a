import tempfile
from pathlib import Path

from hypothesis import given, settings

from strategidesk.desk.desk import Desk
from strategidesk.desk.files import load_file, make
from strategidesk.model.interchange import dump
from strategidesk.model.strategy import Strategy
from tests.support.strategies import whole_strategies


@given(whole_strategies())
@settings(max_examples=50)
def test_that_a_file_is_filled_as_a_rebuild_would(wanted: Strategy) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ekbacka.strategi"

        make(path, "Kim", wanted)

        with Desk.open(path) as desk:
            assert list(desk.verify()) == []  # compares the model tables with a rebuild
        assert dump(load_file(path)) == dump(wanted)
