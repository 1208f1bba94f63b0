"""The half-year report, against plain SQL for the same figures with the bare driver.

The baseline is the same manager, with the same row security, and one statement that counts
both half years by unit and month.
"""

from collections import Counter

import psycopg

from benchmarks import hall as halls
from benchmarks.pairs import Pair, compare, timed
from svcdesk.desk import reports
from svcdesk.desk.door import Desk
from svcdesk.desk.sample.practice import PracticeHall
from svcdesk.rules.access import Role
from svcdesk.rules.reports import HalfYear
from svcdesk.store.work import Store

AIM = 1.5
RUNS = 60
YEAR = 2012

_FIGURES = """
SELECT extract(year FROM accepted_on)::integer AS year, unit.code,
       extract(month FROM accepted_on)::integer AS month,
       count(*) AS accepted,
       0 AS completed,
       count(*) FILTER (WHERE state = 'closed'
           AND closed_on <= make_date(extract(year FROM accepted_on)::integer, 6, 30)) AS in_period
FROM svc.case_file JOIN svc.unit ON unit.id = unit_id
WHERE state <> 'void' AND (accepted_on BETWEEN '2012-01-01' AND '2012-06-30'
    OR accepted_on BETWEEN '2011-01-01' AND '2011-06-30')
GROUP BY 1, 2, 3
UNION ALL
SELECT extract(year FROM closed_on)::integer, unit.code,
       extract(month FROM closed_on)::integer, 0, count(*), 0
FROM svc.case_file JOIN svc.unit ON unit.id = unit_id
WHERE state = 'closed' AND (closed_on BETWEEN '2012-01-01' AND '2012-06-30'
    OR closed_on BETWEEN '2011-01-01' AND '2011-06-30')
GROUP BY 1, 2, 3
"""


def measure(hall: PracticeHall, runs: int | None) -> list[Pair]:
    """The sample's first half of 2012 beside that of 2011."""
    url, _ = halls.credentials(hall, halls.first(hall, Role.MANAGER))
    store = Store(url)
    desk = Desk(store, store.enter())
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, prepare_threshold=0) as connection:
        _require_same(desk.ask(reports.half_year, YEAR), _figures(connection))
        pair = compare(
            "report",
            timed(lambda: desk.ask(reports.half_year, YEAR)),
            timed(lambda: _figures(connection)),
            runs=runs or RUNS,
            warm=10,
            aim=AIM,
        )
    desk.close()
    return [pair]


Counts = Counter[tuple[int, str, int, str]]
"""Year, unit, month (0 is all six) and what is counted."""


def _figures(connection: psycopg.Connection) -> Counts:
    """Every figure of the report, by unit, by month and in all."""
    counts: Counts = Counter()
    with connection.transaction():
        for year, unit, month, *figures in connection.execute(_FIGURES):
            for what, figure in zip(("accepted", "completed", "in_period"), figures, strict=True):
                counts[year, unit, 0, what] += figure
                counts[year, "", month, what] += figure
                counts[year, "", 0, what] += figure
    return counts


def _require_same(report: HalfYear, counts: Counts) -> None:
    for year, figures in ((YEAR, report.total.this), (YEAR - 1, report.total.last)):
        told = (counts[year, "", 0, "accepted"], counts[year, "", 0, "completed"])
        if told != (figures.accepted, figures.completed):
            raise AssertionError(f"{year}: {told} here, {figures} in the report")
