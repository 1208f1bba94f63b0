"""Days in words: until when an answer is promised, said so that nobody counts on fingers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from svcdesk.rules.calendar import WorkCalendar
from svcdesk.rules.catalogue import DayUnit
from svcdesk.rules.deadlines import due_date
from svcdesk.ui.words import say

HALL_TIME = ZoneInfo("Asia/Shanghai")


def day_words(day: date, today: date) -> str:
    """``3 月 12 日``, with the year where it is not this one."""
    words = (
        QCoreApplication.translate("Intake", "{month} 月 {day} 日")
        if day.year == today.year
        else QCoreApplication.translate("Intake", "{year} 年 {month} 月 {day} 日")
    )
    return words.format(year=day.year, month=day.month, day=day.day)


def birth_words(day: date) -> str:
    """``1949 年 12 月 31 日生``."""
    words = QCoreApplication.translate("Intake", "{year} 年 {month} 月 {day} 日生")
    return words.format(year=day.year, month=day.month, day=day.day)


def short_day(day: date | None, today: date | None = None) -> str:
    """``03-12`` for a column if it is this year, else ``2025-03-12``, or a dash."""
    if day is None:
        return "—"
    return f"{day:%m-%d}" if today and day.year == today.year else day.isoformat()


def moment(at: datetime) -> str:
    """``2026-03-12 14:03``, hall time."""
    return f"{at.astimezone(HALL_TIME):%Y-%m-%d %H:%M}"


def promise_words(today: date, days: int, calendar: WorkCalendar) -> str:
    """``今天受理 → 3 月 12 日前``, the promise in big words."""
    due = due_date(today, days, DayUnit.WORKING, calendar)
    if due.on == today:
        return QCoreApplication.translate("Intake", "今天受理 → 今天办结")
    words = QCoreApplication.translate("Intake", "今天受理 → {day}前")
    return words.format(day=day_words(due.on, today)) + provisional_words(due.provisional)


def statutory_words(today: date, days: int, unit: DayUnit, calendar: WorkCalendar) -> str:
    """``法定 20 个工作日，最晚 4 月 2 日``."""
    due = due_date(today, days, unit, calendar)
    words = QCoreApplication.translate("Intake", "法定 {limit}，最晚 {day}")
    day = day_words(due.on, today) + provisional_words(due.provisional)
    return words.format(limit=limit_words(days, unit), day=day)


def promised_words(days: int) -> str:
    """The promise as a length: ``8 个工作日``, or the same day (即办件)."""
    if days == 0:
        return QCoreApplication.translate("Intake", "当天")
    return limit_words(days, DayUnit.WORKING)


def limit_words(days: int, unit: DayUnit) -> str:
    """``20 个工作日``; units read as the law writes them."""
    if unit is DayUnit.WORKING:
        return QCoreApplication.translate("Intake", "{days} 个工作日").format(days=days)
    return f"{days} {say(unit)}"


def provisional_words(provisional: bool) -> str:
    """A mark on a day that touches a year without a published calendar, or nothing."""
    return QCoreApplication.translate("Intake", "（暂算）") if provisional else ""
