"""Words of a list as managers type them: in any case, other words for the same, small slips."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from strategidesk.desk.answers.folding import folded
from strategidesk.desk.answers.outcomes import Choice, Said
from strategidesk.desk.answers.readings import Reading, asked, corrected, taken
from strategidesk.language import mark
from strategidesk.model.fields import Field, Kind
from strategidesk.model.wording import wording

READ_AS: Final = mark("“{typed}” was read as {word}.")
SLIP: Final = mark("“{typed}” looks like a misspelt {word} and was read so.")
UNKNOWN: Final = mark("“{typed}” is none of the words of the list. Choose the word that is meant.")
SEVERAL: Final = mark("“{typed}” says several things. Choose the word that fits best.")
_LONG_WORD = 8  # letters of a word that may have two slips; shorter ones of five may have one
_SHORT_WORD = 5
_ENDS = ".!?,;: "


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    labels: Mapping[str, str]  # value by the list's word
    known: Mapping[str, str]  # value by all words for it, folded
    choices: tuple[Choice, ...]


def choices_of(name: str, choices: Mapping[str, str]) -> tuple[Choice, ...]:
    """The words of a list, as the sheets have them."""
    return _vocabulary(name, tuple(choices.items())).choices


def read_word(field: Field, text: str) -> Reading:
    """What a text says where a word of the field's list belongs."""
    words = _vocabulary(field.name, tuple((field.choices or {}).items()))
    if text in words.labels:
        return taken(words.labels[text])
    labels = {choice.value: choice.label for choice in words.choices}
    key = folded(text).strip(_ENDS)
    if key in words.known:
        value = words.known[key]
        return corrected(value, Said(READ_AS, {"typed": text, "word": labels[value]}))
    slip = _slip(key, words.known)
    if slip is not None:
        return corrected(slip, Said(SLIP, {"typed": text, "word": labels[slip]}))
    said = _within(key, words.known)
    ordered = sorted(words.choices, key=lambda one: one.value not in said)
    why = SEVERAL if len(said) > 1 else UNKNOWN
    return asked(Said(why, {"typed": text}), ordered, said[0] if len(said) == 1 else None)


@cache
def _vocabulary(name: str, choices: tuple[tuple[str, str], ...]) -> _Vocabulary:
    field = Field(Kind.CHOICE, choices=dict(choices))
    labels = {wording().choice(field, value): value for value, _ in choices}
    more: Mapping[str, list[str]] = wording().texts["answers"]["words"].get(name, {})
    known = {folded(word): value for value, words in more.items() for word in words}
    known |= {folded(label): value for label, value in labels.items()}
    return _Vocabulary(labels, known, tuple(Choice(*pair) for pair in labels.items()))


def _slip(key: str, known: Mapping[str, str]) -> str | None:
    """The one word that the text is a misspelling of. The first letter must be right: it is what
    tells `oförändrad` from `förändrad`."""
    allowed = (len(key) >= _SHORT_WORD) + (len(key) >= _LONG_WORD)
    found = {
        value
        for word, value in known.items()
        if word[:1] == key[:1] and _is_near(word, key, allowed)
    }
    return found.pop() if len(found) == 1 else None


def _is_near(word: str, other: str, most: int) -> bool:
    """Whether at most so many letters differ, are missing, too many or have changed places."""
    if abs(len(word) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        last, before, row = before, row, [i]
        for j, letter_of_other in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != letter_of_other))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == letter_of_other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most


def _within(key: str, known: Mapping[str, str]) -> list[str]:
    """The values whose words stand in a longer text, the longest word of each place."""
    parts = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in key).split())} "
    found: list[str] = []
    for word in sorted(known, key=len, reverse=True):
        if len(word) > 2 and f" {word} " in parts:
            parts = parts.replace(f" {word} ", " ")
            if known[word] not in found:
                found.append(known[word])
    return found
