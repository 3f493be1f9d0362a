"""What commands about rounds are given: the kind of round, and days."""

from strategidesk.errors import NotOneOf, UsageError
from strategidesk.model.fields import is_date
from strategidesk.model.rounds import FOLLOW_UP, PROPOSALS

_KINDS = {"follow-up": FOLLOW_UP, "proposals": PROPOSALS}


def kind_of(given: str | None) -> str:
    """The kind of a round by its name here; a follow-up where none is given. Raises NotOneOf."""
    if given is not None and given not in _KINDS:
        raise NotOneOf(kind="--kind", name=given, names=_KINDS)
    return _KINDS[given or "follow-up"]


def require_date(flag: str, text: str | None) -> None:
    """Raises UsageError where something is given that is no year, month or day."""
    if text is not None and not is_date(text):
        raise UsageError(
            "{flag} takes a year, a month or a day (2026, 2026-08, 2026-08-31), not {text}.",
            flag=flag,
            text=text,
        )
