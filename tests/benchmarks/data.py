"""Made-up strategies of any size: always the same for the same numbers."""

import random
import uuid
from decimal import Decimal
from functools import cache

from strategidesk.model.choices import ACTIVITY_STATUS, PRIORITY
from strategidesk.model.document import Area, Card, Hallmark, Section
from strategidesk.model.fields import Id
from strategidesk.model.noun import Noun
from strategidesk.model.people import Unit
from strategidesk.model.places import make, spread
from strategidesk.model.plan import Activity
from strategidesk.model.schema import STANDARD
from strategidesk.model.strategy import Strategy

PARAGRAPHS = 5  # of a section
_FIRST = (
    "arbets barn bibliotek bostads by cykel demokrati familje folkhälso fritids förenings grann "
    "hem hälso idrotts integrations jämställdhets kommun kultur kunskaps kvarters lands lokal "
    "mötes natur närings omsorgs park praktik resurs samhälls skol språk stads studie trygghets "
    "ungdoms utbildnings utvecklings vardags välfärds vuxen yrkes äldre"
)
_SECOND = (
    "ansvar arbete behov centrum dag fråga förslag grupp hus insats inriktning ledning liv lots "
    "mål möjlighet möte nätverk område person plan plats process punkt råd resa samordning "
    "samtal satsning skapande stöd svar tid träff uppdrag verksamhet vecka väg värd yta"
)
_ENDINGS = ("", "", "en", "er", "erna", "ernas", "ens", "et", "s")
_OTHERS = (
    "alla andra bland bred bygga både de delta den deras det egna eller enligt erbjuda fler flera "
    "framför från få följa för före genom ge god gör göra ha har hela hitta hos i in inom invånare "
    "kan kommunen kräver krävs känner lika lyfta lär med mellan mer minst måste ny nya nyanlända "
    "nå när nära och ofta olika om oss planera pröva på redan ringa samma sedan ska skapa som "
    "starkare stärka så ta tidigt till tillsammans tydlig under upp ut utan utveckla vad varje "
    "varandra verka vi vid vill visa vår våra växa än är även år åren återkommande öka öppna"
)


_UNITS = (
    "Kultur och fritid", "Förskola", "Grundskola", "Gymnasiet", "Vuxenutbildningen",
    "Arbetsmarknad", "Socialtjänsten", "Äldreomsorgen", "Bostadsbolaget", "Kommunledningen",
)  # fmt: skip
_FIRST_WORDS, _SECOND_WORDS, _OTHER_WORDS = _FIRST.split(), _SECOND.split(), _OTHERS.split()


class Maker:
    """Makes texts and things; `number` chooses which."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(number)

    def id(self) -> Id:
        return Id(str(uuid.UUID(int=self.random.getrandbits(128), version=4)))

    def word(self) -> str:
        """A small word, or one that officials make of others."""
        pick, dice = self.random.choice, self.random.random()
        if dice < 0.6:
            return pick(_OTHER_WORDS)
        whole = pick(_FIRST_WORDS) if dice < 0.8 else ""
        return whole + pick(_SECOND_WORDS) + pick(_ENDINGS)

    def phrase(self, least: int, most: int) -> str:
        words = " ".join(self.word() for _ in range(self.random.randint(least, most)))
        return words[0].upper() + words[1:]

    def line(self) -> str:
        return self.phrase(4, 9)

    def sentence(self) -> str:
        return f"{self.phrase(8, 22)}."

    def paragraph(self) -> str:
        sentences = [self.sentence() for _ in range(self.random.randint(2, 4))]
        if self.random.random() < 0.3:
            sentences.append(
                f"Det gäller **{self.line().lower()}**, *särskilt* {self.line().lower()}."
            )
        return " ".join(sentences)

    def prose(self, paragraphs: int) -> str:
        """A section's text: paragraphs, a list in every second, a footnote in every third."""
        blocks = [self.paragraph() for _ in range(paragraphs)]
        if self.random.random() < 0.5:
            blocks.insert(1, "\n".join(f"- {self.line()}" for _ in range(4)))
        if self.random.random() < 0.3:
            blocks[0] += "[^1]"
            blocks.append(f"[^1]: {self.sentence()} Se [underlaget](https://ekbacka.example/1).")
        return "\n\n".join(blocks)

    def activity(self, place: str, area: Area, served: tuple[Id, ...], unit: Id) -> Activity:
        """An activity of twenty filled fields beside its place."""
        pick, year = self.random.choice, self.random.randint(2026, 2029)
        return Activity(
            id=self.id(), place=place, title=self.line(), description=self.sentence(),
            expected_result=self.line(), area=area.id, hallmarks=served, unit=unit,
            responsible=f"Enhetschef, {pick(_UNITS).lower()}", participants=pick(_UNITS),
            when=f"{pick(('Våren', 'Hösten'))} {year}", start=f"{year}-03-{pick('123')}0",
            end=f"{year + 1}-11-{pick('123')}0", recurrence=pick(("Varje år", "Varje termin")),
            resources=f"{pick('2345')} medarbetare, del av tjänst", funding="Inom ram",
            budget=Decimal(self.random.randint(1, 900) * 500), indicator=self.line(),
            baseline=f"{self.random.randint(10, 40)} procent",
            target=f"{self.random.randint(50, 95)} procent", priority=pick(tuple(PRIORITY)),
            status=pick(tuple(ACTIVITY_STATUS)),
        )  # fmt: skip


@cache
def strategy(words: int, activities: int) -> Strategy:
    """A strategy of about so many words of prose and so many activities over ten units."""
    make_up = Maker(words + activities)
    units = [
        Unit(id=make_up.id(), place=make(key), name=name)
        for key, name in zip(spread(len(_UNITS)), _UNITS, strict=True)
    ]
    areas = [
        Area(id=make_up.id(), place=make(key), title=make_up.line(), introduction=make_up.prose(1))
        for key in spread(4)
    ]
    marks = [
        Hallmark(id=make_up.id(), place=make(key), area=areas[index % 4].id, text=make_up.line())
        for index, key in enumerate(spread(16))
    ]
    plan = []
    for index, key in enumerate(spread(activities)):
        area = make_up.random.choice(areas)
        served = tuple(sorted(mark.id for mark in marks if mark.area == area.id))
        unit = units[index % len(units)]
        plan.append(make_up.activity(make(key), area, served[: index % 3 + 1], unit.id))
    card = Card(id=make_up.id(), title="Strategi för delaktighet", municipality="Ekbacka kommun")
    things: dict[type[Noun], tuple[Noun, ...]] = {
        Card: (card,),
        Section: tuple(sections(make_up, words)),
        Area: tuple(areas),
        Hallmark: tuple(marks),
        Unit: tuple(units),
        Activity: tuple(plan),
    }
    return Strategy(STANDARD, things)


def sections(make_up: Maker, words: int) -> list[Section]:
    """Sections until there are so many words; the first ones hold the areas and the plan."""
    bodies = []
    left = words
    while left > 0:
        bodies.append(make_up.prose(PARAGRAPHS))
        left -= len(bodies[-1].split())
    contents = ["areas", "activities"]
    made = []
    for index, (key, body) in enumerate(zip(spread(len(bodies)), bodies, strict=True)):
        content = contents[index] if index < len(contents) else "prose"
        made.append(
            Section(
                id=make_up.id(), place=make(key), heading=make_up.line(), content=content, body=body
            )
        )
    return made
