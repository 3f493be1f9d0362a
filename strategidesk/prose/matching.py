"""Which parts of two sequences are the same, in time that grows with their length alone.

Parts that both have exactly once are matched first (Bram Cohen's patience difference), then what
stands between them; only short stretches are compared part by part.
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

SHORT = 60  # parts on either side that are compared one by one

_Stretch = tuple[int, int, int, int]


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places at which equal parts stand, growing on both sides."""
    found: list[tuple[int, int]] = []
    waiting: list[_Stretch] = [(0, len(old), 0, len(new))]
    while waiting:
        start, end, start_new, end_new = waiting.pop()
        while start < end and start_new < end_new and old[start] == new[start_new]:
            found.append((start, start_new))
            start, start_new = start + 1, start_new + 1
        while start < end and start_new < end_new and old[end - 1] == new[end_new - 1]:
            end, end_new = end - 1, end_new - 1
            found.append((end, end_new))
        if start == end or start_new == end_new:
            continue
        stretch = (start, end, start_new, end_new)
        anchors = _anchors(old, new, stretch)
        if anchors:
            waiting.extend(_between(anchors, stretch))
            found.extend(anchors)
        elif max(end - start, end_new - start_new) <= SHORT:
            found.extend(_one_by_one(old, new, stretch))
    return sorted(found)


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch
) -> list[tuple[int, int]]:
    """What stands once on both sides, as far as it stands in the same order."""
    start, end, start_new, end_new = stretch
    once, once_new = _once(old, start, end), _once(new, start_new, end_new)
    pairs = [(at, once_new[part]) for part, at in once.items() if part in once_new]
    return longest_growing(sorted(pairs))


def _once(parts: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    several: set[Hashable] = set()
    for at in range(start, end):
        part = parts[at]
        if part in places:
            several.add(part)
        else:
            places[part] = at
    for part in several:
        del places[part]
    return places


def longest_growing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in order, whose second places grow; each place stands once."""
    ends: list[int] = []  # the least second place that ends a run of each length
    last: list[int] = []  # and the pair that it is
    before: list[int] = []
    for number, (_, at) in enumerate(pairs):
        length = bisect_left(ends, at)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(at)
            last.append(number)
        else:
            ends[length], last[length] = at, number
    run: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _between(anchors: list[tuple[int, int]], stretch: _Stretch) -> list[_Stretch]:
    start, end, start_new, end_new = stretch
    gaps: list[_Stretch] = []
    for at, at_new in [*anchors, (end, end_new)]:
        gaps.append((start, at, start_new, at_new))
        start, start_new = at + 1, at_new + 1
    return gaps


def _one_by_one(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch
) -> list[tuple[int, int]]:
    start, end, start_new, end_new = stretch
    matcher = SequenceMatcher(None, old[start:end], new[start_new:end_new], autojunk=False)
    return [
        (start + block.a + n, start_new + block.b + n)
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]
