"""The hall itself: its name and settings, and its calendar."""

from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from svcdesk.desk.door import act
from svcdesk.rules.access import Permission
from svcdesk.rules.calendar import notice_days
from svcdesk.store.hall import CalendarDay, CalendarYear, Setting
from svcdesk.store.work import Work

KNOWN_YEARS = tuple(range(2004, 2027))
"""Years whose notices come with the program; later ones are published when they appear."""
NOTICE = "国务院办公厅节假日安排通知"
"""Where those notices come from (国办发明电)."""
AHEAD = 3
"""Years past the last published one for which provisional dates can be given (年)."""


@act(Permission.ADMINISTER)
def set_hall(work: Work, settings: dict[str, Any]) -> None:
    """Write settings of the hall: ``hall_name``, ``inquiry_phone``, ``merge_threshold``, …"""
    rows = [{"key": key, "value": value} for key, value in settings.items()]
    written = insert(Setting).values(rows)
    work.session.execute(
        written.on_conflict_do_update(
            index_elements=["key"], set_={"value": written.excluded.value}
        )
    )


@act(Permission.ADMINISTER)
def publish_years(work: Work, years: tuple[int, ...], source: str) -> None:
    """Take over the holiday notices of these years and count the working days anew.

    Raises UnknownYear for a year whose notice the calendar library does not have.
    """
    for year in years:
        off, made_up = notice_days(year)
        _replace_year(work, year, source, {day: day in made_up for day in off | made_up})
    work.session.execute(select(func.svc.count_working_days(AHEAD)))


def _replace_year(work: Work, year: int, source: str, days: dict[date, bool]) -> None:
    known = work.session.scalar(select(CalendarYear.year).filter_by(year=year))
    if known is None:
        work.session.execute(insert(CalendarYear).values(year=year, source=source))
    within = CalendarDay.day.between(date(year, 1, 1), date(year, 12, 31))
    work.session.execute(delete(CalendarDay).where(within))
    if days:
        work.session.execute(
            insert(CalendarDay), [{"day": day, "working": worked} for day, worked in days.items()]
        )
