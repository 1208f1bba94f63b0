"""When an answer is due (行政许可法 42, 82; 民法典 200-203) and how many days remain."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from svcdesk.rules.calendar import ONE_DAY, WorkCalendar
from svcdesk.rules.catalogue import DayUnit


@dataclass(frozen=True)
class DueDate:
    """The last day on which an answer is still in time."""

    on: date
    provisional: bool = False
    """Whether a notice still to come may move it (暂算)."""


@dataclass(frozen=True)
class Pause:
    """A special procedure whose time does not count (行政许可法 45)."""

    told_on: date
    """The day of the written notice, which still counts."""
    result_on: date
    """The day the result reached the agency, the last one that does not count."""

    def covers(self, day: date) -> bool:
        """Whether the day is taken out of the limit."""
        return self.told_on < day <= self.result_on


def due_date(
    accepted: date,
    days: int,
    unit: DayUnit,
    calendar: WorkCalendar,
    *,
    pauses: Collection[Pause] = (),
) -> DueDate:
    """The last day of a limit of ``days`` working days, plain days or months.

    The day of acceptance does not count, so an item answered on the spot (即办件)
    allows 0 days and is due the day it is accepted. Pauses stop only working days.
    """
    if days < 0:
        raise ValueError(f"a limit cannot be {days} days")
    if days == 0:
        return DueDate(accepted)
    if unit is DayUnit.WORKING:
        return _working_days_on(accepted, days, calendar, pauses)
    end = _months_on(accepted, days) if unit is DayUnit.MONTH else accepted + timedelta(days=days)
    return _rolled(end, calendar)


def _working_days_on(
    accepted: date, days: int, calendar: WorkCalendar, pauses: Collection[Pause]
) -> DueDate:
    counted = (
        day
        for day in calendar.working_days_after(accepted)
        if not any(pause.covers(day) for pause in pauses)
    )
    end = next(islice(counted, days - 1, None))
    return DueDate(end, provisional=not _settled(accepted + ONE_DAY, end, calendar))


def _rolled(end: date, calendar: WorkCalendar) -> DueDate:
    """A last day that is a rest day gives way to the next working day (民法典 203)."""
    on = next(calendar.working_days_after(end - ONE_DAY))
    return DueDate(on, provisional=not _settled(end, on, calendar))


def _months_on(start: date, months: int) -> date:
    """The corresponding day, or the month's last where it has none (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _settled(first: date, last: date, calendar: WorkCalendar) -> bool:
    """Whether every day looked at is beyond change; only year ends and the last can fail."""
    ends = (date(year, 12, 31) for year in range(first.year, last.year))
    return all(calendar.is_settled(day) for day in (first, *ends, last))


def working_days_between(a: date, b: date, calendar: WorkCalendar) -> int:
    """Working days after ``a`` up to and including ``b``; negative when ``b`` lies before."""
    if b < a:
        return -working_days_between(b, a, calendar)
    later = (a + ONE_DAY * n for n in range(1, (b - a).days + 1))
    return sum(map(calendar.is_working, later))
