"""What tests of the window do over and over."""

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from strategidesk.model.document import Section
from strategidesk.model.fields import Field, Id, Kind, to_json
from strategidesk.model.noun import Noun, fields_of, value
from strategidesk.model.schema import STANDARD
from strategidesk.ui.forms.fields import FieldRows
from strategidesk.ui.forms.row import Row
from strategidesk.ui.pages.areas import AreasPage
from strategidesk.ui.pages.card import CardPage
from strategidesk.ui.pages.decisions import DecisionsPage
from strategidesk.ui.pages.pane import Pane
from strategidesk.ui.pages.plan import PlanPage
from strategidesk.ui.pages.register import RegisterPage
from strategidesk.ui.pages.table import PLACES
from strategidesk.ui.pages.tabled import TabledPage
from strategidesk.ui.pages.text import TextPage
from strategidesk.ui.running import Running
from strategidesk.ui.shell import Shell
from strategidesk.ui.text.section import SectionView
from strategidesk.ui.window import Window

_UNWRITTEN = {one for group in PLACES for place in group for one in place.also}
WRITTEN = [one.meta.entity for one in STANDARD.nouns if one.meta.entity not in _UNWRITTEN]


def first(window: Window, entity: str) -> Noun:
    """The first thing of a noun."""
    strategy = window.work.strategy
    return strategy.all(strategy.schema.by_entity[entity])[0]


def pane(window: Window) -> Pane:
    """The register in front."""
    assert isinstance(window.page, RegisterPage)
    return window.page.pane


def form(window: Window) -> FieldRows:
    """The form in front."""
    if isinstance(window.page, CardPage | AreasPage):
        return window.page.form
    page = window.page
    if isinstance(page, DecisionsPage) and page.on_papers:
        assert page.papers.form is not None
        return page.papers.form
    found = (page if isinstance(page, PlanPage | TabledPage) else pane(window)).detail.form
    assert found is not None
    return found


def rows(window: Window) -> tuple[Row, ...]:
    """Every field of what is in front."""
    if isinstance(window.page, TextPage):
        view = section(window)
        return tuple(view.row(name) for name in fields_of(Section) if name not in ("id", "place"))
    return form(window).rows


def shown(window: Window) -> Id | None:
    """What is in front."""
    return section(window).section if isinstance(window.page, TextPage) else form(window).thing


def section(window: Window) -> SectionView:
    """The section in front."""
    page = window.page
    assert isinstance(page, TextPage)
    view = page.sheet.view_of(page.outline.section)
    assert view is not None
    return view


def row(window: Window, id: Id, field: str) -> Row:
    """The row of a thing's field, brought to the front."""
    window.go_to(id)
    assert shown(window) == id
    return next(row for row in rows(window) if row.field.name == field)


def commit(window: Window) -> bool:
    """Save what is in front; False where it is refused."""
    return window.page.commit()


def stored(window: Window, id: Id, field: str) -> Any:
    """The JSON value of a field in the strategy."""
    thing = window.work.strategy.by_id[id]
    return to_json(value(thing, fields_of(type(thing))[field]))


def write(row: Row, given: Any) -> None:
    """What a user's keys or mouse do in the end: another value stands there, told by `changed`."""
    row.editor.set_value(given)
    row.editor.changed.emit()


def another(field: Field, now: Any, window: Window, id: Id) -> Any:
    """A value that the field takes and does not have now."""
    match field.kind:
        case Kind.FLAG:
            return not now
        case Kind.NUMBER:
            return 12.5 if now != 12.5 else 3
        case Kind.WHOLE:
            return 7 if now != 7 else 8
        case Kind.DATE:
            return "2031-05" if now != "2031-05" else "2032"
        case Kind.CHOICE:
            return next(word for word in field.choices or {} if word != now)
        case Kind.REFERENCE:
            return next(t for t in _targets(field, window) if t not in (now, id))
        case Kind.REFERENCES:
            return [] if now else [_targets(field, window)[0]]
        case Kind.PROSE:
            return f"{now}\n\nEtt stycke till, med **fetstil**."
        case _:
            return f"{now} och mer"


def _targets(field: Field, window: Window) -> list[Id]:
    strategy = window.work.strategy
    return [
        thing.id
        for noun in strategy.schema.nouns
        for thing in strategy.all(noun)
        if field.to in ("*", noun.meta.entity)
    ]


def open_file(shell: Shell, path: Path, reading: bool = False) -> None:
    """Open a file, and wait until it is or the trouble is told."""
    shell.open(path, reading=reading)
    wait_for_openings(shell)


def opened_from(shell: Shell, path: Path) -> Window:
    """A window on a file."""
    open_file(shell, path)
    return shell.windows[-1]


def opened(shell: Shell) -> Window:
    """The window that was opened last, when all that is being opened is."""
    wait_for_openings(shell)
    return shell.windows[-1]


def wait_for_openings(shell: Shell) -> None:
    """Let what is being opened come into its window, or the trouble be told."""
    if shell.openings.under_way:
        loop = QEventLoop()
        shell.openings.idle.connect(loop.quit)
        loop.exec()
        settle()


def wait_for_job(running: Running) -> None:
    """Let a window's long work come to its end, and be told."""
    while running.runner is not None:
        running.runner.wait()
        settle()


def settle() -> None:
    """Let Qt deliver what is waiting."""
    QApplication.processEvents()


def close(shell: Shell) -> None:
    """Close everything. The start page, which comes when the last strategy is closed, does not:
    nobody is there to see it, and it takes as long as many a test."""
    shell.give_up()
    with patch.object(shell, "show_start"):
        for window in list(shell.windows):
            window.close()
    if shell.start is not None:
        shell.start.close()
    settle()


def save_copy(window: Window) -> None:
    """Save a copy where the patched file dialog says, and wait until it is whole or refused."""
    window.save_copy()
    if window.copying.runner is not None:
        loop = QEventLoop()
        window.banner.told.connect(loop.quit)
        loop.exec()
        settle()


def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QObject]:
    """What is announced to readers from now on, in order."""
    heard: list[QObject] = []

    def note(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Alert:
            heard.append(event.object())

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return heard
