"""Writes inline nodes, with a backslash before whatever would be read as a mark."""

import re

from strategidesk.prose.grammar import (
    BULLET,
    DELIMITER_ROW,
    LINK_END,
    MARK,
    NOTE,
    NUMBER,
    PUNCTUATION,
)
from strategidesk.prose.nodes import FootnoteMark, Inlines, LineBreak, Link, Text
from strategidesk.prose.runs import Run, flat

_STARS = {0: "", 1: "**", 2: "*", 3: "***"}
_BACKSLASH = re.compile(rf"\\(?=[{PUNCTUATION}]|\Z)")
_STAR = re.compile(r"(?<!\s)\*|\*(?!\s)")
_ADDRESS = re.compile(r"\](?=\()")
_IN_LABEL = re.compile(r"[\[\]^]")
_IN_URL = re.compile(r"[\\()<>]")


def written_inlines(inlines: Inlines, labels: frozenset[str], *, in_cell: bool = False) -> str:
    """The text of nodes in normal form; `labels` are the footnotes that have a note."""
    return "".join(_Writer(labels, in_cell).parts(inlines, in_link=False))


def guarded(text: str, *, first: bool = True) -> str:
    """The lines of a block, none of which begins a block of its own.

    `first` tells whether the first line stands where a block may begin.
    """
    lines = text.split("\n")
    return "\n".join(
        _guarded_line(line, index > 0) if first or index else line
        for index, line in enumerate(lines)
    )


def _guarded_line(line: str, below_another: bool) -> str:
    if BULLET.match(line) or (below_another and DELIMITER_ROW.fullmatch(line)):
        return f"\\{line}"
    if number := NUMBER.match(line):
        return f"{number.group(1)}\\{line[number.end(1) :]}"
    if NOTE.match(line):
        colon = line.index("]:") + 1
        return f"{line[:colon]}\\{line[colon:]}"
    return line


class _Writer:
    def __init__(self, labels: frozenset[str], in_cell: bool) -> None:
        self._labels = labels
        self._in_cell = in_cell

    def parts(self, inlines: Inlines, *, in_link: bool) -> list[str]:
        runs = flat(inlines)
        look = 0
        parts: list[str] = []
        for index, run in enumerate(runs):
            parts.append(_STARS[look ^ run.look])
            look = run.look
            follows_link = index + 1 < len(runs) and isinstance(runs[index + 1].node, Link)
            parts.append(self._run(run, in_link, follows_link))
        parts.append(_STARS[look])
        return parts

    def _run(self, run: Run, in_link: bool, before_link: bool) -> str:
        node = run.node
        if isinstance(node, LineBreak):
            return "\n"
        if isinstance(node, FootnoteMark):
            return f"[^{node.label}]"
        if isinstance(node, Text):
            return self._text(node.text, in_link, before_link)
        label = "".join(self.parts(node.children, in_link=True))
        return f"[{label}]({self._url(node.url)})"

    def _text(self, text: str, in_link: bool, before_link: bool) -> str:
        text = _BACKSLASH.sub(r"\\\\", text)
        text = _STAR.sub(r"\\*", text)
        if in_link:
            text = _IN_LABEL.sub(r"\\\g<0>", text)
        else:
            text = _ADDRESS.sub(r"\\]", text)
            text = MARK.sub(self._known_mark, text)
        if self._in_cell:
            text = text.replace("|", "\\|")
        if before_link and text.endswith("!"):
            text = f"{text[:-1]}\\!"
        return text

    def _known_mark(self, mark: re.Match[str]) -> str:
        return f"\\{mark.group()}" if mark.group(1) in self._labels else mark.group()

    def _url(self, url: str) -> str:
        bare = url[0] != "<" and "\\" not in url and LINK_END.fullmatch(f"]({url})") is not None
        if not bare:
            url = _IN_URL.sub(r"\\\g<0>", url)
        if self._in_cell:
            url = url.replace("|", "\\|")
        return f"<{url}>" if " " in url else url
