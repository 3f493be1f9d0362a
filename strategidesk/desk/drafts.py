"""Text being typed: kept at once in the file, made a revision when the field is left."""

import json
from dataclasses import dataclass
from typing import Any

from strategidesk.history.revision import canonical, entity_of, id_of, split
from strategidesk.model.fields import Id
from strategidesk.store.file import StrategyFile


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an editor and is not yet part of the history."""

    id: Id
    field: str
    value: Any
    seen: tuple[bytes, ...]


class Drafts:
    """The drafts of one open file."""

    def __init__(self, file: StrategyFile) -> None:
        self._file = file

    def keep(self, draft: Draft, at: int) -> None:
        """Keep a draft, in the place of an older one of the same field."""
        with self._file.writing() as connection:
            connection.exec_driver_sql(
                'INSERT OR REPLACE INTO "draft" ("entity","field","seen","at","value")'
                " VALUES (?,?,?,?,?)",
                (
                    entity_of(draft.id),
                    draft.field,
                    b"".join(draft.seen),
                    at,
                    canonical(draft.value),
                ),
            )

    def drop(self, id: Id, field: str) -> None:
        """Forget a draft."""
        with self._file.writing() as connection:
            connection.exec_driver_sql(
                'DELETE FROM "draft" WHERE "entity" = ? AND "field" = ?', (entity_of(id), field)
            )

    def all(self) -> list[Draft]:
        """Every draft, oldest first."""
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(
                'SELECT "entity","field","value","seen" FROM "draft" ORDER BY "at"'
            ).all()
        return [
            Draft(id_of(entity), field, json.loads(value), split(seen))
            for entity, field, value, seen in rows
        ]
