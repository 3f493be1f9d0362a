"""An open strategy: what it holds, what can be done with it, what can be undone."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from strategidesk.desk.clock import Clock
from strategidesk.desk.commands import Command
from strategidesk.desk.drafts import Draft, Drafts, settling
from strategidesk.desk.editing import Editing, Seen
from strategidesk.desk.reviewing import settles
from strategidesk.desk.wastebasket import gone
from strategidesk.errors import UserError
from strategidesk.history.changes import ChangeSet
from strategidesk.history.graph import Graph
from strategidesk.history.items import Item
from strategidesk.history.loading import load
from strategidesk.history.reading import nodes_of
from strategidesk.history.recording import Recorder
from strategidesk.history.refreshing import refresh, with_echoes
from strategidesk.history.reviewing import contested, review
from strategidesk.history.revision import EXISTS, entity_of
from strategidesk.history.tables import ModelTables, model_tables
from strategidesk.history.timeline import Entry, Touch, entries, latest, ordered
from strategidesk.history.undoing import Step, step_of, turn_back
from strategidesk.history.versions import Caption, Made, insert, made
from strategidesk.language import tr
from strategidesk.model.fields import Id, Mistake
from strategidesk.model.schema import STANDARD, Schema
from strategidesk.model.strategy import Strategy
from strategidesk.store import backups
from strategidesk.store.file import StrategyFile
from strategidesk.store.verifying import Finding, verify

if TYPE_CHECKING:
    from strategidesk.desk.merging import Merged

STEPS = 500  # that can be undone
PORTION = 200  # changes read at once for the history

Listener = Callable[[ChangeSet], None]


class Desk:
    """One open strategy file. `strategy` is replaced, never changed, by each command.

    Every change goes through `run`, `undo` or `redo`, is one transaction and returns what changed;
    listeners are told the same. A context manager that closes the file.
    """

    def __init__(self, file: StrategyFile, author: str, backup_first: bool = True) -> None:
        self.file = file
        self.author = author
        self.drafts = Drafts(file)
        self.listeners: list[Listener] = []
        self._clock = Clock()
        self._done: deque[Step] = deque(maxlen=STEPS)
        self._undone: list[Step] = []
        self._own: set[bytes] = set()
        self._changed = False
        self._backup_first = backup_first
        self.backup_trouble: UserError | None = None
        with file.reading() as connection:
            self.strategy: Strategy = load(connection, file.tables)

    @classmethod
    def open(
        cls,
        path: Path,
        author: str | None = None,
        schema: Schema = STANDARD,
        take_over: bool = False,
        backup_first: bool = True,
    ) -> Self:
        """Open a file to write as `author`, or to read only where that is None.

        The first change waits for a backup unless `backup_first` is False: who opens then calls
        `keep_as_opened`.
        Raises UserError for a file that must not be opened, FileIsOpen where another writes.
        """
        file = StrategyFile.open(path, tables_of(schema), author, take_over)
        try:
            return cls(file, author or "", backup_first)
        except BaseException:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, in English; None where there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, in English; None where there is nothing."""
        return self._undone[-1].label if self._undone else None

    def concerned(self, redo: bool = False) -> tuple[tuple[Id, str], ...]:
        """What the next undo (or redo) will change: ids, each with its noun, chief first. Nothing
        where there is no such step."""
        stack = self._undone if redo else self._done
        return stack[-1].things if stack else ()

    def settles(self, redo: bool = False) -> bool:
        """Whether the next undo (or redo) opens (or closes) what waits for a person."""
        stack = self._undone if redo else self._done
        return bool(stack) and stack[-1].settles

    def run(self, command: Command) -> ChangeSet:
        """Do a command. Raises UserError where it is refused; then nothing has changed."""
        changes = self.write(command)
        self.tell(changes)
        return changes

    def write(self, command: Command) -> ChangeSet:
        """Do a command on any thread, while nothing else is done. The desk's owner calls `tell`
        with the result. Raises UserError where it is refused; then nothing has changed."""

        def write(recorder: Recorder) -> str:
            recorder.kind = command.kind
            with explained():
                command.apply(Editing(recorder, self.strategy))
            return command.label

        changes, step = self._write(write)
        if step and step.changes:
            self._done.append(replace(step, settles=settles(command)))
            self._undone.clear()
        return changes

    def keep_version(self, label: str, act: Callable[[Editing], Caption]) -> ChangeSet:
        """Do something and keep the strategy as it is then as a version, in one transaction; on any
        thread, while nothing else is done. The desk's owner calls `tell` with the result.

        This is no undo step, and what it has written no undo takes back. Raises UserError where it
        is refused; then nothing has changed.
        """
        captions: list[Caption] = []

        def write(recorder: Recorder) -> str:
            with explained():
                captions.append(act(Editing(recorder, self.strategy)))
            return label

        changes, _ = self._write(write, captions)
        self._undone.clear()
        return changes

    def add_version(self, made: Made) -> ChangeSet:
        """Keep a version of what the strategy was a while ago; on any thread. The desk's owner
        calls `tell` with the result."""
        self.back_up_first()
        with self.file.writing() as connection:
            insert(connection, made)
        self._changed = True
        return ChangeSet(versions=True)

    def version_of_now(self, caption: Caption) -> Callable[[], Made]:
        """What makes a version of the strategy as it stands at this moment, on any thread."""
        return partial(made, self.strategy, caption, self.author, self._clock())

    def undo(self) -> ChangeSet:
        """Take the last step back. Raises NotUndoable where others have built on it."""
        return self._turn(redo=False)

    def weight(self, redo: bool = False) -> int:
        """How many fields the next undo (or redo) writes; 0 where there is no such step."""
        stack = self._undone if redo else self._done
        return len(stack[-1].changes) if stack else 0

    def redo(self) -> ChangeSet:
        """Do again what was taken back last."""
        return self._turn(redo=True)

    def _turn(self, redo: bool) -> ChangeSet:
        changes = self.turn(redo)
        self.tell(changes)
        return changes

    def turn(self, redo: bool) -> ChangeSet:
        """Undo or redo the last step on any thread, while nothing else is done. The desk's owner
        calls `tell` with the result. Raises NotUndoable where others have built on it."""
        stack = self._undone if redo else self._done
        if not stack:
            return ChangeSet()
        turned: list[Step] = []

        def write(recorder: Recorder) -> str:
            turned.append(turn_back(recorder, stack[-1], self._own, redo))
            return stack[-1].label

        changes, _ = self._write(write)
        stack.pop()
        (self._done if redo else self._undone).append(turned[0])
        return changes

    def accept(self, merged: "Merged") -> None:
        """Show what a merge has brought (strategidesk.desk.merging.merging), and tell of it."""
        if not merged.changes:
            return
        if self.strategy is merged.before:
            self.strategy = merged.after
        else:  # something was written meanwhile
            with self.file.reading() as connection:
                self.strategy = load(connection, self.file.tables)
        self._changed = True
        self.tell(merged.changes)

    def review(self) -> list[Item]:
        """What waits for a person, in the order of the nouns."""
        with self.file.reading() as connection:
            return review(connection, self.file.tables)

    def contested(self) -> dict[tuple[Id, str], str]:
        """The fields that wait for a person, each with its kind of item: quicker than `review`."""
        with self.file.reading() as connection:
            return contested(connection)

    def back_up_first(self) -> None:
        """Back up the file before its first change."""
        if self._backup_first and not self._changed:
            self._back_up(partial(backups.keep, self.file))

    def back_up_whole(self) -> None:
        """Back up the file as it stands, before what no undo takes back; on any thread. Nothing is
        made where the newest backup holds all of it. What has been checked once is not again."""
        checked = self._changed or not self._backup_first
        keep = backups.keep_as_opened if checked else backups.keep_whole
        self._back_up(partial(keep, self.file))

    def _write(
        self, write: Callable[[Recorder], str], captions: Sequence[Caption] = ()
    ) -> tuple[ChangeSet, Step | None]:
        """`captions`, which `write` may fill, are of the versions to keep of what is then."""
        self.back_up_first()
        with self.file.writing() as connection:
            recorder = Recorder(connection, self.file.tables, self.author, self._clock)
            label = write(recorder)
            changes = recorder.finish(label)
            step = step_of(recorder, label) if recorder.revisions else None
            before = self.strategy.illustrated(recorder.kept) if recorder.kept else self.strategy
            after = refresh(connection, self.file.tables, before, changes)
            for caption in captions:
                insert(connection, made(after, caption, self.author, self._clock()))
        changes = with_echoes(changes, self.strategy, after)
        self.strategy = after
        if captions:
            changes = replace(changes, versions=True)
        else:
            self._own.update(made.id for made in recorder.revisions)
        self._changed = self._changed or bool(changes)
        return changes, step

    def tell(self, changes: ChangeSet) -> None:
        """Tell the listeners, who may ask what can be undone now."""
        if changes:
            for listener in list(self.listeners):
                listener(changes)

    def keep_as_opened(self) -> None:
        """Back up the file, whose content has been checked, unless there is a backup of all that
        is in it; on any thread."""
        if self.file.writable:
            self._back_up(partial(backups.keep_as_opened, self.file))

    @property
    def needs_backup(self) -> bool:
        """Whether something has changed since the last backup that closing waits for."""
        return self._changed and self.file.writable

    def back_up(self) -> None:
        """Back up what has changed, as `close` does where it has not been done; on any thread."""
        if self.needs_backup:
            self._back_up(partial(backups.keep, self.file, always=True))
            self._changed = False

    def _back_up(self, make: Callable[[], object]) -> None:
        """A backup that cannot be made is told, and stops nobody from writing."""
        try:
            make()
            self.backup_trouble = None
        except UserError as trouble:
            self.backup_trouble = trouble

    def seen(self, id: Id, field: str) -> Seen:
        """The heads of a field as an editor sees them when it opens the field.

        For `_exists` those of all fields of the thing, as its deletion names them.
        """
        entity = entity_of(id)
        with self.file.reading() as connection:
            graph = Graph(nodes_of(connection, [entity])[entity], lambda _id: None)
        if field == EXISTS:
            return graph.all_heads()
        return tuple(head.id for head in graph.heads(field))

    def keep_draft(self, id: Id, field: str, value: Any, seen: Seen) -> None:
        """Keep what stands in an editor, so that no crash loses it.

        Of a thing that is not made yet the field is `_exists` (strategidesk.desk.drafts.unmade).
        """
        self.drafts.keep(Draft(id, field, value, seen), self._clock())

    def settle_drafts(self) -> list[ChangeSet]:
        """Make every draft a revision; one that cannot be is kept as it is."""
        settled = []
        for draft in self.drafts.all():
            try:
                settled.append(self.run(settling(draft)))
            except UserError:
                continue
            self.drafts.drop(draft.id, draft.field)
        return settled

    def history(self, id: Id | None = None, field: str | None = None) -> Iterator[Entry]:
        """All changes, of one thing or of one field, newest first.

        Read in portions: who stops halfway keeps nobody from writing. Raises UserError for what is
        no id.
        """
        with self.file.reading() as connection:
            order = ordered(connection, id)
        for start in range(0, len(order), PORTION):
            portion = order[start : start + PORTION]
            with self.file.reading() as connection:
                found = list(entries(connection, self.file.tables, portion, field))
            yield from found

    def latest(self, most: int) -> list[tuple[Touch, str]]:
        """Who changed what last, newest first, each with the thing's entity."""
        with self.file.reading() as connection:
            found = latest(connection, most)
        alive = self.strategy.by_id
        kinds = {touch.id: alive[touch.id].meta.entity for touch in found if touch.id in alive}
        if any(touch.id not in kinds for touch in found):
            kinds |= {id: entity for id, entity, _title in self.wastebasket() if id not in alive}
        return [(touch, kinds[touch.id]) for touch in found if touch.id in kinds]

    def wastebasket(self) -> list[tuple[Id, str, str]]:
        """Deleted things, last deleted first: id, entity, title."""
        return [(one.id, one.entity, one.title) for one in gone(self.file)]

    def verify(self) -> Iterator[Finding]:
        """What is wrong with the file; nothing where all is as it was written."""
        return verify(self.file)

    def close(self) -> None:
        """Back up what has changed and let go of the file."""
        try:
            self.back_up()
        finally:
            self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def explained() -> Iterator[None]:
    """A value that a field does not take becomes a sentence for the person who gave it."""
    try:
        yield
    except Mistake as mistake:
        raise UserError("{what}", what=tr(str(mistake))) from None


def tables_of(schema: Schema) -> ModelTables:
    """The model tables of a schema; those of the standard nouns are made once."""
    if schema not in _tables:
        _tables[schema] = model_tables(schema)
    return _tables[schema]


_tables: dict[Schema, ModelTables] = {}
