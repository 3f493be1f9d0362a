"""Whether a database has the tables, columns and rules that this program made."""

import sqlite3
from functools import cache

from sqlalchemy import Connection, MetaData

from strategidesk.history.tables import ModelTables, exchanged, local
from strategidesk.store.upgrades import missing


def whole(connection: Connection, tables: ModelTables) -> bool:
    """Whether every table and column that the program reads is there."""
    return _there(connection, exchanged, local, tables.metadata)


def exchangeable(connection: Connection) -> bool:
    """Whether the tables are there that copies exchange; what is made from them may differ, as it
    does in a copy from a program that knows other fields."""
    return _there(connection, exchanged)


def _there(connection: Connection, *wanted: MetaData) -> bool:
    """Whether every table and column of these is there.

    SQLite takes the name of a column that is missing for a text, so this must be known first.
    """
    there = {
        (table, column)
        for table, column in connection.exec_driver_sql(
            "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
            "WHERE m.type = 'table'"
        )
    }
    return there >= {
        (table.name, column.name)
        for metadata in wanted
        for table in metadata.sorted_tables
        for column in table.columns
    }


def broken_rules(connection: Connection) -> list[str]:
    """The names of tables, indexes and triggers that are not as the format's steps make them."""
    there = dict(map(tuple, connection.exec_driver_sql(_RULES)))
    return sorted(name for name, sql in _rules().items() if there.get(name) != sql)


_RULES = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


@cache
def _rules() -> dict[str, str]:
    connection = sqlite3.connect(":memory:")
    try:
        for _, statements in missing(0):
            for statement in statements:
                connection.execute(statement)
        return dict(connection.execute(_RULES))
    finally:
        connection.close()
