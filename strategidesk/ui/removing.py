"""Removing things, and the sentence that says where they are now."""

from collections.abc import Sequence

from strategidesk.desk.commands import Delete
from strategidesk.language import mark, tr
from strategidesk.model.fields import Id
from strategidesk.model.strategy import Strategy
from strategidesk.ui.words import caption, noun_label, noun_label_plural
from strategidesk.ui.work import Work

_SENTENCES = {  # by entity
    "section": mark("The section {name} lies in the wastebasket."),
    "area": mark("The area {name} lies in the wastebasket."),
    "hallmark": mark("The hallmark {name} lies in the wastebasket."),
    "definition": mark("The definition {name} lies in the wastebasket."),
    "unit": mark("The unit {name} lies in the wastebasket."),
    "member": mark("The member {name} lies in the wastebasket."),
    "decision": mark("The decision {name} lies in the wastebasket."),
    "activity": mark("The activity {name} lies in the wastebasket."),
    "indicator": mark("The indicator {name} lies in the wastebasket."),
    "indicator_value": mark("The value {name} lies in the wastebasket."),
    "goal": mark("The goal {name} lies in the wastebasket."),
    "link": mark("The link to {name} lies in the wastebasket."),
    "consultation": mark("The consultation {name} lies in the wastebasket."),
    "response": mark("The response {name} lies in the wastebasket."),
    "round": mark("The round {name} lies in the wastebasket."),
    "follow_up": mark("The answer {name} lies in the wastebasket."),
    "receipt": mark("The received sheet {name} lies in the wastebasket."),
    "open_answer": mark("The answer {name} lies in the wastebasket."),
    "paper": mark("The paper {name} lies in the wastebasket."),
    "comment": mark("The comment lies in the wastebasket."),
}
_OTHER = mark("”{name}” lies in the wastebasket.")
_SEVERAL = mark("{n} {things} lie in the wastebasket.")
_MIXED = mark("{n} things lie in the wastebasket.")


def remove(work: Work, ids: Sequence[Id]) -> str | None:
    """Put things into the wastebasket as one step; the sentence that says so, None
    where it was refused."""
    words = sentence(work.strategy, ids)
    kind = noun_label(work.strategy, type(work.strategy.by_id[ids[0]]))
    step = tr("remove {thing}", thing=kind)
    return words if work.run(Delete(tuple(ids), label=step)) is not None else None


def sentence(strategy: Strategy, ids: Sequence[Id]) -> str:
    """What is said when these things have been removed."""
    noun, *others = dict.fromkeys(type(strategy.by_id[id]) for id in ids)
    if others:
        return tr(_MIXED, n=len(ids))
    if len(ids) > 1:
        return tr(_SEVERAL, n=len(ids), things=noun_label_plural(strategy, noun).lower())
    own_word = noun_label(strategy, noun) != tr(noun.meta.label)
    template = _OTHER if own_word else _SENTENCES.get(noun.meta.entity, _OTHER)
    return tr(template, name=caption(strategy, strategy.by_id[ids[0]]))
