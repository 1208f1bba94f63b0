"""Preparing a server for a hall: roles, schema, migration, the first administrator.

Runs on an administrator's own connection (a superuser of the server), says what it does,
and may run any number of times.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from psycopg import sql
from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.pool import NullPool

from svcdesk.rules.access import Role
from svcdesk.rules.people import Principal
from svcdesk.rules.problems import BadValue, NewerSchema, WrongLocale
from svcdesk.store.base import SCHEMA
from svcdesk.store.faults import understood
from svcdesk.store.passwords import verifier
from svcdesk.store.schema import NEWEST, revision_of

OWNER = "svcdesk_owner"
MIGRATIONS = Path(__file__).with_name("migrations")
Say = Callable[[str], object]


@dataclass(frozen=True)
class FirstAdministrator:
    """Who may let everybody else in; nobody gets a password he did not choose."""

    login: str
    name: str
    sort_key: str
    password: str


def prepare(url: URL, say: Say) -> bool:
    """Bring the database to the newest schema; returns whether it was new to svcdesk.

    An older schema is copied to a database of its own first. Raises NewerSchema,
    WrongLocale, Unreachable, WrongPassword.
    """
    with understood(), _connected(url) as connection:
        _require_locale(connection)
        before = revision_of(connection)
        if before is not None and before > NEWEST:
            raise NewerSchema(theirs=before, ours=NEWEST)
        say("检查角色…")
        _run(connection, (MIGRATIONS / "roles.sql").read_text(encoding="utf-8"))
        _close_database(connection)
    if before is not None and before < NEWEST:
        say(f"备份旧版数据（结构 {before}）…")
        say(f"已备份到数据库 {back_up(url, before)}")
    with understood(), _connected(url) as connection:
        if before != NEWEST:
            say(f"升级结构到 {NEWEST}…" if before else f"建立结构 {NEWEST}…")
            migrate(connection)
        else:
            say(f"结构已是最新（{NEWEST}），没有改动")
    return before is None


def migrate(connection: Connection, scripts: Path = MIGRATIONS) -> None:
    """Run the migrations that are missing, as the owner of the schema."""
    from alembic import command
    from alembic.config import Config

    connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA} AUTHORIZATION {OWNER}"))
    connection.execute(text(f"SET ROLE {OWNER}"))
    connection.commit()
    config = Config()
    config.set_main_option("script_location", str(scripts))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.commit()
    connection.execute(text("RESET ROLE"))
    connection.commit()


def back_up(url: URL, revision: str) -> str:
    """Copy the database as it is to one beside it and return that one's name.

    Everybody else is sent off first: a database that is in use cannot be copied.
    """
    stamp = datetime.now().astimezone().strftime("%Y%m%d%H%M%S")
    copy = f"{url.database}_{revision}_{stamp}"
    maintenance = create_engine(
        url.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
    )
    with understood(), maintenance.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": url.database},
        )
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(copy), sql.Identifier(url.database or "")
        )
        _run(connection, statement.as_string())
    return copy


def has_administrator(url: URL) -> bool:
    """Whether somebody can already let others in."""
    with understood(), _connected(url) as connection:
        asked = text("SELECT EXISTS (SELECT FROM svc.post WHERE role = :role AND until IS NULL)")
        return bool(connection.scalar(asked, {"role": Role.ADMINISTRATOR.value}))


def add_first_administrator(url: URL, person: FirstAdministrator) -> None:
    """Make the login of the first administrator; refused once there is one."""
    if has_administrator(url):
        raise BadValue(field="管理员")
    if not re.fullmatch("[a-z][a-z0-9_]{1,30}", person.login):
        raise BadValue(field="用户名")
    person_id = uuid4()
    with understood(), _connected(url) as connection:
        _make_login(connection, person.login, person.password, "svcdesk_staff")
        connection.execute(
            text(
                "INSERT INTO svc.person (id, login, name, sort_key, staff_no, principal)"
                " VALUES (:id, :login, :name, :sort_key, '', :principal)"
            ),
            {
                "id": person_id,
                "login": person.login,
                "name": person.name,
                "sort_key": person.sort_key,
                "principal": Principal.DISTRICT_CENTRE.value,
            },
        )
        role = Role.ADMINISTRATOR.value
        connection.execute(
            text("INSERT INTO svc.post (person_id, role) VALUES (:person_id, :role)"),
            {"person_id": person_id, "role": role},
        )
        _run(connection, f"GRANT {role} TO {person.login}")
        connection.commit()


def add_loader(url: URL, login: str, password: str) -> None:
    """Make a login that may take old records over with their own times (补录、样例)."""
    with understood(), _connected(url) as connection:
        _make_login(connection, login, password, "svcdesk_loader")
        connection.execute(
            text("GRANT INSERT (key, act, digest, answer) ON svc.act_done TO svcdesk_loader")
        )
        connection.commit()


def drop_login(url: URL, login: str) -> None:
    """Remove a login that owns nothing, such as a loader that is done."""
    with understood(), _connected(url) as connection:
        _run(
            connection, sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)).as_string()
        )
        connection.commit()


def set_password(url: URL, login: str, password: str) -> None:
    """Give a login a password from the server's own administrator (practice people)."""
    with understood(), _connected(url) as connection:
        statement = sql.SQL("ALTER ROLE {} PASSWORD {}").format(
            sql.Identifier(login), sql.Literal(verifier(connection, login, password))
        )
        _run(connection, statement.as_string())
        connection.commit()


def _connected(url: URL) -> Connection:
    return create_engine(url, poolclass=NullPool).connect()


def _run(connection: Connection, statements: str) -> None:
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})


def _require_locale(connection: Connection) -> None:
    """UTF8 and C.UTF-8 are part of the schema: rules on characters rest on them."""
    encoding, ctype, collate = connection.execute(
        text(
            "SELECT pg_encoding_to_char(encoding), datctype, datcollate"
            " FROM pg_database WHERE datname = current_database()"
        )
    ).one()
    right = {"C.UTF-8", "C.utf8"}
    if encoding != "UTF8" or ctype not in right or collate not in right:
        raise WrongLocale(locale=f"{encoding} {ctype} {collate}")
    connection.commit()


def _close_database(connection: Connection) -> None:
    """Nobody but staff may connect, nobody may make temporary objects."""
    name = sql.Identifier(connection.scalar(text("SELECT current_database()")))
    for statement in (
        "REVOKE ALL ON DATABASE {} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {} TO svcdesk_staff, svcdesk_loader",
        "GRANT CREATE ON DATABASE {} TO svcdesk_owner",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ):
        _run(connection, sql.SQL(statement).format(name).as_string())
    connection.commit()


def _make_login(connection: Connection, login: str, password: str, group: str) -> None:
    statement = sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT 12 PASSWORD {} IN ROLE {}").format(
        sql.Identifier(login),
        sql.Literal(verifier(connection, login, password)),
        sql.Identifier(group),
    )
    _run(connection, statement.as_string())
