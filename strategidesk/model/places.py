"""Order keys: where a thing stands among its siblings, and under which parent.

A place is one string, `KEY` at the root and `KEY PARENT` in trees (PARENT is an id). Keys are
fractions in base 62 without their leading "0.": between any two there is always another, so a move
changes one thing only. Equal keys (two members inserted at the same spot) are ordered by id.
"""

from strategidesk.model.fields import Id

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # in ASCII order
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_BASE = len(DIGITS)


def make(key: str, parent: str | None = None) -> str:
    """The place with this key under this parent."""
    return f"{key} {parent}" if parent else key


def key_of(place: str) -> str:
    """The order key of a place."""
    return place.partition(" ")[0]


def parent_of(place: str) -> Id | None:
    """The parent's id, or None at the root."""
    parent = place.partition(" ")[2]
    return Id(parent) if parent else None


def between(low: str, high: str) -> str:
    """The shortest key strictly between two (`""` low: before all; `""` high: after all).

    Keys never end in the lowest digit. Raises ValueError where low is not below high.
    """
    if high and low >= high:
        raise ValueError(f"no key between {low!r} and {high!r}")
    key = ""
    open_above = not high
    for position in range(len(low) + len(high) + 1):
        below = _VALUE.get(low[position], 0) if position < len(low) else 0
        above = _BASE
        if not open_above:
            above = _VALUE.get(high[position], _BASE) if position < len(high) else 0
        if above - below > 1:
            # an insertion at the end steps a little, so that long lists keep short keys
            step = min(4, (above - below) // 2) if not high else (above - below) // 2
            return key + DIGITS[below + step]
        key += DIGITS[below]
        open_above = open_above or above > below
    return key + DIGITS[_BASE // 2]


def spread(count: int) -> list[str]:
    """Evenly spaced keys of equal length for a list that is made at once."""
    width = 1
    while _BASE**width < 4 * (count + 1):
        width += 1
    step = _BASE**width // (count + 1)
    return [_digits(step * (index + 1), width) for index in range(count)]


def _digits(number: int, width: int) -> str:
    key = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        key = DIGITS[digit] + key
    return key.rstrip(DIGITS[0]) or DIGITS[1]
