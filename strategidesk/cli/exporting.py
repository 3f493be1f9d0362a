"""The command export."""

import sys
from argparse import Namespace

from strategidesk.cli.progress import shown
from strategidesk.desk.desk import Desk
from strategidesk.desk.exporting import export as job
from strategidesk.desk.exports import Wish, beside, chosen
from strategidesk.desk.information import information
from strategidesk.desk.jobs import finish
from strategidesk.desk.versions import find, load, versions


def export(options: Namespace) -> None:
    kind, format = chosen(options.what, options.format, options.form)
    with Desk.open(options.file) as desk:
        found = versions(desk.file)
        version = find(found, options.version, desk.path) if options.version else None
        strategy = load(desk.file, version) if version else desk.strategy
    told_of = information(strategy, found, version)
    title = version.title if version else ""
    target = options.out or beside(options.file, kind, format, title)
    wish = Wish(form=options.form or "", template=options.template, information=told_of)
    with shown() as told:
        exported = finish(job(strategy, options.what, target, format, wish), told)
    for notice in exported.notices:
        print(notice, file=sys.stderr)
    print(exported.path)
