"""The English templates that a package's source hands to the translator."""

import ast
from collections.abc import Iterator
from pathlib import Path

CALLS = {"tr", "mark", "UserError", "UsageError", "Refused"}


def templates(folder: Path) -> set[str]:
    """Every text that is the first argument of a translating call."""
    return {
        text
        for path in folder.rglob("*.py")
        for text in _in(ast.parse(path.read_text(encoding="utf-8")))
    }


def _in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            text = first.value if isinstance(first, ast.Constant) else None
            if node.func.id in CALLS and isinstance(text, str):
                yield text
