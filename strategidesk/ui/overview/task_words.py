"""What the overview says of each kind of work that remains."""

from collections.abc import Callable

from strategidesk.desk.remaining import PROPOSALS, Task
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.document import Card, Hallmark, Section
from strategidesk.model.noun import Noun, fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import caption, field_label, target_caption

NEAREST = 3
OPEN, FIX, SHOW = mark("Open"), mark("Correct"), mark("Show them")
_HEADS = (
    mark("This remains before the referral"),
    mark("This remains before the proposal"),
    mark("This remains before the adoption"),
)


def heading(phase: int) -> str:
    """The title of the list: what it is that the work remains before."""
    return tr(_HEADS[phase] if phase < len(_HEADS) else mark("This remains"))


def words(strategy: Strategy, task: Task) -> tuple[str, str]:
    """A task's title and what there is to add."""
    return _WORDS[task.key](strategy, task)


def _decisions(_strategy: Strategy, _task: Task) -> tuple[str, str]:
    return tr("The commission is not entered"), tr("Who decided that the strategy is to be written")


def _people(_strategy: Strategy, _task: Task) -> tuple[str, str]:
    return tr("Nobody is in the workgroup"), tr("Those who are to write and answer for sections")


def _text(strategy: Strategy, task: Task) -> tuple[str, str]:
    if not task.total:
        return tr("The text is not begun"), tr("No sections yet")
    if task.done:
        return tr("All sections are done"), ""
    n = len(task.left)
    title = tr("1 section is not done") if n == 1 else tr("{n} sections are not done", n=n)
    near = ", ".join(_with_owner(strategy, one) for one in task.left[:NEAREST])
    return title, tr("Next: {sections}", sections=near)


def _with_owner(strategy: Strategy, section: Noun) -> str:
    owner = section.owner if isinstance(section, Section) else None
    name = target_caption(strategy, owner).split(" ")[0] or tr("nobody")
    return f"{caption(strategy, section)} ({name})"


def _areas(strategy: Strategy, task: Task) -> tuple[str, str]:
    many, one = labels.hallmarks(strategy.card), strategy.card.hallmark_label
    if task.done:
        return tr("{hallmarks}: all have an activity", hallmarks=many), str(task.total)
    n = len(task.left)
    title = (
        tr("1 {hallmark} has no activity", hallmark=one.lower())
        if n == 1
        else tr("{n} {hallmarks} have no activity", n=n, hallmarks=many.lower())
    )
    return title, ", ".join(_places(strategy, task.left))


def _places(strategy: Strategy, left: tuple[Noun, ...]) -> list[str]:
    counts: dict[str, int] = {}
    for hallmark in left:
        area = hallmark.area if isinstance(hallmark, Hallmark) else None
        name = target_caption(strategy, area) or tr("Overall")
        counts[name] = counts.get(name, 0) + 1
    return [f"{name}: {n}" for name, n in counts.items()]


def _proposals(strategy: Strategy, task: Task) -> tuple[str, str]:
    n = len(task.left)
    title = (
        tr("1 proposal waits for an answer")
        if n == 1
        else tr("{n} proposals wait for an answer", n=n)
    )
    near = [caption(strategy, one) for one in task.left[:NEAREST]]
    return title, ", ".join(near)


def _plan(_strategy: Strategy, task: Task) -> tuple[str, str]:
    if task.done:
        return tr("All activities have a unit and an indicator"), ""
    n = len(task.left)
    title = tr("1 activity is incomplete") if n == 1 else tr("{n} activities are incomplete", n=n)
    left = [one for one in task.left if isinstance(one, Activity)]
    no_unit = sum(not one.unit for one in left)
    no_indicator = sum(not one.indicator for one in left)
    parts = []
    if no_unit:
        parts.append(tr("{n} without a unit", n=no_unit))
    if no_indicator:
        parts.append(tr("{n} without an indicator", n=no_indicator))
    return title, ", ".join(parts)


def _card(strategy: Strategy, task: Task) -> tuple[str, str]:
    if task.done:
        return tr("The document information is filled in"), ""
    fields = fields_of(Card)
    names = [field_label(strategy, Card, fields[name]) for name in task.fields]
    return tr("The document information has gaps"), ", ".join(names)


def _dialogue(strategy: Strategy, task: Task) -> tuple[str, str]:
    if task.done:
        return tr("All responses are handled"), ""
    n = len(task.left)
    title = tr("1 response is not handled") if n == 1 else tr("{n} responses are not handled", n=n)
    near = [caption(strategy, one) for one in task.left]
    seen = list(dict.fromkeys(near))
    return title, ", ".join(seen[:NEAREST])


_WORDS: dict[str, Callable[[Strategy, Task], tuple[str, str]]] = {
    "decisions": _decisions,
    "people": _people,
    "text": _text,
    "areas": _areas,
    PROPOSALS: _proposals,
    "plan": _plan,
    "card": _card,
    "dialogue": _dialogue,
}


def act_word(task: Task) -> str:
    """What the link of a task says."""
    if task.done or not task.total:
        return tr(OPEN)
    return tr(FIX if task.key == "card" else SHOW)
