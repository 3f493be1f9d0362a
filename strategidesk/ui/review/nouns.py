"""Things as people point at them, and what belongs to somebody."""

from strategidesk.language import mark, tr
from strategidesk.ui.copies.telling import listed

_THE = {
    "strategy": mark("the document"),
    "section": mark("the section"),
    "area": mark("the area"),
    "hallmark": mark("the hallmark"),
    "definition": mark("the definition"),
    "unit": mark("the unit"),
    "member": mark("the member"),
    "decision": mark("the decision"),
    "activity": mark("the activity"),
    "indicator": mark("the indicator"),
    "indicator_value": mark("the value"),
    "goal": mark("the goal"),
    "link": mark("the link"),
    "consultation": mark("the consultation"),
    "response": mark("the response"),
    "round": mark("the round"),
    "follow_up": mark("the answer"),
    "receipt": mark("the received sheet"),
    "open_answer": mark("the answer to look at"),
    "paper": mark("the paper"),
    "comment": mark("the comment"),
}
_SOMETHING = mark("the entry")
_WITHOUT_S = "sxz"  # a name that ends so gets no s in Swedish


def the(entity: str) -> str:
    """A thing of a noun as something known."""
    return tr(_THE.get(entity, _SOMETHING))


def choose_whose(name: str) -> str:
    """What the button says that chooses somebody's wording."""
    if not name:
        return tr("Choose this one")
    if name[-1].casefold() in _WITHOUT_S:
        return tr("Choose that of {name}", name=name)
    return tr("Choose {name}'s", name=name)


def chose_whose(name: str) -> str:
    """What is told of that afterwards."""
    if not name:
        return tr("You chose one of the wordings")
    if name[-1].casefold() in _WITHOUT_S:
        return tr("You chose the wording of {name}", name=name)
    return tr("You chose {name}'s wording", name=name)


def names(authors: list[str]) -> str:
    """Several people in one breath."""
    found = list(dict.fromkeys(name or tr("(no name)") for name in authors))
    return listed(found) if found else ""
