"""People and posts (人员与岗位): an administrator's acts, never for himself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from sqlalchemy import event, func, insert, select, update

from svcdesk.desk.door import act, question
from svcdesk.rules.access import Permission, Role
from svcdesk.rules.names import clean_name
from svcdesk.rules.people import Principal
from svcdesk.rules.pinyin import sort_key
from svcdesk.store.passwords import verifier
from svcdesk.store.people import Person, Post
from svcdesk.store.units import Unit, Window
from svcdesk.store.work import Work


@dataclass(frozen=True)
class PersonRow:
    """A person as the administrator's list shows him."""

    id: UUID
    login: str
    name: str
    staff_no: str
    roles: frozenset[Role]
    unit: str
    window: str
    active: bool


@dataclass(frozen=True)
class NewPerson:
    """Somebody to be given a login of his own."""

    login: str
    """Lower-case letters, digits and _, 2 to 31 characters, a letter first."""
    name: str
    staff_no: str
    roles: frozenset[Role]
    principal: Principal = Principal.HOME_UNIT
    unit_id: UUID | None = None
    window_id: UUID | None = None


@question(Permission.ADMINISTER)
def people(work: Work) -> tuple[PersonRow, ...]:
    """Everybody, active first, in the order of their names' pinyin."""
    roles: dict[UUID, set[Role]] = {}
    for person_id, role in work.session.execute(
        select(Post.person_id, Post.role).where(Post.until.is_(None))
    ):
        roles.setdefault(person_id, set()).add(role)
    rows = work.session.execute(
        select(
            Person.id, Person.login, Person.name, Person.staff_no,
            Unit.short_name, Window.name, Person.active,
        )
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Window, Window.id == Person.window_id)
        .order_by(Person.active.desc(), Person.sort_key, Person.login)
    )  # fmt: skip
    return tuple(
        PersonRow(
            id_, login, name, staff_no, frozenset(roles.get(id_, ())), unit or "", window or "",
            active,
        )
        for id_, login, name, staff_no, unit, window, active in rows
    )  # fmt: skip


@act(Permission.ADMINISTER, secret=True)
def add_person(work: Work, person: NewPerson, password: str) -> UUID:
    """Give somebody a login with a first password, and the posts named.

    The password leaves this computer only as a SCRAM verifier.
    """
    name = clean_name(person.name)
    person_id = uuid4()
    work.session.execute(
        select(func.svc.make_login(person.login, _verifier(work, person.login, password)))
    )
    work.session.execute(
        insert(Person).values(
            id=person_id,
            login=person.login,
            name=name,
            sort_key=sort_key(name, person=True),
            staff_no=person.staff_no.strip(),
            principal=person.principal,
            unit_id=person.unit_id,
            window_id=person.window_id,
        )
    )
    for role in sorted(person.roles):
        work.session.execute(select(func.svc.give_post(person_id, role.value)))
    return person_id


@act(Permission.ADMINISTER)
def give_post(work: Work, person_id: UUID, role: Role) -> None:
    """Give somebody else a post; refused for oneself (OnOneself)."""
    work.session.execute(select(func.svc.give_post(person_id, role.value)))


@act(Permission.ADMINISTER)
def take_post(work: Work, person_id: UUID, role: Role) -> None:
    """Take a post away from somebody else."""
    work.session.execute(select(func.svc.take_post(person_id, role.value)))


@act(Permission.ADMINISTER)
def place(work: Work, person_id: UUID, unit_id: UUID | None, window_id: UUID | None) -> None:
    """Say to which unit and window somebody else is sent (派驻)."""
    work.session.execute(
        update(Person).filter_by(id=person_id).values(unit_id=unit_id, window_id=window_id)
    )


@act(Permission.ADMINISTER, secret=True)
def set_password(work: Work, person_id: UUID, password: str) -> None:
    """Give somebody else a new password."""
    login = work.session.scalars(select(Person.login).filter_by(id=person_id)).one()
    made = _verifier(work, login, password)
    work.session.execute(select(func.svc.set_password(person_id, made)))


@act(Permission.ADMINISTER)
def deactivate(work: Work, person_id: UUID) -> None:
    """End somebody else's access at once; the record of what he did stays."""
    work.session.execute(select(func.svc.deactivate(person_id)))


@act(Permission.READ_CATALOGUE, secret=True)
def change_password(work: Work, password: str) -> None:
    """Change one's own password."""
    made = _verifier(work, work.me.login, password)
    work.session.execute(select(func.svc.change_password(made)))
    if work.renew:
        event.listen(work.session, "after_commit", partial(_renewed, work.renew, password))


def _renewed(renew: Callable[[str], None], password: str, _session: object) -> None:
    renew(password)


def _verifier(work: Work, login: str, password: str) -> str:
    return verifier(work.session.connection(), login, password)
