"""What has been seen of a file that was opened last."""

from dataclasses import dataclass

from strategidesk.ui.start.row import INSIDE, SIGN


@dataclass(frozen=True)
class Chip:
    """A word in its colour; the sign may be left out."""

    word: str
    tone: str  # empty: a quiet word without a ground
    sign: str = ""

    @property
    def room(self) -> int:
        """Pixels that it takes beside its word."""
        return 2 + (2 * INSIDE if self.tone else 0) + (SIGN + 4 if self.sign else 0)


@dataclass(frozen=True)
class Seen:
    """What is known of a file beside its name."""

    there: bool = True
    chips: tuple[Chip, ...] = ()
    when: str = ""

    @property
    def parts(self) -> tuple[Chip, ...]:
        """All that stands at the right."""
        return (*self.chips, Chip(self.when, "")) if self.when else self.chips

    @property
    def words(self) -> str:
        """All of it, to be heard."""
        return ", ".join(part.word for part in self.parts)
