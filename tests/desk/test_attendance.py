"""Attendance at the desk: signed by the server's clock, seen by whom it concerns."""

from datetime import timedelta

import pytest

from svcdesk.desk import attendance, cases, people
from svcdesk.desk.attendance import day_of_people, my_day, punch
from svcdesk.rules.attendance import Direction, Presence
from svcdesk.rules.calendar import HALL_TIME
from svcdesk.rules.problems import NotAllowed
from tests.tampering import behind_the_guards


def test_a_punch_is_dated_by_the_server(clerk, as_superuser):
    done = clerk.do(punch, Direction.IN)
    assert as_superuser("SELECT at = :at FROM svc.punch", at=done.at) == [(True,)]


def test_a_punch_says_which_way(clerk):
    assert clerk.do(punch, Direction.OUT).direction is Direction.OUT


def test_a_punch_notes_the_seat(clerk, as_superuser):
    clerk.do(punch, Direction.IN)
    seat = "SELECT code FROM svc.punch JOIN svc.seat ON seat.id = seat_id"
    assert as_superuser(seat) == [(1,)]


def test_a_punch_without_a_seat_is_one_as_well(manager):
    manager.do(punch, Direction.IN)
    assert len(manager.ask(my_day).punches) == 1


def test_my_day_is_empty_before_the_first_punch(clerk):
    assert clerk.ask(my_day).punches == ()


def test_my_day_shows_the_punches_in_order(clerk):
    done = tuple(clerk.do(punch, way) for way in (Direction.IN, Direction.OUT, Direction.IN))
    assert clerk.ask(my_day).punches == done


def test_my_day_shows_nobody_elses_punches(clerk, colleague):
    colleague.do(punch, Direction.IN)
    assert clerk.ask(my_day).punches == ()


def test_my_day_is_the_halls_day(clerk, as_superuser):
    ((day,),) = as_superuser("SELECT svc.hall_date(now())")
    assert clerk.ask(my_day).day == day


def test_yesterdays_punches_are_not_of_today(hall, clerk):
    clerk.do(punch, Direction.IN)
    behind_the_guards(hall, "punch", "UPDATE svc.punch SET at = at - interval '1 day'")
    assert clerk.ask(my_day).punches == ()


def test_a_day_begins_at_the_halls_midnight(hall, clerk):
    clerk.do(punch, Direction.IN)
    day = clerk.ask(my_day).day
    midnight = f"'{day} 00:00+08'"
    behind_the_guards(hall, "punch", f"UPDATE svc.punch SET at = {midnight}")
    (shown,) = clerk.ask(my_day).punches
    assert shown.at.astimezone(HALL_TIME).date() == day


def test_the_moment_before_midnight_is_of_the_day_before(hall, clerk):
    clerk.do(punch, Direction.IN)
    day = clerk.ask(my_day).day
    before = f"timestamptz '{day} 00:00+08' - interval '1 microsecond'"
    behind_the_guards(hall, "punch", f"UPDATE svc.punch SET at = {before}")
    assert clerk.ask(my_day).punches == ()


@pytest.mark.parametrize(
    ("login", "names"),
    [
        ("lina", {"李娜"}),
        ("zhaomin", {"李娜", "王强", "陈晨", "赵敏", "吴联系"}),
        ("yuandanwei", {"李娜", "王强", "陈晨", "赵敏", "吴联系"}),
        ("sunhao", {"孙浩"}),
        ("guanli", {"管立"}),
    ],
)
def test_a_day_shows_the_people_within_reach(hall, login, names):
    sheet = hall.desk(login).ask(day_of_people)
    assert {line.name for line in sheet.lines} == names


@pytest.mark.parametrize("login", ["wangzhuren", "kaoqin", "jiandu"])
def test_the_centre_sees_everybody(hall, login):
    assert len(hall.desk(login).ask(day_of_people).lines) == 11


def test_a_line_says_who_is_sent_where(manager):
    lines = {line.name: line for line in manager.ask(day_of_people).lines}
    assert (lines["李娜"].unit, lines["李娜"].window) == ("区工商局", "工商登记一窗")


def test_lines_come_by_window_and_then_by_name(manager):
    names = [line.name for line in manager.ask(day_of_people).lines]
    assert names[:3] == ["李娜", "王强", "赵敏"]


def test_presence_is_counted(manager, clerk, colleague):
    clerk.do(punch, Direction.IN)
    colleague.do(punch, Direction.IN)
    colleague.do(punch, Direction.OUT)
    sheet = manager.ask(day_of_people)
    assert [sheet.count(presence) for presence in Presence] == [9, 1, 1]


def test_another_day_is_shown_on_demand(hall, manager, clerk):
    clerk.do(punch, Direction.IN)
    behind_the_guards(hall, "punch", "UPDATE svc.punch SET at = at - interval '1 day'")
    yesterday = manager.ask(cases.tally).day - timedelta(days=1)
    assert manager.ask(day_of_people, yesterday).count(Presence.PRESENT) == 1


def test_whoever_has_left_the_hall_is_not_on_the_sheet(hall, manager, administrator, newcomer):
    person = people.NewPerson(newcomer, "新来", "", frozenset())
    administrator.do(people.deactivate, administrator.do(people.add_person, person, "x" * 12))
    assert "新来" not in {line.name for line in manager.ask(day_of_people).lines}


@pytest.mark.parametrize("login", ["jiandu", "yuandanwei"])
def test_whoever_has_no_desk_here_signs_nothing(hall, login):
    with pytest.raises(NotAllowed):
        hall.desk(login).do(attendance.punch, Direction.IN)
