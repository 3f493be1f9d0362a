"""Comparing two versions of a strategy, or one with what stands now."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategidesk.desk import word_template
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.versions import load
from strategidesk.history.versions import Version
from strategidesk.language import mark
from strategidesk.model.comparison import Comparison, Difference, compare
from strategidesk.model.fields import to_json
from strategidesk.model.noun import title
from strategidesk.model.wording import wording
from strategidesk.store.atomic import replacing

if TYPE_CHECKING:
    from strategidesk.store.file import StrategyFile

FILE_NAME = "Ändringar"  # Swedish: of the document, beside the strategy file


@dataclass(frozen=True)
class Sides:
    """The two that are compared, the older first; None is the strategy as it stands now."""

    old: Version | None
    new: Version | None

    @property
    def names(self) -> tuple[str, str]:
        """What documents call them."""
        now = wording().text("comparison.now")
        old, new = (side.title if side else now for side in (self.old, self.new))
        return old, new


def comparing(file: "StrategyFile", sides: Sides) -> Job[Comparison]:
    """Read both and compare them. Raises UserError for a version that cannot be read."""
    yield Progress(0, 3, mark("Reading the versions"))
    old = load(file, sides.old)
    yield Progress(1, 3, mark("Reading the versions"))
    new = load(file, sides.new)
    yield Progress(2, 3, mark("Comparing"))
    return compare(old, new)


def writing(
    comparison: Comparison, sides: Sides, target: Path, template: Path | None = None
) -> Job[Path]:
    """Write the comparison as a Word document; the target is replaced whole, or not at all.

    Without a `template`: on the one that is kept in the newer side.
    """
    from strategidesk.word import comparison as word

    kept = word_template.kept(comparison.new)
    look = template or (kept.data if kept else None)
    with replacing(target) as work:
        for done, total, *_ in word.write(comparison, sides.names, work, template=look):
            yield Progress(done, total, "Writing the document")
    return target


def document_beside(path: Path) -> Path:
    """Where the document lies unless told otherwise: beside the strategy file."""
    return path.with_name(f"{path.stem} - {FILE_NAME}.docx")


def as_json(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """Every difference as JSON values, in order; fields with JSON values, None where the thing is
    not there."""
    return (_plain(one) for one in comparison.differences)


def _plain(one: Difference) -> dict[str, Any]:
    return {
        "what": list(one.what),
        "entity": one.thing.meta.entity,
        "id": one.thing.id,
        "title": title(one.thing),
        "fields": [
            {"field": each.field.name, "old": to_json(each.old), "new": to_json(each.new)}
            for each in one.fields
        ],
    }
