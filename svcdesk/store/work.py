"""The unit of work: one transaction as one person, on the server's clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import URL, Connection, Executable, create_engine, event, func, select
from sqlalchemy.orm import Session, sessionmaker

from svcdesk.rules.access import Role
from svcdesk.rules.calendar import HALL_TIME, WorkCalendar
from svcdesk.rules.people import Me
from svcdesk.rules.problems import NotOnStaff
from svcdesk.rules.topics import Topic
from svcdesk.store import feed
from svcdesk.store.faults import understood
from svcdesk.store.hall import CalendarDay, CalendarYear, Setting
from svcdesk.store.people import Person, Post
from svcdesk.store.schema import require_newest
from svcdesk.store.units import Seat, Unit, Window

_CONNECTION = {
    **feed.LIFE_SIGNS,
    "application_name": "svcdesk",
    "options": "-c lock_timeout=4000 -c statement_timeout=30000"
    " -c idle_in_transaction_session_timeout=10000",
}


@dataclass(frozen=True)
class SeatClaim:
    """The seat (席位) of this computer and the key that proves it."""

    code: int
    key: str = field(repr=False)


@dataclass(frozen=True)
class Behalf:
    """For whom, from where and when a loader does an act (补录、样例).

    Only a login in ``svcdesk_loader`` may hand these in; the database marks such rows as
    loaded and keeps the time of entry itself.
    """

    at: datetime
    person_id: UUID
    seat_id: UUID


@dataclass
class Work:
    """What an act or a question is handed: a session, who asks, when, and the calendar."""

    session: Session
    me: Me
    calendar: WorkCalendar
    behalf: Behalf | None = None
    renew: Callable[[str], None] | None = None
    """Tells the store the password that this person's connections need from now on."""

    @cached_property
    def at(self) -> datetime:
        """The server's time at the start of this transaction, or the loader's."""
        if self.behalf:
            return self.behalf.at
        return self.session.scalars(select(func.now())).one()

    @property
    def today(self) -> date:
        """The hall's date."""
        return self.at.astimezone(HALL_TIME).date()

    def loaded(self, at: str, person: str, seat: str | None = "seat_id") -> dict[str, Any]:
        """The columns a loader hands in under these names; nothing for anybody else."""
        if self.behalf is None:
            return {}
        columns: dict[str, Any] = {at: self.behalf.at, person: self.behalf.person_id}
        return columns | ({seat: self.behalf.seat_id} if seat else {})

    def record(self, statement: Executable) -> Any:
        """Do this and commit at once: kept whatever becomes of the rest; answers a value.

        For what must be on record before an answer is seen (looking at document numbers).
        """
        answer = self.session.scalar(statement)
        self.session.commit()
        return answer

    def setting(self, key: str, default: Any) -> Any:
        """A setting of the hall, or the default it has without one."""
        row = self.session.get(Setting, key)
        return default if row is None else row.value


class Store:
    """The shared database as one signed-in login reaches it."""

    def __init__(self, url: URL, claim: SeatClaim | None = None) -> None:
        self.url = url
        self._engine = create_engine(
            url, pool_size=4, max_overflow=0, pool_timeout=10, pool_pre_ping=True,
            connect_args=_CONNECTION,
            hide_parameters=True,  # names and document numbers are not for crash reports
        )  # fmt: skip
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)
        self._calendar: WorkCalendar | None = None
        event.listen(self._engine, "do_connect", self._with_password)
        if claim:
            event.listen(self._engine, "connect", _take_seat(claim))

    def enter(self) -> Me:
        """Connect, check the schema, and say who this login is.

        Raises WrongPassword, NotOnStaff, OlderSchema, NewerSchema, NotPrepared, Unreachable.
        """
        with understood(), self._engine.connect() as connection:
            require_newest(connection)
            return _whoami(connection)

    @contextmanager
    def work(self, me: Me, behalf: Behalf | None = None) -> Iterator[Work]:
        """One transaction; it commits when the block ends, and rolls back when it raises."""
        with understood(), self._sessions() as session:
            yield Work(session, me, self._known_calendar(session), behalf, self._renew)
            session.commit()

    def listen(self, stopped: Callable[[], bool]) -> Iterator[frozenset[Topic]]:
        """News of what any counter has committed, this one included."""
        for topics in feed.changes(self.url, stopped):
            if Topic.CALENDAR in topics:
                self._calendar = None
            yield topics

    def _with_password(
        self, _dialect: object, _record: object, _args: object, kwargs: dict[str, Any]
    ) -> None:
        """Connect with the password as it is now, which its owner may have changed."""
        kwargs["password"] = self.url.password

    def _renew(self, password: str) -> None:
        self.url = self.url.set(password=password)

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()

    def _known_calendar(self, session: Session) -> WorkCalendar:
        if self._calendar is None:
            self._calendar = read_calendar(session)
        return self._calendar


def read_calendar(session: Session) -> WorkCalendar:
    """The hall's calendar as published in the database."""
    days = session.execute(select(CalendarDay.day, CalendarDay.working)).all()
    return WorkCalendar(
        off=frozenset(day for day, working in days if not working),
        made_up=frozenset(day for day, working in days if working),
        years=frozenset(session.scalars(select(CalendarYear.year))),
    )


def _take_seat(claim: SeatClaim) -> Callable[[Any, object], None]:
    def take(connection: Any, _record: object) -> None:
        connection.execute("SELECT svc.take_seat(%s, %s)", (claim.code, claim.key))
        connection.commit()

    return take


def _whoami(connection: Connection) -> Me:
    person = connection.execute(
        select(
            Person.id, Person.login, Person.name, Person.staff_no, Person.unit_id,
            Unit.short_name, Person.window_id, Window.number, Window.name.label("window_name"),
        )
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Window, Window.id == Person.window_id)
        .where(Person.login == func.session_user(), Person.active)
    ).one_or_none()  # fmt: skip
    if person is None:
        raise NotOnStaff
    roles = connection.scalars(
        select(Post.role).where(Post.person_id == person.id, Post.until.is_(None))
    )
    seat = connection.scalar(select(Seat.code).where(Seat.id == func.svc.my_seat()))
    named = select(Setting.key, Setting.value).where(Setting.key.in_(["hall_name", "practice"]))
    settings: dict[str, Any] = {row.key: row.value for row in connection.execute(named)}
    return Me(
        person_id=person.id,
        login=person.login,
        name=person.name,
        staff_no=person.staff_no,
        roles=frozenset(map(Role, roles)),
        unit_id=person.unit_id,
        unit_name=person.short_name,
        window_id=person.window_id,
        window_number=person.number,
        window_name=person.window_name,
        seat_code=seat,
        hall_name=settings.get("hall_name", "区行政服务中心"),
        practice=bool(settings.get("practice", False)),
    )
