"""A Word document as its readers meet it: what its template brings that shuts them out."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from strategidesk.model.strategy import Strategy

if TYPE_CHECKING:
    from strategidesk.desk.exports import Wish, Writer
    from strategidesk.word.inspection import Fault


def inspected(writer: "Writer") -> "Writer":
    """Who writes the same Word document, looks it through on the municipality's own template, and
    returns what is to be mended there with the other notices."""

    def write(strategy: Strategy, out: Path, wish: "Wish") -> Generator[Any, None, Any]:
        notices = yield from cast("Generator[Any, None, Any]", writer(strategy, out, wish))
        return (*(notices or ()), *(brought(out) if wish.template is not None else ()))

    return write


def brought(document: Path) -> "tuple[Fault, ...]":
    """The faults of a document that its template brings; those of its texts are told before."""
    from strategidesk.word.inspection import inspect

    return tuple(dict.fromkeys(fault for fault in inspect(document) if fault.layout))
