"""The command backup."""

from argparse import Namespace

from strategidesk.desk import backups
from strategidesk.language import tr


def backup(options: Namespace) -> None:
    if options.list:
        for one in backups.listed(options.file):
            local = one.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            print(f"{one.name}\t{local}\t{one.path}")
    elif options.restore:
        aside = backups.restore(options.file, options.restore)
        if aside:
            print(tr("What stood there before is kept as {path}.", path=aside))
    else:
        print(backups.make(options.file, options.to))
