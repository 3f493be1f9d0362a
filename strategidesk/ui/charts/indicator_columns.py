"""What the table of indicators shows: where each stands and which way it goes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from strategidesk.language import tr
from strategidesk.model.noun import Noun
from strategidesk.model.plan import Indicator, IndicatorValue
from strategidesk.model.strategy import Strategy
from strategidesk.ui.charts import figures
from strategidesk.ui.tables.column import Column, columns_of
from strategidesk.ui.words import number_text

_READS = frozenset({"indicator_value"})
_SHARES = {"name": 30.0, "measure_unit": 9.0, "source": 14.0, "target": 8.0}


def indicator_columns(strategy: Strategy) -> tuple[Column, ...]:
    """Name, unit, source, the latest value, the target and the trend; then what is rarer."""
    latest = Column(
        *("latest", tr("Latest"), _latest_words, 12.0),
        editable=False,
        measures=_latest_number,
        reads=_READS,
    )
    trend = Column("trend", tr("Trend"), _trend, 8.0, editable=False, reads=_READS)
    written = {
        one.name: replace(one, width_share=_SHARES.get(one.name, one.width_share))
        for one in columns_of(strategy, "indicator", (*_SHARES, "kolada"))
    }
    first = (written[name] for name in ("name", "measure_unit", "source"))
    return (*first, latest, written["target"], trend, written["kolada"])


def _latest(strategy: Strategy, thing: Noun) -> IndicatorValue | None:
    assert isinstance(thing, Indicator)
    return figures.latest(figures.values_of(strategy, thing))


def _latest_words(strategy: Strategy, thing: Noun) -> str:
    last = _latest(strategy, thing)
    return f"{number_text(last.value)} ({last.period})" if last else ""


def _latest_number(strategy: Strategy, thing: Noun) -> Sequence[Decimal]:
    last = _latest(strategy, thing)
    return (last.value,) if last is not None and last.value is not None else ()


def _trend(strategy: Strategy, thing: Noun) -> str:
    assert isinstance(thing, Indicator)
    return figures.trend(figures.values_of(strategy, thing))
