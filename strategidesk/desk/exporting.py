"""The job that writes a document, and the one that looks at it before."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategidesk.desk.exports import PDF, Export, Wish, Writing, chosen
from strategidesk.desk.jobs import Job, Progress
from strategidesk.language import mark
from strategidesk.model.strategy import Strategy
from strategidesk.store.atomic import replacing

if TYPE_CHECKING:
    from strategidesk.desk.accessibility import Finding
    from strategidesk.publish.sheets import Sheets

WRITING = mark("Writing the document")


def checking(
    export: Export, strategy: Strategy, wish: Wish | None = None
) -> "Job[tuple[Finding, ...]]":
    """Find what would shut readers of the document out."""
    yield Progress(0, 0)
    return export.check(strategy, wish or Wish())


@dataclass(frozen=True)
class Exported:
    """A finished export, with what the reader of the file should know."""

    path: Path
    notices: tuple[str, ...] = ()


def export(
    strategy: Strategy,
    what: str,
    target: Path,
    format: str | None = None,
    wish: Wish | None = None,
) -> Job[Exported]:
    """Write a document; the target is replaced whole when it is finished, or not at all.

    Raises UsageError for an unknown name, format or form, UserError for a template that does not
    serve, Missing for a PDF where there is no LibreOffice.
    """
    wish = wish or Wish()
    kind, format = chosen(what, format, wish.form or None)
    wish = wish.on_template(strategy, format)
    with replacing(target) as work:
        notices = yield from _written(kind.writer(format)(strategy, work, wish.of(kind)))
    return Exported(target, tuple(f"{notice.place}: {notice.sentence}" for notice in notices))


def lay(strategy: Strategy, export: Export, wish: Wish) -> "Job[Sheets]":
    """The pages of a document, as they are looked at before it is exported or printed; who gets
    them closes them.

    Raises Missing where there is no LibreOffice, UserError for a template that does not serve.
    """
    from strategidesk.publish.sheets import Sheets

    with tempfile.TemporaryDirectory(prefix="strategidesk-") as folder:
        out = Path(folder, f"pages.{PDF}")
        yield from _written(export.writer(PDF)(strategy, out, wish.of(export)))
        return Sheets(out)


def _written(writing: Writing) -> Job[Any]:
    """Drive a writer; returns what it returns."""
    try:
        while True:
            step = next(writing)
            yield step if isinstance(step, Progress) else Progress(step[0], step[1], WRITING)
    except StopIteration as end:
        return end.value or ()
