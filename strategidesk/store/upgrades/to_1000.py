"""Format 1.0: the exchanged set, drafts and notes about the file."""


def _kept(table: str) -> list[str]:
    """Triggers that let a table only grow; a second insert of the same id changes nothing."""
    return [
        f"CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the set only grows'); END",
        f"CREATE TRIGGER {table}_is_never_removed BEFORE DELETE ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the set only grows'); END",
        f"CREATE TRIGGER {table}_is_kept BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) "
        "BEGIN SELECT RAISE(IGNORE); END",
    ]


STATEMENTS = [
    "CREATE TABLE revision (id BLOB NOT NULL PRIMARY KEY, entity BLOB NOT NULL, "
    "field TEXT NOT NULL, parents BLOB NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL, "
    "kind TEXT NOT NULL, value TEXT NOT NULL)",
    "CREATE INDEX revision_by_field ON revision (entity, field)",
    "CREATE TABLE version (id BLOB NOT NULL PRIMARY KEY, title TEXT NOT NULL, "
    "kind TEXT NOT NULL, decision TEXT NOT NULL, author TEXT NOT NULL, at BIGINT NOT NULL, "
    "content BLOB NOT NULL)",
    "CREATE TABLE blob (id BLOB NOT NULL PRIMARY KEY, data BLOB NOT NULL)",
    *_kept("revision"),
    *_kept("version"),
    *_kept("blob"),
    "CREATE TABLE draft (entity BLOB NOT NULL, field TEXT NOT NULL, seen BLOB NOT NULL, "
    "at BIGINT NOT NULL, hash BLOB NOT NULL, value TEXT NOT NULL, PRIMARY KEY (entity, field))",
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
]
