from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdesk.rules.cases import State
from svcdesk.rules.lamps import Lamp, lamp
from tests.rules.calendars import published

CALENDAR = published(2026)
ACCEPTED = date(2026, 3, 2)
PROMISED = date(2026, 3, 16)  # 10 working days on
STATUTORY = date(2026, 3, 30)  # 20


def shown(today: date, state: State = State.ACCEPTED, **settings: float) -> Lamp:
    return lamp(state, ACCEPTED, PROMISED, STATUTORY, today, CALENDAR, **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 2), Lamp.CALM),
        (date(2026, 3, 6), Lamp.CALM),
        (date(2026, 3, 9), Lamp.NOTICE),
        (date(2026, 3, 12), Lamp.NOTICE),
        (date(2026, 3, 13), Lamp.SOON),
        (date(2026, 3, 15), Lamp.SOON),
        (date(2026, 3, 16), Lamp.SOON),
        (date(2026, 3, 17), Lamp.OVER_PROMISE),
        (date(2026, 3, 30), Lamp.OVER_PROMISE),
        (date(2026, 3, 31), Lamp.OVER_STATUTE),
    ],
)
def test_the_lamp_follows_the_days_of_a_ten_day_promise(today, expected):
    assert shown(today) is expected


@pytest.mark.parametrize("state", [State.CLOSED, State.VOID])
def test_a_case_that_has_ended_is_done_however_late(state):
    assert shown(date(2026, 12, 1), state) is Lamp.DONE


def test_a_case_not_accepted_yet_has_no_clock():
    assert lamp(State.RECEIVED, None, None, None, ACCEPTED, CALENDAR) is Lamp.CALM


def test_a_case_due_the_day_it_is_accepted_is_due_soon():
    saturday_limit = lamp(State.ACCEPTED, ACCEPTED, ACCEPTED, STATUTORY, ACCEPTED, CALENDAR)
    assert saturday_limit is Lamp.SOON


def test_a_holiday_before_the_last_day_does_not_hide_that_it_is_near():
    promised = date(2026, 10, 8)
    standing = lamp(
        State.ACCEPTED, date(2026, 9, 21), promised, promised, date(2026, 9, 30), CALENDAR
    )
    assert standing is Lamp.SOON


def test_the_hall_may_move_both_warnings():
    assert shown(date(2026, 3, 9), notice_share=0.8) is Lamp.CALM
    assert shown(date(2026, 3, 11), soon_days=3) is Lamp.SOON
    assert shown(date(2026, 3, 13), soon_days=0) is Lamp.NOTICE


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_lamp_only_ever_gets_worse_while_time_passes(earlier, later):
    order = list(Lamp)
    first, second = sorted((earlier, later))
    before = shown(ACCEPTED + timedelta(days=first))
    after = shown(ACCEPTED + timedelta(days=second))
    assert order.index(before) <= order.index(after)
