"""A whole session at the desk: any commands, undo and redo in any order, others writing too."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from strategidesk.desk.registry import COMMANDS
from strategidesk.errors import UserError
from strategidesk.history.projection import rebuild
from strategidesk.history.recording import NeedsReview, Recorder
from strategidesk.history.undoing import NotUndoable
from strategidesk.model.noun import shown_fields
from tests.support.commands import GENERATORS
from tests.support.desks import content, loaded, make, same, working, write_as
from tests.support.sets import tables_in
from tests.support.strategies import field_values


class Session(RuleBasedStateMachine):
    """The states reached are kept, so that undo and redo can be checked against them."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._working = working(make(Path(self._folder.name) / "x.strategi"))
        self.desk = self._working.__enter__()
        self.past: list[bytes] = []
        self.future: list[bytes] = []
        self.alone = True

    def teardown(self) -> None:
        self._working.__exit__(None, None, None)
        self._folder.cleanup()

    @rule(kind=st.sampled_from(COMMANDS), data=st.data())
    def act(self, kind: Any, data: Any) -> None:
        command = GENERATORS[kind](data.draw, self.desk)
        before = content(self.desk.strategy)
        try:
            changes = self.desk.run(command) if command else None
        except UserError:
            assert content(self.desk.strategy) == before
            return
        if changes:
            self.past.append(before)
            self.future.clear()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        before = content(self.desk.strategy)
        try:
            self.desk.undo()
        except NotUndoable:
            assert not self.alone
            assert content(self.desk.strategy) == before
            return
        self.future.append(before)
        state = self.past.pop()
        assert not self.alone or content(self.desk.strategy) == state

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        before = content(self.desk.strategy)
        try:
            self.desk.redo()
        except NotUndoable:
            assert not self.alone
            assert content(self.desk.strategy) == before
            return
        self.past.append(before)
        state = self.future.pop()
        assert not self.alone or content(self.desk.strategy) == state

    @precondition(lambda self: self.desk.strategy.sections)
    @rule(data=st.data())
    def another_writes(self, data: Any) -> None:
        """Bo's edit of something arrives, made over what stands here now."""
        nouns = [noun for noun in self.desk.strategy.schema.nouns if self.desk.strategy.all(noun)]
        noun = data.draw(st.sampled_from(nouns))
        thing = data.draw(st.sampled_from(self.desk.strategy.all(noun)))
        plain = [field for field in shown_fields(noun) if not field.to]
        if not plain:
            return
        field = data.draw(st.sampled_from(plain))
        value = data.draw(field_values(field, {}))

        def write(recorder: Recorder) -> None:
            try:
                recorder.set(thing.id, field.name, value)
            except NeedsReview:
                return

        self.alone = False
        write_as(self.desk, "Bo", write)

    @invariant()
    def memory_is_what_the_file_says(self) -> None:
        assert same(self.desk.strategy, loaded(self.desk))

    @invariant()
    def the_file_is_whole(self) -> None:
        assert [finding.template for finding in self.desk.verify()] == []

    @rule()
    def rebuild_everything(self) -> None:
        with self.desk.file.writing() as connection:
            before = tables_in(connection)
            rebuild(connection, self.desk.file.tables)
            assert tables_in(connection) == before


Session.TestCase.settings = settings(max_examples=15, stateful_step_count=20)
test_that_a_session_keeps_file_memory_and_undo_together = Session.TestCase
