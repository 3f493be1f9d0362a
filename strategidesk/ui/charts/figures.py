"""What an indicator's values say: the latest, the trend, and those that are too small to show."""

from dataclasses import dataclass
from decimal import Decimal

from strategidesk.language import tr
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts.lines import Line, Point
from strategidesk.ui.words import number_text

SMALL = 5
_SHARES = ("%", "procent", "andel", "index", "kvot")  # units in which a small number counts nobody


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a chart of an indicator shows."""

    periods: tuple[str, ...]
    lines: tuple[Line, ...]


def values_of(strategy: Strategy, indicator: Indicator) -> tuple[IndicatorValue, ...]:
    """An indicator's values in the order of their periods."""
    found = strategy.values_by_indicator.get(indicator.id, ())
    return tuple(sorted(found, key=lambda one: one.period))


def latest(values: tuple[IndicatorValue, ...]) -> IndicatorValue | None:
    """The last value of the whole; of any group where the whole has none."""
    measured = _main(values)
    return measured[-1] if measured else None


def trend(values: tuple[IndicatorValue, ...]) -> str:
    """The way from the value before the latest, as a word; empty where there is only one."""
    measured = [one.value for one in _main(values) if one.value is not None]
    if len(measured) < 2:
        return ""
    before, now = measured[-2:]
    return tr("unchanged") if now == before else tr("rising") if now > before else tr("falling")


def _main(values: tuple[IndicatorValue, ...]) -> list[IndicatorValue]:
    measured = [one for one in values if one.value is not None]
    groups = {one.group for one in measured}
    group = "" if "" in groups or not measured else measured[-1].group
    return [one for one in measured if one.group == group]


def small_ones(indicator: Indicator, values: tuple[IndicatorValue, ...]) -> int:
    """How many values count so few that they may point out people."""
    unit = indicator.measure_unit.lower()
    if any(share in unit for share in _SHARES):
        return 0
    return sum(one.value is not None and 0 < one.value < SMALL for one in values)


def with_unit(number: Decimal | None, unit: str) -> str:
    """A number and what it is measured in."""
    text = number_text(number)
    return f"{text}\u00a0{unit}" if text and unit else text


def drawing(indicator: Indicator, values: tuple[IndicatorValue, ...]) -> Drawing:
    """The lines of an indicator, one for each group."""
    measured = [one for one in values if one.value is not None and one.period]
    periods = tuple(sorted({one.period for one in measured}))
    places = {period: at for at, period in enumerate(periods)}
    groups: dict[str, list[Point]] = {}
    for one in measured:
        value = with_unit(one.value, indicator.measure_unit)
        words = (
            tr("{group}, {period}: {value}", group=one.group, period=one.period, value=value)
            if one.group
            else tr("{period}: {value}", period=one.period, value=value)
        )
        point = Point(places[one.period], float(one.value or 0), words)
        groups.setdefault(one.group, []).append(point)
    return Drawing(periods, tuple(Line(name, tuple(points)) for name, points in groups.items()))
