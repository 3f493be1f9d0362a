"""The municipality's Word template: chosen once, kept in the strategy, and used by every export."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from strategidesk.desk.commands import SetFields
from strategidesk.desk.editing import Editing
from strategidesk.desk.files import read_bytes
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UserError
from strategidesk.language import mark
from strategidesk.model.kept_files import KeptFile, file_in, hash_of, name_in, value_of
from strategidesk.model.strategy import Strategy
from strategidesk.store.atomic import replacing

if TYPE_CHECKING:
    from strategidesk.word.template_report import Remark

FIELD = "word_template"
ENDINGS = (".docx", ".dotx")
_MOST = 5_000_000  # bytes: the strategy is mailed


@dataclass(frozen=True)
class KeepTemplate:
    """Keep a Word template in the strategy. What is kept stays, so that it can be undone."""

    name: str
    data: bytes = field(repr=False)
    label: str = mark("choose the Word template")
    kind: ClassVar[str] = "edit"

    def apply(self, editing: Editing) -> None:
        editing.recorder.keep_bytes(hash_of(self.data), self.data)
        editing.set_field(editing.strategy.card.id, FIELD, value_of(self.name, self.data))


def take_away(strategy: Strategy) -> SetFields:
    """The command after which documents have the program's own look."""
    return SetFields(strategy.card.id, {FIELD: ""}, label="remove the Word template")


@dataclass(frozen=True)
class Checked:
    """A template that has been looked through, with what there is to know of it."""

    file: KeptFile
    remarks: "tuple[Remark, ...]"

    @property
    def command(self) -> KeepTemplate:
        """What makes it that of the strategy."""
        return KeepTemplate(*self.file)


def checking(path: Path) -> Job[Checked]:
    """Read a template from a file and look it through. Raises UserError for what is none."""
    yield Progress(0, 0, mark("Reading the template"))
    if path.exists() and path.stat().st_size > _MOST:
        raise UserError(
            "{path} is larger than {n} MB. Make its pictures smaller in Word.",
            path=path.name,
            n=_MOST // 1_000_000,
        )
    return look_through(KeptFile(path.name, read_bytes(path)))


def look_through(file: KeptFile) -> Checked:
    """What there is to know of a template. Raises UserError for what is none."""
    from strategidesk.word.template_report import report

    return Checked(file, report(file.data, file.name))


def looking_through(file: KeptFile) -> Job[Checked]:
    """The same as a job."""
    yield Progress(0, 0, mark("Reading the template"))
    return look_through(file)


def kept(strategy: Strategy) -> KeptFile | None:
    """The strategy's template; None where documents have the program's own look.

    Raises UserError where the template is named but not there.
    """
    named = strategy.card.word_template
    found = file_in(strategy, named)
    if named and found is None:
        raise UserError(
            "The Word template {name} is not in the file. Choose it again, or remove it.",
            name=name_in(named),
        )
    return found


def name_of(strategy: Strategy) -> str:
    """What the strategy's template is called; empty where it has none."""
    return name_in(strategy.card.word_template)


def save(file: KeptFile, target: Path) -> None:
    """Write the template to a file of its own, which is replaced whole or not at all."""
    with replacing(target) as work:
        work.write_bytes(file.data)


def as_json(name: str, checked: Checked | None) -> dict[str, Any]:
    """The template and its report as JSON values."""
    remarks = checked.remarks if checked else ()
    return {
        "template": name or None,
        "remarks": [
            {"kind": one.kind, "text": str(one), "what_to_do": one.way or None} for one in remarks
        ],
    }
