"""Periods as people say them: which are offered, and what a written one means."""

from datetime import date, timedelta

from strategidesk.desk.written import date_of, squeezed
from strategidesk.language import tr
from strategidesk.model.fields import is_date
from strategidesk.model.rounds import PROPOSALS, found, period_name
from strategidesk.model.strategy import Strategy
from strategidesk.ui.overview.moments import MONTHS

_ENDS = (4, 8, 12)  # the months with which a period ends that is followed up
_SLACK = 3  # months that a period is followed up after its end
_MOST = 4  # periods that are offered
_DAYS = 21  # that the units have to reply, where nobody says otherwise
_FRIDAY = 4


def spoken(period: str) -> str:
    """What the window calls a period: `Helår 2026`, `Delår augusti 2026`, `Mars 2026`."""
    year, month = period[:4], period[5:7]
    if len(period) == 4:
        return tr("Full year {year}", year=year)
    if len(period) != 7:
        return period_name(period)
    name = tr(MONTHS[int(month) - 1])
    if int(month) in _ENDS[:-1]:
        return tr("Interim {month} {year}", month=name.lower(), year=year)
    return f"{name} {year}"


def meant_by(text: str) -> str:
    """The period that somebody wrote; empty where it is none."""
    plain = date_of(text, 0)
    if is_date(plain) and plain:
        return plain
    years = [word for word in text.split() if len(word) == 4 and word.isdigit()]
    if len(years) != 1:
        return ""
    year, sought = years[0], squeezed(text)
    for month in (f"{number:02}" for number in range(1, 13)):
        period = f"{year}-{month}"
        names = (spoken(period), period_name(period), f"{tr(MONTHS[int(month) - 1])} {year}")
        if sought in map(squeezed, names):
            return period
    return year if sought in map(squeezed, (spoken(year), period_name(year))) else ""


def offered(strategy: Strategy, kind: str, today: str) -> tuple[str, ...]:
    """The periods to choose from, the likeliest first: no round of the kind has them yet."""
    year, month = int(today[:4]), int(today[5:7])
    if kind == PROPOSALS:
        periods = [str(year), str(year + 1)]
    else:
        ends = [(12 * y + end, y, end) for y in (year - 1, year, year + 1) for end in _ENDS]
        near = [(y, end) for at, y, end in ends if at >= 12 * year + month - _SLACK]
        periods = [str(y) if end == _ENDS[-1] else f"{y}-{end:02}" for y, end in near]
    return tuple(one for one in periods if not found(strategy, kind, one))[:_MOST]


def reply_day(today: str) -> str:
    """The last day to reply that is proposed: a Friday in three weeks or so."""
    day = date.fromisoformat(today) + timedelta(days=_DAYS)
    return (day + timedelta(days=(_FRIDAY - day.weekday()) % 7)).isoformat()
