"""Several people's versions of one text, put together sentence by sentence.

A text is taken apart into sentences and line breaks; what each version changed are stretches of
the text that all began from. Stretches of several versions that overlap or touch are looked at
together: where all say the same it is taken, else a person must choose. So no sentence is ever made
of two people's words, and words like "not" cannot wander. The rule for stretches follows Khanna,
Kunal and Pierce, "A Formal Investigation of Diff3" (2007); that touching ones count too is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from strategidesk.prose.matching import matches
from strategidesk.prose.sentences import sentences


class Region(NamedTuple):
    """A stretch that a person must settle: what all began from, and what each version has there."""

    base: str
    texts: tuple[str, ...]  # one for each version, in the order in which they were given
    moved: bool  # whether a version has elsewhere what it took away here


@dataclass(frozen=True)
class Merged:
    """What becomes of the text: stretches that are settled, and those that are not, in order."""

    parts: tuple[str | Region, ...]

    @property
    def regions(self) -> tuple[Region, ...]:
        """The stretches that a person must settle."""
        return tuple(part for part in self.parts if isinstance(part, Region))

    @property
    def text(self) -> str | None:
        """The whole text; None where a person must settle some of it."""
        settled = [part for part in self.parts if isinstance(part, str)]
        return "".join(settled) if len(settled) == len(self.parts) else None

    def with_choices(self, texts: Sequence[str]) -> str:
        """The whole text with one text for each region, in order."""
        chosen = iter(texts)
        return "".join(part if isinstance(part, str) else next(chosen) for part in self.parts)


class _Edit(NamedTuple):
    """That a version has other parts where the base has those from `start` and before `end`."""

    start: int
    end: int
    version: int
    parts: tuple[str, ...]


def merge(base: str, versions: Sequence[str], all_decided: bool = False) -> Merged:
    """The versions put together, whatever their order.

    `all_decided`: a version that left a stretch as it was wanted it so; otherwise it has no say.
    """
    parts = sentences(base)
    edits = sorted(edit for n, text in enumerate(versions) for edit in _edits(parts, text, n))
    groups = _touching(edits)
    torn = _moved_apart(parts, groups)
    merged: list[str | Region] = []
    at = 0
    for group in groups:
        start, end = group[0].start, max(edit.end for edit in group)
        merged.append("".join(parts[at:start]))
        texts = tuple(_applied(parts, start, end, group, n) for n in range(len(versions)))
        concerned = {edit.version for edit in group}
        heard = texts if all_decided else [texts[n] for n in concerned]
        if len(set(heard)) == 1 and group not in torn:
            merged.append(heard[0])
        else:
            moved = any(_stands_elsewhere(parts, edits, group, n) for n in concerned)
            merged.append(Region("".join(parts[start:end]), texts, moved))
        at = end
    merged.append("".join(parts[at:]))
    return Merged(tuple(part for part in merged if part != ""))


def _edits(parts: Sequence[str], text: str, version: int) -> list[_Edit]:
    own = sentences(text)
    edits = []
    at, at_own = 0, 0
    for here, here_own in [*matches(parts, own), (len(parts), len(own))]:
        if at < here or at_own < here_own:
            edits.append(_Edit(at, here, version, tuple(own[at_own:here_own])))
        at, at_own = here + 1, here_own + 1
    return edits


def _touching(edits: Sequence[_Edit]) -> list[list[_Edit]]:
    groups: list[list[_Edit]] = []
    end = -1
    for edit in edits:
        if groups and edit.start <= end:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        end = max(end, edit.end)
    return groups


def _applied(
    parts: Sequence[str], start: int, end: int, group: Sequence[_Edit], version: int
) -> str:
    """What a version has in a stretch of the base."""
    found: list[str] = []
    at = start
    for edit in group:
        if edit.version == version:
            found += [*parts[at : edit.start], *edit.parts]
            at = edit.end
    return "".join([*found, *parts[at:end]])


def _moved_apart(parts: Sequence[str], groups: list[list[_Edit]]) -> list[list[_Edit]]:
    """The groups in which versions put a sentence that each took from its place to another one."""
    spots: dict[str, dict[int, set[int]]] = {}  # sentence, version: the groups that have it new
    taken: set[tuple[str, int]] = set()
    for number, group in enumerate(groups):
        for edit in group:
            taken |= {(_bare(part), edit.version) for part in parts[edit.start : edit.end]}
            for part in edit.parts:
                spots.setdefault(_bare(part), {}).setdefault(edit.version, set()).add(number)
    torn: set[int] = set()
    for sentence, by_version in spots.items():
        moves = [where for n, where in by_version.items() if sentence and (sentence, n) in taken]
        if len(moves) > 1 and any(where != moves[0] for where in moves):
            torn |= set.union(*moves)
    return [groups[number] for number in sorted(torn)]


def _stands_elsewhere(
    parts: Sequence[str], edits: Sequence[_Edit], group: Sequence[_Edit], version: int
) -> bool:
    """Whether a version has elsewhere a sentence that it took away in these edits."""
    here = [edit for edit in group if edit.version == version]
    left = {_bare(part) for edit in here for part in edit.parts}
    taken = {_bare(part) for edit in here for part in parts[edit.start : edit.end]} - left - {""}
    new = {
        _bare(part)
        for edit in edits
        if edit.version == version and edit not in here
        for part in edit.parts
    }
    return bool(taken & new)


def _bare(part: str) -> str:
    return part.strip()
