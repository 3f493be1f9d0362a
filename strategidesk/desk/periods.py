"""The next period: a new strategy that begins from an adopted version of the old one."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from strategidesk.desk import files
from strategidesk.desk.desk import Desk
from strategidesk.desk.versions import find, latest_adopted, load, versions
from strategidesk.errors import UserError
from strategidesk.history.versions import Version
from strategidesk.model.dialogue import Comment, Consultation, Response
from strategidesk.model.document import Card, Section
from strategidesk.model.fields import is_date
from strategidesk.model.follow_up import FollowUp, OpenAnswer, Receipt, Round
from strategidesk.model.noun import Noun, new_id
from strategidesk.model.people import Decision, Paper
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.cover import adoption
from strategidesk.word.fragments import NO_BREAK, decided
from strategidesk.word.fragments import title as title_of

# what belonged to the old period alone
_LEFT_OUT: tuple[type[Noun], ...] = (
    Decision, Paper, Round, FollowUp, Receipt, OpenAnswer, Consultation, Response, Comment,
)  # fmt: skip

N = TypeVar("N", Section, Activity)


def next_period(old: Strategy) -> Strategy:
    """The strategy that the next period begins with: a draft, all its work yet to be done.

    It is another strategy; everything in it keeps its id, so that the periods can be compared.
    What it replaces is named, its validity is moved on by the years between revisions (and left
    empty where those are not known), its reference number is to come.
    """
    card = replace(
        old.card,
        id=new_id(),
        status="draft",
        reference_number="",
        replaces=_replaced(old),
        valid_from=_moved_on(old.card.valid_from, old.card.revision_interval_years),
        valid_to=_moved_on(old.card.valid_to, old.card.revision_interval_years),
    )
    return old.replace(
        {
            **dict.fromkeys(_LEFT_OUT, ()),
            Card: (card,),
            Section: _not_started(old.all(Section)),
            Activity: _not_started(old.all(Activity)),
        }
    )


def _not_started(things: tuple[N, ...]) -> tuple[N, ...]:
    return tuple(replace(thing, status="not_started") for thing in things)


def _replaced(old: Strategy) -> str:
    adopted = adoption(old)
    if adopted is None:
        return title_of(old.card)
    decision = decided(adopted).replace(NO_BREAK, " ")
    return wording().text("replaces_adopted", title=title_of(old.card), decision=decision)


def _moved_on(date: str, years: int | None) -> str:
    """A date (a year, a month or a day) so many years later; 29 February becomes the 28th."""
    if not date or not years:
        return ""
    year, rest = int(date[:4]) + years, date[4:]
    later = f"{year:04d}{rest}"
    return later if is_date(later) else f"{year:04d}-02-28"


def start(
    path: Path,
    old: Path,
    author: str,
    version: str | None = None,
    title: str | None = None,
    municipality: str | None = None,
) -> None:
    """Make a new file that begins from a version of another, named by its title or id.

    Without one: from the strategy that was adopted last. Raises UserError where there is none, or
    where the new file's name is taken.
    """
    with Desk.open(old) as desk:
        strategy = load(desk.file, _chosen(desk, version))
    files.make(path, author, files.with_card(next_period(strategy), title, municipality))


def _chosen(desk: Desk, name: str | None) -> Version | None:
    found = versions(desk.file)
    if name is not None:
        return find(found, name, desk.path)
    adopted = latest_adopted(found)
    if adopted is None:
        raise UserError(
            "{path} has no adopted version. Adopt the strategy first, or name a version.",
            path=desk.path,
        )
    return adopted
