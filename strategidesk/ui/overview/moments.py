"""Moments and dates as people say them."""

from datetime import date, datetime, timedelta

from strategidesk.language import mark, tr

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)

WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)


def moment(at: int, now: int) -> str:
    """When something happened (both microseconds UTC): nearer moments are said closer."""
    then, today = datetime.fromtimestamp(at / 1e6), datetime.fromtimestamp(now / 1e6)
    clock = then.strftime("%H.%M")
    if then.date() == today.date():
        return tr("today {clock}", clock=clock)
    if then.date() == today.date() - timedelta(days=1):
        return tr("yesterday {clock}", clock=clock)
    month = tr(MONTHS[then.month - 1])
    if then.year == today.year:
        return tr("{day} {month}", day=then.day, month=month)
    return tr("{day} {month} {year}", day=then.day, month=month, year=then.year)


def day_of(now: int) -> str:
    """The day of a moment as YYYY-MM-DD."""
    return datetime.fromtimestamp(now / 1e6).strftime("%Y-%m-%d")


def box_of(date: str, today: str) -> tuple[str, str]:
    """A date's two lines in its box: the day and its month, or the year and its month."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    name = tr(MONTHS[int(month) - 1]) if month else ""
    if day and year == today[:4]:
        return str(int(day)), name
    return year, f"{int(day)} {name}" if day else name


def day_name(day: date, today: date) -> str:
    """A day as a heading over what happened on it: the weekday, the date, the year where it is
    not this one."""
    words = date_words(day) if day.year != today.year else date_words(day, year=False)
    named = f"{tr(WEEKDAYS[day.weekday()])} {words}"
    if day == today:
        return tr("Today, {day}", day=named)
    if day == today - timedelta(days=1):
        return tr("Yesterday, {day}", day=named)
    return named[:1].upper() + named[1:]


def date_words(day: date, year: bool = True) -> str:
    """A date as 14 April 2015."""
    month = tr(MONTHS[day.month - 1])
    if year:
        return tr("{day} {month} {year}", day=day.day, month=month, year=day.year)
    return tr("{day} {month}", day=day.day, month=month)


def day_words(text: str) -> str:
    """A date of the strategy (`2026-08-31`) as 31 August 2026; a year or a month as it stands."""
    return date_words(date.fromisoformat(text)) if len(text) == 10 else text


def whole_moment(at: int) -> str:
    """A moment in full: weekday, date and time."""
    then = datetime.fromtimestamp(at / 1e6)
    weekday = tr(WEEKDAYS[then.weekday()])
    return tr(
        "{weekday} {date} at {clock}",
        weekday=weekday,
        date=date_words(then.date()),
        clock=clock(at),
    )


def clock(at: int) -> str:
    """The time of day of a moment."""
    return datetime.fromtimestamp(at / 1e6).strftime("%H.%M")
