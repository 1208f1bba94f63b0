"""Working days (工作日): the State Council's yearly notices, and what holds without one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from svcdesk.rules.problems import Problem
from svcdesk.rules.words import QT_TRANSLATE_NOOP

HALL_TIME = ZoneInfo("Asia/Shanghai")
"""The time of every hall (北京时间); without summer time since 1991."""
ONE_DAY = timedelta(days=1)
_FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Statutory days with a fixed date (全国年节及纪念日放假办法 2; 2 May since 2025)."""
_NEW_YEAR_BRIDGE = (12, 28)
"""From here on the next year's notice may still move days, as it did in 2012 and 2018."""


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked: weekdays, except days off, and made-up weekend days (调休)."""

    off: frozenset[date]
    made_up: frozenset[date]
    years: frozenset[int]
    """Years whose notice has been taken over; in others only fixed statutory days are off."""

    def is_working(self, day: date) -> bool:
        """Whether the hall is open on that day, as far as is known."""
        if day in self.made_up:
            return True
        if day.weekday() >= 5 or day in self.off:
            return False
        return day.year in self.years or (day.month, day.day) not in _FIXED

    def knows(self, year: int) -> bool:
        """Whether the year's notice has been taken over."""
        return year in self.years

    def is_settled(self, day: date) -> bool:
        """Whether no notice still to come can change what this day is."""
        if (day.month, day.day) >= _NEW_YEAR_BRIDGE and not self.knows(day.year + 1):
            return False
        return self.knows(day.year)

    def working_days_after(self, day: date) -> Iterator[date]:
        """The working days after ``day``, which itself does not count (民法典 201)."""
        later = (day + ONE_DAY * n for n in count(1))
        return (each for each in later if self.is_working(each))


class UnknownYear(Problem):
    """The library has no notice for this year; the hall's own table may."""

    words = QT_TRANSLATE_NOOP(
        "Problem",
        "随软件附带的日历里没有 {year} 年的放假安排，没有改动。请按国务院办公厅的通知录入。",
    )


def notice_days(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Weekdays off and weekend days worked in a year, from the library's copy of the notice.

    Raises :class:`UnknownYear` past its last year: a guess would be a wrong deadline.
    """
    from chinese_calendar import is_workday

    first = date(year, 1, 1)
    days = [first + ONE_DAY * n for n in range((date(year, 12, 31) - first).days + 1)]
    try:
        worked = frozenset(day for day in days if is_workday(day))
    except NotImplementedError as unknown:
        raise UnknownYear(year=year) from unknown
    weekdays = frozenset(day for day in days if day.weekday() < 5)
    return weekdays - worked, worked - weekdays
