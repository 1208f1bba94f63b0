"""People and their posts: an administrator's acts, and never for himself."""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from svcdesk.desk import cases, people
from svcdesk.desk.cases import Show
from svcdesk.desk.door import Desk
from svcdesk.desk.loading import id_of
from svcdesk.desk.people import NewPerson, PersonRow
from svcdesk.rules.access import Role
from svcdesk.rules.names import BadName
from svcdesk.rules.people import Principal
from svcdesk.rules.problems import BadValue, NotAllowed, NotOnStaff, OnOneself, WrongPassword
from svcdesk.store.work import Store
from tests.conftest import PASSWORD, Hall

Employ = Callable[..., UUID]


@pytest.fixture
def employ(administrator: Desk, newcomer: str) -> Employ:
    """Gives somebody new a login and posts."""

    def add(*roles: Role, login: str = newcomer, **about: Any) -> UUID:
        person = NewPerson(
            **{"login": login, "name": "新来", "staff_no": "", "roles": frozenset(roles), **about}
        )
        return administrator.do(people.add_person, person, PASSWORD)

    return add


def row(desk: Desk, person_id: UUID) -> PersonRow:
    return next(row for row in desk.ask(people.people) if row.id == person_id)


def me(desk: Desk) -> UUID:
    return desk.me.person_id


def test_everybody_is_on_the_list(administrator):
    assert len(administrator.ask(people.people)) == 11


def test_people_are_listed_in_the_order_of_their_pinyin(administrator):
    names = [person.name for person in administrator.ask(people.people)]
    assert names[:4] == ["陈晨", "管立", "李娜", "钱考勤"]


def test_a_line_says_where_somebody_works_and_as_what(administrator):
    (head,) = [person for person in administrator.ask(people.people) if person.login == "zhaomin"]
    assert (head.unit, head.window, head.roles) == (
        "区工商局", "工商登记一窗", {Role.CLERK, Role.WINDOW_HEAD},
    )  # fmt: skip


def test_somebody_new_signs_in_with_the_first_password(hall, employ, newcomer):
    employ(Role.CLERK)
    assert hall.desk(newcomer).me.roles == {Role.CLERK}


def test_somebody_new_is_known_by_his_name(hall, employ, newcomer):
    employ(Role.CLERK, name=" 欧阳𬭎 ", staff_no=" 1099 ")
    found = hall.desk(newcomer).me
    assert (found.name, found.staff_no) == ("欧阳𬭎", "1099")


def test_somebody_new_takes_cases_in_at_the_window_he_is_sent_to(hall, employ, newcomer, accepted):
    employ(Role.CLERK, unit_id=id_of("unit", "GSJ"), window_id=id_of("window", "1"))
    assert accepted(hall.desk(newcomer, 1))


def test_without_a_window_somebody_sees_no_case(hall, employ, newcomer, clerk, accepted):
    employ(Role.CLERK)
    accepted(clerk)
    assert hall.desk(newcomer).ask(cases.here, Show.EVERY).rows == ()


def test_without_a_post_somebody_does_nothing_at_all(hall, employ, newcomer):
    employ()
    desk = hall.desk(newcomer)
    with pytest.raises(NotAllowed):
        desk.do(people.change_password, "Ceshi-2027")


@pytest.mark.parametrize("login", ["lina", "postgres", "svcdesk_owner", "pg_monitor", "Li", "李娜"])
def test_a_login_that_is_taken_or_no_login_is_refused(employ, login):
    with pytest.raises(BadValue, match="用户名"):
        employ(Role.CLERK, login=login)


def test_a_name_that_is_none_is_refused(employ):
    with pytest.raises(BadName):
        employ(Role.CLERK, name="")


def test_whoever_is_refused_has_no_login_either(hall, employ, newcomer, as_superuser):
    with pytest.raises(BadValue):
        employ(Role.CLERK, staff_no="9" * 21)
    assert as_superuser("SELECT to_regrole(:login)", login=newcomer) == [(None,)]


def test_a_principal_is_kept(hall, employ, as_superuser):
    person = employ(principal=Principal.CITY_CENTRE)
    asked = "SELECT principal FROM svc.person WHERE id = :id"
    assert as_superuser(asked, id=person) == [("city_centre",)]


def test_a_post_is_given(administrator, employ):
    person = employ(Role.CLERK)
    administrator.do(people.give_post, person, Role.WINDOW_HEAD)
    assert row(administrator, person).roles == {Role.CLERK, Role.WINDOW_HEAD}


def test_a_post_given_twice_is_held_once(administrator, employ, as_superuser):
    person = employ(Role.CLERK)
    administrator.do(people.give_post, person, Role.CLERK)
    held = "SELECT count(*) FROM svc.post WHERE person_id = :id"
    assert as_superuser(held, id=person) == [(1,)]


def test_a_post_given_opens_what_it_allows(hall, administrator, employ, newcomer):
    person = employ(Role.CLERK)
    administrator.do(people.give_post, person, Role.AUDITOR)
    assert hall.desk(newcomer).me.roles == {Role.CLERK, Role.AUDITOR}


def test_a_post_is_taken_away(administrator, employ):
    person = employ(Role.CLERK, Role.WINDOW_HEAD)
    administrator.do(people.take_post, person, Role.WINDOW_HEAD)
    assert row(administrator, person).roles == {Role.CLERK}


def test_a_post_taken_away_stays_on_record(administrator, employ, as_superuser):
    person = employ(Role.CLERK)
    administrator.do(people.take_post, person, Role.CLERK)
    held = "SELECT role, until IS NOT NULL FROM svc.post WHERE person_id = :id"
    assert as_superuser(held, id=person) == [("svcdesk_clerk", True)]


def test_a_post_taken_away_that_was_not_held_changes_nothing(administrator, employ):
    person = employ(Role.CLERK)
    administrator.do(people.take_post, person, Role.MANAGER)
    assert row(administrator, person).roles == {Role.CLERK}


def test_a_post_can_be_given_again(administrator, employ):
    person = employ(Role.CLERK)
    administrator.do(people.take_post, person, Role.CLERK)
    administrator.do(people.give_post, person, Role.CLERK)
    assert row(administrator, person).roles == {Role.CLERK}


def test_a_post_taken_away_ends_in_a_running_session(hall, administrator, employ, newcomer, clerk,
                                                     accepted):  # fmt: skip
    accepted(clerk)
    person = employ(Role.MANAGER)
    desk = hall.desk(newcomer)
    administrator.do(people.take_post, person, Role.MANAGER)
    assert desk.ask(cases.here, Show.EVERY).rows == ()


def test_somebody_is_sent_to_another_window(hall, administrator, employ, newcomer):
    person = employ(Role.CLERK)
    administrator.do(people.place, person, id_of("unit", "GAJ"), id_of("window", "4"))
    assert hall.desk(newcomer).me.window_number == 4


def test_whoever_moves_sees_the_new_windows_cases_at_once(hall, administrator, employ, newcomer,
                                                          stranger, accepted):  # fmt: skip
    accepted(stranger)
    person = employ(Role.CLERK)
    desk = hall.desk(newcomer)
    administrator.do(people.place, person, id_of("unit", "GAJ"), id_of("window", "4"))
    assert len(desk.ask(cases.here, Show.EVERY).rows) == 1


def test_an_administrator_sets_somebody_elses_password(hall, administrator, employ, newcomer):
    person = employ(Role.CLERK)
    administrator.do(people.set_password, person, "Ceshi-2027")
    with pytest.raises(WrongPassword):
        hall.desk(newcomer)


def test_the_new_password_lets_him_in(hall, administrator, employ, newcomer):
    person = employ(Role.CLERK)
    administrator.do(people.set_password, person, "Ceshi-2027")
    assert _signed_in(hall, newcomer, "Ceshi-2027").me.login == newcomer


def test_everybody_changes_the_own_password(hall, employ, newcomer):
    employ(Role.CLERK)
    hall.desk(newcomer).do(people.change_password, "Ceshi-2027")
    assert _signed_in(hall, newcomer, "Ceshi-2027").me.login == newcomer


def test_the_old_password_is_over(hall, employ, newcomer):
    employ(Role.CLERK)
    hall.desk(newcomer).do(people.change_password, "Ceshi-2027")
    with pytest.raises(WrongPassword):
        hall.desk(newcomer)


def test_whoever_changes_the_password_goes_on_working(hall, employ, newcomer):
    employ(Role.CLERK)
    desk = hall.desk(newcomer)
    desk.do(people.change_password, "Ceshi-2027")
    desk._store._engine.dispose()
    assert desk.ask(cases.tally).open == 0


def test_no_password_leaves_the_computer(hall, employ, newcomer, as_superuser):
    employ(Role.CLERK)
    kept = "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = :login"
    assert as_superuser(kept, login=newcomer) == [(True,)]


def test_of_an_act_with_a_password_no_digest_of_it_is_kept(employ, administrator, as_superuser):
    employ(Role.CLERK)
    digests = "SELECT key::text, digest FROM svc.act_done WHERE act = 'people.add_person'"
    ((key, digest),) = as_superuser(f"{digests} ORDER BY at DESC LIMIT 1")
    assert digest == hashlib.sha256(msgspec.json.encode(UUID(str(key)))).hexdigest()


def test_whoever_is_deactivated_cannot_sign_in(hall, administrator, employ, newcomer):
    administrator.do(people.deactivate, employ(Role.CLERK))
    with pytest.raises(NotOnStaff):
        hall.desk(newcomer)


def test_whoever_is_deactivated_stays_on_the_list_at_its_end(administrator, employ):
    person = employ(Role.CLERK, name="阿一")
    administrator.do(people.deactivate, person)
    last = administrator.ask(people.people)[-1]
    assert (last.id, last.active, last.roles) == (person, False, frozenset())


@pytest.mark.parametrize("act", [people.give_post, people.take_post])
def test_nobody_gives_or_takes_a_post_for_himself(administrator, act):
    with pytest.raises(OnOneself):
        administrator.do(act, me(administrator), Role.MANAGER)


def test_nobody_sends_himself_to_a_window(administrator):
    with pytest.raises(OnOneself):
        administrator.do(people.place, me(administrator), None, id_of("window", "1"))


def test_nobody_deactivates_himself(administrator):
    with pytest.raises(OnOneself):
        administrator.do(people.deactivate, me(administrator))


def test_nobody_resets_the_own_password_as_an_administrator(administrator):
    with pytest.raises(OnOneself):
        administrator.do(people.set_password, me(administrator), "Ceshi-2027")


def test_two_administrators_look_after_each_other(hall, administrator, employ, newcomer):
    person = employ(Role.ADMINISTRATOR)
    other = hall.desk(newcomer)
    second = uuid4().hex[:12]
    other.do(people.add_person, NewPerson(f"xin{second}", "新人", "", frozenset()), PASSWORD)
    administrator.do(people.take_post, person, Role.ADMINISTRATOR)
    assert row(administrator, person).roles == frozenset()


def _signed_in(hall: Hall, login: str, password: str) -> Desk:
    store = Store(hall.url(login, password))
    desk = Desk(store, store.enter())
    hall.desks.append(desk)
    return desk
