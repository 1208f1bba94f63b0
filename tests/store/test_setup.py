"""Preparing a server for a hall: once, again, over an older schema, and where it must not."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from svcdesk.desk import cases, people
from svcdesk.desk.cases import Show, here
from svcdesk.desk.door import Desk
from svcdesk.desk.people import NewPerson
from svcdesk.rules.access import Role
from svcdesk.rules.attendance import Direction
from svcdesk.rules.problems import (
    BadValue,
    NewerSchema,
    NotOnStaff,
    NotPrepared,
    OlderSchema,
    WrongLocale,
    WrongPassword,
)
from svcdesk.store import databases, schema, setup
from svcdesk.store.work import Store
from tests.conftest import PASSWORD, Hall
from tests.tampering import as_server

LATER = '''"""A later one."""
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE svc.setting ADD COLUMN later text DEFAULT 'yes'")
'''


def silent(_: str) -> None:
    """Say nothing."""


def asked(url: URL, query: str) -> list[tuple[object, ...]]:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


@pytest.fixture
def empty(server) -> Iterator[URL]:
    """A database that svcdesk has never seen."""
    url = server.superuser(f"empty_{uuid4().hex[:12]}")
    databases.make_database(url)
    yield url
    there = [name for name in databases.databases(url) if name.startswith(str(url.database))]
    databases.drop_databases(url, there)


@pytest.fixture
def login() -> str:
    """The name of a login that the server has never seen."""
    return f"xin{uuid4().hex[:12]}"


def signed_in(url: URL, login: str, password: str = PASSWORD) -> Desk:
    store = Store(url.set(username=login, password=password))
    return Desk(store, store.enter())


# Once and again --------------------------------------------------------------------------------


def test_the_first_time_a_database_is_new_to_svcdesk(empty):
    assert setup.prepare(empty, silent) is True


def test_a_prepared_database_has_the_newest_schema(empty):
    setup.prepare(empty, silent)
    assert asked(empty, "SELECT version_num FROM svc.revision") == [(schema.NEWEST,)]


def test_the_second_time_it_is_not_new_any_more(empty):
    setup.prepare(empty, silent)
    assert setup.prepare(empty, silent) is False


def test_the_second_time_changes_nothing(hall):
    everything = (
        "SELECT (SELECT max(oid) FROM pg_class), (SELECT max(oid) FROM pg_proc),"
        " (SELECT max(oid) FROM pg_policy), (SELECT count(*) FROM svc.journal),"
        " (SELECT nspacl::text FROM pg_namespace WHERE nspname = 'svc')"
    )
    before = asked(hall.superuser, everything)
    setup.prepare(hall.superuser, silent)
    assert asked(hall.superuser, everything) == before


def test_the_second_time_says_that_there_was_nothing_to_do(hall):
    told: list[str] = []
    setup.prepare(hall.superuser, told.append)
    assert told[-1] == f"结构已是最新（{schema.NEWEST}），没有改动"


def test_a_database_is_made_once(empty):
    assert databases.make_database(empty) is False


# An older schema -------------------------------------------------------------------------------


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose newest schema is one further."""
    scripts = tmp_path / "migrations"
    shutil.copytree(setup.MIGRATIONS, scripts)
    (scripts / "versions" / "0002_later.py").write_text(LATER, encoding="utf-8")
    monkeypatch.setattr(setup, "MIGRATIONS", scripts)
    for module in (setup, schema):
        monkeypatch.setattr(module, "NEWEST", "0002")


@pytest.fixture
def grown(hall: Hall, clerk, a_draft, later):
    """A hall with a case, of the older schema."""
    clerk.do(cases.accept, a_draft(clerk))
    yield hall
    databases.drop_databases(hall.superuser, copies(hall))


def copies(hall: Hall) -> list[str]:
    pattern = re.compile(rf"{hall.name}_\d{{4}}_\d+")
    return [name for name in databases.databases(hall.superuser) if pattern.fullmatch(name)]


def test_an_older_schema_is_migrated(grown):
    setup.prepare(grown.superuser, silent)
    assert asked(grown.superuser, "SELECT DISTINCT later FROM svc.setting") == [("yes",)]


def test_an_older_schema_is_not_new_to_svcdesk(grown):
    assert setup.prepare(grown.superuser, silent) is False


def test_migrating_keeps_the_cases(grown):
    setup.prepare(grown.superuser, silent)
    assert len(grown.desk("wangzhuren").ask(here, Show.EVERY).rows) == 1


def test_an_older_schema_is_backed_up_first(grown):
    setup.prepare(grown.superuser, silent)
    (copy,) = copies(grown)
    backup = grown.superuser.set(database=copy)
    assert asked(backup, "SELECT version_num, count(*) FROM svc.revision, svc.case_file GROUP BY 1"
                 ) == [("0001", 1)]  # fmt: skip


def test_what_is_done_is_said(grown):
    told: list[str] = []
    setup.prepare(grown.superuser, told.append)
    (copy,) = copies(grown)
    assert told == [
        "检查角色…", "备份旧版数据（结构 0001）…", f"已备份到数据库 {copy}", "升级结构到 0002…",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["lina", "guanli"])
def test_a_backup_is_closed_to_staff(grown, who):
    setup.prepare(grown.superuser, silent)
    (copy,) = copies(grown)
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(grown.server.running.address.dsn(copy, who, PASSWORD))


def test_a_migration_that_fails_leaves_the_database_as_it_was(grown):
    script = setup.MIGRATIONS / "versions" / "0002_later.py"
    script.write_text(LATER + "    op.execute('SELECT 1/0')\n", encoding="utf-8")
    with pytest.raises(Exception, match="division by zero"):
        setup.prepare(grown.superuser, silent)
    assert asked(grown.superuser, "SELECT version_num FROM svc.revision") == [("0001",)]


def test_a_clerk_at_an_older_schema_is_told_who_can_help(grown):
    with pytest.raises(OlderSchema, match=r"0001.*0002.*svcdesk setup"):
        grown.desk("lina", 1)


# Where it must not -----------------------------------------------------------------------------


@pytest.fixture
def newer(hall: Hall) -> Hall:
    """A hall that a later svcdesk has migrated."""
    as_server(hall, "UPDATE svc.revision SET version_num = '0009'")
    return hall


def test_a_newer_schema_is_not_touched_by_setup(newer):
    with pytest.raises(NewerSchema, match="0009"):
        setup.prepare(newer.superuser, silent)


def test_nobody_signs_in_to_a_newer_schema(newer):
    with pytest.raises(NewerSchema, match="0009"):
        newer.desk("lina", 1)


def test_nobody_signs_in_where_nothing_is_prepared(empty):
    with pytest.raises(NotPrepared):
        Store(empty).enter()


@pytest.fixture
def foreign(server) -> Iterator[URL]:
    """A database whose letters are bytes."""
    url = server.superuser(f"foreign_{uuid4().hex[:12]}")
    server.run(f"CREATE DATABASE {url.database} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    yield url
    databases.drop_databases(url, [str(url.database)])


def test_another_locale_is_refused(foreign):
    with pytest.raises(WrongLocale, match="SQL_ASCII C C"):
        setup.prepare(foreign, silent)


def test_a_database_of_another_locale_is_not_touched(foreign):
    with pytest.raises(WrongLocale):
        setup.prepare(foreign, silent)
    with databases.connected(foreign) as connection:
        assert connection.scalar(text("SELECT to_regnamespace('svc')")) is None


# The first administrator -----------------------------------------------------------------------


def found(url: URL, login: str) -> None:
    setup.prepare(url, silent)
    setup.add_first_administrator(url, setup.FirstAdministrator(login, "管立", "guanli", PASSWORD))


def test_a_new_hall_has_no_administrator(empty):
    setup.prepare(empty, silent)
    assert setup.has_administrator(empty) is False


def test_the_first_administrator_signs_in_with_the_password_chosen(empty, login):
    found(empty, login)
    assert signed_in(empty, login).me.roles == {Role.ADMINISTRATOR}


def test_another_password_does_not_let_him_in(empty, login):
    found(empty, login)
    with pytest.raises(WrongPassword):
        signed_in(empty, login, "Ceshi-2025")


def test_there_is_one_first_administrator(empty, login):
    found(empty, login)
    with pytest.raises(BadValue):
        found(empty, f"{login}2")


@pytest.mark.parametrize("bad", ["", "A", "postgres; DROP", "管立", "x" * 32, "1a"])
def test_a_login_is_made_of_small_letters_and_digits(empty, bad):
    with pytest.raises(BadValue):
        found(empty, bad)


def test_a_login_that_the_server_has_is_not_taken_over(hall, empty):
    with pytest.raises(BadValue, match="用户名"):
        found(empty, "lina")


def test_the_first_administrator_changes_his_own_password(empty, login):
    found(empty, login)
    signed_in(empty, login).do(people.change_password, "Ceshi-2027")
    assert signed_in(empty, login, "Ceshi-2027").me.login == login


@pytest.fixture
def second(empty: URL, login: str) -> Desk:
    """A second administrator's desk, in a hall founded by ``login``."""
    found(empty, login)
    person = NewPerson(f"{login}2", "管二", "", frozenset({Role.ADMINISTRATOR}))
    signed_in(empty, login).do(people.add_person, person, PASSWORD)
    return signed_in(empty, f"{login}2")


def the_first(desk: Desk, login: str):
    return next(row.id for row in desk.ask(people.people) if row.login == login)


def test_the_first_administrators_post_can_be_taken_away(second, empty, login):
    second.do(people.take_post, the_first(second, login), Role.ADMINISTRATOR)
    member = f"SELECT pg_has_role('{login}', 'svcdesk_administrator', 'MEMBER')"
    assert asked(empty, member) == [(False,)]


def test_the_first_administrator_can_be_given_a_new_password(second, empty, login):
    second.do(people.set_password, the_first(second, login), "Ceshi-2027")
    assert signed_in(empty, login, "Ceshi-2027").me.login == login


def test_the_first_administrator_can_be_deactivated(second, empty, login):
    second.do(people.deactivate, the_first(second, login))
    with pytest.raises(NotOnStaff):
        signed_in(empty, login)


# Loaders ---------------------------------------------------------------------------------------


@pytest.fixture
def loader(hall: Hall, login: str) -> Iterator[str]:
    setup.add_loader(hall.superuser, login, PASSWORD)
    yield login
    setup.drop_login(hall.superuser, login)


def test_a_loader_is_not_on_staff(hall, loader):
    with pytest.raises(NotOnStaff):
        hall.desk(loader)


def test_a_loader_hands_in_the_time_and_its_row_says_so(hall, loader, psql, as_superuser):
    psql(loader).execute(
        "INSERT INTO svc.punch (direction, at, person_id)"
        " SELECT %s, '2012-03-01 08:30+08', id FROM svc.person WHERE login = 'lina'",
        (Direction.IN.value,),
    )
    shown = "SELECT at = '2012-03-01 08:30+08', loaded, entered_at > '2026-01-01' FROM svc.punch"
    assert as_superuser(shown) == [(True, True, True)]


def test_a_loader_reads_no_document_number(psql, loader):
    with pytest.raises(psycopg.Error) as caught:
        psql(loader).execute("SELECT * FROM svc.case_document")
    assert caught.value.sqlstate == "42501"


def test_a_practice_person_gets_a_new_password(hall, login, administrator):
    person = NewPerson(login, "练习", "", frozenset({Role.CLERK}))
    administrator.do(people.add_person, person, PASSWORD)
    setup.set_password(hall.superuser, login, "Lianxi-2026")
    assert signed_in(make_url(hall.superuser), login, "Lianxi-2026").me.login == login
