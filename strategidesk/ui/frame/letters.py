"""Menu letters: one for each word of a level, no letter twice."""

from collections.abc import Sequence
from functools import lru_cache

SIGN = "&"


def letters(words: Sequence[str], wished: Sequence[str] = ()) -> list[str]:
    """The letter of each word, in lower case; empty where all of its letters are taken.

    A wish comes first, then the beginning of the word, the beginnings of the words after it, and
    its other letters. A word that has no free one gets that of a word which can do with another.
    """
    return [*_letters(tuple(words), tuple(wished))]


@lru_cache(200)  # every window has the same menus
def _letters(words: tuple[str, ...], wished: tuple[str, ...]) -> tuple[str, ...]:
    wishes = [*wished, *("" for _ in words[len(wished) :])]
    wishes = [
        wish.lower() if wish.lower() in word.lower() else ""
        for word, wish in zip(words, wishes, strict=True)
    ]
    choices = [_choices(word, wish) for word, wish in zip(words, wishes, strict=True)]
    owner: dict[str, int] = {}
    for number in sorted(range(len(words)), key=lambda n: not wishes[n]):
        free = next((letter for letter in choices[number] if letter not in owner), "")
        if free:
            owner[free] = number
        else:
            _seat(number, choices, owner, set())
    given = {number: letter for letter, number in owner.items()}
    return tuple(given.get(number, "") for number in range(len(words)))


def _seat(number: int, choices: list[list[str]], owner: dict[str, int], tried: set[str]) -> bool:
    for letter in choices[number]:
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in owner or _seat(owner[letter], choices, owner, tried):
            owner[letter] = number
            return True
    return False


def _choices(word: str, wish: str) -> list[str]:
    small = word.lower()
    starts = [small[at] for at in range(len(small)) if at == 0 or small[at - 1] == " "]
    plain = [letter for letter in small if "a" <= letter <= "z"]
    found = dict.fromkeys((*([wish] if wish else []), *starts, *plain, *small))
    return [letter for letter in found if letter.isalnum()]


def with_letter(word: str, letter: str) -> str:
    """The word as Qt's menus take it: its letter marked, where a word begins if it can be."""
    if not letter:
        return word.replace(SIGN, SIGN * 2)
    small = word.lower()
    at = small.find(letter)
    for start in range(len(small)):
        if small[start] == letter and (start == 0 or small[start - 1] == " "):
            at = start
            break
    before, after = (part.replace(SIGN, SIGN * 2) for part in (word[:at], word[at:]))
    return f"{before}{SIGN}{after}"
