"""The command export."""

import sys
from argparse import Namespace

from strategidesk.cli.progress import shown
from strategidesk.desk.exporting import beside, chosen
from strategidesk.desk.exporting import export as job
from strategidesk.desk.files import load_file
from strategidesk.desk.jobs import finish


def export(options: Namespace) -> None:
    kind, format = chosen(options.what, options.format, options.form)
    strategy = load_file(options.file)
    target = options.out or beside(options.file, kind, format)
    with shown() as told:
        exported = finish(
            job(strategy, options.what, target, format, options.form, options.template), told
        )
    for notice in exported.notices:
        print(notice, file=sys.stderr)
    print(exported.path)
