"""Which units are rarely used, and could share the comprehensive window."""

from datetime import date

import pytest

from svcdesk.desk import cases, hall
from svcdesk.desk.door import Desk
from svcdesk.desk.merging import LoadReport, UnitLoad, units_by_load
from svcdesk.rules.access import Role
from svcdesk.rules.units import MERGE_THRESHOLD, Placement

JUNE = date(2012, 6, 30)


def line(desk: Desk, code: str, as_of: date | None = None) -> UnitLoad:
    report = desk.ask(units_by_load, as_of)
    return next(line for line in report.lines if line.code == code)


def of_gsj(report: LoadReport) -> UnitLoad:
    return next(line for line in report.lines if line.code == "GSJ")


def test_every_unit_has_a_line(manager):
    assert len(manager.ask(units_by_load).lines) == 25


def test_without_a_case_every_unit_of_the_centre_is_below(manager):
    below = [line for line in manager.ask(units_by_load).lines if line.below]
    assert len(below) == 22


def test_units_outside_the_centre_are_never_below(manager):
    outside = [
        line for line in manager.ask(units_by_load).lines if line.placement is not Placement.CENTRE
    ]
    assert [line.below for line in outside] == [False] * 3


def test_the_threshold_is_the_reports_own(manager):
    assert manager.ask(units_by_load).threshold == MERGE_THRESHOLD == 10


def test_a_hall_sets_its_own_threshold(manager, administrator):
    administrator.do(hall.set_hall, {"merge_threshold": 3})
    assert manager.ask(units_by_load).threshold == 3


@pytest.mark.parametrize(("count", "below"), [(2, True), (3, False)])
def test_a_unit_below_the_threshold_accepts_fewer(
    manager, administrator, clerk, accepted, count, below
):
    administrator.do(hall.set_hall, {"merge_threshold": 3})
    for _ in range(count):
        accepted(clerk)
    assert line(manager, "GSJ").below is below


def test_acceptances_are_counted_for_their_unit(manager, clerk, accepted):
    for _ in range(2):
        accepted(clerk)
    assert line(manager, "GSJ").accepted == 2


def test_void_cases_are_not_counted(manager, clerk, accepted):
    clerk.do(cases.take_back, accepted(clerk), 2, "")
    assert line(manager, "GSJ").accepted == 0


def test_the_last_month_is_the_twelfth(manager, clerk, accepted):
    accepted(clerk)
    assert line(manager, "GSJ").by_month == (*[0] * 11, 1)


def test_months_are_counted_from_a_year_before(manager, clerk, accepted, dated):
    for day in (date(2011, 6, 30), date(2011, 7, 1), date(2012, 1, 4), JUNE, date(2012, 7, 2)):
        dated(accepted(clerk), accepted_on=day)
    months = (1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1)
    assert line(manager, "GSJ", JUNE).by_month == months


def test_a_year_ends_with_the_day_asked_for(manager, clerk, accepted, dated):
    for day in (date(2012, 6, 14), date(2012, 6, 15), date(2012, 6, 18)):
        dated(accepted(clerk), accepted_on=day)
    assert line(manager, "GSJ", date(2012, 6, 15)).accepted == 2


def test_without_a_day_the_year_ends_today(manager, clerk, accepted):
    accepted(clerk)
    assert manager.ask(units_by_load).as_of == manager.ask(cases.tally).day


def test_without_a_day_figures_end_where_the_halls_data_ends(manager, administrator):
    administrator.do(hall.set_hall, {"figures_until": "2012-06-30"})
    assert manager.ask(units_by_load).as_of == JUNE


def test_the_rarest_units_come_first(manager, clerk, stranger, accepted):
    accepted(clerk), accepted(clerk), accepted(stranger)
    centre = [line.code for line in manager.ask(units_by_load).lines][:22]
    assert centre[-2:] == ["GAJ", "GSJ"]


def test_units_outside_the_centre_come_last(manager):
    last = [line.code for line in manager.ask(units_by_load).lines][22:]
    assert last == ["GTJ", "HBJ", "JTJ"]


def test_a_line_names_the_units_windows(manager):
    assert line(manager, "GSJ").windows == (
        "1 号 工商登记一窗", "2 号 工商登记二窗", "3 号 工商食品流通窗口",
    )  # fmt: skip


@pytest.mark.parametrize(("code", "shared"), [("FGJ", True), ("GSJ", False), ("GTJ", False)])
def test_a_line_says_whether_the_unit_already_shares(manager, code, shared):
    assert line(manager, code).comprehensive is shared


def test_a_window_head_counts_the_cases_of_the_own_unit_only(head, clerk, stranger, accepted):
    accepted(clerk), accepted(stranger)
    assert (line(head, "GSJ").accepted, line(head, "GAJ").accepted) == (1, 0)


@pytest.mark.slow
def test_the_sample_hall_has_eleven_units_below_ten(sample_desk):
    lines = sample_desk(Role.MANAGER).ask(units_by_load).lines
    assert sum(line.below for line in lines) == 11


@pytest.mark.slow
def test_the_eleven_are_those_of_the_comprehensive_window(sample_desk):
    lines = sample_desk(Role.MANAGER).ask(units_by_load).lines
    below = {line.code for line in lines if line.below}
    assert below == {line.code for line in lines if line.comprehensive}
