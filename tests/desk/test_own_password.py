"""Changing one's own password goes on with the same desk."""

import pytest

from svcdesk.desk import attendance, people
from svcdesk.rules.access import Role
from svcdesk.rules.problems import NotOnStaff, WrongPassword
from svcdesk.store.work import Store


@pytest.fixture
def newcomer(hall, administrator):
    """Somebody of this test alone: logins belong to the whole server."""
    login = f"xin_{hall.name}"
    person = people.NewPerson(login, "辛来", "9001", frozenset({Role.CLERK}))
    person_id = administrator.do(people.add_person, person, "Ceshi-2026")
    return hall.desk(login), person_id


def test_after_changing_the_password_new_connections_use_the_new_one(hall, newcomer):
    desk, _ = newcomer
    desk.do(people.change_password, "Xinmima-2027")
    desk.close()  # gives every connection back: the next ones must sign in anew
    assert desk.ask(attendance.my_day).punches == ()


def test_the_old_password_is_refused(hall, newcomer):
    desk, _ = newcomer
    desk.do(people.change_password, "Xinmima-2027")
    with pytest.raises(WrongPassword):
        Store(hall.url(desk.me.login)).enter()


def test_somebody_deactivated_is_told_so(hall, administrator, newcomer):
    desk, person_id = newcomer
    administrator.do(people.deactivate, person_id)
    with pytest.raises(NotOnStaff):
        Store(hall.url(desk.me.login)).enter()
