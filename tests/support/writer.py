"""A process that writes to a strategy file until it is killed, and tells of every save.

Warm, it forks a writer per round. Reads one line per round, the file's path; writes the writer's
process id, then one line per save that was acknowledged: the thing's id and its new heading. Run as
`python -m tests.support.writer`.
"""

import json
import os
import random
import sys
from pathlib import Path

from strategidesk.desk.commands import Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.model.document import Section
from strategidesk.model.noun import new_id


def write(path: Path, told: int) -> None:
    """Random commands on the file's sections, each told when it is done."""
    chance = random.Random()
    desk = Desk.open(path, "Alva")
    _tell(told, "open")
    for number in range(10**9):
        sections = [section.id for section in desk.strategy.all(Section)]
        id = chance.choice(sections)
        text = f"{number} " + "å" * chance.randrange(3000)
        match chance.randrange(8):
            case 0:
                id = new_id()
                desk.run(Create("section", {"heading": text}, id=id))
            case 1 if len(sections) > 3:
                text = ""
                desk.run(Delete((id,)))
            case 2:
                desk.run(SetFields(id, {"heading": text}))
                desk.run(Move(id, after=None))
            case _:
                desk.run(SetFields(id, {"heading": text}))
        _tell(told, json.dumps([id, text]))


def _tell(told: int, line: str) -> None:
    os.write(told, line.encode() + b"\n")


def main() -> None:
    told = sys.stdout.fileno()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                write(Path(line.rstrip("\n")), told)
            finally:
                os._exit(1)
        _tell(told, str(child))
        os.waitpid(child, 0)
        _tell(told, "gone")


if __name__ == "__main__":
    main()
