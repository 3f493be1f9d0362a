"""What must hold around every test: quiet logs, no windows left, nothing of the user's touched."""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
}

_MEMORY = Path("/dev/shm")
_ROOM = 4 * 2**30  # bytes that must be free there


def work_in_memory() -> None:
    """Temporary files lie in memory, where the system offers it: a test's files need not survive
    the computer, and each of the thousands of savings would wait for the disk.

    TMPDIR, where it is given, stays. Children inherit it.
    """
    if sys.platform != "linux" or "TMPDIR" in os.environ or not os.access(_MEMORY, os.W_OK):
        return
    runs_programs = not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC
    if runs_programs and shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)


@contextmanager
def home_of_its_own(folder: Path) -> Iterator[None]:
    """A user's folders under `folder`, no language, none of the program's own variables."""
    with pytest.MonkeyPatch.context() as patch:
        for variable, place in _FOLDERS.items():
            path = folder / place
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
            patch.setenv(variable, str(path))
        for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
            patch.delenv(variable, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        for variable in [name for name in os.environ if name.startswith("STRATEGIDESK_")]:
            patch.delenv(variable)
        yield


def loud_records(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Warnings and errors that the test logged and did not answer for by `caplog.clear()`."""
    return [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in [*caplog.get_records("setup"), *caplog.get_records("call")]
        if record.levelno >= logging.WARNING
    ]


def close_windows() -> list[str]:
    """Close the top-level windows still showing; what they were."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    showing = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} “{window.windowTitle()}”" for window in showing]
    for window in showing:
        window.close()
        window.deleteLater()
    return names
