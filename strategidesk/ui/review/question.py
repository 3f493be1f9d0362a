"""What is asked of a person about one item, as the page shows it."""

from dataclasses import dataclass
from typing import Any

from strategidesk.history.items import Item
from strategidesk.model.fields import Id
from strategidesk.prose.differences import Piece

PROSE, VALUE, NOTHING = "prose", "value", "nothing"  # what the answer is written in


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the verbs of strategidesk.desk.reviewing, with the revision that it takes."""

    verb: str
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One of the things to choose from, or to know before choosing.

    `author` and `at` (microseconds UTC) tell whose it is, else `title` what it is. `pieces` are
    the municipality's words, `words` are the program's in their place. `button` says
    what choosing does (empty: it cannot be chosen), under Alt and `key`: it puts `value` (a JSON
    value, or a stretch of prose) into the editor, or stands for `answer`. `done` says afterwards
    what was chosen.
    """

    pieces: tuple[Piece, ...] = ()
    author: str = ""
    at: int = 0
    title: str = ""
    words: str = ""
    note: str = ""
    button: str = ""
    key: int = 0
    value: Any = None
    answer: Answer | None = None
    done: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text, or all that is asked of another item; `before` and `after` are the
    words around it."""

    cards: tuple[Card, ...]
    before: str = ""
    after: str = ""
    around: bool = False
    where: str = ""  # what is behind the thing's name: the paragraph, the field
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An item in words: its parts are gone through one after another."""

    item: Item
    heading: str
    where: str  # the thing
    parts: tuple[Part, ...]
    written: str = NOTHING
    beside: bool = False  # the cards stand side by side where there is room
    shown: Any = None  # what the editor begins with; None: with nothing
    place: Id | None = None  # of an answer: the activity that is gone to
