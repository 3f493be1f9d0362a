"""What every document ends with: its lists, its margins, its language and properties, the file."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from strategidesk.model.document import Card
from strategidesk.word.document import fill_margins, save, set_language, set_properties
from strategidesk.word.flow import Flow
from strategidesk.word.markup import Piece
from strategidesk.word.package import Package


def finish(
    package: Package,
    flow: Flow,
    card: Card,
    out: Path,
    *,
    title: str,
    today: str,
    values: Mapping[str, str],
    body: Sequence[Piece] | None = None,
) -> None:
    """Writes the finished flow to `out` as a document with this title, dated `today` (a day).

    `values` stand in the `{places}` of header and footer; `body` in the place of the flow's own,
    where more stands around that.
    """
    flow.numbering.finish()
    fill_margins(package, values)
    set_language(package, card)
    set_properties(package, card, title, today)
    save(package, flow.body if body is None else body, flow.notes_part(), out)
