"""The words of workbooks: the group "excel" of the wording, and the names of choices."""

from functools import cache

from strategidesk.model.fields import Field
from strategidesk.model.noun import fields_of
from strategidesk.model.plan import Activity
from strategidesk.model.wording import wording


def word(key: str, **places: object) -> str:
    """One word or sentence of workbooks, its places filled in."""
    return wording().text(f"excel.{key}", **places)


def heading(column: str) -> str:
    """The heading of a column of the plan."""
    return word(f"columns.{column}")


def cell_name(key: str) -> str:
    """The name of the cell in a municipality's own workbook that takes this value."""
    return word(f"names.{key}")


@cache
def choice(field: str, value: str) -> str:
    """What a choice of an activity is called; a newer program's word as it is."""
    return wording().choice(_field(field), value)


@cache
def choice_words(field: str) -> tuple[str, ...]:
    """What all choices of an activity's field are called, in the order that lists show."""
    return tuple(choice(field, value) for value in _field(field).choices or ())


def _field(name: str) -> Field:
    return fields_of(Activity)[name]
