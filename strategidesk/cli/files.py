"""Commands on whole files: new, templates, load, dump, copy."""

import sys
from argparse import Namespace

from strategidesk.cli.arguments import account
from strategidesk.desk import files
from strategidesk.desk.templates import templates as all_templates
from strategidesk.errors import UsageError


def new(options: Namespace) -> None:
    author, title, municipality = options.author or account(), options.title, options.municipality
    if options.old:
        if options.template:
            raise UsageError("Give either --template or --from.")
        from strategidesk.desk import periods

        periods.start(options.file, options.old, author, options.version, title, municipality)
    elif options.version:
        raise UsageError("--version names a version of the strategy in --from.")
    else:
        files.new(options.file, author, options.template, title, municipality)


def templates(_options: Namespace) -> None:
    for template in all_templates():
        print(f"{template.name}\t{template.title}")


def load(options: Namespace) -> None:
    files.load(options.data, options.file, options.author or account())


def dump(options: Namespace) -> None:
    content = files.dump_file(options.file)
    if options.out:
        files.write_bytes(options.out, [content])
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def copy(options: Namespace) -> None:
    files.copy(options.file, options.new)
