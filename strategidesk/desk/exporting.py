"""What can be exported, in which formats, and the job that does it."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk.jobs import Job, Progress
from strategidesk.errors import UsageError
from strategidesk.language import tr
from strategidesk.model.strategy import Strategy
from strategidesk.store.atomic import replacing

COMPACT = "compact"
FULL = "full"

Writing = Generator[tuple[int, int], None, Any]
Writer = Callable[[Strategy, Path, Path | None], Writing]


@dataclass(frozen=True)
class Export:
    """One thing that can be exported; the first format is the usual one."""

    what: str  # as the command line names it
    label: str  # English source string
    file_name: str  # Swedish, beside the strategy file
    writers: dict[str, Writer]  # by format; a format is also the file's ending

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(self.writers)


@dataclass(frozen=True)
class Exported:
    """A finished export, with what the reader of the file should know."""

    path: Path
    notices: tuple[str, ...] = ()


def _strategy_docx(strategy: Strategy, out: Path, template: Path | None) -> Writing:
    from strategidesk.word import strategy as word

    yield from word.write(strategy, out, template=template)


def _plan_docx(form: str) -> Writer:
    def write(strategy: Strategy, out: Path, template: Path | None) -> Writing:
        from strategidesk.word import activity_plan as word

        yield from word.write(strategy, out, form=form, template=template)

    return write


def _plan_xlsx(strategy: Strategy, out: Path, template: Path | None) -> Writing:
    if template is None:
        from strategidesk.excel import activity_plan as excel

        return (yield from excel.write(strategy, out))
    from strategidesk.excel import filling

    return (yield from filling.fill(strategy, template, out))


EXPORTS = (
    Export("strategy", "Strategy", "Strategi", {"docx": _strategy_docx}),
    Export(
        "activity-plan",
        "Activity plan",
        "Aktivitetsplan",
        {"docx": _plan_docx(FULL), "xlsx": _plan_xlsx},
    ),
    Export(
        "activity-plan-compact",
        "Activity plan, compact",
        "Aktivitetsplan kort",
        {"docx": _plan_docx(COMPACT)},
    ),
)


def named(what: str) -> Export:
    """The export of that name. Raises UsageError where there is none."""
    for export in EXPORTS:
        if export.what == what:
            return export
    raise UsageError(
        'There is no export "{what}". Choose one of: {names}.',
        what=what,
        names=", ".join(export.what for export in EXPORTS),
    )


def beside(path: Path, export: Export, format: str) -> Path:
    """Where an export lies unless told otherwise: beside the strategy file."""
    return path.with_name(f"{path.stem} - {export.file_name}.{format}")


def export(
    strategy: Strategy,
    what: str,
    target: Path,
    format: str | None = None,
    template: Path | None = None,
) -> Job[Exported]:
    """Write a document; the target is replaced whole when it is finished, or not at all.

    Raises UsageError for an unknown name or format, UserError for a template that does not serve.
    """
    chosen = named(what)
    format = format or chosen.formats[0]
    if format not in chosen.writers:
        raise UsageError(
            "{what} is not exported as {format}. Choose one of: {names}.",
            what=what,
            format=format,
            names=", ".join(chosen.formats),
        )
    with replacing(target) as work:
        writing = chosen.writers[format](strategy, work, template)
        try:
            while True:
                done, total = next(writing)
                yield Progress(done, total, "Writing the document")
        except StopIteration as end:
            notices = end.value or ()
    return Exported(target, tuple(_sentence(notice) for notice in notices))


def _sentence(notice: Any) -> str:
    """A notice of the writer in the user's language."""
    return f"{notice.place}: {tr(notice.sentence)}"
