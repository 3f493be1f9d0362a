"""A process that writes to a strategy file until it is killed, and tells of every save.

Warm, it forks a writer per round. Reads one line per round, the file's path; writes the writer's
process id, then a line before and after each save: the thing's id and the number with which its
heading begins then, -1 where it is deleted. Run as `python -m tests.support.writer`.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

from strategidesk.desk.commands import Command, Create, Delete, Move, SetFields
from strategidesk.desk.desk import Desk
from strategidesk.model.document import Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import new_id
from tests.support.files import small

FIXED = {section.id for section in small().all(Section)}  # some stand under others


def write(path: Path, told: int) -> None:
    """Random commands on the file's sections; each is told before and after."""
    chance = random.Random()
    desk = Desk.open(path, "Alva")
    _tell(told, "open")
    while True:
        commands, shown = _some(chance, [section.id for section in desk.strategy.all(Section)])
        _tell(told, json.dumps(["wanted", *shown]))
        for command in commands:
            desk.run(command)
        _tell(told, json.dumps(["saved", *shown]))


def _some(chance: random.Random, sections: list[Id]) -> tuple[list[Command], tuple[Id, int]]:
    """Commands, of which the last shows: which thing, and the number it begins with then."""
    id, number = chance.choice(sections), time.time_ns()
    values = {"heading": f"{number} " + "å" * chance.randrange(3000)}
    match chance.randrange(8):
        case 0:
            id = new_id()
            return [Create("section", values, id=id)], (id, number)
        case 1 if id not in FIXED:
            return [Delete((id,))], (id, -1)
        case 2:
            return [Move(id, after=None), SetFields(id, values)], (id, number)
        case _:
            return [SetFields(id, values)], (id, number)


def _tell(told: int, line: str) -> None:
    os.write(told, line.encode() + b"\n")  # short enough to be written whole


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
