"""What came of a merge, in words: one sentence, and under it what is good to know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strategidesk.desk.merging import Copy, Merged
from strategidesk.language import tr
from strategidesk.ui.frame.banner import INFO, OK, WARN

MOST_NAMES = 4
MOST_COPIES = 3  # that are told of one by one


@dataclass(frozen=True)
class Told:
    """A message for the banner."""

    kind: str
    sentence: str
    detail: str = ""


def told(merged: Merged, way_back: str) -> Told:
    """What to say of a merge; `way_back` says how to get at what stood there before."""
    refused = [str(copy.trouble) for copy in merged.refused]
    if merged.count:
        aside = [*_open_elsewhere(merged.copies), *_few(refused), way_back]
        kind = WARN if refused else INFO if merged.waiting else OK
        return Told(kind, f"{_brought(merged)} {_waiting(merged.waiting)}", " ".join(aside))
    if merged.versions:
        aside = [*_open_elsewhere(merged.copies), *_few(refused), way_back]
        return Told(WARN if refused else OK, _versions(merged.versions), " ".join(aside))
    nothing = [_nothing_new(merged, copy) for copy in merged.copies if not copy.trouble]
    sentence, *others = [*refused, *nothing]
    aside = [*_few(others), *_open_elsewhere(merged.copies)]
    return Told(WARN if refused else INFO, sentence, " ".join(aside))


def names_of(authors: Iterable[str]) -> str:
    """People as a list in a sentence: by their first names, where no two have the same."""
    whole = [name.strip() or tr("(no name)") for name in authors]
    first = [name.split()[0] for name in whole]
    shown = first if len({name.casefold() for name in first}) == len(first) else whole
    if len(shown) > MOST_NAMES:
        rest = len(shown) - MOST_NAMES + 1
        shown = [*shown[: MOST_NAMES - 1], tr("{n} others", n=rest)]
    return listed(shown)


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    *before, last = words
    return tr("{before} and {last}", before=", ".join(before), last=last) if before else last


def _brought(merged: Merged) -> str:
    people = names_of(merged.authors)
    if merged.count == 1:
        return tr("1 change from {people} has been put in.", people=people)
    return tr("{n} changes from {people} have been put in.", n=merged.count, people=people)


def _versions(count: int) -> str:
    if count == 1:
        return tr("1 version has been put in. It stands under Decisions and versions.")
    return tr("{n} versions have been put in. They stand under Decisions and versions.", n=count)


def _waiting(count: int) -> str:
    if not count:
        return tr("Nothing needs to be reviewed.")
    return tr("1 needs to be reviewed.") if count == 1 else tr("{n} need to be reviewed.", n=count)


def _open_elsewhere(copies: Iterable[Copy]) -> list[str]:
    words = "The copy ”{name}” is open at {person}. What is not saved there is not in it."
    opened = [copy for copy in copies if copy.open_at]
    return [tr(words, name=copy.path.stem, person=copy.open_at) for copy in opened[:MOST_COPIES]]


def _few(sentences: list[str]) -> list[str]:
    """So many sentences as can be read; how many more there were."""
    if len(sentences) <= MOST_COPIES:
        return sentences
    more = len(sentences) - MOST_COPIES
    return [*sentences[:MOST_COPIES], tr("{n} more copies were left out.", n=more)]


def _nothing_new(merged: Merged, copy: Copy) -> str:
    stem = copy.path.stem
    owner = next((m.name for m in merged.after.members if m.name and m.name in stem), "")
    if owner:
        words = tr("The copy from {name} holds nothing new.", name=owner)
    else:
        words = tr("The copy ”{name}” holds nothing new.", name=stem)
    why = tr("It is the same as yours.") if copy.alike else tr("All that is in it was here before.")
    return f"{words} {why}"
