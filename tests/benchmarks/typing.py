"""Writing in a long section of the text page, held against Qt's own editor with the same words."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from strategidesk import language
from strategidesk.desk.files import make
from strategidesk.model.document import Section
from strategidesk.model.places import make as place
from strategidesk.model.places import spread
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy
from strategidesk.ui.app import application
from strategidesk.ui.shell import Shell
from strategidesk.ui.text.sheet import MEASURE
from strategidesk.ui.window import Window
from strategidesk.ui.writing.edit import RichEdit
from tests.benchmarks.data import Maker
from tests.benchmarks.measuring import Pair, Row, timed
from tests.support.windows import opened

WORDS = 2_000
KEYS = "en bro till alla som bor "
TIMES = 15
MOST = 1.3
_RICH = (
    "- {}\n- {}\n- {}",
    "| {} | {} |\n| --- | --- |\n| {} | {} |",
)


def rows(folder: Path) -> Iterator[Row]:
    """A section of paragraphs alone, and one with footnotes, a list and a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["STRATEGIDESK_CONFIG"] = str(folder)
    app = QApplication.instance() or application()
    language.use("sv")
    path = folder / "typing.strategi"
    make(path, "Alva", _strategy())
    shell = Shell(application(), "Alva")
    shell.open(path)
    window = opened(shell)
    window.turn_to("text")
    for name, section in zip(("plain", "rich"), window.work.strategy.sections, strict=True):
        window.go_to(section.id)
        yield _typed(name, window, _edit(window, section))
    window.close()
    shell.give_up()
    assert app is not None


def _strategy() -> Strategy:
    make_up = Maker(WORDS)
    plain = _paragraphs(make_up)
    lines = iter(make_up.line, None)
    rich = [*plain[:1], *(_filled(each, lines) for each in _RICH), *plain[1:]]
    rich[0] += "[^1]"
    rich[-1] += "[^2]"
    rich += [f"[^{label}]: {make_up.sentence()}" for label in (1, 2)]
    first = Section(id=make_up.id(), heading="Plain", body="\n\n".join(plain))
    sections = (first, replace(first, id=make_up.id(), heading="Rich", body="\n\n".join(rich)))
    placed = zip(sections, spread(len(sections)), strict=True)
    return Strategy(STANDARD, {Section: tuple(replace(one, place=place(at)) for one, at in placed)})


def _paragraphs(make_up: Maker) -> list[str]:
    made: list[str] = []
    while sum(len(each.split()) for each in made) < WORDS:
        made.append(" ".join(make_up.sentence() for _ in range(4)))
    return made


def _filled(block: str, lines: Iterator[str]) -> str:
    return block.format(*(next(lines) for _ in range(block.count("{}"))))


def _edit(window: Window, section: Section) -> RichEdit:
    view = window.page.findChildren(QScrollArea)  # the page keeps one section at a time
    found = [one for area in view for one in area.findChildren(RichEdit) if one.isVisible()]
    (edit,) = (one for one in found if one.text() == section.body)
    return edit


def _typed(name: str, window: Window, edit: RichEdit) -> Row:
    peer = _Peer(edit)
    taken = []
    for _ in range(TIMES + 1):
        ours = timed(partial(_type, edit))
        window.save()  # what is done a while after the last key must not fall into the peer's time
        QApplication.processEvents()
        taken.append((ours, timed(partial(_type, peer.edit))))
    peer.close()
    _first, *later = taken
    pair = Pair(tuple(a for a, _ in later), tuple(b for _, b in later))
    return pair.row(f"{len(KEYS)} keys in {WORDS} words, {name}", "QTextEdit", MOST)


def _type(edit: QTextEdit) -> None:
    """Each key till the text is painted, in the first paragraph."""
    edit.window().activateWindow()
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, n=20)
    edit.setTextCursor(cursor)
    QApplication.processEvents()
    for key in KEYS:
        QTest.keyClicks(edit, key)
        QApplication.processEvents()


class _Peer(QScrollArea):
    """The same words on a scroll area, as high as they are."""

    def __init__(self, ours: RichEdit) -> None:
        super().__init__()
        ground = QWidget()
        ground.setMaximumWidth(MEASURE)
        self.edit = QTextEdit()
        self.edit.setFont(ours.font())
        self.edit.setPlainText(ours.toPlainText())
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.setFixedHeight(ours.height())
        QVBoxLayout(ground).addWidget(self.edit)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.resize(ours.window().size())
        self.show()
        QApplication.processEvents()
