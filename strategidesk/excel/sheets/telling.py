"""The sheets that tell a unit more: the indicators, and what became of its proposals."""

from decimal import Decimal

from strategidesk.excel.sheets.leaves import write_table
from strategidesk.excel.sheets.looks import RoundBook
from strategidesk.excel.sheets.matter import Matter, stage_word
from strategidesk.excel.words import word
from strategidesk.model.fields import Id
from strategidesk.model.plan import IndicatorValue
from strategidesk.model.rounds import closing, period_name

_EARLIER_VALUES = 3


def write_indicators(book: RoundBook, matter: Matter) -> None:
    """The strategy's indicators with their last values, where it has any."""
    rows = _indicator_rows(matter)
    if rows:
        keys = {"name": 36, "group": 16, "measure_unit": 12, "target": 12, "latest": 12,
                "period": 14, "earlier": 34, "source": 28}  # fmt: skip
        write_table(
            book,
            word("sheets.indicators.sheet"),
            word("sheets.indicators.title"),
            word("sheets.indicators.note"),
            [(word(f"sheets.indicators.{key}"), width) for key, width in keys.items()],
            rows,
        )


def _indicator_rows(matter: Matter) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for indicator in matter.strategy.indicators:
        groups: dict[str, list[IndicatorValue]] = {}
        for value in matter.values_of(indicator.id):
            groups.setdefault(value.group, []).append(value)
        for group, values in (groups or {"": []}).items():
            found = sorted(values, key=lambda one: closing(one.period), reverse=True)
            latest = found[0] if found else None
            earlier = found[1 : 1 + _EARLIER_VALUES]
            source = ", ".join(filter(None, (indicator.source, indicator.kolada)))
            rows.append(
                (
                    indicator.name,
                    group,
                    indicator.measure_unit,
                    _number(indicator.target),
                    _number(latest.value) if latest else "",
                    period_name(latest.period) if latest else "",
                    "\n".join(
                        f"{period_name(one.period)}: {_number(one.value)}" for one in earlier
                    ),
                    source,
                )
            )
    return rows


def _dated(value: IndicatorValue) -> str:
    return f"{period_name(value.period)}: {_number(value.value)}"


def _number(value: Decimal | None) -> str:
    """A number as Swedish writes it; empty where there is none."""
    return "" if value is None else f"{value:f}".replace(".", ",").replace("-", "−")


def write_earlier(book: RoundBook, matter: Matter, unit: Id | None) -> None:
    """What the group has answered to the unit's proposals, where it has made any."""
    rows = [
        (one.title, matter.hallmarks(one), stage_word(one), one.decision_reason)
        for one in matter.answered(unit)
    ]
    if rows:
        keys = {"activity": 40, "hallmarks": 36, "stage": 18, "reason": 46}
        write_table(
            book,
            word("sheets.earlier.sheet"),
            word("sheets.earlier.title"),
            word("sheets.earlier.note"),
            [(word(f"sheets.earlier.{key}"), width) for key, width in keys.items()],
            rows,
        )
