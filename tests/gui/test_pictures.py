"""Pictures are taken of windows that have come to rest."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.shots import SIZES, THEMES, settle_sizes

ROOT = Path(__file__).parents[2]


def test_that_a_window_is_waited_for_until_nothing_in_it_grows(qtbot: QtBot) -> None:
    window, part = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(part)
    qtbot.addWidget(window)
    window.show()
    part.setFixedHeight(10)

    def grow() -> None:
        if part.height() < 20:
            part.setFixedHeight(part.height() + 1)
            QTimer.singleShot(0, grow)

    QTimer.singleShot(0, grow)
    settle_sizes(window)
    assert part.height() == 20


def test_that_pictures_of_a_page_and_its_views_are_taken(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.shots", str(tmp_path), "chain", "empty-plan"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )

    assert done.returncode == 0, done.stderr
    found = {path.stem for path in tmp_path.glob("*.png")}
    names = ("chain", "chain-1", "chain-2", "empty-plan")
    assert found == {f"{n}-{theme}-{size}" for n in names for theme in THEMES for size in SIZES}
    sharp = QImage(str(tmp_path / "chain-light-720x450@2x.png"))
    assert (sharp.width(), sharp.height()) == (1440, 900)
    assert sharp != QImage(str(tmp_path / "chain-light-1440x900.png"))
