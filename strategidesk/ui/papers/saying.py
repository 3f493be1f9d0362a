"""The living sentence over the papers: how many there are, and what the one in front lacks."""

from strategidesk.desk.papers import missing
from strategidesk.language import mark, tr
from strategidesk.model import labels
from strategidesk.model.fields import Id
from strategidesk.model.noun import fields_of
from strategidesk.model.people import Paper
from strategidesk.model.strategy import Strategy
from strategidesk.ui.pages.saying import Part, Saying, Way, counted, says
from strategidesk.ui.words import field_label

NAMED = 2  # fields that are said by name


def sentence(strategy: Strategy, id: Id | None) -> Saying:
    """What there is to say; `id`: the paper in front."""
    papers, here = strategy.all(Paper), strategy.get(Paper, id)
    if here is None:
        return says(tr("No papers yet."))
    count = counted(len(papers), mark("1 paper."), mark("{n} papers."))
    lacking = missing(strategy, here)
    if not lacking:
        return says(count, tr("This one lacks nothing."))
    fields = fields_of(Paper)
    names = [labels.inside(field_label(strategy, Paper, fields[name])) for name in lacking[:NAMED]]
    said = ", ".join(names)
    if len(lacking) > NAMED:
        said = tr("{fields} and {n} more", fields=said, n=len(lacking) - NAMED)
    way = Way("decisions", here.id, lacking[0])
    return says(count, Part(tr("This one lacks {fields}.", fields=said), way))
