"""The half-year figures, from the cases themselves."""

import csv
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from svcdesk.desk import cases, hall
from svcdesk.desk.door import Desk
from svcdesk.desk.reports import HalfYearPeriod, half_year, latest_period
from svcdesk.resources import resource
from svcdesk.rules import figures
from svcdesk.rules.access import Role
from svcdesk.rules.cases import Outcome
from svcdesk.rules.reports import Figures, HalfYear, UnitLine
from tests.tampering import as_server

Live = Callable[[date, date | None], None]


@pytest.fixture
def lived(clerk, accepted, dated) -> Live:
    """A case of the 工商局, accepted one day and closed on another, or still open."""

    def live(accepted_on: date, closed_on: date | None = None) -> None:
        case_id = accepted(clerk)
        if closed_on is None:
            dated(case_id, accepted_on=accepted_on)
        else:
            clerk.do(cases.close, case_id, 2, Outcome.GRANTED, "")
            dated(case_id, accepted_on=accepted_on, closed_on=closed_on)

    return live


def report(desk: Desk, year: int = 2012, half: int = 1) -> HalfYear:
    return desk.ask(half_year, year, half)


def gsj(desk: Desk, year: int = 2012, half: int = 1) -> UnitLine:
    return next(line for line in report(desk, year, half).lines if line.code == "GSJ")


def test_a_period_is_half_a_year(manager):
    found = report(manager)
    assert (found.first, found.last) == (date(2012, 1, 1), date(2012, 6, 30))


def test_the_second_half_ends_with_the_year(manager):
    found = report(manager, half=2)
    assert (found.first, found.last) == (date(2012, 7, 1), date(2012, 12, 31))


def test_a_report_names_its_hall(manager):
    assert report(manager).hall == "测试区行政服务中心"


def test_a_report_is_dated_when_it_was_asked_for(manager):
    assert report(manager).asked_at == manager.ask(cases.tally).day


def test_every_unit_of_the_centre_has_a_line(manager):
    assert len(report(manager).lines) == 22


def test_a_unit_outside_the_centre_appears_when_it_has_figures(hall, manager, lived):
    lived(date(2012, 3, 1), None)
    as_server(hall, "UPDATE svc.unit SET placement = 'city_window' WHERE code = 'GSJ'")
    assert gsj(manager).this.accepted == 1


def test_acceptances_are_counted_in_their_period(manager, lived):
    for day in (date(2011, 12, 31), date(2012, 1, 1), date(2012, 6, 30), date(2012, 7, 1)):
        lived(day, None)
    assert gsj(manager).this == Figures(accepted=2)


def test_completions_are_counted_when_they_were_done(manager, lived):
    lived(date(2011, 12, 1), date(2012, 1, 1))
    assert gsj(manager).this == Figures(completed=1)


def test_of_the_cases_of_a_period_those_completed_by_its_end_count(manager, lived):
    lived(date(2012, 6, 1), date(2012, 6, 30))
    lived(date(2012, 6, 1), date(2012, 7, 1))
    assert gsj(manager).this == Figures(2, 1, 1)


def test_the_year_before_stands_beside_it(manager, lived):
    lived(date(2011, 3, 1), date(2011, 3, 2))
    lived(date(2012, 3, 1), None)
    line = gsj(manager)
    assert (line.this, line.last) == (Figures(1, 0, 0), Figures(1, 1, 1))


def test_void_cases_count_nowhere(clerk, manager, accepted, dated):
    case_id = accepted(clerk)
    clerk.do(cases.take_back, case_id, 2, "")
    dated(case_id, accepted_on=date(2012, 3, 1))
    assert report(manager).total.this == Figures()


def test_months_are_counted_one_by_one(manager, lived):
    lived(date(2012, 1, 4), date(2012, 2, 1))
    lived(date(2012, 6, 30), None)
    lived(date(2011, 6, 1), None)
    counted = [(m.month, m.this.accepted, m.this.completed, m.last.accepted)
               for m in report(manager).months]  # fmt: skip
    assert counted == [
        (1, 1, 0, 0), (2, 0, 1, 0), (3, 0, 0, 0), (4, 0, 0, 0), (5, 0, 0, 0), (6, 1, 0, 1),
    ]  # fmt: skip


def test_months_of_the_second_half_begin_with_july(manager):
    assert [line.month for line in report(manager, half=2).months] == [7, 8, 9, 10, 11, 12]


def test_the_busiest_unit_comes_first(manager, lived):
    lived(date(2012, 3, 1), None)
    assert report(manager).lines[0].code == "GSJ"


def test_units_alike_come_by_code(manager):
    shown = [line.code for line in report(manager).lines]
    assert shown == sorted(shown)


def test_a_rate_without_acceptances_is_none(manager):
    assert report(manager).total.this.rate is None


def test_a_period_knows_the_one_it_is_compared_with():
    assert HalfYearPeriod(2012, 2).before == HalfYearPeriod(2011, 2)


@pytest.mark.parametrize(
    ("until", "period"),
    [
        ("2012-06-29", HalfYearPeriod(2011, 2)),
        ("2012-06-30", HalfYearPeriod(2012, 1)),
        ("2012-07-01", HalfYearPeriod(2012, 1)),
        ("2012-12-31", HalfYearPeriod(2012, 2)),
        ("2013-01-01", HalfYearPeriod(2012, 2)),
    ],
)
def test_the_latest_period_is_the_last_that_is_over(manager, administrator, until, period):
    administrator.do(hall.set_hall, {"figures_until": until})
    assert manager.ask(latest_period) == period


def test_without_an_end_of_data_the_latest_period_is_over_today(manager):
    assert manager.ask(latest_period).last <= manager.ask(cases.tally).day


def test_a_window_head_reports_the_own_unit(head, clerk, stranger, accepted):
    accepted(clerk), accepted(stranger)
    day = head.ask(cases.tally).day
    found = report(head, day.year, 1 if day.month <= 6 else 2)
    assert [line.code for line in found.lines if line.this.accepted] == ["GSJ"]


# The sample hall -------------------------------------------------------------------------------


@pytest.fixture
def sample_report(sample_desk) -> HalfYear:
    return report(sample_desk(Role.MANAGER))


def test_the_sample_halls_figures_are_those_of_the_source_report(sample_report):
    total = sample_report.total
    assert (total.this.accepted, total.this.completed, total.last.accepted,
            total.last.completed) == (2277, 2135, 1964, 1650)  # fmt: skip


def test_the_sample_halls_rate_is_the_source_reports(sample_report):
    assert figures.percent(sample_report.total.this.rate) == "93.8%"


def test_the_sample_halls_rate_rose_by_the_source_reports_points(sample_report):
    total = sample_report.total
    moved = figures.percentage_points(total.this.rate, total.last.rate)
    assert (moved, figures.points(moved)) == (
        (Fraction(2135, 2277) - Fraction(1650, 1964)) * 100, "+9.75",
    )  # fmt: skip


@pytest.mark.parametrize("year", [2011, 2012])
def test_the_sample_hall_has_per_month_and_unit_exactly_the_counts_of_the_files(
    sample, as_superuser_of, year
):
    counted = as_superuser_of(
        sample,
        "SELECT month, code, sum(accepted), sum(completed) FROM ("
        " SELECT to_char(accepted_on, 'YYYY-MM') AS month, unit_id, 1 AS accepted, 0 AS completed"
        " FROM svc.case_file UNION ALL"
        " SELECT to_char(closed_on, 'YYYY-MM'), unit_id, 0, 1 FROM svc.case_file"
        " WHERE closed_on IS NOT NULL) AS events JOIN svc.unit ON unit.id = unit_id"
        f" WHERE month BETWEEN '{year}-01' AND '{year}-06' GROUP BY month, code",
    )
    with resource("hall", f"half_year_{year}.csv").open(encoding="utf-8", newline="") as file:
        wanted = {
            (row["month"], row["unit_code"], int(row["accepted"]), int(row["completed"]))
            for row in csv.DictReader(file)
        }
    assert set(counted) == {row for row in wanted if row[2] or row[3]}


def test_the_sample_halls_months_add_up_to_its_units(sample_report):
    months = sum((line.this for line in sample_report.months), Figures())
    assert months == sample_report.total.this


def test_the_sample_halls_rows_are_marked_as_loaded(sample, as_superuser_of):
    assert as_superuser_of(
        sample, "SELECT DISTINCT loaded FROM svc.case_file UNION SELECT loaded FROM svc.case_step"
    ) == [(True,)]


def test_the_sample_halls_numbers_are_gapless(sample, as_superuser_of):
    gaps = (
        "SELECT count(*) FROM (SELECT count(*) AS cases, max(substr(number, 13, 3)::int) AS last"
        " FROM svc.case_file GROUP BY substr(number, 1, 12)) AS days WHERE cases <> last"
    )
    assert as_superuser_of(sample, gaps) == [(0,)]


def test_the_sample_hall_is_closed_only_when_it_was_open(sample, as_superuser_of):
    closed = (
        "SELECT count(*) FROM svc.case_step"
        " WHERE svc.hall_date(at) NOT IN (SELECT day FROM svc.working_day)"
    )
    assert as_superuser_of(sample, closed) == [(0,)]
