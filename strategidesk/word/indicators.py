"""The content kind `indicators`: what is measured, and how it has gone."""

from collections.abc import Sequence

from strategidesk.model.document import Section
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Indicator
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import number, together
from strategidesk.word.tables import shown

_FEW, _SOME = 3, 8  # periods beside everything else; beside the group and notes


def add_indicators(flow: Flow, strategy: Strategy, _level: int) -> None:
    """A row per indicator (and group), a column per period.

    With more than a few periods the values are a table of their own; with many of them that has a
    row per value.
    """
    if not strategy.indicators:
        return
    periods = sorted({value.period for value in strategy.indicator_values})
    caption = wording().choice(fields_of(Section)["content"], "indicators")
    if len(periods) <= _FEW:
        flow.table(*_table(strategy, periods, about=True), caption)
        return
    flow.table(*_table(strategy, (), about=True), caption)
    values = _table(strategy, periods, about=False) if len(periods) <= _SOME else _list(strategy)
    flow.table(*values, wording().text("values"))


def _table(
    strategy: Strategy, periods: Sequence[str], about: bool
) -> tuple[list[str], list[list[str]]]:
    """`about`: with what is known of the indicators beside their values."""
    text = wording().text
    titles = [text("indicator"), text("group"), *(period or text("value") for period in periods)]
    known = [text("target"), text("measure_unit"), text("indicator_source")]
    titles += [*(known if about else ()), text("note")]
    rows = [
        [indicator.name, *cells, *(_about(indicator) if about else ()), note]
        for indicator in strategy.indicators
        for cells, note in _groups(strategy, indicator, periods)
    ]
    return shown(titles, rows, frozenset({0}))


def _about(indicator: Indicator) -> tuple[str, str, str]:
    kolada = wording().text("kolada", id=indicator.kolada) if indicator.kolada else ""
    source = together((indicator.source, kolada))
    return number(indicator.target), indicator.measure_unit, source


def _groups(
    strategy: Strategy, indicator: Indicator, periods: Sequence[str]
) -> list[tuple[list[str], str]]:
    """The group, its values per period, and its notes, for each group of an indicator."""
    values = strategy.values_by_indicator.get(indicator.id, ()) if periods else ()
    groups = list(dict.fromkeys(value.group for value in values)) or [""]
    found = []
    for group in groups:
        own = [value for value in values if value.group == group]
        cells = [
            together((number(v.value) for v in own if v.period == period), "; ")
            for period in periods
        ]
        notes = together((together((v.period, v.note), ": ") for v in own if v.note), "; ")
        found.append(([group, *cells], notes))
    return found


def _list(strategy: Strategy) -> tuple[list[str], list[list[str]]]:
    text = wording().text
    titles = [
        text("indicator"),
        text("period"),
        text("group"),
        text("value"),
        text("note"),
    ]
    rows = [
        [indicator.name, value.period, value.group, number(value.value), value.note]
        for indicator in strategy.indicators
        for value in strategy.values_by_indicator.get(indicator.id, ())
    ]
    return shown(titles, rows, frozenset({0}))
