"""The harness notices what it is there to notice."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_data_path

from tests.support import harness, parts


def _missing(monkeypatch: pytest.MonkeyPatch, ci: str) -> Callable[[], str]:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", ci)
    return lambda: parts.need("pdftoppm")


def test_that_a_missing_part_skips_and_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = _missing(monkeypatch, ci="")

    with pytest.raises(pytest.skip.Exception, match=r"sudo apt-get install poppler-utils"):
        ask()


def test_that_a_missing_part_fails_where_nothing_may_be_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ask = _missing(monkeypatch, ci="true")

    with pytest.raises(pytest.fail.Exception, match=r"pdftoppm is missing"):
        ask()


def test_that_a_warning_in_the_log_is_noticed(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("strategidesk.somewhere").warning("odd: %s", 3)

    assert harness.loud_records(caplog) == ["WARNING strategidesk.somewhere: odd: 3"]
    caplog.clear()


def test_that_calm_words_in_the_log_are_fine(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("strategidesk.somewhere").info("saved")

    assert harness.loud_records(caplog) == []


def test_that_tests_have_a_home_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()

    for folder in (Path.home(), user_config_path("strategidesk"), user_data_path("strategidesk")):
        assert folder.is_relative_to(base)


def test_that_the_programs_own_variables_do_not_reach_a_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGIDESK_LANGUAGE", "en")

    with harness.home_of_its_own(tmp_path):
        assert "STRATEGIDESK_LANGUAGE" not in os.environ
    assert os.environ["STRATEGIDESK_LANGUAGE"] == "en"


@pytest.mark.usefixtures("qapp")
def test_that_a_window_left_open_is_found_and_closed() -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget(windowTitle="Left behind")
    window.show()

    assert harness.close_windows() == ["QWidget “Left behind”"]
    assert harness.close_windows() == []
