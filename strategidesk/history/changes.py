"""What a command changed: the one thing that views need to refresh themselves."""

from dataclasses import dataclass, field

from strategidesk.model.fields import Id


@dataclass(frozen=True)
class ChangeSet:
    """Which things a command made, removed and changed, and what the step is called.

    `label` is an English source string. `review` tells that what waits for a person may be other
    things now, `versions` that there are more versions, though no thing has changed.
    """

    label: str = ""
    created: frozenset[Id] = frozenset()
    deleted: frozenset[Id] = frozenset()
    changed: dict[Id, frozenset[str]] = field(default_factory=dict)  # id to field names
    nouns: frozenset[str] = frozenset()  # the entities concerned
    review: bool = False
    versions: bool = False

    def __bool__(self) -> bool:
        return bool(self.created or self.deleted or self.changed or self.review or self.versions)

    @property
    def ids(self) -> frozenset[Id]:
        """Everything concerned."""
        return self.created | self.deleted | frozenset(self.changed)

    def touches(self, id: Id, name: str) -> bool:
        """Whether this field of this thing may show another value now."""
        return id in self.created or id in self.deleted or name in self.changed.get(id, ())
