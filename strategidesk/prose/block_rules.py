"""The block rules that the subset adds to markdown-it's paragraph and list.

Footnote lines, tables and pictures leave tokens `note`, `table` and `picture` whose `meta` holds
the raw texts. They are read here because markdown-it's own table loses cells beyond the header's
and its footnote plugin loses notes that no mark names.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block

from strategidesk.prose.grammar import (
    BREAK_OF_SUBJECT,
    BULLET,
    DELIMITER_ROW,
    NOTE,
    NUMBER,
    PICTURE,
    cells,
)

_DEEPEST_LIST = 8
_FILLED_CELLS = 10_000


def markdown() -> MarkdownIt:
    """A parser of blocks alone; inline texts stay raw in the tokens' `content`."""
    parser = MarkdownIt("zero", {"maxNesting": 100})
    parser.core.ruler.enableOnly(["normalize", "block"])
    rules = parser.block.ruler
    rules.enableOnly(["paragraph", "list"])
    rules.at("list", _list, {"alt": ["paragraph"]})
    rules.before("list", "note", _note, {"alt": ["paragraph"]})
    rules.after("list", "picture", _picture, {"alt": ["paragraph"]})
    rules.after("list", "rows", _table, {"alt": ["paragraph"]})
    return parser


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")


def _inside_item(state: StateBlock, line: int) -> bool:
    return 0 < state.blkIndent <= state.sCount[line]


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list that begins with words and is not nested beyond reason."""
    text = _line(state, start)
    marker = BULLET.match(text) or NUMBER.match(text)
    if not marker or BREAK_OF_SUBJECT.fullmatch(text):
        return False
    if silent:
        return list_block(state, start, end, True)
    depth = state.env.get("depth", 0)
    if marker.end() == len(text) or depth >= _DEEPEST_LIST:
        return False
    state.env["depth"] = depth + 1
    found = list_block(state, start, end, False)
    state.env["depth"] = depth
    return found


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^label]: text` and the lines that go on with it."""
    text = _line(state, start)
    found = NOTE.match(text)
    if not found:
        return False
    if silent:
        return True
    lines = [text[found.end() :]]
    outer, state.parentType = state.parentType, "paragraph"
    others = state.md.block.ruler.getRules("paragraph")
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        if any(rule(state, line, end, True) for rule in others):
            break
        lines.append(_line(state, line))
        line += 1
    state.parentType = outer
    token = state.push("note", "", 0)
    token.meta = {"label": found.group(1)}
    token.content = "\n".join(lines)
    state.line = line
    return True


def _picture(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """`![alt](blob:ID)` alone on a line, outside lists."""
    found = None if _inside_item(state, start) else PICTURE.fullmatch(_line(state, start))
    if not found:
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.content = found.group(1)
        token.meta = {"id": found.group(2)}
        state.line = start + 1
    return True


def _header(state: StateBlock, start: int, end: int) -> list[str]:
    """The header cells where a table begins here, outside lists; else none."""
    if start + 1 >= end or _inside_item(state, start) or state.sCount[start + 1] < state.blkIndent:
        return []
    below = _line(state, start + 1)
    if not below or BULLET.match(below) or not DELIMITER_ROW.fullmatch(below):
        return []
    above = _line(state, start)
    if "|" not in above:
        return []
    header = cells(above)
    return header if len(header) == len(cells(below)) else []


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A header row, a row of dashes and the rows up to an empty line or another block."""
    header = _header(state, start, end)
    if not header or silent:
        return bool(header)
    rows: list[list[str]] = []
    others = state.md.block.ruler.getRules("paragraph")
    filled = 0
    line = start + 2
    while line < end and not state.isEmpty(line):
        if any(rule(state, line, end, True) for rule in others if rule is not _table):
            break
        row = cells(_line(state, line))
        filled += max(len(header) - len(row), 0)
        if filled > _FILLED_CELLS:
            break
        rows.append(row)
        line += 1
    token = state.push("table", "", 0)
    token.meta = {"header": header, "rows": rows}
    state.line = line
    return True
