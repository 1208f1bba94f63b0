"""Every act and question is refused to whoever's post does not include it.

The client refuses before it asks the server; the server refuses whoever goes past the client.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any, cast
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

import svcdesk.desk
from svcdesk.desk import audit, cases
from svcdesk.desk.door import ACTS, QUESTIONS, Act, Desk, OneAct, Question
from svcdesk.desk.loading import id_of, read_catalogue
from svcdesk.desk.people import NewPerson
from svcdesk.resources import resource
from svcdesk.rules.access import GRANTS, Permission, Role
from svcdesk.rules.attendance import Direction
from svcdesk.rules.cases import Outcome
from svcdesk.rules.people import Me
from svcdesk.rules.problems import NotAllowed
from svcdesk.store.people import Person
from svcdesk.store.work import Store

for module in pkgutil.iter_modules(svcdesk.desk.__path__, "svcdesk.desk."):
    import_module(module.name)  # declares its acts and questions

STAFF = {
    "lina": Role.CLERK,
    "zhaomin": Role.WINDOW_HEAD,
    "wangzhuren": Role.MANAGER,
    "kaoqin": Role.ATTENDANCE_OFFICER,
    "guanli": Role.ADMINISTRATOR,
    "jiandu": Role.AUDITOR,
    "yuandanwei": Role.HOME_UNIT,
}


def somebody(*roles: Role) -> Me:
    return Me(
        person_id=UUID(int=1),
        login="somebody",
        name="某人",
        staff_no="",
        roles=frozenset(roles),
        unit_id=None,
        unit_name=None,
        window_id=None,
        window_number=None,
        window_name=None,
        seat_code=None,
        hall_name="",
        practice=False,
    )


def without_server(role: Role) -> Desk:
    """A desk that cannot ask anybody."""
    return Desk(cast(Store, None), somebody(role))


def lacking(needs: Permission) -> list[Role]:
    return [role for role in Role if needs not in GRANTS[role]]


DECLARED: list[Act[..., Any] | Question[..., Any]] = [*ACTS.values(), *QUESTIONS.values()]
ACTS_LACKING = [(name, role) for name, act in sorted(ACTS.items()) for role in lacking(act.needs)]
QUESTIONS_LACKING = [
    (name, role) for name, asked in sorted(QUESTIONS.items()) for role in lacking(asked.needs)
]


@pytest.mark.parametrize(("name", "role"), ACTS_LACKING)
def test_an_act_is_refused_before_the_server_is_asked(name, role):
    act = ACTS[name]
    occasion = OneAct(act.name, act.needs, uuid4(), "", lambda _work: None, type(None))
    with pytest.raises(NotAllowed):
        without_server(role).settle(occasion)


@pytest.mark.parametrize(("name", "role"), QUESTIONS_LACKING)
def test_a_question_is_refused_before_the_server_is_asked(name, role):
    with pytest.raises(NotAllowed):
        without_server(role).ask(QUESTIONS[name])


@pytest.mark.parametrize("role", Role)
def test_a_desk_says_what_its_post_includes(role):
    desk = without_server(role)
    assert {case.name for case in DECLARED if desk.may(case)} == {
        case.name for case in DECLARED if case.needs in GRANTS[role]
    }


def test_every_permission_is_needed_by_something():
    assert {case.needs for case in DECLARED} == set(Permission)


# Past the client -------------------------------------------------------------------------------

Arguments = Callable[["Target"], tuple[Any, ...]]


class Target:
    """What the acts are tried on: a case of window 1, a person, a window."""

    def __init__(self, clerk: Desk, draft: Any, newcomer: str) -> None:
        clerk.do(cases.accept, draft)
        self.case_id = draft.id
        self.draft = replace(draft, id=uuid4())
        self.newcomer = newcomer
        with clerk._store.work(clerk.me) as work:
            found = work.session.execute(select(Person.id).filter_by(login="sunhao"))
            self.person_id: UUID = found.scalar_one()


ARGUMENTS: dict[str, Arguments] = {
    "attendance.punch": lambda _: (Direction.IN,),
    "cases.accept": lambda on: (on.draft,),
    "cases.close": lambda on: (on.case_id, 2, Outcome.GRANTED, ""),
    "cases.reprint": lambda on: (on.case_id,),
    "cases.reveal_document": lambda on: (on.case_id, "好奇"),
    "cases.take_back": lambda on: (on.case_id, 2, ""),
    "hall.publish_years": lambda _: ((2010,), "放假通知"),
    "hall.set_hall": lambda _: ({"hall_name": "我的中心"},),
    "loading.load_catalogue": lambda _: (read_catalogue(resource("hall")),),
    "people.add_person": lambda on: (
        NewPerson(on.newcomer, "新来", "", frozenset({Role.MANAGER})), "Ceshi-2026",
    ),
    "people.change_password": lambda _: ("Ceshi-2027",),
    "people.deactivate": lambda on: (on.person_id,),
    "people.give_post": lambda on: (on.person_id, Role.MANAGER),
    "people.place": lambda on: (on.person_id, None, None),
    "people.set_password": lambda on: (on.person_id, "Ceshi-2027"),
    "people.take_post": lambda on: (on.person_id, Role.CLERK),
    "seats.open_seat": lambda _: (id_of("window", "1"),),
    "seats.renew_seat_key": lambda _: (1,),
}  # fmt: skip


@pytest.fixture
def target(clerk, a_draft, newcomer) -> Target:
    return Target(clerk, a_draft(clerk), newcomer)


def entries(as_superuser: Callable[..., list[tuple[int]]]) -> int:
    ((count,),) = as_superuser("SELECT count(*) FROM svc.journal")
    return count


def test_every_act_is_tried():
    assert set(ARGUMENTS) == set(ACTS)


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if lacking(act.needs)])
def test_the_server_refuses_an_act_to_whoever_goes_past_the_client(
    hall, target, as_superuser, name
):
    act: Act[..., Any] = ACTS[name]
    before = entries(as_superuser)
    for login in STAFF:
        desk = hall.desk(login, 1)
        if desk.may(act):
            continue
        desk.me = replace(desk.me, roles=frozenset(Role))
        with pytest.raises(NotAllowed):
            desk.do(act, *ARGUMENTS[name](target))
    assert entries(as_superuser) == before


@pytest.mark.parametrize("login", STAFF)
def test_the_server_knows_the_posts_that_the_client_knows(hall, login):
    assert STAFF[login] in hall.desk(login).me.roles


@pytest.mark.parametrize("login", [login for login, role in STAFF.items() if role in lacking(
    Permission.READ_CASES)])  # fmt: skip
def test_a_question_past_the_client_shows_no_case(hall, target, login):
    desk = hall.desk(login)
    desk.me = replace(desk.me, roles=frozenset(Role))
    assert desk.ask(cases.here, cases.Show.EVERY).rows == ()


@pytest.mark.parametrize("login", [login for login in STAFF if login != "jiandu"])
def test_a_question_past_the_client_shows_no_journal(hall, login):
    desk = hall.desk(login)
    desk.me = replace(desk.me, roles=frozenset(Role))
    with pytest.raises(NotAllowed):
        desk.ask(audit.verify_journal)
