from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.catalogue import DayUnit
from svcdesk.rules.deadlines import DueDate, Pause, due_date, working_days_between
from tests.rules.calendars import published

CALENDAR = published(*range(2011, 2027))
DAYS_OF_2026 = st.dates(date(2025, 1, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("accepted", "days", "due"),
    [
        (date(2026, 2, 11), 1, date(2026, 2, 12)),
        (date(2026, 2, 11), 5, date(2026, 2, 25)),
        (date(2026, 2, 11), 20, date(2026, 3, 17)),
        (date(2026, 2, 11), 30, date(2026, 3, 31)),
        (date(2026, 4, 29), 5, date(2026, 5, 9)),
        (date(2026, 4, 29), 10, date(2026, 5, 15)),
        (date(2026, 4, 29), 20, date(2026, 5, 29)),
        (date(2026, 9, 28), 1, date(2026, 9, 29)),
        (date(2026, 9, 28), 5, date(2026, 10, 10)),
        (date(2026, 9, 28), 10, date(2026, 10, 16)),
        (date(2026, 9, 28), 20, date(2026, 10, 30)),
        (date(2026, 9, 28), 30, date(2026, 11, 13)),
        (date(2026, 10, 1), 5, date(2026, 10, 13)),
        (date(2026, 10, 1), 20, date(2026, 11, 3)),
        (date(2026, 10, 10), 1, date(2026, 10, 12)),
        (date(2026, 10, 10), 5, date(2026, 10, 16)),
        (date(2026, 10, 10), 20, date(2026, 11, 6)),
        (date(2026, 10, 10), 45, date(2026, 12, 11)),
        (date(2012, 1, 19), 5, date(2012, 1, 31)),
        (date(2012, 1, 19), 20, date(2012, 2, 21)),
        (date(2012, 6, 20), 1, date(2012, 6, 21)),
        (date(2012, 6, 20), 5, date(2012, 6, 28)),
        (date(2012, 6, 20), 20, date(2012, 7, 19)),
        (date(2026, 6, 15), 20, date(2026, 7, 14)),
    ],
)
def test_the_nth_working_day_of_the_published_calendars(accepted, days, due):
    assert due_date(accepted, days, DayUnit.WORKING, CALENDAR) == DueDate(due)


@pytest.mark.parametrize("unit", list(DayUnit))
def test_an_item_answered_on_the_spot_is_due_the_same_day(unit):
    saturday = date(2026, 3, 7)
    assert due_date(saturday, 0, unit, CALENDAR) == DueDate(saturday)


def test_a_special_procedure_takes_its_working_days_out():
    pause = Pause(told_on=date(2026, 6, 18), result_on=date(2026, 7, 2))
    paused = due_date(date(2026, 6, 15), 20, DayUnit.WORKING, CALENDAR, pauses=[pause])
    assert paused == DueDate(date(2026, 7, 27))


def test_a_limit_into_a_year_without_a_notice_skips_new_year_and_is_provisional():
    due = due_date(date(2026, 11, 23), 30, DayUnit.WORKING, published(2026))
    assert due == DueDate(date(2027, 1, 5), provisional=True)


def test_a_limit_that_ends_before_the_unknown_year_is_not_provisional():
    due = due_date(date(2026, 11, 23), 20, DayUnit.WORKING, published(2026))
    assert due == DueDate(date(2026, 12, 21))


def test_a_limit_that_ends_on_the_last_of_december_waits_for_the_next_notice():
    due = due_date(date(2026, 12, 24), 5, DayUnit.WORKING, published(2026))
    assert due == DueDate(date(2026, 12, 31), provisional=True)


@pytest.mark.parametrize(
    ("accepted", "days", "unit", "due"),
    [
        (date(2026, 3, 2), 30, DayUnit.CALENDAR, date(2026, 4, 1)),
        (date(2026, 3, 5), 30, DayUnit.CALENDAR, date(2026, 4, 7)),  # Saturday, then Qingming
        (date(2026, 9, 1), 30, DayUnit.CALENDAR, date(2026, 10, 8)),  # into the long holiday
        (date(2026, 4, 9), 30, DayUnit.CALENDAR, date(2026, 5, 9)),  # a Saturday that is worked
        (date(2026, 1, 31), 1, DayUnit.MONTH, date(2026, 2, 28)),  # no 31 February; worked
        (date(2026, 3, 31), 3, DayUnit.MONTH, date(2026, 6, 30)),
        (date(2025, 12, 15), 2, DayUnit.MONTH, date(2026, 2, 24)),  # Spring Festival
        (date(2025, 11, 3), 2, DayUnit.MONTH, date(2026, 1, 4)),  # a Sunday that is worked
    ],
)
def test_plain_days_and_months_roll_to_the_next_working_day(accepted, days, unit, due):
    assert due_date(accepted, days, unit, CALENDAR) == DueDate(due)


def test_plain_days_ending_in_an_unknown_year_are_provisional():
    due = due_date(date(2026, 12, 2), 30, DayUnit.CALENDAR, published(2026))
    assert due == DueDate(date(2027, 1, 4), provisional=True)


def test_a_negative_limit_is_a_defect():
    with pytest.raises(ValueError, match="-1"):
        due_date(date(2026, 3, 2), -1, DayUnit.WORKING, CALENDAR)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), 0),
        (date(2026, 3, 2), date(2026, 3, 3), 1),
        (date(2026, 3, 6), date(2026, 3, 8), 0),
        (date(2026, 9, 30), date(2026, 10, 10), 3),
        (date(2026, 3, 9), date(2026, 3, 6), -1),
    ],
)
def test_working_days_between_count_the_last_day_and_not_the_first(a, b, days):
    assert working_days_between(a, b, CALENDAR) == days


@given(DAYS_OF_2026, st.integers(1, 60))
def test_a_working_day_limit_ends_on_a_working_day_that_many_days_on(accepted, days):
    due = due_date(accepted, days, DayUnit.WORKING, CALENDAR).on
    assert CALENDAR.is_working(due)
    assert working_days_between(accepted, due, CALENDAR) == days


@given(DAYS_OF_2026, st.integers(0, 59), st.sampled_from(DayUnit))
def test_a_longer_limit_is_never_due_earlier(accepted, days, unit):
    shorter = due_date(accepted, days, unit, CALENDAR).on
    longer = due_date(accepted, days + 1, unit, CALENDAR).on
    assert shorter <= longer or days == 0  # 0 days on a rest day do not roll


@given(DAYS_OF_2026, st.integers(0, 60), st.sampled_from(DayUnit))
def test_a_case_accepted_later_is_never_due_earlier(accepted, days, unit):
    next_day = accepted + timedelta(days=1)
    assert (
        due_date(accepted, days, unit, CALENDAR).on <= due_date(next_day, days, unit, CALENDAR).on
    )


@given(DAYS_OF_2026, st.integers(1, 40), DAYS_OF_2026, st.integers(0, 30))
def test_a_pause_never_brings_a_due_date_forward(accepted, days, told_on, length):
    pause = Pause(told_on, told_on + timedelta(days=length))
    plain = due_date(accepted, days, DayUnit.WORKING, CALENDAR).on
    paused = due_date(accepted, days, DayUnit.WORKING, CALENDAR, pauses=[pause]).on
    assert paused >= plain
