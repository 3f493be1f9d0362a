"""Pictures are taken of windows that have come to rest."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.shots import settle_sizes


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
