"""The strict harness around every test.

Python warnings (pyproject.toml), Qt warnings (pytest-qt), log records from WARNING on and windows
left open fail the test in which they appear. A test that expects a log record asserts it with
`caplog` and then calls `caplog.clear()`. Windows open offscreen unless QT_QPA_PLATFORM says
otherwise.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from strategidesk.desk import paging
from tests.support import harness, parts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
harness.work_in_memory()

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "dev")


@pytest.fixture(scope="session", autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with harness.home_of_its_own(tmp_path_factory.mktemp("user")):
        yield


@pytest.fixture(autouse=True)
def _no_pages_laid(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page numbers are worked out, which takes seconds, in tests marked `lays_pages` alone."""
    if request.node.get_closest_marker("lays_pages") is None:
        monkeypatch.setattr(paging, "can_lay", lambda: False)


@pytest.fixture(autouse=True)
def _quiet_and_tidy(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    windows = harness.close_windows()
    records = harness.loud_records(caplog)
    if windows:
        pytest.fail(f"windows left open: {', '.join(windows)}", pytrace=False)
    if records:
        pytest.fail("unexpected log records:\n" + "\n".join(records), pytrace=False)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("requires"):
        for part in marker.args:
            parts.need(part)
