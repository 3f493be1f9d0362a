"""Words that the code gives to a person without having them translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.source_strings import PACKAGE

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = re.compile(r"StrategiDesk|https?://|YYYY|MM|DD|^\.\w+$")
_SHOWING = {  # calls whose texts are read or heard
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle"),
    *("setPlaceholderText", "setTitle", "setTabText", "setItemText", "setInformativeText"),
    *("addAction", "addButton", "addTab", "addItem", "addMenu", "setHeaderLabels", "setStatusTip"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "Elided"),
    *("label", "head_of", "show_text", "say", "Act", "LineAct", "HeaderAct", "Making", "button"),
    *("tell", "ready"),
}
_ENGLISH = {"UserError", "Mistake", "Finding", "Progress", "Notice"}


def shown(folder: Path = PACKAGE / "ui") -> list[str]:
    """Words that stand bare in a call that shows them, with their file and line."""
    return [
        f"{path.relative_to(folder)}:{node.lineno}: {words}"
        for path, call in _calls(folder)
        if _name(call) in _SHOWING
        for node, words in _bare(_texts(call))
    ]


def in_places(folder: Path = PACKAGE) -> list[str]:
    """Words that stand bare in the places of a template."""
    return [
        f"{path.relative_to(folder)}:{node.lineno}: {words}"
        for path, call in _calls(folder)
        if _name(call) == "tr" or _name(call) in _ENGLISH
        for node, words in _bare([place.value for place in call.keywords])
    ]


def _calls(folder: Path) -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def _name(call: ast.Call) -> str:
    called = call.func
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


def _texts(call: ast.Call) -> list[ast.expr]:
    """The arguments that are texts: not the kinds, looks, tones and signs that follow or lead."""
    return call.args[1:2] if _name(call) in ("tell", "Making") else call.args[:1]


def _bare(texts: list[ast.expr]) -> Iterator[tuple[ast.expr, str]]:
    for text in texts:
        for part in _outside(text):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                words = _NAMES.sub("", part.value)
                if _WORD.search(words):
                    yield part, part.value


def _outside(text: ast.expr) -> Iterator[ast.expr]:
    """The parts of a text that no call makes."""
    match text:
        case ast.Constant():
            yield text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _outside(part)
        case ast.BinOp(left=left, right=right):
            yield from _outside(left)
            yield from _outside(right)
        case ast.IfExp(body=body, orelse=other):
            yield from _outside(body)
            yield from _outside(other)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _outside(part)
        case ast.FormattedValue(value=inside):
            yield from _outside(inside)
