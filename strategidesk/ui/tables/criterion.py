"""What a column must say for a row to be shown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from operator import eq, ge, gt, le, lt
from typing import Any

from strategidesk.model.fields import Kind
from strategidesk.ui.tables.column import LISTS, Column

Test = Callable[[Any], bool]
_COMPARES: dict[str, Callable[[Any, Any], bool]] = {">": gt, ">=": ge, "<": lt, "<=": le, "=": eq}
_COMPARISON = re.compile(r"\s*(>=|<=|>|<|=)\s*(\S.*?)\s*")
_NUMBERS = (Kind.NUMBER, Kind.WHOLE)


@dataclass(frozen=True)
class Criterion:
    """`text`: what is written in the filter row; `picked`: JSON values of lists, "" for none."""

    text: str = ""
    picked: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.picked)


def is_list(column: Column) -> bool:
    """Whether the column's filter is a list to pick from."""
    return column.field is not None and column.field.kind in LISTS


def value_test(column: Column, criterion: Criterion) -> Test | None:
    """The test of a thing's value; None where the criterion is about the shown text."""
    if is_list(column):
        return _picked(criterion.picked)
    kind = column.field.kind if column.field else None
    found = _COMPARISON.fullmatch(criterion.text)
    if not found:
        return None
    compare = _COMPARES[found[1]]
    if column.measures is not None:
        return _measures(compare, found[2])
    if kind is Kind.DATE:
        return _dates(compare, found[2])
    number = _number(found[2]) if kind in _NUMBERS else None
    return _numbers(compare, number) if number is not None else None


def _picked(wanted: frozenset[str]) -> Test:
    def test(given: Any) -> bool:
        if isinstance(given, tuple):
            return not wanted.isdisjoint(given) if given else "" in wanted
        return (str(given) if given else "") in wanted

    return test


def _dates(compare: Callable[[Any, Any], bool], operand: str) -> Test:
    """A day is compared as exactly as the operand is: nothing in 2015 is after 2015."""
    length = len(operand)
    return lambda given: bool(given) and compare(given[:length], operand)


def _numbers(compare: Callable[[Any, Any], bool], operand: Decimal) -> Test:
    return lambda given: given is not None and compare(given, operand)


def _measures(compare: Callable[[Any, Any], bool], operand: str) -> Test | None:
    """Holds where it does for one of several dates (texts) or numbers."""
    number = _number(operand)
    if not operand[0].isdigit() and number is None:
        return None
    dates = _dates(compare, operand)

    def holds(one: Any) -> bool:
        return dates(one) if isinstance(one, str) else number is not None and compare(one, number)

    return lambda given: any(holds(one) for one in given)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal("".join(text.split()).replace(",", "."))
    except InvalidOperation:
        return None
