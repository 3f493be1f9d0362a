"""The table of activities, held against Qt's own table on the same rows in SQLite."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from strategidesk import language
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import make
from strategidesk.ui.app import application
from strategidesk.ui.tables.column import columns_of
from strategidesk.ui.tables.criterion import Criterion
from strategidesk.ui.tables.table import Table
from strategidesk.ui.work import Work
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, interleave

SIZE = 10_000
NAMES = ("title", "area", "unit", "when", "status", "indicator", "expected_result")
MOST_TO_PAINT, MOST_TO_SCROLL, MOST_TO_FILTER = 1.5, 1.6, 2.0
STEPS = 40  # of the scrolling, each a bit more than a page's third
KEYS = ("s", "sk", "sko", "skol", "skola", "skolan")  # what is typed into the filter, key by key
_ROW = 50
View = TypeVar("View", bound=QWidget)
_QUERY = (
    'SELECT a.title, o.title, u.name, a."when", a.status, a.indicator, a.expected_result '
    "FROM activity a LEFT JOIN area o ON o.id = a.area LEFT JOIN unit u ON u.id = a.unit "
    "ORDER BY a.place"
)


def rows(folder: Path) -> Iterator[Row]:
    """First paint, scrolling and filtering of the same columns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or application()
    language.use("sv")
    path = folder / "table.strategi"
    make(path, "Ekbacka", strategy(500, SIZE))
    database = QSqlDatabase.addDatabase("QSQLITE", "peer")
    database.setDatabaseName(str(path))
    database.open()
    with Desk.open(path, "Alva") as desk:
        work = Work(desk)
        try:
            yield from _painted(work, database)
            yield _filtered(work)
        finally:
            database.close()
    assert app is not None


def _painted(work: Work, database: QSqlDatabase) -> Iterator[Row]:
    ours: list[Table] = []
    peers: list[QTableView] = []
    pair = interleave(
        lambda: _shown(ours, lambda: _table(work)), lambda: _shown(peers, lambda: _peer(database))
    )
    yield pair.row(f"Table of {SIZE} activities, first paint", "QTableView", MOST_TO_PAINT)
    table, peer = ours[-1].grid, peers[-1]
    while peer.model().canFetchMore(peer.rootIndex()):
        peer.model().fetchMore(peer.rootIndex())
    pair = interleave(lambda: _scroll(table), lambda: _scroll(peer))
    yield pair.row(f"Table of {SIZE} activities, scrolling", "QTableView", MOST_TO_SCROLL)
    for view in (*ours, *peers):
        view.close()


def _shown(views: list[View], made: Callable[[], View]) -> None:
    view = made()
    view.resize(1200, 800)
    view.show()
    QApplication.processEvents()
    view.hide()
    views.append(view)


def _table(work: Work) -> Table:
    columns = columns_of(work.strategy, "activity", NAMES)
    return Table(work, columns, "activity", "table", "Ny aktivitet")


def _peer(database: QSqlDatabase) -> QTableView:
    model = QSqlQueryModel()
    model.setQuery(_QUERY, database)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    for column, width in enumerate((260, 180, 140, 120, 120, 180, 180)):
        view.setColumnWidth(column, width)
    return view


def _scroll(view: QTableView) -> None:
    view.window().show()
    bar = view.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    for step in range(STEPS):
        bar.setValue(step * 6 * _ROW + step * 2000)
        QApplication.processEvents()
    view.window().hide()


def _filtered(work: Work) -> Row:
    table = _table(work)
    lower = ["\t".join(table.model.text(row, at) for at in range(1, 8)).lower()
             for row in range(SIZE)]  # fmt: skip

    def ours() -> None:
        for key in KEYS:
            table.grid.headings.set_criterion("title", Criterion(key))

    def peer() -> None:
        for key in KEYS:
            [row for row, text in enumerate(lower) if key in text]

    row = interleave(ours, peer).row(
        f"Table of {SIZE} activities, {len(KEYS)} keys of a filter",
        "joined small letters", MOST_TO_FILTER,
    )  # fmt: skip
    table.close()
    return row
