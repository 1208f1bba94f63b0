from datetime import date, timedelta
from itertools import islice

import chinese_calendar
import pytest

from svcdesk.rules.calendar import UnknownYear, WorkCalendar, notice_days
from tests.rules.calendars import published

UNKNOWN = WorkCalendar(frozenset(), frozenset(), frozenset())


def test_make_up_saturdays_and_sundays_of_2026_are_worked():
    _, made_up = notice_days(2026)
    days = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]
    assert made_up == {date(2026, month, day) for month, day in days}
    assert all(published(2026).is_working(day) for day in made_up)


def test_a_notice_lists_only_weekdays_off_and_weekend_days_worked():
    off, made_up = notice_days(2026)
    assert all(day.weekday() < 5 for day in off)
    assert all(day.weekday() >= 5 for day in made_up)


@pytest.mark.parametrize("year", [2012, 2018, 2024, 2026])
def test_the_calendar_agrees_with_the_library_on_every_day(year):
    calendar = published(year)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_working(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_a_year_without_a_notice_is_said_not_guessed():
    with pytest.raises(UnknownYear, match="2027"):
        notice_days(2027)


def test_an_unknown_year_has_weekdays_less_the_fixed_statutory_days():
    off = [(1, 1), (5, 1), (10, 1)]  # 2027: Friday, Saturday, Friday
    assert not any(UNKNOWN.is_working(date(2027, month, day)) for month, day in off)
    assert UNKNOWN.is_working(date(2027, 1, 4))
    assert UNKNOWN.is_working(date(2027, 10, 4))
    assert not UNKNOWN.is_working(date(2027, 1, 2))
    assert not UNKNOWN.is_working(date(2028, 5, 2))
    assert not UNKNOWN.knows(2027)


def test_a_known_year_follows_its_notice_and_nothing_else():
    calendar = WorkCalendar(frozenset(), frozenset(), frozenset({2027}))
    assert calendar.is_working(date(2027, 1, 1))


def test_the_starting_day_is_not_among_the_days_after_it():
    after = published(2026).working_days_after(date(2026, 2, 11))
    assert list(islice(after, 4)) == [
        date(2026, 2, 12),
        date(2026, 2, 13),
        date(2026, 2, 14),
        date(2026, 2, 24),
    ]


def test_the_last_days_of_december_wait_for_the_next_notice():
    assert published(2026).is_settled(date(2026, 12, 25))
    assert not published(2026).is_settled(date(2026, 12, 31))
    assert published(2025, 2026).is_settled(date(2025, 12, 31))
    assert not UNKNOWN.is_settled(date(2027, 3, 1))
