"""The content kind `indicators`: what is measured, and how it has gone."""

from collections.abc import Sequence

from strategidesk.model.document import Section
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Indicator
from strategidesk.model.strategy import Strategy
from strategidesk.model.wording import wording
from strategidesk.word.flow import Flow
from strategidesk.word.fragments import number, together
from strategidesk.word.tables import Column, shown

_MOST_PERIODS = 5  # as columns; more of them stand below one another


def add_indicators(flow: Flow, strategy: Strategy, _level: int) -> None:
    """One table: a row per indicator (and group), a column per period.

    With many periods there are two: the indicators, and a row per value.
    """
    if not strategy.indicators:
        return
    periods = sorted({value.period for value in strategy.indicator_values})
    caption = wording().choice(fields_of(Section)["content"], "indicators")
    if len(periods) <= _MOST_PERIODS:
        flow.table(*_across(strategy, periods), caption)
        return
    flow.table(*_across(strategy, []), caption)
    flow.table(*_values(strategy), wording().text("value"))


def _across(strategy: Strategy, periods: Sequence[str]) -> tuple[list[Column], list[list[str]]]:
    text = wording().text
    columns = [Column(text("indicator"), 4), Column(text("group"), 2)]
    columns += [Column(period or text("value"), 1.6) for period in periods]
    columns += [
        Column(text("target"), 1.8),
        Column(text("measure_unit"), 2),
        Column(text("indicator_source"), 3),
        Column(text("note"), 3),
    ]
    rows = [
        [indicator.name, *cells, number(indicator.target), indicator.measure_unit,
         _source(indicator), note]
        for indicator in strategy.indicators
        for cells, note in _groups(strategy, indicator, periods)
    ]  # fmt: skip
    return shown(columns, rows, frozenset({0}))


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


def _values(strategy: Strategy) -> tuple[list[Column], list[list[str]]]:
    text = wording().text
    columns = [
        Column(text("indicator"), 4),
        Column(text("period"), 1.6),
        Column(text("group"), 2),
        Column(text("value"), 1.6),
        Column(text("note"), 4),
    ]
    rows = [
        [indicator.name, value.period, value.group, number(value.value), value.note]
        for indicator in strategy.indicators
        for value in strategy.values_by_indicator.get(indicator.id, ())
    ]
    return shown(columns, rows, frozenset({0}))


def _source(indicator: Indicator) -> str:
    kolada = wording().text("kolada", id=indicator.kolada) if indicator.kolada else ""
    return together((indicator.source, kolada))
