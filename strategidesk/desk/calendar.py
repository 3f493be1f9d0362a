"""Dates as a calendar that other programs read: iCalendar, RFC 5545."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

_LINE = 75  # octets of a line, without its end (RFC 5545, 3.1)
_DOMAIN = "strategidesk"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a whole day; `key` names it and stays the same when its words or day change."""

    key: str
    on: str  # YYYY-MM-DD
    summary: str
    description: str = ""


def calendar(events: Iterable[Event], name: str, now: datetime) -> bytes:
    """The events as one `.ics` file. `now` is when it is written, with its time zone."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//StrategiDesk//StrategiDesk//SV"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        first = date.fromisoformat(event.on)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uuid5(NAMESPACE_URL, event.key)}@{_DOMAIN}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(event.summary)}",
            *([f"DESCRIPTION:{_text(event.description)}"] if event.description else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _text(words: str) -> str:
    """A text value: what has a meaning of its own there is escaped (3.3.11)."""
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> bytes:
    """A content line in pieces that are short enough, none of which ends inside a letter."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
