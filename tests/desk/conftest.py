"""What the tests of the desk share: cases taken in, and the sample hall's own people."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from svcdesk.desk import cases
from svcdesk.desk.door import Desk
from svcdesk.rules.access import Role
from svcdesk.rules.intake import Draft
from svcdesk.store import setup
from svcdesk.store.databases import connected
from svcdesk.store.people import Person, Post
from tests.conftest import PASSWORD, Hall
from tests.tampering import behind_the_guards

Accept = Callable[..., UUID]


@pytest.fixture
def accepted(a_draft: Callable[..., Draft]) -> Accept:
    """Takes a case in at a desk and answers its id."""

    def accept(desk: Desk, **typed: object) -> UUID:
        draft = a_draft(desk, **typed)
        desk.do(cases.accept, draft)
        return draft.id

    return accept


@pytest.fixture
def dated(hall: Hall) -> Callable[..., None]:
    """Gives a case other dates than its own, as only time can."""

    def change(case_id: UUID, **days: date) -> None:
        assignments = ", ".join(f"{column} = '{day}'" for column, day in days.items())
        statement = f"UPDATE svc.case_file SET {assignments} WHERE id = '{case_id}'"
        behind_the_guards(hall, "case_file", statement)

    return change


@pytest.fixture
def newcomer() -> str:
    """A login that the server has never seen."""
    return f"xin{uuid4().hex[:12]}"


@pytest.fixture
def sample_desk(sample: Hall) -> Callable[[Role], Desk]:
    """A desk of the first person of a post in the sample hall."""

    def sit_down(role: Role) -> Desk:
        with connected(sample.superuser) as connection:
            login = connection.scalars(
                select(Person.login)
                .join(Post, Post.person_id == Person.id)
                .where(Post.role == role)
                .order_by(Person.staff_no)
            ).first()
        setup.set_password(sample.superuser, str(login), PASSWORD)
        return sample.desk(str(login))

    return sit_down


@pytest.fixture
def as_superuser_of() -> Callable[[Hall, str], list[tuple[object, ...]]]:
    """What really stands in a hall's database."""

    def ask(hall: Hall, query: str) -> list[tuple[object, ...]]:
        with connected(hall.superuser) as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    return ask
