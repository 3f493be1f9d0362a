"""A whole workgroup, from first copy to last merge."""

from pathlib import Path

import pytest

from tests.support.desks import rich
from tests.support.workload import work


@pytest.mark.parametrize("seed", [1, 2])
def test_that_a_workgroup_ends_with_one_content_and_one_list(tmp_path: Path, seed: int) -> None:
    outcome = work(tmp_path, rich(), members=5, edits=15, seed=seed)
    assert (outcome.dumps, outcome.lists, outcome.lost, outcome.strange) == (1, 1, 0, ())
    assert outcome.revisions > 100
    assert outcome.items > 0, "they must have met"
