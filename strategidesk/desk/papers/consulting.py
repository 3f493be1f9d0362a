"""What goes out with a referral: until when, where to and how to reply, and who is asked."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import Matter, told
from strategidesk.desk.papers.sentences import bullets, numbered, prose, together, words
from strategidesk.model.referral import asked, newest
from strategidesk.word.fragments import day_in_words


def heading(matter: Matter) -> str:
    """What the referral is called."""
    return words("heading.consultation", document=matter.document)


def dated(matter: Matter) -> str:
    """The day of the paper."""
    return matter.paper.dated or matter.today


def reply_by(matter: Matter) -> str:
    """The last day for replies."""
    referral = newest(matter.strategy)
    return matter.paper.reply_by or (referral.to if referral else "")


def reply_to(matter: Matter) -> str:
    """Where replies go: to the department, where the register of units has its address."""
    paper = matter.paper
    addresses = {unit.name: unit.email for unit in matter.strategy.units}
    return paper.reply_to or addresses.get(paper.department, "")


def sent_to(matter: Matter) -> str:
    """The list of those who are asked."""
    referral = newest(matter.strategy)
    return prose(bullets(asked(matter.strategy, referral) if referral else ()))


def letter(matter: Matter) -> str:
    """What is asked, and how to reply."""
    blocks = [
        *together(*_asks(matter)),
        *numbered(_steps(matter)),
        *together(*_closes(matter)),
    ]
    return prose(blocks)


def _asks(matter: Matter) -> Iterator[str]:
    places = {"document": matter.document, "municipality": matter.card.municipality}
    yield words("referral.asks" if matter.card.municipality else "referral.asks_bare", **places)
    decided = [one for one in matter.strategy.decisions if one.kind == "consultation"]
    latest = max(decided, key=lambda one: one.date, default=None)
    if latest is not None and latest.body and latest.date:
        yield words("referral.decided", decision=told(latest))


def _steps(matter: Matter) -> Iterator[str]:
    yield words("referral.position")
    yield words("referral.paragraphs")
    yield words("referral.wording")
    until, to = reply_by(matter), reply_to(matter)
    sent = {"day": day_in_words(until), "to": to}
    if until or to:
        key = "send" if until and to else "send_by" if until else "send_to"
        number = matter.card.reference_number
        marked = words("referral.marked", number=number) if number else ""
        yield " ".join(filter(None, (words(f"referral.{key}", **sent), marked)))


def _closes(matter: Matter) -> Iterator[str]:
    paper = matter.paper
    who = ", ".join(filter(None, (paper.case_officer, paper.department)))
    if who:
        yield words("referral.questions", who=who)
    yield words("referral.public")
