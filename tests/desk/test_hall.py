"""The hall itself: its name, its settings, its calendar."""

from datetime import date

import pytest

from svcdesk.desk import cases
from svcdesk.desk import hall as hall_acts
from svcdesk.desk.catalogue import calendar
from svcdesk.desk.door import Desk
from svcdesk.rules.calendar import UnknownYear, notice_days
from svcdesk.rules.catalogue import DayUnit
from svcdesk.rules.deadlines import due_date
from svcdesk.rules.problems import NotAllowed
from tests.tampering import as_server


def test_a_hall_is_called_what_its_administrator_calls_it(hall, administrator):
    _set(administrator, hall_name="新区政务服务中心")
    assert hall.desk("lina").me.hall_name == "新区政务服务中心"


def test_a_receipt_carries_the_halls_name_and_telephones(administrator, clerk, a_draft):
    _set(administrator, hall_name="新区政务服务中心", inquiry_phone="555-0103",
         complaint_phone="555-0110")  # fmt: skip
    sheet = clerk.do(cases.accept, a_draft(clerk))
    assert (sheet.hall, sheet.inquiry_phone, sheet.complaint_phone) == (
        "新区政务服务中心", "555-0103", "555-0110",
    )  # fmt: skip


def test_a_setting_written_again_replaces_the_old_one(administrator, as_superuser):
    for name in ("一", "二"):
        _set(administrator, hall_name=name)
    assert as_superuser("SELECT value FROM svc.setting WHERE key = 'hall_name'") == [("二",)]


def test_an_ordinary_hall_is_no_practice_hall(clerk):
    assert clerk.me.practice is False


def test_a_practice_hall_says_so(hall, administrator):
    _set(administrator, practice=True)
    assert hall.desk("lina").me.practice is True


def test_a_clerk_does_not_rename_the_hall(clerk):
    with pytest.raises(NotAllowed):
        _set(clerk, hall_name="我的中心")


# The calendar ----------------------------------------------------------------------------------


def test_publishing_takes_the_notice_over(administrator, clerk):
    administrator.do(hall_acts.publish_years, (2010,), "国办发明电〔2009〕21号")
    off, made_up = notice_days(2010)
    found = clerk.ask(calendar)
    assert (off <= found.off, made_up <= found.made_up) == (True, True)


def test_publishing_notes_where_the_notice_came_from(administrator, as_superuser):
    administrator.do(hall_acts.publish_years, (2010,), "国办发明电〔2009〕21号")
    source = "SELECT source FROM svc.calendar_year WHERE year = 2010"
    assert as_superuser(source) == [("国办发明电〔2009〕21号",)]


def test_publishing_again_changes_nothing_of_the_calendar(administrator, clerk):
    before = clerk.ask(calendar)
    administrator.do(hall_acts.publish_years, (2026,), "放假通知")
    assert clerk.ask(calendar) == before


def test_publishing_again_mends_a_day_that_was_changed(hall, administrator, clerk):
    as_server(hall, "DELETE FROM svc.calendar_day WHERE day = '2026-02-17'")
    administrator.do(hall_acts.publish_years, (2026,), "放假通知")
    assert not clerk.ask(calendar).is_working(date(2026, 2, 17))


def test_a_year_whose_notice_nobody_has_is_refused(administrator):
    with pytest.raises(UnknownYear, match="2099"):
        administrator.do(hall_acts.publish_years, (2099,), "猜的")


def test_a_year_refused_publishes_none_of_those_with_it(administrator, clerk):
    with pytest.raises(UnknownYear):
        administrator.do(hall_acts.publish_years, (2010, 2099), "猜的")
    assert not clerk.ask(calendar).knows(2010)


@pytest.mark.parametrize("days", [1, 20, 60])
def test_due_dates_follow_what_is_published(administrator, clerk, as_superuser, days):
    administrator.do(hall_acts.publish_years, (2010,), "放假通知")
    since = date(2010, 9, 17)
    asked = "SELECT (svc.due_on(:since, :days, 'working')).on_day"
    expected = due_date(since, days, DayUnit.WORKING, clerk.ask(calendar))
    assert as_superuser(asked, since=since, days=days) == [(expected.on,)]


def test_working_days_reach_years_ahead(administrator, as_superuser):
    last = "SELECT extract(year FROM max(day))::integer FROM svc.working_day"
    assert as_superuser(last) == [(2026 + hall_acts.AHEAD,)]


def test_a_clerk_publishes_no_year(clerk):
    with pytest.raises(NotAllowed):
        clerk.do(hall_acts.publish_years, (2010,), "放假通知")


def _set(desk: Desk, **settings: object) -> None:
    desk.do(hall_acts.set_hall, settings)
