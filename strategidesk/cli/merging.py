"""Commands on copies that come together: merge, review, resolve."""

import json
import sys
from argparse import Namespace
from typing import Any

from strategidesk.cli.arguments import account
from strategidesk.cli.history import moment, short
from strategidesk.cli.progress import shown
from strategidesk.desk.answers.waiting import reasons
from strategidesk.desk.desk import Desk
from strategidesk.desk.files import read_bytes
from strategidesk.desk.jobs import finish
from strategidesk.desk.merging import Copy, merging
from strategidesk.desk.reviewing import (
    DELETE,
    DISMISS,
    KEEP,
    TAKE,
    WRITE,
    Resolve,
    text_of,
    value_of,
)
from strategidesk.errors import UsageError, UserError
from strategidesk.history.items import ANSWER, Item, Option
from strategidesk.language import mark, tr
from strategidesk.model.follow_up import OpenAnswer, json_of, of_line
from strategidesk.model.strategy import Strategy

NEEDS_PERSON = 1
WAITING = mark("{n} things wait for a person. List them with: strategidesk review")


def merge(options: Namespace) -> int:
    with Desk.open(options.file, options.author or account()) as desk:
        with shown() as told:
            merged = finish(merging(desk, options.others, whole=True), told)
        desk.accept(merged)
        waiting = len(desk.review())
        if desk.backup_trouble:
            print(f"strategidesk: {desk.backup_trouble}", file=sys.stderr)
    for copy in merged.copies:
        print(_outcome(copy))
    if not waiting:
        return 0
    print(tr(WAITING, n=waiting))
    return NEEDS_PERSON


def _outcome(copy: Copy) -> str:
    if copy.versions and not copy.count:
        line = tr("{path}: {n} versions", path=copy.path, n=copy.versions)
    elif not copy.count:
        line = tr("{path}: nothing new", path=copy.path)
    else:
        names = ", ".join(f"{name} {count}" for name, count in copy.authors.items())
        line = tr("{path}: {n} changes ({names})", path=copy.path, n=copy.count, names=names)
    if copy.open_at:
        line += " " + tr(
            "It is open at {person}; what is not saved there is not in it.", person=copy.open_at
        )
    return line


def review(options: Namespace) -> int:
    with Desk.open(options.file) as desk:
        items, strategy = desk.review(), desk.strategy
    if options.json:
        found = [_plain(item) | _answer(strategy, item) for item in items]
        print(json.dumps({"items": found}, ensure_ascii=False, indent=1))
    elif not items:
        print(tr("Nothing waits for a person."))
    else:
        for item in items:
            print(f"{item.id}  {item.kind}  {item.noun} {item.entity} {item.field}")
            for option in item.options:
                when = moment(option.at).astimezone().strftime("%Y-%m-%d %H:%M")
                text = short(text_of(option.value))
                print(f"    {option.revision}  {when}  {option.author}: {text}")
            for told in _answer(strategy, item).values():
                print(f"    {told['cell']}: {short(told['typed'])}")
                print(*(f"    {sentence}" for sentence in told["why"]), sep="\n")
    return NEEDS_PERSON if items else 0


def _plain(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "entity": item.entity,
        "field": item.field,
        "base": None if item.base is None else text_of(item.base),
        "options": [_option(option) for option in item.options],
        "regions": [
            {"base": region.base, "texts": list(region.texts), "moved": region.moved}
            for region in item.regions
        ],
    }


def _answer(strategy: Strategy, item: Item) -> dict[str, dict[str, Any]]:
    """What was typed and where, of something in a sheet that came back."""
    answer = strategy.get(OpenAnswer, item.others[0]) if item.kind == ANSWER else None
    if answer is None:
        return {}
    told = {
        "id": answer.id,
        "typed": of_line(answer.typed),
        "cell": of_line(answer.cell),
        "activity": answer.activity,
        "unit": answer.unit,
        "proposed": json_of(answer.proposed) or [],
        "why": list(reasons(answer)),
        "received_on": answer.received_on,
    }
    return {"answer": told}


def _option(option: Option) -> dict[str, Any]:
    return {
        "revision": option.revision,
        "author": option.author,
        "at": moment(option.at).isoformat().replace("+00:00", "Z"),
        "text": text_of(option.value),
    }


def resolve(options: Namespace) -> None:
    verb = _verb(options)
    with Desk.open(options.file, options.author or account()) as desk:
        item = next((item for item in desk.review() if item.id == options.item), None)
        if item is None:
            raise UserError(
                'Nothing with the id "{id}" waits for a person. '
                "List what does with: strategidesk review {path}",
                id=options.item,
                path=options.file,
            )
        value = None
        if verb == WRITE:
            value = value_of(desk.strategy.schema, item, _text(options))
        desk.run(Resolve(item, verb, options.take or "", value))
        if desk.backup_trouble:
            print(f"strategidesk: {desk.backup_trouble}", file=sys.stderr)


def _verb(options: Namespace) -> str:
    given = {
        TAKE: options.take,
        WRITE: options.text_file,
        KEEP: options.keep,
        DELETE: options.delete,
        DISMISS: options.dismiss,
    }
    verbs = [verb for verb, value in given.items() if value]
    if len(verbs) != 1:
        raise UsageError("Give one of --take, --text-file, --keep, --delete and --dismiss.")
    return verbs[0]


def _text(options: Namespace) -> str:
    try:
        return read_bytes(options.text_file).decode().removesuffix("\n")
    except UnicodeDecodeError:
        raise UserError("{path} is no text in UTF-8.", path=options.text_file) from None
