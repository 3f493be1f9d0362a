"""How far a long export has come."""

from typing import NamedTuple


class Progress(NamedTuple):
    """`done` of `total` steps; `what` names the one that is worked on, empty at the end."""

    done: int
    total: int
    what: str = ""
