"""Which workbook a workbook is: its round, its unit, its strategy; and the ids of its rows.

It stands twice, as custom document properties and on a hidden sheet, because programs and people
lose now the one and now the other.
"""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from strategidesk.model.fields import Id

FORM = "1"  # of the workbook: a reader knows by it whether the workbook is newer than itself
MARK = "StrategiDesk "
PROPERTY = MARK + "{key}"  # name of a custom document property, and label on the hidden sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a workbook says of itself. `unit` is empty for what no unit answers for."""

    form: str = FORM
    strategy: str
    round: str
    kind: str
    period: str
    unit: str
    sent_on: str  # a day

    def facts(self) -> dict[str, str]:
        """Each as it is written: name and text, in order."""
        return {PROPERTY.format(key=key): str(text) for key, text in asdict(self).items()}


def identity_of(facts: Mapping[str, object]) -> Identity | None:
    """The identity that is written among these; None where it is not whole."""
    known = {field.name: facts.get(PROPERTY.format(key=field.name)) for field in fields(Identity)}
    if any(text is None for key, text in known.items() if key != "unit"):
        return None
    return Identity(**{key: str(text or "") for key, text in known.items()})


def own_id(round: Id | str, unit: Id | str | None, row: str) -> Id:
    """The id of what is written in a row without an activity: the same whenever it is sent and
    whoever reads it. `row` tells it from the sheet's other rows."""
    parts = ("own row", round, unit or "", row)
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return Id(str(uuid.UUID(bytes=digest[:16])))
