"""Commands that change a strategy: apply, restore."""

import sys
from argparse import Namespace
from contextlib import ExitStack
from functools import partial

from strategidesk.cli.arguments import account
from strategidesk.desk.applying import Apply, decode_edits, seen_in
from strategidesk.desk.commands import Restore
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import read_bytes


def apply(options: Namespace) -> None:
    edits = decode_edits(read_bytes(options.changes))
    with ExitStack() as stack:
        desk = stack.enter_context(Desk.open(options.file, options.author or account()))
        command = Apply(edits)
        if options.seen:
            other = stack.enter_context(Desk.open(options.seen))
            command = Apply(edits, partial(seen_in, desk, other))
        desk.run(command)
        _warn(desk)


def restore(options: Namespace) -> None:
    with Desk.open(options.file, options.author or account()) as desk:
        desk.run(Restore(options.revision))
        _warn(desk)


def _warn(desk: Desk) -> None:
    if desk.backup_trouble:
        print(f"strategidesk: {desk.backup_trouble}", file=sys.stderr)
