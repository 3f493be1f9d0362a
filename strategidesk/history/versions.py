"""Versions: the whole strategy as it was at one moment, under a name, kept for ever."""

import gzip
import zlib
from dataclasses import dataclass

from sqlalchemy import Connection

from strategidesk.errors import UserError
from strategidesk.history.revision import identify_version
from strategidesk.history.sound import VERSIONS, rows
from strategidesk.model.fields import Id
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.schema import Schema
from strategidesk.model.strategy import Strategy

NAMED = "named"
ADOPTED = "adopted"  # the strategy
ADOPTED_PLAN = "adopted_plan"  # its activity plan

_COLUMNS = '"id","title","kind","decision","author","at"'


class UnreadableVersion(UserError):
    """The version is kept, but it cannot be read here."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What a version is called when it is made; `decision` is the one that adopted it."""

    title: str
    kind: str = NAMED
    decision: Id | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version without its content. `at` is in microseconds UTC; a newer program's `kind` is
    kept."""

    id: str  # hex
    title: str
    kind: str
    decision: Id | None
    author: str
    at: int

    @property
    def adopted(self) -> bool:
        """Whether a decision adopted it: the strategy or its plan."""
        return self.kind in (ADOPTED, ADOPTED_PLAN)


def packed(strategy: Strategy) -> bytes:
    """The strategy as a version's content: its interchange JSON, compressed, without a clock."""
    return gzip.compress(encode(dump(strategy)), compresslevel=6, mtime=0)


@dataclass(frozen=True, slots=True)
class Made:
    """A version with its content, which no file has yet."""

    version: Version
    content: bytes


def made(strategy: Strategy, caption: Caption, author: str, at: int) -> Made:
    """A version of the strategy; takes a while for a large one, and needs no file."""
    content = packed(strategy)
    texts = (caption.title, caption.kind, caption.decision or "", author)
    title, kind, decision, written_by = (text.encode() for text in texts)
    id = identify_version(title, kind, decision, written_by, at, content)
    version = Version(id.hex(), caption.title, caption.kind, caption.decision, author, at)
    return Made(version, content)


def insert(connection: Connection, made: Made) -> None:
    """Keep a version, in the caller's transaction."""
    one = made.version
    texts = (one.title, one.kind, one.decision or "", one.author)
    connection.exec_driver_sql(
        f'INSERT OR IGNORE INTO "version" ({_COLUMNS},"content") VALUES (?,?,?,?,?,?,?)',
        (bytes.fromhex(one.id), *texts, one.at, made.content),
    )


def listed(connection: Connection) -> tuple[Version, ...]:
    """All versions, newest first: equal sets list equal versions."""
    found = connection.exec_driver_sql(
        f'SELECT {_COLUMNS} FROM "version" ORDER BY "at" DESC, "id"'
    ).all()
    return tuple(
        Version(id.hex(), title, kind, Id(decision) if decision else None, author, at)
        for id, title, kind, decision, author, at in found
    )


def load(connection: Connection, version: Version, schema: Schema) -> Strategy:
    """The strategy as it was, all ids kept.

    Raises UnreadableVersion where the content is not what was saved, or holds what this program
    does not know.
    """
    found = list(rows(connection, VERSIONS, '"id" = ?', (bytes.fromhex(version.id),)))
    if not found:
        raise UnreadableVersion("There is no version ”{title}” any more.", title=version.title)
    (sound, (*_, content)), *_ = found
    if not sound:
        raise UnreadableVersion(
            "The version ”{title}” is damaged. Fetch it from another copy or from a backup.",
            title=version.title,
        )
    try:
        return read(decode(gzip.decompress(content)), schema)
    except (UserError, OSError, EOFError, zlib.error):  # it is as it was written, but not by us
        raise UnreadableVersion(
            "The version ”{title}” was saved with a newer version of StrategiDesk. "
            "It is kept as it is; a newer program is needed to open it.",
            title=version.title,
        ) from None
