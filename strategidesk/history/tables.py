"""The tables, as SQLAlchemy sees them.

Exchanged: `revision`, `version`, `blob`; they only grow. Local and rebuilt from them: one table per
noun, `deleted`, `review`. Local and not rebuilt: `draft`, `meta`.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from strategidesk.model.fields import Kind
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.schema import Schema

exchanged = MetaData()

revision = Table(  # the value stands last: reading the others then leaves long texts alone
    "revision",
    exchanged,
    Column("id", LargeBinary(16), primary_key=True),
    Column("entity", LargeBinary(16), nullable=False),
    Column("field", Text, nullable=False),
    Column("parents", LargeBinary, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
)
version = Table(
    "version",
    exchanged,
    Column("id", LargeBinary(32), primary_key=True),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
blob = Table(
    "blob",
    exchanged,
    Column("id", LargeBinary(32), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

local = MetaData()

draft = Table(  # text being typed: kept at once, made a revision when the field is left
    "draft",
    local,
    Column("entity", LargeBinary(16), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("seen", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("hash", LargeBinary(16), nullable=False),
    Column("value", Text, nullable=False),
)
meta = Table(
    "meta", local, Column("name", Text, primary_key=True), Column("value", Text, nullable=False)
)

_COLUMNS: dict[Kind, type[Integer | Text]] = {Kind.WHOLE: Integer, Kind.FLAG: Integer}


@dataclass(frozen=True)
class ModelTables:
    """The tables that are projected from the revisions, for one schema."""

    schema: Schema
    metadata: MetaData
    nouns: dict[type[Noun], Table]
    deleted: Table
    review: Table

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever the tables do, so that a file made for others is rebuilt."""
        shape = [
            f"{table.name}({','.join(f'{c.name}:{c.type!r}' for c in table.columns)})"
            for table in self.metadata.sorted_tables
        ]
        return hashlib.sha256("\n".join(shape).encode()).hexdigest()


def model_tables(schema: Schema) -> ModelTables:
    """One table per noun, a column per field; no constraint that two valid edits could break.

    Texts stand as they are, numbers as text (exact decimals), flags as 0 and 1, sets of ids as a
    JSON list.
    """
    metadata = MetaData()
    nouns = {
        noun: Table(
            noun.meta.entity,
            metadata,
            Column("id", Text, primary_key=True),
            *(
                Column(field.name, _COLUMNS.get(field.kind, Text))
                for field in fields_of(noun).values()
            ),
        )
        for noun in schema.nouns
    }
    deleted = Table(
        "deleted",
        metadata,
        Column("id", Text, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("place", Text, nullable=False),
        Column("author", Text, nullable=False),
        Column("at", BigInteger, nullable=False),
    )
    review = Table(
        "review",
        metadata,
        Column("entity", Text, primary_key=True),
        Column("field", Text, primary_key=True),
        Column("kind", Text, nullable=False),
    )
    return ModelTables(schema, metadata, nouns, deleted, review)
