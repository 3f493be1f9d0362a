"""What would shut readers out of any document of the strategy, asked without exporting one."""

from collections.abc import Iterator

from strategidesk.desk import accessibility
from strategidesk.desk.accessibility import Finding
from strategidesk.desk.accessible_papers import of_parts
from strategidesk.desk.jobs import Job, Progress
from strategidesk.model.fields import Kind
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy

_PARTS = tuple(field.name for field in fields_of(Paper).values() if field.kind is Kind.PROSE)


def of_work(strategy: Strategy) -> tuple[Finding, ...]:
    """The findings of the strategy's document, its plan, its dialogues and the papers in the
    file, each once."""
    return tuple(dict.fromkeys(_of_work(strategy)))


def _of_work(strategy: Strategy) -> Iterator[Finding]:
    yield from accessibility.of_strategy(strategy)
    yield from accessibility.of_plan(strategy)
    yield from accessibility.of_consultations(strategy)
    for paper in strategy.all(Paper):
        yield from of_parts(strategy, paper, *_PARTS)


def checking_work(strategy: Strategy) -> Job[tuple[Finding, ...]]:
    """The same as a job."""
    yield Progress(0, 0)
    return of_work(strategy)
