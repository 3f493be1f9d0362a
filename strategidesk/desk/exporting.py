"""What can be exported, in which formats, and the job that does it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from strategidesk.desk.file_names import safe_name
from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UsageError
from strategidesk.language import mark, tr
from strategidesk.model.strategy import Strategy
from strategidesk.store.atomic import replacing

if TYPE_CHECKING:
    from strategidesk.desk.accessibility import Finding
    from strategidesk.word.cover import Information

LONGEST = 60  # letters of a title that stand in a file's name

FULL = "full"
COMPACT = "compact"


@dataclass(frozen=True)
class Wish:
    """How a document is wanted."""

    form: str = ""  # one of the export's forms
    template: Path | None = None  # the municipality's own
    information: "Information | None" = None  # what the versions tell of the strategy


Writing = Iterator[Any]  # yields (done, total, ...); may return what the reader should know
Writer = Callable[[Strategy, Path, Wish], Writing]
Check = Callable[[Strategy], "tuple[Finding, ...]"]


def _of_strategy(strategy: Strategy) -> "tuple[Finding, ...]":
    from strategidesk.desk import accessibility

    return accessibility.of_strategy(strategy)


def _of_plan(strategy: Strategy) -> "tuple[Finding, ...]":
    from strategidesk.desk import accessibility

    return accessibility.of_plan(strategy)


@dataclass(frozen=True)
class Export:
    """One thing that can be exported; the first format and form are the usual ones."""

    what: str  # as the command line names it
    label: str  # English source string
    done: str  # English: what is said when it is written
    file_name: str  # Swedish, beside the strategy file
    writers: dict[str, Writer]  # by format; a format is also the file's ending
    check: Check = _of_strategy  # what would shut readers of the document out
    forms: tuple[str, ...] = ()  # how much of it

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(self.writers)


def checking(export: Export, strategy: Strategy) -> "Job[tuple[Finding, ...]]":
    """Find what would shut readers of a document out."""
    yield Progress(0, 0)
    return export.check(strategy)


@dataclass(frozen=True)
class Exported:
    """A finished export, with what the reader of the file should know."""

    path: Path
    notices: tuple[str, ...] = ()


def _strategy_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.word import strategy as word

    return word.write(strategy, out, template=wish.template, information=wish.information)


def _plan_docx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    from strategidesk.word import activity_plan as word

    form: Literal["compact", "full"] = "compact" if wish.form == COMPACT else "full"
    return word.write(strategy, out, form=form, template=wish.template)


def _plan_xlsx(strategy: Strategy, out: Path, wish: Wish) -> Writing:
    if wish.template is None:
        from strategidesk.excel import activity_plan as excel

        return excel.write(strategy, out)
    from strategidesk.excel import filling

    return filling.fill(strategy, wish.template, out)


EXPORTS = (
    Export(
        "strategy",
        "Strategy",
        mark("The strategy is exported."),
        "Strategi",
        {"docx": _strategy_docx},
    ),
    Export(
        "activity-plan",
        "Activity plan",
        mark("The activity plan is exported."),
        "Aktivitetsplan",
        {"docx": _plan_docx, "xlsx": _plan_xlsx},
        _of_plan,
        (FULL, COMPACT),
    ),
)


def chosen(what: str, format: str | None = None, form: str | None = None) -> tuple[Export, str]:
    """The export of that name and the format, the usual one where none is given.

    Raises UsageError for what there is not.
    """
    export = next((export for export in EXPORTS if export.what == what), None)
    if export is None:
        _refuse("export", what, tuple(export.what for export in EXPORTS))
    if format is not None and format not in export.formats:
        _refuse("format", format, export.formats)
    if form is not None and form not in export.forms:
        _refuse("form", form, export.forms)
    return export, format or export.formats[0]


def _refuse(kind: str, name: str, names: tuple[str, ...]) -> NoReturn:
    raise UsageError(
        'There is no {kind} "{name}" here. Choose one of: {names}.',
        kind=tr(kind),
        name=name,
        names=", ".join(names) or "-",
    )


def beside(path: Path, export: Export, format: str, version: str = "") -> Path:
    """Where an export (of a version, by its title) lies unless told otherwise: beside the strategy
    file."""
    of = f" - {safe_name(version, LONGEST)}" if version else ""
    return path.with_name(f"{path.stem} - {export.file_name}{of}.{format}")


def export(
    strategy: Strategy,
    what: str,
    target: Path,
    format: str | None = None,
    form: str | None = None,
    template: Path | None = None,
    information: "Information | None" = None,
) -> Job[Exported]:
    """Write a document; the target is replaced whole when it is finished, or not at all.

    `information` is what the versions tell of the strategy (strategidesk.desk.information).
    Raises UsageError for an unknown name, format or form, UserError for a template that does not
    serve.
    """
    kind, format = chosen(what, format, form)
    wish = Wish(form or next(iter(kind.forms), ""), template, information)
    with replacing(target) as work:
        writing = kind.writers[format](strategy, work, wish)
        try:
            while True:
                done, total, *_ = next(writing)
                yield Progress(done, total, "Writing the document")
        except StopIteration as end:
            notices = end.value or ()
    return Exported(target, tuple(f"{notice.place}: {notice.sentence}" for notice in notices))
