"""Building the sample hall in an empty database: everything through the acts of the desk."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import URL, select

from svcdesk.desk import attendance, cases, hall, loading, people, seats
from svcdesk.desk.door import Desk
from svcdesk.desk.sample.history import (
    Accepted,
    Chair,
    Event,
    Plan,
    SampleItem,
    UnitPlan,
    by_day,
    working_days_until,
)
from svcdesk.desk.sample.people import StaffMember, staff
from svcdesk.resources import resource
from svcdesk.rules.access import Role
from svcdesk.rules.attendance import Direction
from svcdesk.rules.calendar import HALL_TIME
from svcdesk.rules.people import Me
from svcdesk.rules.words import QT_TRANSLATE_NOOP
from svcdesk.store import setup
from svcdesk.store.catalogue import Item, Material
from svcdesk.store.people import Person
from svcdesk.store.units import Seat, Unit, WindowUnit
from svcdesk.store.work import Behalf, Store, Work

HALL = "示例区行政服务中心"
YEARS = tuple(range(2011, 2027))
ADMINISTRATOR = "practice_admin"
LOADER = "practice_loader"
RECENT_DAYS = 15
"""Working days of ordinary life before today (天)."""
RECENT_A_DAY = 12
"""Cases taken in on each of them (件); the source report's hall has 18.7 a day."""

STRUCTURE = QT_TRANSLATE_NOOP("Progress", "建立数据库结构")
CATALOGUE = QT_TRANSLATE_NOOP("Progress", "载入日历和目录")
STAFF = QT_TRANSLATE_NOOP("Progress", "登记人员")
HISTORY = QT_TRANSLATE_NOOP("Progress", "重现 2011、2012 年上半年的办件")
RECENT = QT_TRANSLATE_NOOP("Progress", "补上最近几周的办件")

Progress = Callable[[str, int, int], object]
"""What is being done, how much of it is done, and of how much."""


@dataclass(frozen=True)
class SampleHall:
    """The sample hall in the database at ``superuser``, an administrator's URL."""

    superuser: URL
    progress: Progress

    def build(self) -> None:
        """Everything up to the end of June 2012: the state the source report describes."""
        self.found()
        with self._loader() as loader:
            plan = _plan(loader)
            files = [resource("hall", f"half_year_{year}.csv") for year in (2011, 2012)]
            events = [event for file in files for event in plan.half_year(file)]
            self._live(loader, events, HISTORY)

    def found(self) -> None:
        """Schema, catalogue, people and seats; nobody has come in yet."""
        self.progress(STRUCTURE, 0, 1)
        setup.prepare(self.superuser, lambda _: None)
        password = secrets.token_urlsafe(18)
        setup.add_first_administrator(
            self.superuser,
            setup.FirstAdministrator(ADMINISTRATOR, "练习管理员", "lianxiguanliyuan", password),
        )
        with self._signed_in(ADMINISTRATOR, password) as administrator:
            self.progress(CATALOGUE, 0, 1)
            administrator.do(hall.publish_years, YEARS, hall.NOTICE)
            administrator.do(hall.set_hall, _SETTINGS)
            files = loading.read_catalogue(resource("hall"))
            administrator.do(loading.load_catalogue, files)
            self._employ(administrator, files)

    def bring_up_to_date(self) -> None:
        """The last weeks before today, and who has signed in this morning."""
        with self._loader() as loader:
            with loader.store.work(loader.me) as work:
                today, calendar = work.today, work.calendar
            dice = Random(today.toordinal())
            days = working_days_until(today - timedelta(days=1), RECENT_DAYS, calendar)
            self._live(loader, _plan(loader, dice).recent(days, RECENT_A_DAY), RECENT)
            if calendar.is_working(today):
                _sign_in(loader, datetime.combine(today, time(8, 20), HALL_TIME), dice)

    def _employ(self, administrator: Desk, files: loading.CatalogueFiles) -> None:
        """Give every seat of every window a key, and everybody a login nobody knows."""
        windows = [
            (
                int(row["window_no"]),
                row["unit_code"] if row["kind"] == "unit" else None,
                int(row["seats"]),
            )
            for row in files.windows
        ]
        for number, _, count in windows:
            for _ in range(count):
                administrator.do(seats.open_seat, loading.id_of("window", str(number)))
        members = list(staff(windows))
        for done, member in enumerate(members):
            self.progress(STAFF, done, len(members))
            administrator.do(people.add_person, _new_person(member), secrets.token_urlsafe(18))

    def _live(self, loader: "_Loader", events: Sequence[Event], what: str) -> None:
        done = 0
        for day in by_day(events):
            with loader.loading() as load:
                for event in day:
                    behalf = Behalf(event.at, event.chair.person_id, event.chair.seat_id)
                    if isinstance(event, Accepted):
                        load(behalf, cases.accept.once(event.draft))
                    else:
                        load(behalf, cases.close.once(event.case_id, 2, event.outcome, ""))
            done += len(day)
            self.progress(what, done, len(events))

    @contextmanager
    def _signed_in(self, login: str, password: str) -> Iterator[Desk]:
        store = Store(self.superuser.set(username=login, password=password))
        try:
            yield Desk(store, store.enter())
        finally:
            store.close()

    @contextmanager
    def _loader(self) -> Iterator["_Loader"]:
        """A login that may hand in times, for as long as it is needed."""
        password = secrets.token_urlsafe(18)
        setup.add_loader(self.superuser, LOADER, password)
        store = Store(self.superuser.set(username=LOADER, password=password))
        try:
            yield _Loader(store, _LOADER_SELF)
        finally:
            store.close()
            setup.drop_login(self.superuser, LOADER)


class _Loader(Desk):
    """The desk of the loader, which also reads what a plan needs."""

    def __init__(self, store: Store, me: Me) -> None:
        super().__init__(store, me)
        self.store = store


_SETTINGS = {
    "hall_name": HALL,
    "practice": True,
    "figures_until": "2012-06-30",
    "inquiry_phone": "555-0103",
    "complaint_phone": "555-0110",
}
_LOADER_SELF = Me(
    person_id=UUID(int=0),
    login=LOADER,
    name="样例装载",
    staff_no="",
    roles=frozenset(Role),
    unit_id=None,
    unit_name=None,
    window_id=None,
    window_number=None,
    window_name=None,
    seat_code=None,
    hall_name=HALL,
    practice=True,
)


def _new_person(member: StaffMember) -> people.NewPerson:
    return people.NewPerson(
        login=member.login,
        name=member.name,
        staff_no=member.staff_no,
        roles=member.roles,
        principal=member.principal,
        unit_id=loading.id_of("unit", member.unit) if member.unit else None,
        window_id=loading.id_of("window", str(member.window)) if member.window else None,
    )


def _plan(loader: _Loader, dice: Random | None = None) -> Plan:
    with loader.store.work(loader.me) as work:
        units = {code: _unit_plan(work, unit_id) for unit_id, code in _units_served(work)}
        calendar = work.calendar
    return Plan(units, calendar, dice) if dice else Plan(units, calendar)


def _units_served(work: Work) -> list[tuple[UUID, str]]:
    served = select(WindowUnit.unit_id)
    rows = select(Unit.id, Unit.code).where(Unit.id.in_(served)).order_by(Unit.code)
    return [(id_, code) for id_, code in work.session.execute(rows)]


def _unit_plan(work: Work, unit_id: UUID) -> UnitPlan:
    materials: dict[UUID, list[UUID]] = {}
    for item_id, material_id in work.session.execute(
        select(Material.item_id, Material.id)
        .join(Item, Item.id == Material.item_id)
        .where(Item.unit_id == unit_id)
        .order_by(Material.item_id, Material.position)
    ):
        materials.setdefault(item_id, []).append(material_id)
    items = work.session.execute(
        select(Item.id, Item.promised_days).where(Item.unit_id == unit_id).order_by(Item.code)
    )
    chairs = work.session.execute(
        select(Person.id, Seat.id)
        .join(WindowUnit, WindowUnit.window_id == Person.window_id)
        .join(Seat, Seat.window_id == Person.window_id)
        .where(WindowUnit.unit_id == unit_id)
        .order_by(Seat.code, Person.staff_no)
    )
    return UnitPlan(
        [SampleItem(id_, days, tuple(materials[id_])) for id_, days in items],
        [Chair(*row) for row in chairs],
    )


def _sign_in(loader: _Loader, opening: datetime, dice: Random) -> None:
    """Most have signed in around opening time, as far as that has come."""
    with loader.store.work(loader.me) as work:
        now = work.at
        ids = list(work.session.scalars(select(Person.id).order_by(Person.staff_no)))
        seat = work.session.scalars(select(Seat.id).limit(1)).one()
    with loader.loading() as load:
        for person_id in ids:
            at = opening + timedelta(minutes=dice.randrange(45))
            if dice.random() < 0.9 and at < now:
                punch = attendance.punch.once(Direction.IN)
                load(Behalf(at, person_id, seat), punch)
