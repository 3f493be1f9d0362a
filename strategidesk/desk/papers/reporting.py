"""What is told of dialogues and referrals before their tables: how many answered, and how."""

from collections.abc import Iterator

from strategidesk.desk.papers.matter import Matter
from strategidesk.desk.papers.sentences import Blocks, count, prose, series, together, words
from strategidesk.model.choices import POSITION
from strategidesk.model.dialogue import Consultation
from strategidesk.model.opinions import HANDLED, Opinions
from strategidesk.model.referral import MIXED, REFERRAL, Tally, tally
from strategidesk.word.fragments import span

_MOST = 3  # parts of the strategy that are named as those most spoken of


def heading(matter: Matter) -> str:
    """What the report is called."""
    return words("reporting.heading", document=matter.document)


def summary(matter: Matter) -> str:
    """A paragraph on each consultation."""
    return prose(_summary(matter))


def _summary(matter: Matter) -> Blocks:
    opinions = Opinions(matter.strategy)
    for one in matter.strategy.all(Consultation):
        if one.kind == REFERRAL:
            told = tally(matter.strategy, one)
            yield from together(
                _when(matter, one), _answers(told), _positions(told), *_opinions(opinions, one)
            )
        else:
            yield from together(_when(matter, one), *_opinions(opinions, one))


def _when(matter: Matter, one: Consultation) -> str:
    """What it was about and when, where that is known."""
    period = span(one.from_, one.to)
    referral = one.kind == REFERRAL
    key = ("remiss" if referral else "dialogue") + ("" if period else "_undated")
    places = {"document": matter.document, "title": one.title, "places": one.places}
    if not referral:
        if not one.title:
            return words("reporting.dialogue_nameless", period=period) if period else ""
        said = words(f"reporting.{key}", period=period, **places)
        return f"{said} {words('reporting.at', **places)}" if one.places else said
    return words(f"reporting.{key}", period=period, **places)


def _answers(told: Tally) -> str:
    """Of those who were asked, and besides them."""
    answered, besides = len(told.positions), len(told.uncalled)
    if told.total is None or told.total < answered - besides:
        return _capital(words("reporting.answered", n=count(answered)))
    said = words("reporting.of_asked", total=count(told.total), n=count(answered - besides))
    return f"{said} {words('reporting.also', n=count(besides))}" if besides else said


def _positions(told: Tally) -> str:
    """`Sju tillstyrker, en avstyrker och två avstår.`"""
    if not told.positions:
        return ""
    parts = [
        words(f"reporting.{key or 'none'}", n=count(n))
        for key in (*POSITION, MIXED, "")
        if (n := told.count(key))
    ]
    return _capital(series(parts) + ".")


def _opinions(opinions: Opinions, one: Consultation) -> Iterator[str]:
    """How many opinions came in, what they led to, and what they were most about."""
    found = opinions.counts(one)
    total = sum(sum(handled.values()) for handled in found.values())
    if not total:
        yield words("reporting.no_opinions")
        return
    kinds = [(key, sum(handled.get(key, 0) for handled in found.values())) for key in HANDLED]
    led = [words(f"reporting.{key or 'unhandled'}", n=count(n)) for key, n in kinds if n]
    key = "opinion" if total == 1 else "opinions"
    yield _capital(words(f"reporting.{key}", n=count(total), led=series(led)))
    parts = [(sum(handled.values()), opinions.name(id)) for id, handled in found.items() if id]
    several = sorted((one for one in parts if one[0] > 1 and one[1]), key=lambda one: -one[0])
    most = [f"{name} ({n})" for n, name in several[:_MOST]]
    if most:
        yield words("reporting.most", parts=series(most))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
