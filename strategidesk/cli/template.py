"""The command template: the municipality's Word template in a strategy file."""

import json
from argparse import Namespace
from collections.abc import Iterator

from strategidesk.cli.arguments import account
from strategidesk.desk import word_template
from strategidesk.desk.desk import Desk
from strategidesk.desk.jobs import finish
from strategidesk.desk.word_template import Checked
from strategidesk.errors import UsageError, UserError
from strategidesk.language import mark, tr

_SIGNS = {"found": "+", "instead": "-", "mend": "!"}
NONE = mark("The file has no Word template. Documents get the program's own look.")


def template(options: Namespace) -> None:
    if options.new and options.remove:
        raise UsageError("Give either --set or --remove.")
    writes = bool(options.new or options.remove)
    checked = None
    with Desk.open(options.file, (options.author or account()) if writes else None) as desk:
        if options.new:
            checked = finish(word_template.checking(options.new))
            desk.run(checked.command)
        elif options.remove:
            desk.run(word_template.take_away(desk.strategy))
        kept = word_template.kept(desk.strategy)
    if options.out:
        if kept is None:
            raise UserError(NONE)
        word_template.save(kept, options.out)
    if kept is not None and checked is None:
        checked = word_template.look_through(kept)
    if options.json:
        found = word_template.as_json(kept.name if kept else "", checked)
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for line in _lines(checked):
        print(line)


def _lines(checked: Checked | None) -> Iterator[str]:
    if checked is None:
        yield tr(NONE)
        return
    yield checked.file.name
    for remark in checked.remarks:
        yield f"{_SIGNS[remark.kind]} {remark}"
        if remark.way:
            yield f"    {remark.way}"
