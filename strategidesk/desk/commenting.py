"""The group's comments beside the text of a Word document, where they are wished for."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from strategidesk.model.strategy import Strategy

if TYPE_CHECKING:
    from strategidesk.desk.exports import Wish, Writer


def commented(writer: "Writer") -> "Writer":
    """Who writes the same Word document with comments, where they are wished for."""

    def write(strategy: Strategy, out: Path, wish: "Wish") -> Generator[Any, None, Any]:
        notices = yield from cast("Generator[Any, None, Any]", writer(strategy, out, wish))
        if wish.comments:
            from strategidesk.word.commenting import comment_on

            comment_on(out, strategy)
        return notices

    return write
