"""The signs' drawings: strokes on a 24 by 24 grid, in SVG."""


def _ring(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{radius}"/>'


def _line(path: str) -> str:
    return f'<path d="{path}"/>'


def _filled(path: str) -> str:
    return f'<path d="{path}" fill="currentColor" stroke="none"/>'


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="1.6" fill="currentColor" stroke="none"/>'


_SHEET = _line("M6 3h8l4 4v14H6z") + _line("M14 3v4h4")
_DISC = _ring(12, 12, 9)

DRAWINGS = {
    "onward": _line("M4 12h15M13 6l6 6-6 6"),
    "overview": _line("M4 11l8-7 8 7M6 9.500V20h4v-6h4v6h4V9.5"),
    "text": _SHEET + _line("M9 12h6M9 16h6"),
    "areas": _DISC + _ring(12, 12, 5) + _ring(12, 12, 1),
    "definitions": _line("M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2z")
    + _line("M12 6v14"),
    "plan": _line("M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z")
    + _line("M7.5 9l1.5 1.5L11.5 8M14 9.500H17M7.5 15l1.5 1.500L11.5 14M14 15.500H17"),
    "indicators": _line("M4 4v16h16") + _line("M7 15l4-5 3 3 5-7"),
    "chain": _ring(6, 12, 2.5)
    + _ring(18, 6, 2.5)
    + _ring(18, 18, 2.5)
    + _line("M8.3 10.900l7.4-3.700M8.3 13.100l7.4 3.7"),
    "dialogue": _line("M4 5h16v11h-9l-4 4v-4H4z") + _line("M8 9h8M8 12.5h5"),
    "decisions": _line("M9 4h6l-1 8h-4zM6 16c0-2 1.5-4 4-4h4c2.5 0 4 2 4 4z") + _line("M5 20h14"),
    "follow_up": _line("M4 4h9v4H4zM4 10h15v4H4zM4 16h6v4H4z"),
    "card": _line("M6 3h12a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z")
    + _line("M8 8h8M8 12h8M8 16h4"),
    "people": _ring(9, 8, 3.2)
    + _line("M3 20c0-4 2.5-6 6-6s6 2 6 6")
    + _ring(17, 9, 2.4)
    + _line("M16.5 14.200c3 0 4.5 1.8 4.5 4.8"),
    "mail": _line("M3 6h18v12H3zM3 7l9 6 9-6"),
    "comments": _line("M4 4h16v12h-5l-3 4-3-4H4z"),
    "asked": _line(
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.6 9.7a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.9-1.1 1.7v.3"
        "M12 16.6v.3"
    ),
    "back": _line("M19 12H5M11 6l-6 6 6 6"),
    "answers": _line("M4 4h16v6M4 4v16h6M4 10h16M10 4v16M13 17l3 3 5-6"),
    "wastebasket": _line("M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5"),
    "history": _line("M4 12a8 8 0 1 0 2.5-5.8") + _line("M4 4v4h4M12 8v4l3 2"),
    "other": _line("M4 6h6l2 2h8v11H4z"),
    "open": _line("M4 19V5h6l2 2h7v3M4 19l3-9h14l-3 9z"),
    "new": _SHEET + _line("M12 11v6M9 14h6"),
    "minus": _line("M5 12h14"),
    "plus": _line("M12 5v14M5 12h14"),
    "columns": _line("M4 5h4v14H4zM10 5h4v14h-4zM16 5h4v14h-4z"),
    "bold": _line("M7 4.500h6a3.7 3.7 0 0 1 0 7.400H7zM7 11.900h7a3.8 3.8 0 0 1 0 7.600H7z"),
    "italic": _line("M10 4.500h8M6 19.500h8M14.500 4.500l-5 15"),
    "bullets": _line("M9 6h11M9 12h11M9 18h11M4.500 6h.1M4.500 12h.1M4.500 18h.1"),
    "numbers": _line(
        "M10 6h10M10 12h10M10 18h10M4 4.500l1.500-.700v4.700M4 14.500h2.800l-2.800 4h2.800"
    ),
    "indent": _line("M10 6h10M10 12h10M10 18h10M4 9l3 3-3 3"),
    "outdent": _line("M10 6h10M10 12h10M10 18h10M7 9l-3 3 3 3"),
    "link": _line("M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1")
    + _line("M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1"),
    "footnote": _line("M4 19l5-13 5 13M5.800 14.500h6.400M18 4l2-.8v6.300"),
    "table": _line("M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14"),
    "comment": _line("M4 4h16v12h-5l-3 4-3-4H4zM12 7v6M9 10h6"),
    "up": _line("M12 19V5M6 11l6-6 6 6"),
    "down": _line("M12 5v14M6 13l6 6 6-6"),
    "undo": _line("M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4"),
    "redo": _line("M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4"),
    "close": _line("M6 6l12 12M18 6L6 18"),
    "search": _ring(10.5, 10.5, 6.5) + _line("M15.500 15.500L20.500 20.500"),
    "command": _line("M5 7l5 5-5 5M12 17h7"),
    "panel": _line("M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z")
    + _line("M15 4v16"),
    "export": _line("M4 5v14M9 12h11M15 7l5 5-5 5"),
    "more": _dot(5, 12) + _dot(12, 12) + _dot(19, 12),
    "arrow": _line("M5 9l7 7 7-7"),
    "open_branch": _filled("M6 9h12l-6 7z"),
    "closed_branch": _filled("M9 6v12l7-6z"),
    "tick": _line("M5 12.5l4.5 4.500L19 7.5"),
    "info": _DISC + _line("M12 11v5.500M12 7.500v.1"),
    "ok": _DISC + _line("M8 12.500l2.7 2.700L16 9.5"),
    "warn": _line("M12 4l9 16H3z") + _line("M12 10v4.500M12 17v.1"),
    "danger": _DISC + _line("M12 7v6M12 16.400v.1"),
    "lock": _line("M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"),
    "review": _ring(6, 6, 2.3)
    + _ring(18, 18, 2.3)
    + _line("M6 8.300v11.700M18 15.700V9a3 3 0 0 0-3-3h-3M14.5 3.500L12 6l2.5 2.5"),
    "merged": _line("M4 7c5 0 5 5 9 5h7M4 17c5 0 5-5 9-5M16.500 8.500L20 12l-3.500 3.5"),
    "send": _line("M4 4.500l17 7.500-17 7.500 2.500-7.500zM6.500 12h7"),
    "tour": _line("M9 18h6M10 21h4M8.5 15a6 6 0 1 1 7 0c-.6.5-1 1.300-1 2h-5c0-.7-.4-1.500-1-2z"),
    "ring": _DISC,
    "half": _DISC + _filled("M3 12a9 9 0 0 0 18 0z"),
    "again": _line("M5 11a7 7 0 0 1 12-4l2 2M19 5v4h-4M19 13a7 7 0 0 1-12 4l-2-2M5 19v-4h4"),
    "late": _line("M12 4l9 16H3z"),
    "cross": _DISC + _line("M9 9l6 6M15 9l-6 6"),
    "star": _line(
        "M12 2.500l2.6 2 3.3-.3 1 3.1 2.7 1.9-1 3.1 1 3.1-2.7 1.9-1 3.1"
        "-3.3-.3-2.6 2-2.6-2-3.3.3-1-3.1-2.7-1.9 1-3.1-1-3.1 2.7-1.9 1-3.1"
        " 3.3.300z"
    )
    + _line("M8.5 12.500l2.5 2.5 4.5-5"),
}
MARK = (
    '<rect x="0" y="0" width="24" height="24" rx="5" fill="#17606A"/>'
    '<path d="M6.5 7.500h11M6.5 12h7M6.5 16.500h11" stroke="#FFFFFF" stroke-width="2.2"'
    ' stroke-linecap="round"/>'
)
