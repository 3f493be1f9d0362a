"""The words that documents use: always Swedish, whatever language the program speaks.

Fixed texts stand in `resources/wording/sv.json`; choice words and field labels come from the one
translation catalogue, so that a document says what the window says.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from strategidesk.language import catalogue
from strategidesk.model.fields import Field
from strategidesk.paths import resource

LANGUAGE = "sv"


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed texts by key, and the Swedish of what the declarations say in English."""

    texts: Mapping[str, Any]
    translations: Mapping[str, str]

    def text(self, key: str, **places: object) -> str:
        """The text of a key, its `{places}` filled in; `excel.sheet` reaches into a group.

        Raises KeyError for a key that the wording does not have.
        """
        found: Any = self.texts
        for part in key.split("."):
            found = found[part]
        return str(found).format(**places) if places else str(found)

    def choice(self, field: Field, value: str) -> str:
        """The word of a choice value; a value of a newer program stands as it is."""
        label = (field.choices or {}).get(value)
        return self.translations.get(label, label) if label else value

    def label(self, field: Field) -> str:
        """What a field is called."""
        return self.translations.get(field.label, field.label)


@cache
def wording() -> Wording:
    """The Swedish wording."""
    texts = json.loads(resource("wording", f"{LANGUAGE}.json").read_text(encoding="utf-8"))
    return Wording(texts, catalogue(LANGUAGE))
