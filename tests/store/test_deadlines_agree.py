"""Due dates are computed twice, for the screen and for the record: they may not differ."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from svcdesk.desk.catalogue import calendar
from svcdesk.rules.catalogue import DayUnit
from svcdesk.rules.deadlines import DueDate, due_date

FIRST, LAST = date(2011, 1, 5), date(2027, 12, 31)
"""The hall has published 2011 to 2026, and working days are counted to the end of 2029."""

LIMITS = st.one_of(
    st.tuples(st.integers(0, 250), st.just(DayUnit.WORKING)),
    st.tuples(st.integers(0, 365), st.just(DayUnit.CALENDAR)),
    st.tuples(st.integers(0, 12), st.just(DayUnit.MONTH)),
)
STARTS = st.one_of(
    st.dates(FIRST, LAST),
    st.dates(date(2026, 9, 1), date(2027, 3, 1)),  # where what is due is provisional
    st.builds(date, st.integers(2011, 2027), st.sampled_from([1, 3, 8]), st.integers(29, 31)),
)


@pytest.fixture(scope="module")
def hall_calendar(siege):
    return siege.hall.desk("lina", 1).ask(calendar)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300
)
@given(STARTS.filter(lambda day: day <= LAST), LIMITS)
@example(date(2026, 12, 31), (1, DayUnit.WORKING))
@example(date(2026, 12, 27), (1, DayUnit.CALENDAR))
@example(date(2026, 12, 28), (0, DayUnit.WORKING))
@example(date(2026, 11, 30), (1, DayUnit.MONTH))
@example(date(2025, 12, 29), (3, DayUnit.WORKING))
def test_the_server_computes_the_due_date_of_the_rules(attack, hall_calendar, since, limit):
    days, unit = limit
    row = attack("lina").execute(
        "SELECT (due).on_day, (due).provisional FROM (SELECT svc.due_on(%s, %s, %s) AS due) AS d",
        (since, days, unit.value),
    )
    assert DueDate(*row.fetchone()) == due_date(since, days, unit, hall_calendar)


def test_the_server_counts_the_working_days_of_the_rules(attack, hall_calendar):
    counted = {row[0] for row in attack("lina").execute("SELECT day FROM svc.working_day")}
    first, last = date(2011, 1, 1), date(2029, 12, 31)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    assert counted == set(filter(hall_calendar.is_working, days))


def test_working_days_are_numbered_without_a_gap(attack):
    rows = attack("lina").execute("SELECT ordinal FROM svc.working_day ORDER BY day").fetchall()
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
