"""Named and adopted versions: keeping them, finding them, reading them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from strategidesk.desk.desk import Desk, explained
from strategidesk.desk.editing import Editing
from strategidesk.desk.jobs import Job, Progress, finish
from strategidesk.errors import UserError
from strategidesk.history import versions as kept
from strategidesk.history.changes import ChangeSet
from strategidesk.history.loading import load as load_now
from strategidesk.history.reviewing import count
from strategidesk.history.versions import ADOPTED, ADOPTED_PLAN, NAMED, Caption, Made, Version
from strategidesk.language import mark
from strategidesk.model.document import Card
from strategidesk.model.fields import Field, Id, Kind, from_json, is_date
from strategidesk.model.noun import Noun, new_id
from strategidesk.model.people import Decision
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.fragments import NO_BREAK, decided

if TYPE_CHECKING:
    from strategidesk.store.file import StrategyFile

STRATEGY, PLAN = "strategy", "activity_plan"  # what is adopted: a decision's `about`
NOW = "now"  # names the strategy as it stands
SHORT = 12  # letters of an id that people see
FEWEST = 4  # letters that name a version by its id

_WAITING = {  # one thing, several
    STRATEGY: (
        mark("The strategy cannot be adopted yet: 1 change remains to be reviewed."),
        mark("The strategy cannot be adopted yet: {n} changes remain to be reviewed."),
    ),
    PLAN: (
        mark("The activity plan cannot be adopted yet: 1 change remains to be reviewed."),
        mark("The activity plan cannot be adopted yet: {n} changes remain to be reviewed."),
    ),
}
_TITLES = {STRATEGY: "adopted_by", PLAN: "plan_adopted_by"}  # wording of a version's title
_NONE = mark('There is no version "{name}". List them with: strategidesk versions {path}')
_SEVERAL = mark(
    'There are several versions "{name}". Name one by its id: strategidesk versions {path}'
)
_FACTS = ("kind", "about", "body", "date", "paragraph")
_DAY = 10  # letters of a date that names a day


class CannotBeAdopted(UserError):
    """What waits for a person comes first."""


@dataclass(frozen=True)
class Adoption:
    """The decision that adopts the strategy, or its activity plan; `date` is a day."""

    body: str
    date: str
    paragraph: str = ""
    about: str = STRATEGY


def hindrance(waiting: int, about: str = STRATEGY) -> CannotBeAdopted | None:
    """Why nothing can be adopted while so many things wait for a person; None where none does."""
    if not waiting:
        return None
    one, many = _WAITING[about]
    return CannotBeAdopted(one if waiting == 1 else many, n=waiting)


def adopt(desk: Desk, adoption: Adoption) -> ChangeSet:
    """Write the decision, make the strategy an adopted one, and keep it as a version.

    All in one transaction, and no undo takes it back. Raises CannotBeAdopted while something waits
    for a person, UserError for a decision without body or day.
    """
    changes = finish(adopting(desk, adoption))
    desk.tell(changes)
    return changes


def adopting(desk: Desk, adoption: Adoption) -> Job[ChangeSet]:
    """The same on any thread, while nothing else is done; the desk's owner calls `desk.tell` with
    the result. It cannot be stopped halfway."""
    yield Progress(0, 0, mark("Adopting"))
    check(adoption)
    return desk.keep_version(mark("adopt"), partial(_adopt, adoption))


def check(adoption: Adoption) -> None:
    """Raise UserError for a decision without body or day."""
    if not adoption.body.strip():
        raise UserError("Say who has decided.")
    if len(adoption.date) != _DAY or not is_date(adoption.date):
        raise UserError("The date of the decision is a day that exists, as 2026-03-09.")


def _adopt(adoption: Adoption, editing: Editing) -> Caption:
    recorder = editing.recorder
    hindered = hindrance(count(recorder.connection, recorder.tables), adoption.about)
    if hindered:
        raise hindered
    decision = _decision(adoption, Id(""))
    id = editing.create(Decision, {name: getattr(decision, name) for name in _FACTS})
    if adoption.about == STRATEGY:
        editing.set_field(editing.strategy.card.id, "status", "adopted")
    return replace(caption(adoption), decision=id)


def _decision(adoption: Adoption, id: Id) -> Decision:
    return Decision(
        id=id,
        kind="adoption",
        about=adoption.about,
        body=adoption.body.strip(),
        date=adoption.date,
        paragraph=adoption.paragraph.strip(),
    )


def caption(adoption: Adoption) -> Caption:
    """What the version of an adoption is called."""
    decision = decided(_decision(adoption, Id(""))).replace(NO_BREAK, " ")
    title = wording().text(_TITLES[adoption.about], decision=decision)
    return Caption(title, ADOPTED if adoption.about == STRATEGY else ADOPTED_PLAN)


def adopted(strategy: Strategy, adoption: Adoption) -> tuple[Strategy, Version]:
    """The strategy and the version that an adoption would make, to be looked at before."""
    decision = _decision(adoption, new_id())
    things: dict[type[Noun], tuple[Noun, ...]] = {Decision: (*strategy.all(Decision), decision)}
    if adoption.about == STRATEGY:
        things[Card] = (replace(strategy.card, status="adopted"),)
    made = caption(adoption)
    return strategy.replace(things), Version("", made.title, made.kind, decision.id, "", 0)


def name_version(desk: Desk, title: str) -> ChangeSet:
    """Keep the strategy as it is under a name. Raises UserError for an empty one."""
    changes = finish(naming(desk, title))
    desk.tell(changes)
    return changes


def naming(desk: Desk, title: str) -> Job[ChangeSet]:
    """The same on any thread, of the strategy as it stands when this is called; the desk's owner
    calls `desk.tell` with the result."""
    if not title.strip():
        raise UserError("Give the version a name.")
    with explained():
        name = from_json(Field(Kind.LINE), title.strip())
    return _naming(desk, desk.version_of_now(Caption(name, NAMED)))


def _naming(desk: Desk, make: Callable[[], Made]) -> Job[ChangeSet]:
    yield Progress(0, 0, mark("Saving the version"))
    made = make()
    yield Progress(0, 0, mark("Saving the version"))
    return desk.add_version(made)


def waiting(file: "StrategyFile") -> int:
    """How many things wait for a person."""
    with file.reading() as connection:
        return count(connection, file.tables)


def versions(file: "StrategyFile") -> tuple[Version, ...]:
    """All versions, newest first."""
    with file.reading() as connection:
        return kept.listed(connection)


def load(file: "StrategyFile", version: Version | None) -> Strategy:
    """The strategy as it was in a version, or as it stands now where that is None.

    Raises UserError for a version that is damaged or made by a newer program.
    """
    with file.reading() as connection:
        if version is None:
            return load_now(connection, file.tables)
        return kept.load(connection, version, file.tables.schema)


def find(found: tuple[Version, ...], name: str, path: Path) -> Version | None:
    """The version with this title, or whose id begins so; None for NOW.

    Raises UserError where there is none, or several. `path` is told to who looks for them.
    """
    if name.casefold() == NOW:
        return None
    fitting = [one for one in found if one.title == name]
    if not fitting and len(name) >= FEWEST:
        fitting = [one for one in found if one.id.startswith(name.lower())]
    if len(fitting) == 1:
        return fitting[0]
    raise UserError(_SEVERAL if fitting else _NONE, name=name, path=path)


def latest_adopted(found: tuple[Version, ...]) -> Version | None:
    """The version of the strategy that was adopted last."""
    return next((one for one in found if one.kind == ADOPTED), None)
