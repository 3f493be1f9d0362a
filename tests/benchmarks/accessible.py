"""What shuts readers out, looked for in a long strategy whose every text is new."""

from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from strategidesk.desk.accessibility import of_strategy
from strategidesk.desk.accessible_text import faults
from tests.benchmarks.data import strategy
from tests.benchmarks.measuring import Row, interleave

WORDS = 25_000
MOST = 1.0


def rows(_folder: Path) -> Iterator[Row]:
    """Against the parser alone, which reads the same texts."""
    wanted = strategy(WORDS, 300)
    parser = MarkdownIt("commonmark")
    texts = [section.body for section in wanted.sections]

    def look() -> None:
        faults.cache_clear()
        of_strategy(wanted)

    pair = interleave(look, lambda: [parser.parse(text) for text in texts])
    yield pair.row(f"Accessibility, {WORDS} words", "markdown-it reads them", MOST)
