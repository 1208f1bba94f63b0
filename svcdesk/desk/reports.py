"""The half-year figures from the cases themselves."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, literal, select

from svcdesk.desk.door import question
from svcdesk.rules.access import Permission
from svcdesk.rules.cases import State
from svcdesk.rules.reports import Figures, HalfYear, MonthLine, UnitLine
from svcdesk.rules.units import Placement
from svcdesk.store.cases import Case
from svcdesk.store.units import Unit
from svcdesk.store.work import Work


@dataclass(frozen=True)
class HalfYearPeriod:
    """A half year: 1 is January to June, 2 is July to December."""

    year: int
    half: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def before(self) -> "HalfYearPeriod":
        """The same half of the year before (上年同期)."""
        return HalfYearPeriod(self.year - 1, self.half)


@question(Permission.READ_REPORTS)
def half_year(work: Work, year: int, half: int = 1) -> HalfYear:
    """The report of a half year beside the same half of the year before.

    Units that accepted nothing in either period appear only where they are in the
    centre; void cases count nowhere. Completed by the period's end, whatever came later.
    """
    period = HalfYearPeriod(year, half)
    this, last = _counts(work, period), _counts(work, period.before)
    units = work.session.scalars(select(Unit).order_by(Unit.code)).all()
    lines = [
        UnitLine(
            unit.code, unit.short_name,
            sum((this.get((unit.id, month), Figures()) for month in range(6)), Figures()),
            sum((last.get((unit.id, month), Figures()) for month in range(6)), Figures()),
        )
        for unit in units
    ]  # fmt: skip
    in_centre = {unit.code for unit in units if unit.placement is Placement.CENTRE}
    shown = [line for line in lines if line.code in in_centre or line.this != line.last]
    shown.sort(key=lambda line: (-line.this.accepted, line.code))
    return HalfYear(
        hall=work.setting("hall_name", "区行政服务中心"),
        first=period.first,
        last=period.last,
        lines=tuple(shown),
        months=tuple(_month(period, this, last, month) for month in range(6)),
        asked_at=work.today,
    )


@question(Permission.READ_REPORTS)
def latest_period(work: Work) -> HalfYearPeriod:
    """The last half year that is over, or the one in which the hall's data ends."""
    until = date.fromisoformat(work.setting("figures_until", work.today.isoformat()))
    running = HalfYearPeriod(until.year, 1 if until.month <= 6 else 2)
    if until == running.last:
        return running
    ended = running.first - timedelta(days=1)
    return HalfYearPeriod(ended.year, 1 if ended.month <= 6 else 2)


def _month(
    period: HalfYearPeriod,
    this: dict[tuple[UUID, int], Figures],
    last: dict[tuple[UUID, int], Figures],
    month: int,
) -> MonthLine:
    def total(counts: dict[tuple[UUID, int], Figures]) -> Figures:
        return sum((figures for (_, at), figures in counts.items() if at == month), Figures())

    return MonthLine(period.first.month + month, total(this), total(last))


def _counts(work: Work, period: HalfYearPeriod) -> dict[tuple[UUID, int], Figures]:
    """Figures by unit and month (0 to 5) of the period."""
    counts: dict[tuple[UUID, int], Figures] = {}
    for day, figures in ((Case.accepted_on, _accepted), (Case.closed_on, _completed)):
        month = func.extract("month", day)
        rows = work.session.execute(
            select(Case.unit_id, month, *figures(period))
            .where(day.between(period.first, period.last), Case.state != State.VOID)
            .group_by(Case.unit_id, month)
        )
        for unit_id, number, *counted in rows:
            at = unit_id, int(number) - period.first.month
            counts[at] = counts.get(at, Figures()) + Figures(*counted)
    return counts


def _accepted(period: HalfYearPeriod) -> tuple[ColumnElement[int], ...]:
    in_time = and_(Case.state == State.CLOSED, Case.closed_on <= period.last)
    return func.count(), literal(0), func.count().filter(in_time)


def _completed(_period: HalfYearPeriod) -> tuple[ColumnElement[int], ...]:
    return literal(0), func.count().filter(Case.state == State.CLOSED), literal(0)
