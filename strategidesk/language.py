"""The user's language: English source strings and their Swedish translation.

Every text a user reads is an English template in the code, translated by the catalogue
`resources/translations/LANGUAGE.json` (English template to translated template).
Templates carry named places: `tr("{n} activities", n=3)`.
"""

import json
import os
from functools import cache

from strategidesk.paths import resource

SOURCE = "en"
DEFAULT = "sv"
_VARIABLE = "STRATEGIDESK_LANGUAGE"


class _Active:
    """The language in use; one per process, set by the front that starts."""

    language = DEFAULT


def use(language: str) -> None:
    """Speak this language from now on (`sv` or `en`)."""
    _Active.language = language


def active() -> str:
    """The language in use."""
    return _Active.language


def of_environment(fallback: str) -> str:
    """The language that the environment asks for, else the fallback.

    `STRATEGIDESK_LANGUAGE` comes first, then the usual locale variables; a locale without a
    language (`C`, `POSIX`) gives the fallback.
    """
    for variable in (_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        name = os.environ.get(variable, "").lower()
        if name.startswith(("sv", "en")):
            return name[:2]
    return fallback


@cache
def catalogue(language: str) -> dict[str, str]:
    """English template to translated template; empty for the source language."""
    if language == SOURCE:
        return {}
    texts: dict[str, str] = json.loads(
        resource("translations", f"{language}.json").read_text(encoding="utf-8")
    )
    return texts


def mark(template: str) -> str:
    """Mark an English source string that is translated where it is shown."""
    return template


def tr(template: str, /, **places: object) -> str:
    """The text in the user's language, its places filled in."""
    text = catalogue(_Active.language).get(template, template)
    return text.format(**places) if places else text
