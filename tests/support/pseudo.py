"""A language that nobody speaks: every translated text is 40 % longer and stands in brackets, so
that a text which was not translated, or has no room, can be told from the others."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from strategidesk.model.document import Card
from strategidesk.model.noun import fields_of

LANGUAGE = "xx"
LONGER = 0.4
OPEN, CLOSE = "⟦", "⟧"
_CONTENT = re.compile(r"[^\W\d_]")
_LINES = 8  # of a list that are looked at
_KEPT = {  # JSON fields whose strings are not words of the strategy's own
    *("id", "parent", "kind", "about", "status", "content", "language", "heading_numbering"),
    *("stage", "level", "position", "handling", "trend", "assessment", "field", "format"),
    *("date", "from", "to", "start", "end", "valid_from", "valid_to", "last_reply_on"),
    *("reported_on", "new_end", "period", "data", "priority"),
}


class Pseudo(dict[str, str]):
    """A catalogue that has every text."""

    def get(self, template: str, _default: Any = None) -> str:
        return longer(template)


def longer(template: str) -> str:
    """A template in brackets, whose words are longer; its places stand as they are."""
    parts, read, grown = [], 0, len(OPEN + CLOSE)
    for part in re.findall(r"\{[^}]*\}|\s+|[^\s{}]+", template):
        read += len(part)
        more = 0 if part.isspace() else max(0, math.ceil(read * LONGER) - grown)
        grown += more
        parts.append(part + "~" * more)
    return OPEN + "".join(parts) + CLOSE


def muted(source: Path, target: Path) -> Path:
    """Write a strategy's interchange JSON with every word of its own as zeros; its ids, choices
    and dates stay. Gives the target."""
    data = json.loads(source.read_text(encoding="utf-8"))
    data["strategy"] |= {"area_label_plural": "0", "hallmark_label_plural": "0"}
    ids = {
        item["id"]
        for items in data.values()
        if isinstance(items, list)
        for item in items
        if "id" in item
    }
    target.write_text(json.dumps(_mute(data, ids)), encoding="utf-8")
    return target


def empty(target: Path) -> Path:
    """Write a strategy that has nothing, and calls nothing by words of its own."""
    own = [name for name in fields_of(Card) if name.endswith(("_label", "_label_plural"))]
    data = {"format": "strategidesk", "version": 1, "strategy": dict.fromkeys(own, "0")}
    target.write_text(json.dumps(data), encoding="utf-8")
    return target


def _mute(value: Any, ids: set[str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: one if key in _KEPT else _mute(one, ids, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_mute(one, ids, name) for one in value]
    if isinstance(value, str) and value not in ids and name != "strategy":
        return value if "blob:" in value else _CONTENT.sub("0", value)
    return value


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """Every text that can be read or heard of what is shown: where, and what."""
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.isVisible() and not _of_document(widget):
            where = f"{type(widget).__name__} {widget.objectName()}".strip()
            for text in _of(widget):
                if text:
                    yield where, text


def _of_document(widget: QWidget) -> bool:
    """Whether a text is the document's, which is Swedish whatever the window speaks."""
    above = widget.parentWidget()
    return above is not None and (above.property("speaks") == "document" or _of_document(above))


def _of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(n) for n in range(widget.count()))
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(min(widget.count(), _LINES)))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model = widget.model()
        if model is not None:
            yield from _of_model(model, QModelIndex())


def _of_model(model: QAbstractItemModel, above: QModelIndex) -> Iterator[str]:
    roles = Qt.ItemDataRole
    for row in range(min(model.rowCount(above), _LINES)):
        column = 0
        while (index := model.index(row, column, above)).isValid():
            for role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
                yield str(index.data(role) or "")
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            column += 1
        yield from _of_model(model, model.index(row, 0, above))


def untranslated(text: str) -> bool:
    """Whether a text has words outside the brackets."""
    depth, outside = 0, []
    for character in text:
        depth += (character == OPEN) - (character == CLOSE)
        if not depth and character not in (OPEN, CLOSE):
            outside.append(character)
    return bool(_CONTENT.search("".join(outside)))
