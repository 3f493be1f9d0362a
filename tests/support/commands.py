"""Commands of every kind, drawn by Hypothesis for an open strategy.

`GENERATORS` has one generator per registered command: it gets a draw function and the desk, and
gives a command that fits what the desk holds, or None where nothing fits.
"""

import itertools
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st

from strategidesk.desk.answers.taking import TakeAnswers, taking
from strategidesk.desk.applying import Apply
from strategidesk.desk.commands import (
    BringBack,
    Command,
    Create,
    Delete,
    Move,
    Restore,
    RestoreBefore,
    SetFields,
    Together,
)
from strategidesk.desk.consulting import PrepareConsultation
from strategidesk.desk.desk import Desk
from strategidesk.desk.reviewing import TAKE, WRITE, Resolve, verbs
from strategidesk.desk.rounds.commands import (
    AcceptProposal,
    ChangeRound,
    DeclineProposal,
    NewRound,
    RemoveRound,
)
from strategidesk.desk.siblings import LAST
from strategidesk.desk.word_template import KeepTemplate
from strategidesk.model.choices import ROUND_KIND, TREND
from strategidesk.model.fields import Id
from strategidesk.model.follow_up import Round
from strategidesk.model.noun import Noun, is_ordered, shown_fields
from strategidesk.model.places import parent_of
from strategidesk.model.rounds import found
from strategidesk.model.strategy import Strategy
from tests.support.answers import answered, asked, judgment, proposed, sheet
from tests.support.contests import CONTESTS
from tests.support.municipal_templates import bare, cover
from tests.support.strategies import field_values, known_id

Draw = Callable[[st.SearchStrategy[Any]], Any]
Generator = Callable[[Draw, Desk], Command | None]


def _ids(strategy: Strategy) -> dict[str, list[str]]:
    return {
        noun.meta.entity: [thing.id for thing in strategy.all(noun)]
        for noun in strategy.schema.nouns
    }


def _things(strategy: Strategy) -> list[Noun]:
    return [thing for noun in strategy.schema.nouns for thing in strategy.all(noun)]


def _place_of(thing: Any) -> str:
    return str(thing.place)


def _some_values(draw: Draw, noun: type[Noun], strategy: Strategy) -> dict[str, Any]:
    ids = _ids(strategy)
    fields = draw(st.lists(st.sampled_from(shown_fields(noun)), min_size=1, max_size=3))
    return {field.name: _plain(draw(field_values(field, ids))) for field in fields}


def _plain(value: Any) -> Any:
    """Lists of ids without repetition, as JSON has them."""
    return sorted(set(value)) if isinstance(value, list) else value


def _below(strategy: Strategy, noun: type[Noun], id: Id) -> set[Id]:
    """A thing of a tree and all that stands under it."""
    found = {id}
    for thing in strategy.all(noun):  # depth first: parents come before children
        if parent_of(_place_of(thing)) in found:
            found.add(thing.id)
    return found


def _spot(
    draw: Draw, strategy: Strategy, noun: type[Noun], moved: Id | None = None
) -> tuple[Id | None, Id | None]:
    """A parent and the sibling to stand behind."""
    parent: Id | None = None
    if noun.meta.tree:
        below = _below(strategy, noun, moved) if moved else set()
        free = [thing.id for thing in strategy.all(noun) if thing.id not in below]
        parent = draw(st.sampled_from([None, *free]))
    siblings = [
        thing.id
        for thing in strategy.all(noun)
        if parent_of(_place_of(thing)) == parent and thing.id != moved
    ]
    return parent, draw(st.sampled_from([None, LAST, *siblings]))


def set_fields(draw: Draw, desk: Desk) -> Command | None:
    thing = draw(st.sampled_from(_things(desk.strategy)))
    return SetFields(thing.id, _some_values(draw, type(thing), desk.strategy))


def create(draw: Draw, desk: Desk) -> Command | None:
    nouns = [noun for noun in desk.strategy.schema.nouns if not noun.meta.single]
    noun = draw(st.sampled_from(nouns))
    parent, after = _spot(draw, desk.strategy, noun) if is_ordered(noun) else (None, LAST)
    return Create(noun.meta.entity, _some_values(draw, noun, desk.strategy), parent, after)


def move(draw: Draw, desk: Desk) -> Command | None:
    ordered = [thing for thing in _things(desk.strategy) if is_ordered(type(thing))]
    if not ordered:
        return None
    thing = draw(st.sampled_from(ordered))
    return Move(thing.id, *_spot(draw, desk.strategy, type(thing), thing.id))


def delete(draw: Draw, desk: Desk) -> Command | None:
    things = [thing.id for thing in _things(desk.strategy) if not thing.meta.single]
    if not things:
        return None
    return Delete(tuple(draw(st.lists(st.sampled_from(things), min_size=1, max_size=2))))


def bring_back(draw: Draw, desk: Desk) -> Command | None:
    gone = [id for id, _, _ in desk.wastebasket()]
    if not gone:
        return None
    return BringBack(tuple(draw(st.lists(st.sampled_from(gone), min_size=1, max_size=3))))


def restore(draw: Draw, desk: Desk) -> Command | None:
    known = [entry for entry in desk.history() if entry.field != "_exists" or entry.value]
    return Restore(draw(st.sampled_from(known)).revision)


def restore_before(draw: Draw, desk: Desk) -> Command | None:
    known = [entry for entry in desk.history() if entry.field != "_exists" or not entry.value]
    return RestoreBefore(draw(st.sampled_from(known)).revision) if known else None


def together(draw: Draw, desk: Desk) -> Command | None:
    verbs = draw(st.lists(st.sampled_from([set_fields, create, move, delete]), max_size=3))
    made = [verb(draw, desk) for verb in verbs]
    return Together(tuple(command for command in made if command is not None))


def apply(draw: Draw, desk: Desk) -> Command | None:
    """Several edits; the first makes a section that the others may use by its made-up name."""
    strategy = desk.strategy
    edits: list[Mapping[str, Any]] = [
        {"create": "section", "id": "ny", "values": {"heading": "Ny rubrik"}},
        {"create": "comment", "values": {"target": "ny", "text": "Kort."}, "after": None},
        {"set": "strategy", "field": "subject", "value": draw(st.sampled_from(["", "språk"]))},
    ]
    for verb in draw(st.lists(st.sampled_from([set_fields, move, delete]), max_size=3)):
        edits += _edits(verb(draw, desk))
    if draw(st.booleans()) and strategy.sections:
        edits.append({"move": strategy.sections[0].id, "parent": "ny"})
    if draw(st.booleans()):
        edits.append({"delete": "ny"})
    return Apply(tuple(edits))


def _edits(command: Command | None) -> list[Mapping[str, Any]]:
    match command:
        case SetFields(id, values):
            return [{"set": id, "field": name, "value": v} for name, v in values.items()]
        case Move(id, parent, after):
            edit: dict[str, Any] = {"move": id, "parent": parent}
            return [edit if after == LAST else {**edit, "after": after}]
        case Delete(ids):
            return [{"delete": id} for id in ids[:1]]
        case _:
            return []


def resolve(draw: Draw, desk: Desk) -> Command | None:
    """The choice of somebody who looks at what two copies have made of one strategy."""
    for act in draw(st.lists(st.sampled_from(CONTESTS), min_size=1, max_size=3, unique=True)):
        act(desk)
    item = draw(st.sampled_from(desk.review()))
    verb = draw(st.sampled_from(verbs(item)))
    revision = draw(st.sampled_from(item.options)).revision if verb == TAKE else ""
    return Resolve(item, verb, revision, item.shown if verb == WRITE else None)


def new_round(draw: Draw, desk: Desk) -> Command | None:
    strategy = desk.strategy
    years = map(str, range(2026, 2040))
    free = [
        (kind, f"{year}{month}")
        for kind, year, month in itertools.product(ROUND_KIND, years, ("", "-04", "-08"))
        if not found(strategy, kind, f"{year}{month}")
    ]
    kind, period = draw(st.sampled_from(free))
    units = draw(st.sets(st.sampled_from([u.id for u in strategy.units]))) if strategy.units else []
    return NewRound({"kind": kind, "period": period, "units": sorted(units)})


def change_round(draw: Draw, desk: Desk) -> Command | None:
    rounds = desk.strategy.all(Round)
    if not rounds:
        return None
    values = {"last_reply_on": draw(st.sampled_from(("", "2027-01-15"))), "message": "Hej!"}
    return ChangeRound(draw(st.sampled_from(rounds)).id, values)


def remove_round(draw: Draw, desk: Desk) -> Command | None:
    rounds = desk.strategy.all(Round)
    return RemoveRound(draw(st.sampled_from(rounds)).id) if rounds else None


def accept_proposal(draw: Draw, desk: Desk) -> Command | None:
    activities = desk.strategy.activities
    if not activities:
        return None
    values = {"title": draw(st.sampled_from(("Språkcafé", "")))}
    return AcceptProposal(draw(st.sampled_from(activities)).id, values, " Kortare. ")


def decline_proposal(draw: Draw, desk: Desk) -> Command | None:
    activities = desk.strategy.activities
    return DeclineProposal(draw(st.sampled_from(activities)).id, "Nej.") if activities else None


def take_answers(draw: Draw, _desk: Desk) -> Command | None:
    """What came back of the round: rows, rows of the unit's own and questions."""
    cells = [
        answered(None, "v2", draw(st.sampled_from(("2026", "2026-08"))), status="done"),
        answered(None, "v1", "2027", result="Gott.", trend=draw(st.sampled_from(list(TREND)))),
        answered(None, "v3", "2026", status="delayed", comment="Ont om tid."),
        proposed("a", title=draw(st.sampled_from(("Sagor", ""))), hallmarks=[known_id("h1")]),
        (asked("v2", "new_end", draw(st.sampled_from(("31/6", "sen\nhöst"))), "2027-06"),),
    ]
    chosen = draw(st.sets(st.sampled_from(range(len(cells))), min_size=1))
    rows = [outcome for at in sorted(chosen) for outcome in cells[at]]
    return taking(judgment(sheet(*rows, round="o1")), "Alva")


def prepare_consultation(draw: Draw, _desk: Desk) -> Command:
    names = st.lists(st.sampled_from(["Nämnden för kultur", "Grannkommunen", "Föreningen"]))
    return PrepareConsultation(
        draw(st.sampled_from(["Remiss", "Andra remissen"])),
        "2026-03-09",
        draw(st.sampled_from(["2026-03-09", "2026-05-31"])),
        draw(st.sampled_from(["", "ekbacka@example.org"])),
        tuple(draw(names)),
    )


def keep_template(draw: Draw, _desk: Desk) -> Command | None:
    made = {"a.dotx": cover, "b.docx": bare}
    name = draw(st.sampled_from(sorted(made)))
    return KeepTemplate(name, made[name]())


GENERATORS: dict[type[Command], Generator] = {
    SetFields: set_fields,
    Create: create,
    Move: move,
    Delete: delete,
    BringBack: bring_back,
    Restore: restore,
    RestoreBefore: restore_before,
    Together: together,
    Apply: apply,
    Resolve: resolve,
    NewRound: new_round,
    ChangeRound: change_round,
    RemoveRound: remove_round,
    AcceptProposal: accept_proposal,
    DeclineProposal: decline_proposal,
    TakeAnswers: take_answers,
    PrepareConsultation: prepare_consultation,
    KeepTemplate: keep_template,
}
