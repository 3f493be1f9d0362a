"""Whole sessions with two openings of one file: what the desk shows is what the file says."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from strategidesk.desk import backups, files
from strategidesk.desk.commands import BringBack, Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.interchange import dump, encode
from strategidesk.store.lock import FileIsOpen
from tests.support.files import SECTION, content, make
from tests.support.strategies import lines, proses

index = st.integers(0, 30)


class Sessions(RuleBasedStateMachine):
    """One person writes, closes and opens again; another reads, copies and restores."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = make(self.folder / "Ekbacka.strategi")
        self.desk: Desk | None = None
        self.before: list[bytes] = []  # what each step that can be undone changed
        self.after: list[bytes] = []  # what each step that can be redone would give
        self.drafts: dict[str, str] = {}
        self.backups: dict[str, bytes] = {}

    @initialize()
    def begin(self) -> None:
        self.open()

    @property
    def writer(self) -> Desk:
        assert self.desk is not None
        return self.desk

    @property
    def shown(self) -> bytes:
        return encode(dump(self.writer.strategy))

    def section(self, number: int) -> Id:
        sections = self.writer.strategy.all(Section)
        return sections[number % len(sections)].id

    def run(self, command: object) -> None:
        before = self.shown
        if self.writer.run(command):  # type: ignore[arg-type]
            if self.shown != before:
                self.before.append(before)
            self.after.clear()

    @precondition(lambda self: self.desk is None)
    @rule()
    def open(self) -> None:
        self.desk = Desk.open(self.path, "Alva")
        self.before, self.after = [], []

    @precondition(lambda self: self.desk is not None)
    @rule()
    def close(self) -> None:
        self.writer.close()
        self.desk = None

    @precondition(lambda self: self.desk is not None)
    @rule(number=index, heading=lines, body=proses)
    def write(self, number: int, heading: str, body: str) -> None:
        self.run(SetFields(self.section(number), {"heading": heading, "body": body}))

    @precondition(lambda self: self.desk is not None)
    @rule(number=index, heading=lines)
    def add(self, number: int, heading: str) -> None:
        self.run(Create("section", {"heading": heading}, parent=self.section(number)))

    @precondition(lambda self: self.desk is not None)
    @rule(number=index)
    def move(self, number: int) -> None:
        self.run(Move(self.section(number), after=None))

    @precondition(lambda self: self.desk is not None)
    @rule(number=index)
    def remove(self, number: int) -> None:
        if self.section(number) != SECTION and len(self.writer.strategy.all(Section)) > 2:
            self.run(Delete((self.section(number),)))

    @precondition(lambda self: self.desk is not None)
    @rule()
    def bring_back(self) -> None:
        gone = self.writer.wastebasket()
        if gone:
            self.run(BringBack((gone[0][0],)))

    @precondition(lambda self: self.desk is not None and self.before)
    @rule()
    def undo(self) -> None:
        now = self.shown
        self.writer.undo()
        assert self.shown == self.before.pop()
        self.after.append(now)

    @precondition(lambda self: self.desk is not None and self.after)
    @rule()
    def redo(self) -> None:
        now = self.shown
        self.writer.redo()
        assert self.shown == self.after.pop()
        self.before.append(now)

    @precondition(lambda self: self.desk is not None)
    @rule(text=lines, field=st.sampled_from(["heading", "guidance"]))
    def type(self, text: str, field: str) -> None:
        self.writer.keep_draft(SECTION, field, text, self.writer.seen(SECTION, field))
        self.drafts[field] = text

    @precondition(lambda self: self.desk is not None)
    @rule()
    def open_a_second_time(self) -> None:
        with pytest.raises(FileIsOpen):
            Desk.open(self.path, "Bo")

    @rule()
    def copy(self) -> None:
        copy = self.folder / "kopia.strategi"
        files.copy(self.path, copy)
        assert content(copy) == files.dump_file(self.path)
        copy.unlink()

    @rule()
    def back_up(self) -> None:
        made = backups.make(self.path)
        self.backups = {made.stem: files.dump_file(self.path)}

    @precondition(lambda self: self.desk is None and self.backups)
    @rule()
    def restore(self) -> None:
        name, said = next(iter(self.backups.items()))
        aside = backups.restore(self.path, name)
        assert aside is not None
        aside.unlink()
        assert files.dump_file(self.path) == said
        with Desk.open(self.path) as reader:
            self.drafts = {draft.field: draft.value for draft in reader.drafts.all()}

    @invariant()
    def the_other_sees_what_is_saved(self) -> None:
        said = content(self.path)
        if self.desk is not None:
            assert said == self.shown
            kept = {draft.field: draft.value for draft in self.writer.drafts.all()}
            assert kept == self.drafts

    def teardown(self) -> None:
        if self.desk is not None:
            self.desk.close()
        assert [path.name for path in self.folder.iterdir()] == [self.path.name]
        shutil.rmtree(self.folder)


Sessions.TestCase.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
TestSessions = Sessions.TestCase
