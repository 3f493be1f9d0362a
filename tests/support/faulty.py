"""A process in which the disk fails on command: every operation, at every step.

Started with the library of `faults.c` preloaded; warm, it forks for every single run. Prints one
JSON object per run (`Run`). Run as `python -m tests.support.faulty FOLDER OPERATION TROUBLE...`.
"""

import ctypes
import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from strategidesk.desk import backups, exporting, files
from strategidesk.desk.commands import SetFields
from strategidesk.desk.desk import Desk
from strategidesk.desk.exports import Wish
from strategidesk.desk.jobs import finish
from strategidesk.errors import UserError
from strategidesk.paths import resource
from strategidesk.store.sqlite import journal
from tests.support.files import SECTION, content, folder_content, make

NAME = "Språk åäö.strategi"
TEXT = "En ny inledning som ingen vill skriva två gånger."
LEFT = (".tmp", ".lock", "-journal")  # what nobody should find afterwards
TROUBLES = {
    "full from here on": (errno.ENOSPC, True),
    "full once": (errno.ENOSPC, False),
    "read-only from here on": (errno.EROFS, True),
    "failing once": (errno.EIO, False),
    "failing from here on": (errno.EIO, True),
    "vanished": (errno.ENOENT, True),
}


@dataclass
class Run:
    """What one run did. `error` is the sentence; `crash` a traceback that nobody should see."""

    operation: str
    trouble: str
    step: int  # which one fails; 0: none
    steps: int = 0  # that were seen
    hits: int = 0  # that failed
    unremoved: int = 0  # removals that failed
    error: str | None = None
    crash: str | None = None
    kept: bool = True  # whether the text is still there to be saved again
    same: bool = True  # whether the folder is as before
    left: tuple[str, ...] = ()  # new files that should not be there


_said: dict[bytes, bytes] = {}


def said(path: Path) -> bytes:
    """The content of a file, asked for once of the same bytes; where a journal lies beside it,
    they are not all of it."""
    data = path.read_bytes()
    if journal(path).exists():
        return content(path)
    if data not in _said:
        _said[data] = content(path)
    return _said[data]


class Save:
    """A text is saved; where that fails it is kept as a draft."""

    backups_there = False  # whether the backups lie on the same disk

    def prepare(self, disk: Path) -> None:
        make(disk / NAME)

    def open(self, disk: Path) -> Any:
        desk = Desk.open(disk / NAME, "Alva")
        return desk, desk.seen(SECTION, "heading")

    def run(self, _disk: Path, opened: Any) -> None:
        desk, seen = opened
        desk.run(SetFields(SECTION, {"heading": TEXT}, {"heading": seen}))

    def close(self, opened: Any, failed: bool) -> None:
        desk, seen = opened
        if failed:
            assert desk.strategy.by_id[SECTION].heading == "Inledning"
            desk.keep_draft(SECTION, "heading", TEXT, seen)
        desk.close()

    def state(self, disk: Path) -> dict[str, bytes]:
        return {"file": said(disk / NAME)}

    def kept(self, disk: Path) -> bool:
        with Desk.open(disk / NAME) as desk:
            return TEXT in [draft.value for draft in desk.drafts.all()]


class FirstSave(Save):
    """As `Save`, with the backup that is made before the first change."""

    backups_there = True

    def state(self, disk: Path) -> dict[str, bytes]:
        for one in backups.listed(disk / NAME):
            said(one.path)  # whole, where there is one
        return super().state(disk)


class Plain:
    """An operation on a file that nobody has open."""

    backups_there = True

    def prepare(self, disk: Path) -> None:
        make(disk / NAME)

    def open(self, _disk: Path) -> Any:
        return None

    def run(self, disk: Path, _opened: Any) -> None:
        raise NotImplementedError

    def close(self, _opened: Any, _failed: bool) -> None:
        pass

    def kept(self, _disk: Path) -> bool:
        return True

    def state(self, disk: Path) -> dict[str, bytes]:
        """What every strategy file says, whole, and the bytes of the others."""
        return {
            name: said(disk / name) if name.endswith(".strategi") else data
            for name, data in folder_content(disk).items()
            if not name.endswith(LEFT)
        }


class Open(Plain):
    """A file is opened to write and closed again."""

    def run(self, disk: Path, _opened: Any) -> None:
        Desk.open(disk / NAME, "Alva").close()


class Load(Plain):
    """A new file is made of interchange JSON."""

    def prepare(self, disk: Path) -> None:
        source = make(disk.with_name("source.strategi"))
        disk.with_name("data.json").write_bytes(files.dump_file(source))

    def run(self, disk: Path, _opened: Any) -> None:
        files.load(disk.with_name("data.json"), disk / NAME, "Alva")


class Copy(Plain):
    """A working copy is made."""

    def run(self, disk: Path, _opened: Any) -> None:
        files.copy(disk / NAME, disk / "Kopia.strategi")


class Dump(Plain):
    """The interchange JSON replaces an older one."""

    def prepare(self, disk: Path) -> None:
        super().prepare(disk)
        (disk / "data.json").write_text("old")

    def run(self, disk: Path, _opened: Any) -> None:
        files.write_bytes(disk / "data.json", [files.dump_file(disk / NAME)])


class Export(Plain):
    """A Word document replaces an older one."""

    what = "strategy"
    document = "Strategi.docx"
    template: Path | None = None

    def prepare(self, disk: Path) -> None:
        super().prepare(disk)
        (disk / self.document).write_text("old")
        self._export(disk, disk.with_name(self.document))  # imports what every run needs

    def run(self, disk: Path, _opened: Any) -> None:
        self._export(disk, disk / self.document)

    def _export(self, disk: Path, target: Path) -> None:
        strategy, format = files.load_file(disk / NAME), target.suffix[1:]
        wish = Wish(template=self.template, pages=False)
        finish(exporting.export(strategy, self.what, target, format, wish))

    def state(self, disk: Path) -> dict[str, bytes]:
        found = super().state(disk)
        if found[self.document] != b"old":
            shutil.unpack_archive(disk / self.document, disk.with_name("opened"), "zip")
            found[self.document] = b"new"
        return found


class ExportWorkbook(Export):
    """The plan replaces an older workbook."""

    what = "activity-plan"
    document = "Plan.xlsx"


class FillWorkbook(ExportWorkbook):
    """The plan goes into the municipality's own workbook."""

    template = resource("excel", "aktivitetsplan-mall.xlsx")


class Backup(Plain):
    """A dated backup is made beside an older one."""

    def prepare(self, disk: Path) -> None:
        super().prepare(disk)
        backups.make(disk / NAME)

    def run(self, disk: Path, _opened: Any) -> None:
        backups.make(disk / NAME)

    def state(self, disk: Path) -> dict[str, bytes]:
        listed = backups.listed(disk / NAME)
        found = {f"backup {n}": said(one.path) for n, one in enumerate(listed)}
        return found | {NAME: said(disk / NAME)}


class Restore(Backup):
    """A backup takes the file's place; what stood there is kept."""

    def prepare(self, disk: Path) -> None:
        super().prepare(disk)
        with Desk.open(disk / NAME, "Alva") as desk:
            desk.run(SetFields(SECTION, {"heading": TEXT}))

    def run(self, disk: Path, _opened: Any) -> None:
        backups.restore(disk / NAME, backups.listed(disk / NAME)[-1].name)


OPERATIONS: dict[str, Callable[[], Any]] = {
    "save": Save,
    "first save": FirstSave,
    "open": Open,
    "load": Load,
    "copy": Copy,
    "dump": Dump,
    "export": Export,
    "export a workbook": ExportWorkbook,
    "fill a workbook": FillWorkbook,
    "backup": Backup,
    "restore": Restore,
}


def runs(folder: Path, name: str, trouble: str) -> Iterator[Run]:
    """One run per step that can fail, and at last one in which nothing does."""
    operation = OPERATIONS[name]()
    disk, clean = folder / "disk", folder / "clean"
    os.environ["XDG_DATA_HOME"] = str(folder / "computer")
    home = disk if operation.backups_there else folder
    os.environ["STRATEGIDESK_BACKUPS"] = str(home / "backups")
    disk.mkdir(parents=True)
    operation.prepare(disk)
    shutil.copytree(disk, clean)
    before, known = operation.state(disk), set(folder_content(disk))
    for step in (0, *_steps(_in_a_child(operation, disk, Run(name, trouble, 0)).steps)):
        shutil.rmtree(disk)
        shutil.rmtree(folder / "computer", ignore_errors=True)
        shutil.copytree(clean, disk)
        run = _in_a_child(operation, disk, Run(name, trouble, step))
        run.same = operation.state(disk) == before
        run.kept = run.error is None or operation.kept(disk)
        new = set(folder_content(disk)) - known
        run.left = tuple(
            path
            for path in new
            if path.endswith(LEFT) or (run.error and not path.startswith("backups"))
        )
        yield run
    shutil.rmtree(folder)


def _steps(total: int) -> list[int]:
    """The first and the last ones, and between them, where page follows page, every ninth."""
    return [n for n in range(1, total + 1) if n <= 20 or n > total - 20 or n % 9 == 0]


def _in_a_child(operation: Any, disk: Path, run: Run) -> Run:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _try(operation, disk, run)
        finally:
            os.write(writing, json.dumps(asdict(run)).encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return Run(**json.loads(told))


def _try(operation: Any, disk: Path, run: Run) -> None:
    faults = ctypes.CDLL(os.environ["LD_PRELOAD"])
    code, sticky = TROUBLES[run.trouble]
    try:
        opened = operation.open(disk)
        faults.faults_arm(os.fsencode(disk), code, run.step, sticky)
        try:
            operation.run(disk, opened)
        except UserError as error:
            run.error = str(error)
        operation.close(opened, run.error is not None)
    finally:
        if sys.exc_info()[0]:
            run.crash = traceback.format_exc()
        faults.faults_disarm()
        run.steps = faults.faults_count()
        run.hits, run.unremoved = faults.faults_hits(), faults.faults_kept()


def main(folder: str, name: str, *troubles: str) -> None:
    for number, trouble in enumerate(troubles):
        for run in runs(Path(folder) / str(number), name, trouble):
            print(json.dumps(asdict(run)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
