"""Edits as a list of JSON objects, applied as one step: the command `apply`.

Each edit is one of `{"set": ID, "field": F, "value": V}`, `{"create": KIND, "id": ID,
"values": {...}}`, `{"move": ID, "parent": ID, "after": ID}` (no `after`: last; null: first),
`{"delete": ID}`. Ids made up in a `create` may be used by the edits after it; `strategy` stands for
the strategy itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from strategidesk.desk.desk import Desk
from strategidesk.desk.editing import Editing, Seen, SeenBy, today
from strategidesk.desk.siblings import LAST, Refused
from strategidesk.errors import UserError
from strategidesk.history.recording import Missing, NeedsReview
from strategidesk.language import tr
from strategidesk.model.fields import Id, Kind, Mistake
from strategidesk.model.interchange import decode_json
from strategidesk.model.noun import fields_of, is_uuid, new_id

KEYS = {
    "set": {"set", "field", "value"},
    "create": {"create", "id", "values", "after"},
    "move": {"move", "parent", "after"},
    "delete": {"delete"},
}


@dataclass(frozen=True)
class Apply:
    """All edits or none. `seen` gives the heads that the author saw, where not today's: those of
    a field, or for `_exists` all heads of the thing."""

    edits: tuple[Mapping[str, Any], ...]
    seen: SeenBy = today
    label: str = "apply changes"
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.seen = self.seen
        _Applier(editing).run(self.edits)


class _Applier:
    def __init__(self, editing: Editing) -> None:
        self._editing = editing
        self._names: dict[str, Id] = {}
        card = editing.strategy.card.id
        if card:
            self._names["strategy"] = card

    def run(self, edits: tuple[Mapping[str, Any], ...]) -> None:
        for index, edit in enumerate(edits):
            where = f"[{index}]"
            if not isinstance(edit, Mapping):
                _refuse(where, tr("an object is expected"))
            verb = next((verb for verb in KEYS if verb in edit), None)
            if verb is None:
                _refuse(where, tr("set, create, move or delete is expected"))
            for key in edit:
                if key not in KEYS[verb]:
                    _refuse(f"{where}.{key}", tr("unknown field"))
            try:
                getattr(self, f"_{verb}")(edit, where)
            except Mistake as mistake:
                _refuse(where, tr(str(mistake)))
            except (Missing, NeedsReview, Refused) as error:
                _refuse(where, str(error))

    def _set(self, edit: Mapping[str, Any], where: str) -> None:
        id = self._id(edit["set"])
        name = edit.get("field")
        if not isinstance(name, str):
            _refuse(f"{where}.field", tr("a text is expected"))
        if "value" not in edit:
            _refuse(f"{where}.value", tr("a value is expected"))
        value = self._resolved(self._editing.noun(id), name, edit["value"])
        self._editing.set_field(id, name, value)

    def _create(self, edit: Mapping[str, Any], where: str) -> None:
        schema = self._editing.strategy.schema
        noun = schema.by_entity.get(edit["create"])
        if noun is None:
            _refuse(f"{where}.create", tr('there is no kind "{kind}"', kind=edit["create"]))
        values = edit.get("values", {})
        if not isinstance(values, Mapping):
            _refuse(f"{where}.values", tr("an object is expected"))
        given = dict(values)
        parent = given.pop("parent", None) if noun.meta.tree else None
        for name in given:
            field = fields_of(noun).get(name)
            if field is None or field.kind is Kind.PLACE:
                _refuse(f"{where}.values.{name}", tr("unknown field"))
        named = edit.get("id")
        if named is not None and self._known(named):
            _refuse(f"{where}.id", tr("the id is taken"))
        made = self._editing.create(
            noun,
            {name: self._resolved(noun, name, value) for name, value in given.items()},
            None if parent is None else self._id(parent),
            self._after(edit),
            self._new_id(named),
        )
        if isinstance(named, str):
            self._names[named] = made

    def _move(self, edit: Mapping[str, Any], where: str) -> None:
        id = self._id(edit["move"])
        parent = edit.get("parent")
        above = None if parent is None else self._id(parent)
        if above is not None and not self._editing.noun(id).meta.tree:
            _refuse(f"{where}.parent", tr("unknown field"))
        self._editing.move(id, above, self._after(edit))

    def _delete(self, edit: Mapping[str, Any], _where: str) -> None:
        self._editing.delete(self._id(edit["delete"]))

    def _after(self, edit: Mapping[str, Any]) -> Id | None:
        if "after" not in edit:
            return LAST
        return None if edit["after"] is None else self._id(edit["after"])

    def _id(self, name: Any) -> Id:
        if not isinstance(name, str):
            raise Mistake("an id is expected")
        id = self._names.get(name, Id(name.lower()))
        self._editing.noun(id)
        return id

    def _known(self, name: Any) -> bool:
        try:
            self._id(name)
        except Missing:
            return False
        return True

    def _new_id(self, name: Any) -> Id | None:
        if name is None:
            return None
        id = Id(str(name).lower())
        return id if is_uuid(id) else new_id()

    def _resolved(self, noun: Any, name: str, value: Any) -> Any:
        field = fields_of(noun).get(name)
        if field and field.kind is Kind.REFERENCE and isinstance(value, str):
            return self._names.get(value, value.lower())
        if field and field.kind is Kind.REFERENCES and isinstance(value, list):
            return [self._names.get(v, v.lower()) if isinstance(v, str) else v for v in value]
        return value


def decode_edits(text: bytes) -> tuple[Mapping[str, Any], ...]:
    """The edits in a JSON list. Raises UserError where the text is none."""
    edits = decode_json(text)
    if not isinstance(edits, list):
        raise UserError("The changes must be a JSON list of edits.")
    return tuple(edits)


def seen_in(desk: Desk, other: Desk, id: Id, field: str) -> Seen | None:
    """The heads that the author of another copy of the strategy saw.

    None where that copy does not have the thing. Raises UserError where it is not a copy of the
    same strategy.
    """
    if desk.strategy.card.id != other.strategy.card.id:
        raise UserError(
            "The copy belongs to another strategy, ”{title}”. Nothing has been changed.",
            title=other.strategy.card.title,
        )
    return other.seen(id, field) or None


def _refuse(where: str, what: str) -> NoReturn:
    raise UserError("{where}: {what}", where=where, what=what)
