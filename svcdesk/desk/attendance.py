"""Attendance at the desk (考勤): signing in and out on the server's clock, and today."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, insert, select

from svcdesk.desk.door import act, question
from svcdesk.rules.access import Permission
from svcdesk.rules.attendance import Direction, Presence, Punch, presence
from svcdesk.rules.calendar import HALL_TIME
from svcdesk.store.attendance import PunchRecord
from svcdesk.store.people import Person
from svcdesk.store.units import Unit, Window
from svcdesk.store.work import Work


@dataclass(frozen=True)
class MyDay:
    """One's own punches of a day."""

    day: date
    punches: tuple[Punch, ...]


@dataclass(frozen=True)
class PersonDay:
    """One person's line of the day."""

    person_id: UUID
    name: str
    unit: str
    window: str
    punches: tuple[Punch, ...]
    presence: Presence


@dataclass(frozen=True)
class DaySheet:
    """All people within reach on one day."""

    day: date
    lines: tuple[PersonDay, ...]

    def count(self, presence: Presence) -> int:
        """How many people stand so (人)."""
        return sum(line.presence is presence for line in self.lines)


@act(Permission.PUNCH)
def punch(work: Work, direction: Direction) -> Punch:
    """Sign in or out at the desk; person, seat and time are the server's."""
    row = work.session.execute(
        insert(PunchRecord)
        .values(direction=direction, **work.loaded("at", "person_id"))
        .returning(PunchRecord.id, PunchRecord.at)
    ).one()
    return Punch(row.id, direction, row.at)


@question(Permission.PUNCH)
def my_day(work: Work) -> MyDay:
    """One's own punches of today."""
    mine = _punches(work, work.today).get(work.me.person_id, ())
    return MyDay(work.today, mine)


@question(Permission.READ_ATTENDANCE)
def day_of_people(work: Work, day: date | None = None) -> DaySheet:
    """Everybody within reach on a day, today without one."""
    day = day or work.today
    punches = _punches(work, day)
    rows = work.session.execute(
        select(Person.id, Person.name, Unit.short_name, Window.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Window, Window.id == Person.window_id)
        .where(Person.active, func.svc.sees_attendance(Person.id))
        .order_by(Window.number.nulls_last(), Person.sort_key)
    )
    lines = (
        PersonDay(
            id_, name, unit or "", window or "", punches.get(id_, ()),
            presence(punches.get(id_, ())),
        )
        for id_, name, unit, window in rows
    )  # fmt: skip
    return DaySheet(day, tuple(lines))


def _punches(work: Work, day: date) -> dict[UUID, tuple[Punch, ...]]:
    begin = datetime.combine(day, time(), HALL_TIME)
    rows = work.session.execute(
        select(PunchRecord.person_id, PunchRecord.id, PunchRecord.direction, PunchRecord.at)
        .where(PunchRecord.at >= begin, PunchRecord.at < begin + timedelta(days=1))
        .order_by(PunchRecord.at)
    )
    punches: dict[UUID, tuple[Punch, ...]] = {}
    for person_id, id_, direction, at in rows:
        punches[person_id] = (*punches.get(person_id, ()), Punch(id_, direction, at))
    return punches
