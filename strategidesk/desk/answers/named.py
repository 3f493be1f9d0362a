"""Areas and hallmarks that a unit writes by their names."""

import re
from typing import Final

from strategidesk.desk.answers.folding import folded
from strategidesk.desk.answers.known import Known
from strategidesk.desk.answers.outcomes import Choice, Said
from strategidesk.desk.answers.readings import Reading, asked, corrected, taken
from strategidesk.excel.words import word
from strategidesk.language import mark
from strategidesk.model.document import Area, Hallmark
from strategidesk.model.fields import Field, Id, Kind
from strategidesk.prose.plain import plain

KNOWN_AS: Final = mark("“{typed}” was read as {name}.")
NO_AREA: Final = mark("No area is called “{typed}”. Choose the one that is meant.")
NO_HALLMARK: Final = mark("No hallmark reads “{typed}”. Choose the one that is meant.")
_PARTS = re.compile(r"[\n;]")
_LONGEST = 80  # letters of a hallmark in a list of choices


def read_named(known: Known, declared: Field, text: str) -> Reading:
    """The area, or the hallmarks, that a text names."""
    if declared.kind is Kind.REFERENCE:
        return _area(known, text)
    ids = hallmarks_of(known, text)
    if ids:
        return taken(sorted(ids))
    choices = [Choice(_told(one), [one.id]) for one in known.strategy.hallmarks]
    return asked(Said(NO_HALLMARK, {"typed": text}), choices)


def _area(known: Known, text: str) -> Reading:
    ids = known.areas.get(folded(text), ())
    if len(ids) == 1:
        area = known.strategy.get(Area, ids[0])
        name = area.title if area else ""
        if name == text:
            return taken(ids[0])
        return corrected(ids[0], Said(KNOWN_AS, {"typed": text, "name": name}))
    overall = word("sheets.overall")
    if folded(text) == folded(overall):
        return taken(None)
    choices = [Choice(one.title, one.id) for one in known.strategy.areas]
    return asked(Said(NO_AREA, {"typed": text}), [*choices, Choice(overall, None)])


def hallmarks_of(known: Known, text: str) -> set[Id]:
    """All that a text names, whole or in parts between breaks; none where any part is unclear."""
    if not text:
        return set()
    names = known.hallmarks
    whole = names.get(folded(text), ())
    if whole:
        return set(whole) if len(whole) == 1 else set()
    parts = [folded(part) for part in _PARTS.split(text) if part.strip()]
    found = [names.get(part, ()) for part in parts]
    return {ids[0] for ids in found} if all(len(ids) == 1 for ids in found) else set()


def _told(hallmark: Hallmark) -> str:
    text = hallmark.title or " ".join(plain(hallmark.text).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
