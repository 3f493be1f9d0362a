"""What can go wrong that is not a bug: one clear sentence for the person who meets it."""

from collections.abc import Iterable

from strategidesk.language import mark, tr

_NOT_ONE_OF = mark('There is no {kind} "{name}" here. Choose one of: {names}.')


class UserError(Exception):
    """Refused input or a trouble outside the program.

    Raised where it happens with an English template and its places; shown at one place, as one
    sentence in the user's language that says what is wrong, where, and what to do.
    """

    def __init__(self, template: str, /, **places: object) -> None:
        super().__init__(template)
        self.template = template
        self.places = places

    def __str__(self) -> str:
        return tr(self.template, **self.places)


class UsageError(UserError):
    """The call itself was wrong: an unknown name, options that do not go together."""


class NotOneOf(UsageError):
    """A word that is none of those that there are; `kind` says what for, in the user's language."""

    def __init__(self, kind: str, name: str, names: Iterable[str]) -> None:
        super().__init__(_NOT_ONE_OF, kind=kind, name=name, names=", ".join(names) or "-")
