"""What happens in the sample hall, when and by whom: a plan of acts, not of rows.

The plan gives per month and unit exactly the counts of ``half_year_2011.csv`` and
``half_year_2012.csv``; everything else about a case (item, day, applicant, outcome) is
drawn by a fixed die.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from uuid import UUID

from svcdesk.desk.sample.people import applicant
from svcdesk.rules.calendar import HALL_TIME, WorkCalendar
from svcdesk.rules.cases import Outcome
from svcdesk.rules.catalogue import DayUnit
from svcdesk.rules.deadlines import due_date
from svcdesk.rules.intake import Draft, Mark, MaterialMark

_MORNING = (time(9), 180)
_AFTERNOON = (time(13, 30), 210)
"""When the hall is open: from, and for how many minutes."""


@dataclass(frozen=True)
class SampleItem:
    """An item as the plan needs it."""

    id: UUID
    promised_days: int
    materials: tuple[UUID, ...]


@dataclass(frozen=True)
class Chair:
    """A person on a seat: who can have done something from where."""

    person_id: UUID
    seat_id: UUID


@dataclass(frozen=True)
class UnitPlan:
    """What a unit's cases can be, and who can take them in."""

    items: Sequence[SampleItem]
    chairs: Sequence[Chair]


@dataclass(frozen=True)
class Accepted:
    """Somebody takes an application in."""

    at: datetime
    chair: Chair
    draft: Draft


@dataclass(frozen=True)
class Closed:
    """Somebody closes a case."""

    at: datetime
    chair: Chair
    case_id: UUID
    outcome: Outcome


Event = Accepted | Closed


@dataclass
class Plan:
    """Draws the events of one hall from one die."""

    units: Mapping[str, UnitPlan]
    calendar: WorkCalendar
    dice: Random = field(default_factory=lambda: Random(20120630))

    def half_year(self, counts: Path) -> list[Event]:
        """The events of a half year with these counts, and of the weeks in which its rest ends."""
        waiting: dict[str, list[Accepted]] = {}
        events: list[Event] = []
        with counts.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            year, month = map(int, row["month"].split("-"))
            days = self._working_days(date(year, month, 1))
            new = self.accepted(row["unit_code"], days, int(row["accepted"]))
            open_cases = waiting.setdefault(row["unit_code"], [])
            open_cases += new
            done, open_cases[:] = _split(open_cases, int(row["completed"]))
            events += new
            events += [self.closed(case, days) for case in done]
        after = self._working_days(days[-1] + timedelta(days=15))
        events += [self.closed(case, after) for case in chain(*waiting.values())]
        return sorted(events, key=lambda event: event.at)

    def recent(self, days: Sequence[date], a_day: int) -> list[Event]:
        """A few weeks of ordinary life up to now, of which the last cases are still open."""
        events: list[Event] = []
        units = list(self.units)
        for day in days:
            for _ in range(a_day):
                unit = self.dice.choices(units, [len(self.units[u].chairs) for u in units])[0]
                (case,) = self.accepted(unit, [day], 1)
                events.append(case)
                left = [later for later in days if later >= day]
                if self.dice.random() < len(left) / (len(days) + 4):
                    events.append(self.closed(case, left))
        return sorted(events, key=lambda event: event.at)

    def accepted(self, unit: str, days: Sequence[date], count: int) -> list[Accepted]:
        """So many acceptances of a unit, in the order of their times."""
        plan = self.units[unit]
        moments = sorted(self._moment(self.dice.choice(days)) for _ in range(count))
        return [
            Accepted(at, self.dice.choice(plan.chairs), self._draft(plan, at)) for at in moments
        ]

    def closed(self, case: Accepted, days: Sequence[date]) -> Closed:
        """A closing on one of the days, after the acceptance and in time if that can be."""
        accepted_on = case.at.astimezone(HALL_TIME).date()
        promise = self._promise(case)
        possible = [day for day in days if day >= accepted_on]
        in_time = [day for day in possible if day <= promise] or possible[:1]
        day = self.dice.choice(in_time if self.dice.random() < 0.97 else possible)
        at = self._moment(day)
        if at <= case.at:
            at = case.at + timedelta(minutes=self.dice.randrange(5, 40))
        outcome = Outcome.REFUSED if self.dice.random() < 0.02 else Outcome.GRANTED
        return Closed(at, case.chair, case.draft.id, outcome)

    def _promise(self, case: Accepted) -> date:
        items = (item for plan in self.units.values() for item in plan.items)
        limit = next(item.promised_days for item in items if item.id == case.draft.item_id)
        return due_date(case.at.date(), limit, DayUnit.WORKING, self.calendar).on

    def _draft(self, plan: UnitPlan, at: datetime) -> Draft:
        who = applicant(self.dice, at.date())
        weights = [1 / (place + 1) for place in range(len(plan.items))]
        item = self.dice.choices(plan.items, weights)[0]
        return Draft(
            id=UUID(int=self.dice.getrandbits(128), version=4),
            document_kind=who.kind,
            document_number=who.number,
            applicant=who.name,
            phone=who.phone,
            item_id=item.id,
            materials=tuple(MaterialMark(id_, Mark.COMPLETE) for id_ in item.materials),
        )

    def _moment(self, day: date) -> datetime:
        begin, minutes = self.dice.choice((_MORNING, _AFTERNOON))
        seconds = self.dice.randrange(minutes * 60)
        return datetime.combine(day, begin, HALL_TIME) + timedelta(seconds=seconds)

    def _working_days(self, first: date) -> list[date]:
        """The working days of the month, from ``first`` on."""
        days = (first + timedelta(days=n) for n in range(31))
        return [d for d in days if d.month == first.month and self.calendar.is_working(d)]


def working_days_until(last: date, count: int, calendar: WorkCalendar) -> list[date]:
    """The last so many working days up to a day, the oldest first."""
    days = (last - timedelta(days=n) for n in range(count * 3))
    return sorted([day for day in days if calendar.is_working(day)][:count])


def by_day(events: Iterable[Event]) -> Iterator[list[Event]]:
    """The events of each day together, in order."""
    today: list[Event] = []
    for event in events:
        if today and event.at.date() != today[0].at.date():
            yield today
            today = []
        today.append(event)
    if today:
        yield today


def _split(cases: list[Accepted], count: int) -> tuple[list[Accepted], list[Accepted]]:
    if count > len(cases):
        raise ValueError("more cases completed than there were")
    return cases[:count], cases[count:]
