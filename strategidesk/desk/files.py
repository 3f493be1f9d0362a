"""Strategy files as wholes: made new, loaded from and dumped to the interchange JSON, copied."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from strategidesk.desk.clock import Clock
from strategidesk.desk.desk import Desk, tables_of
from strategidesk.desk.drafts import Draft
from strategidesk.desk.jobs import Job, Progress
from strategidesk.desk.templates import template_of
from strategidesk.errors import UserError
from strategidesk.history.filling import fill
from strategidesk.history.loading import load as load_strategy
from strategidesk.language import tr
from strategidesk.model.document import Card
from strategidesk.model.fields import Mistake, from_json
from strategidesk.model.interchange import decode, dump, encode, read
from strategidesk.model.noun import fields_of, new_id
from strategidesk.model.schema import STANDARD, Schema
from strategidesk.model.strategy import Strategy
from strategidesk.store.atomic import replacing
from strategidesk.store.file import StrategyFile
from strategidesk.store.sqlite import alone, rows
from strategidesk.store.troubles import explained


def new(
    path: Path,
    author: str,
    template: str | None = None,
    title: str | None = None,
    municipality: str | None = None,
) -> None:
    """A new strategy file, empty or from a template. Raises UserError where the name is taken."""
    strategy = template_of(template) if template else Strategy(STANDARD, {})
    card = replace(strategy.card, id=new_id())
    make(path, author, with_card(strategy.replace({Card: (card,)}), title, municipality))


def with_card(strategy: Strategy, title: str | None, municipality: str | None) -> Strategy:
    """The strategy with another title and municipality, where these are given."""
    fields = fields_of(Card)
    given = {"title": title, "municipality": municipality}
    try:
        values = {n: from_json(fields[n], v) for n, v in given.items() if v is not None}
    except Mistake as mistake:
        raise UserError("{what}", what=tr(str(mistake))) from None
    return strategy.replace({Card: (replace(strategy.card, **values),)})


def make(path: Path, author: str, strategy: Strategy) -> None:
    """A new file that holds this strategy, one creation per thing."""
    tables = tables_of(strategy.schema)
    StrategyFile.create(path, tables, lambda new: fill(new, tables, strategy, author, Clock()))


def load(data: Path, path: Path, author: str, schema: Schema = STANDARD) -> None:
    """A new file from interchange JSON. Raises UserError for a mistake in it, and makes nothing."""
    if path.exists():
        raise UserError(
            "{path} exists already and is not overwritten. Choose another name.", path=path
        )
    make(path, author, read(decode(read_bytes(data)), schema))


def dump_file(path: Path, schema: Schema = STANDARD) -> bytes:
    """A file's whole content as interchange JSON in UTF-8."""
    return encode(dump(load_file(path, schema)))


def load_file(path: Path, schema: Schema = STANDARD) -> Strategy:
    """A file's content, read without taking its lock."""
    tables = tables_of(schema)
    with StrategyFile.open(path, tables) as file, file.reading() as connection:
        return load_strategy(connection, tables)


def copy(path: Path, target: Path) -> None:
    """A working copy with the whole history. Raises UserError where the name is taken."""
    with StrategyFile.open(path, tables_of(STANDARD)) as file:
        file.copy(target)


def copying(path: Path, target: Path, author: str | None, texts: Sequence[Draft] = ()) -> Job[Path]:
    """A working copy with the whole history and what the author is typing: the drafts in the file
    and these, which become the author's changes where they can. None: only the history.

    Raises UserError where the name is taken.
    """
    yield Progress(0, 0)
    with StrategyFile.open(path, tables_of(STANDARD)) as file:
        file.copy(target, drafts=author is not None)
    yield Progress(0, 0)
    if author is None or not (texts or rows(target, 'SELECT 1 FROM "draft" LIMIT 1')):
        return target
    with Desk.open(target, author, backup_first=False) as desk:
        for text in texts:
            desk.keep_draft(text.id, text.field, text.value, text.seen)
        desk.settle_drafts()
    return target


def answering(path: Path) -> Job[None]:
    """See whether a file can be written to. Raises UserError where it cannot."""
    yield Progress(0, 0)
    with alone(path):
        pass


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises UserError where it cannot be read."""
    with explained(path):
        if not path.is_file():
            raise UserError("There is no file {path}.", path=path)
        return path.read_bytes()


def write_bytes(path: Path, portions: Iterable[bytes]) -> None:
    """Put bytes in a file, whole or not at all."""
    with replacing(path) as work, work.open("wb") as file:
        file.writelines(portions)
