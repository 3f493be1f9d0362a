"""Text being typed: kept at once in the file, made a revision when the field is left.

Where the file cannot be written (a full disk, a folder that has vanished), the text is kept on this
computer until it can.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from strategidesk.desk.commands import Command, Create, SetFields
from strategidesk.errors import UserError
from strategidesk.history.reading import decoded
from strategidesk.history.revision import EXISTS, canonical, entity_of, id_of, identify, split
from strategidesk.model.fields import Id
from strategidesk.store import spare
from strategidesk.store.file import StrategyFile


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an editor and is not yet part of the history."""

    id: Id
    field: str
    value: Any
    seen: tuple[bytes, ...]  # empty: those of the time when it becomes part of the history


class Drafts:
    """The drafts of one open file.

    `trouble` says why the last one could be kept on this computer only; None where it is in the
    file.
    """

    def __init__(self, file: StrategyFile) -> None:
        self._file = file
        self.trouble: UserError | None = None

    def keep(self, draft: Draft, at: int) -> None:
        """Keep a draft, in the place of an older one of the same field.

        Raises UserError where it can be kept neither in the file nor on this computer.
        """
        try:
            self._write(draft, at)
        except UserError as trouble:
            if self._file.writable:
                with suppress(UserError):
                    spare.keep(self._file.path, _key(draft.id, draft.field), _spared(draft, at))
                    self.trouble = trouble
                    return
            raise
        self.trouble = None
        spare.drop(self._file.path, _key(draft.id, draft.field))

    def _write(self, draft: Draft, at: int) -> None:
        entity, seen = entity_of(draft.id), b"".join(draft.seen)
        value = canonical(draft.value)
        hash = identify(entity, draft.field.encode(), value.encode(), seen, b"", at, b"draft")
        with self._file.writing() as connection:
            connection.exec_driver_sql(
                'INSERT OR REPLACE INTO "draft" ("entity","field","seen","at","hash","value")'
                " VALUES (?,?,?,?,?,?)",
                (entity, draft.field, seen, at, hash, value),
            )

    def drop(self, id: Id, field: str) -> None:
        """Forget a draft."""
        spare.drop(self._file.path, _key(id, field))
        with self._file.writing() as connection:
            connection.exec_driver_sql(
                'DELETE FROM "draft" WHERE "entity" = ? AND "field" = ?', (entity_of(id), field)
            )

    def all(self) -> list[Draft]:
        """Every draft, oldest first. Raises UserError where one does not read any more."""
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(
                'SELECT "at","entity","field","value","seen" FROM "draft"'
            ).all()
        dated = [
            (at, Draft(id_of(entity), field, decoded(value), split(seen)))
            for at, entity, field, value, seen in rows
        ]
        dated += map(_unspared, spare.texts(self._file.path))
        dated.sort(key=lambda each: each[0])
        newest = {(draft.id, draft.field): draft for _, draft in dated}
        return list(newest.values())


def unmade(entity: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The draft of a whole thing that is not made yet: what its creation would say."""
    return {"kind": entity, "values": dict(values)}


def settling(draft: Draft) -> Command:
    """The command that makes a draft a revision."""
    if draft.field == EXISTS:
        return Create(draft.value["kind"], draft.value["values"], id=draft.id, label="write")
    seen = {draft.field: draft.seen} if draft.seen else {}
    return SetFields(draft.id, {draft.field: draft.value}, seen, "write")


def _key(id: Id, field: str) -> str:
    return identify(entity_of(id), field.encode(), b"", b"", b"", 0, b"draft").hex()


def _spared(draft: Draft, at: int) -> str:
    seen = [head.hex() for head in draft.seen]
    return json.dumps(
        {"at": at, "id": draft.id, "field": draft.field, "value": draft.value, "seen": seen},
        ensure_ascii=False,
    )


def _unspared(text: str) -> tuple[int, Draft]:
    kept = decoded(text)
    seen = tuple(bytes.fromhex(head) for head in kept["seen"])
    return kept["at"], Draft(Id(kept["id"]), kept["field"], kept["value"], seen)
