"""Texts that two people have changed at the same time, in each of the ways that happen."""

from typing import NamedTuple


class Wordings(NamedTuple):
    """What stood there, and what Bo and Cia made of it, neither having seen the other's."""

    base: str
    bo: str
    cia: str


_WALK = "Vi går till fots.\n\nVi cyklar ibland.\n\nVi åker sällan bil."

ONE_FIGURE = Wordings(
    "Bron byggs nu. Andelen ska nå 70 procent. Sedan vilar vi.",
    "Bron byggs nu. Andelen ska nå 75 procent. Sedan vilar vi.",
    "Bron byggs nu. Andelen ska nå 80 procent. Sedan vilar vi.",
)
TWO_PARTS = Wordings(
    "Torget bör hållas öppet varje kväll i veckan.",
    "Torget ska hållas öppet varje kväll i veckan.",
    "Torget bör hållas öppet fyra kvällar i veckan.",
)
NEGATED = Wordings(
    "Avgiften ska höjas.", "Avgiften ska inte höjas.", "Avgiften ska höjas kraftigt."
)
OTHER_PARAGRAPHS = Wordings(
    _WALK, _WALK.replace("till fots", "gärna till fots"), _WALK.replace("sällan bil", "aldrig bil")
)
NEIGHBOURS = Wordings(
    "Kören sjunger. Publiken lyssnar. Ljuset släcks.",
    "Kören sjunger högt. Publiken lyssnar. Ljuset släcks.",
    "Kören sjunger. Publiken lyssnar noga. Ljuset släcks.",
)
MOVED = Wordings(
    _WALK,
    "Vi cyklar ibland.\n\nVi åker sällan bil.\n\nVi går till fots.",
    _WALK.replace("till fots", "till fots om vintern"),
)
DELETED = Wordings(
    _WALK, "Vi går till fots.\n\nVi åker sällan bil.", _WALK.replace("ibland", "varje dag")
)
BOTH_INSERT = Wordings(
    "Början står här. Slutet står här.",
    "Början står här. Ett hus byggs. Slutet står här.",
    "Början står här. En park anläggs. Slutet står här.",
)
SAME_INSERTED = Wordings(
    "Början står här.", "Början står här. Ett hus byggs.", "Början står här. Ett hus byggs."
)
BOTH_REWRITE = Wordings(
    "Skolan ligger vid ån. Den är gammal.",
    "Vid ån finns en skola från 1890. Den ska renoveras.",
    "Skolhuset står tomt. Ingen vet vad det blir av det.",
)
SPLIT = Wordings(
    "Barnen leker. De unga tränar. De gamla vilar.",
    "Barnen leker.\n\nDe unga tränar. De gamla vilar.",
    "Barnen leker. De unga tränar. De äldre vilar.",
)
EVERYWHERE = Wordings(
    "Enheten skriver. Enheten läser.\n\nEnheten svarar. Andra väntar.",
    "Staben skriver. Staben läser.\n\nStaben svarar. Andra väntar.",
    "Enheten skriver. Enheten läser.\n\nEnheten svarar inom en vecka. Andra väntar.",
)
