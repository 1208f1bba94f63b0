"""Which units are rarely used and could share the comprehensive window (综合窗口)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from svcdesk.desk.door import question
from svcdesk.rules.access import Permission
from svcdesk.rules.cases import State
from svcdesk.rules.units import MERGE_THRESHOLD, Placement, WindowKind
from svcdesk.store.cases import Case
from svcdesk.store.units import Unit, Window, WindowUnit
from svcdesk.store.work import Work

MONTHS = 12


@dataclass(frozen=True)
class UnitLoad:
    """A unit's acceptances over twelve months (件)."""

    unit_id: UUID
    code: str
    name: str
    placement: Placement
    windows: tuple[str, ...]
    comprehensive: bool
    """Whether its items are already taken in at a comprehensive window."""
    accepted: int
    by_month: tuple[int, ...]
    """Twelve figures, the oldest month first."""
    below: bool
    """Whether it is in the centre and accepts fewer than the threshold a year."""


@dataclass(frozen=True)
class LoadReport:
    """Units by load, the rarest first."""

    as_of: date
    threshold: int
    lines: tuple[UnitLoad, ...]


@question(Permission.READ_UNITS)
def units_by_load(work: Work, as_of: date | None = None) -> LoadReport:
    """Units by acceptances of the twelve months that end with the month of ``as_of``.

    Without a date: today, or the day the hall's data ends where the hall says so (the
    practice hall's figures end with June 2012).
    """
    until = as_of or date.fromisoformat(work.setting("figures_until", work.today.isoformat()))
    threshold = int(work.setting("merge_threshold", MERGE_THRESHOLD))
    counts = _by_unit_and_month(work, until)
    windows = _windows_by_unit(work)
    units = work.session.scalars(select(Unit))
    lines = [_line(unit, counts, windows.get(unit.id, ()), threshold) for unit in units]
    lines.sort(key=lambda line: (line.placement is not Placement.CENTRE, line.accepted, line.code))
    return LoadReport(until, threshold, tuple(lines))


def _month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def _by_unit_and_month(work: Work, until: date) -> dict[UUID, tuple[int, ...]]:
    last = _month_of(until)
    first = last - MONTHS + 1
    begin = date(first // 12, first % 12 + 1, 1)
    month = func.extract("year", Case.accepted_on) * 12 + func.extract("month", Case.accepted_on)
    rows = work.session.execute(
        select(Case.unit_id, month - 1, func.count())
        .where(Case.accepted_on.between(begin, until), Case.state != State.VOID)
        .group_by(Case.unit_id, month)
    )
    counts: dict[UUID, list[int]] = {}
    for unit_id, number, count in rows:
        counts.setdefault(unit_id, [0] * MONTHS)[int(number) - first] = count
    return {unit_id: tuple(months) for unit_id, months in counts.items()}


def _windows_by_unit(work: Work) -> dict[UUID, tuple[Window, ...]]:
    window = aliased(Window)
    rows = work.session.execute(
        select(WindowUnit.unit_id, window)
        .join(window, window.id == WindowUnit.window_id)
        .order_by(window.number)
    )
    windows: dict[UUID, tuple[Window, ...]] = {}
    for unit_id, served_at in rows:
        windows[unit_id] = (*windows.get(unit_id, ()), served_at)
    return windows


def _line(
    unit: Unit,
    counts: dict[UUID, tuple[int, ...]],
    windows: tuple[Window, ...],
    threshold: int,
) -> UnitLoad:
    months = counts.get(unit.id, (0,) * MONTHS)
    accepted = sum(months)
    return UnitLoad(
        unit_id=unit.id,
        code=unit.code,
        name=unit.short_name,
        placement=unit.placement,
        windows=tuple(f"{window.number} 号 {window.name}" for window in windows),
        comprehensive=any(window.kind is WindowKind.COMPREHENSIVE for window in windows),
        accepted=accepted,
        by_month=months,
        below=unit.placement is Placement.CENTRE and accepted < threshold,
    )
