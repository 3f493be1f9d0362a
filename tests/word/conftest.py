"""Writes a strategy to a Word file of the test's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from strategidesk.model.strategy import Strategy
from strategidesk.word import strategy as word

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a strategy, dated 2026-03-09, and gives the file's path."""

    def written(strategy: Strategy, **options: Any) -> Path:
        out = tmp_path / "strategi.docx"
        for _ in word.write(strategy, out, today="2026-03-09", **options):
            pass
        return out

    return written
