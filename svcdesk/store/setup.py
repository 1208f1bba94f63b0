"""Preparing a server for a hall: roles, schema, migration, the first administrator.

Runs on an administrator's own connection (a superuser of the server), says what it does,
and may run any number of times.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from psycopg import sql
from sqlalchemy import URL, Connection, text

from svcdesk.rules.access import Role
from svcdesk.rules.people import Principal
from svcdesk.rules.problems import BadValue, NewerSchema, WrongLocale
from svcdesk.store.base import SCHEMA
from svcdesk.store.databases import close_database, connected, copy_database, run
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
    with understood(), connected(url) as connection:
        _require_locale(connection)
        before = revision_of(connection)
        if before is not None and before > NEWEST:
            raise NewerSchema(theirs=before, ours=NEWEST)
        say("检查角色…")
        run(connection, (MIGRATIONS / "roles.sql").read_text(encoding="utf-8"))
        close_database(connection)
    if before is not None and before < NEWEST:
        say(f"备份旧版数据（结构 {before}）…")
        say(f"已备份到数据库 {back_up(url, before)}")
    with understood(), connected(url) as connection:
        if before != NEWEST:
            say(f"升级结构到 {NEWEST}…" if before else f"建立结构 {NEWEST}…")
            migrate(connection, MIGRATIONS)
        else:
            say(f"结构已是最新（{NEWEST}），没有改动")
    return before is None


def migrate(connection: Connection, scripts: Path) -> None:
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
    """Copy the database as it is to one beside it and return that one's name."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d%H%M%S")
    copy = f"{url.database}_{revision}_{stamp}"
    copy_database(url, copy, for_staff=False)
    return copy


def has_administrator(url: URL) -> bool:
    """Whether somebody can already let others in."""
    with understood(), connected(url) as connection:
        asked = text("SELECT EXISTS (SELECT FROM svc.post WHERE role = :role AND until IS NULL)")
        return bool(connection.scalar(asked, {"role": Role.ADMINISTRATOR.value}))


def add_first_administrator(url: URL, person: FirstAdministrator) -> None:
    """Make the login of the first administrator; refused once there is one."""
    if has_administrator(url):
        raise BadValue(field="管理员")
    if not re.fullmatch("[a-z][a-z0-9_]{1,30}", person.login):
        raise BadValue(field="用户名")
    person_id = uuid4()
    with understood(), connected(url) as connection:
        if connection.scalar(text("SELECT to_regrole(:login)"), {"login": person.login}):
            raise BadValue(field="用户名")  # of another hall on this server, or of an earlier one
        # as the owner, like everybody after him: only who made a role may change or retire it
        run(connection, f"SET ROLE {OWNER}")
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
        run(connection, f"GRANT {role} TO {person.login}")
        connection.commit()


def add_loader(url: URL, login: str, password: str) -> None:
    """Make a login that may take old records over with their own times (补录、样例).

    One that an interrupted loading left behind is replaced.
    """
    drop_login(url, login)
    with understood(), connected(url) as connection:
        _make_login(connection, login, password, "svcdesk_loader")
        connection.commit()


def drop_login(url: URL, login: str) -> None:
    """Remove a login that owns nothing, such as a loader that is done."""
    with understood(), connected(url) as connection:
        run(connection, sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(login)).as_string())
        connection.commit()


def drop_staff(url: URL) -> None:
    """Drop every login of staff on the server; for building a sample anew, never for a hall."""
    with understood(), connected(url) as connection:
        staff = connection.scalars(
            text(
                "SELECT rolname FROM pg_auth_members JOIN pg_roles ON pg_roles.oid = member"
                " WHERE roleid = to_regrole('svcdesk_staff') AND rolcanlogin"
            )
        ).all()
        for login in staff:
            run(connection, sql.SQL("DROP ROLE {}").format(sql.Identifier(login)).as_string())
        connection.commit()


def set_password(url: URL, login: str, password: str) -> None:
    """Give a login a password from the server's own administrator (practice people)."""
    with understood(), connected(url) as connection:
        statement = sql.SQL("ALTER ROLE {} PASSWORD {}").format(
            sql.Identifier(login), sql.Literal(verifier(connection, login, password))
        )
        run(connection, statement.as_string())
        connection.commit()


def give_seat_key(url: URL, window_id: UUID) -> tuple[int, str]:
    """A new key for the first seat of a window, from the server's own administrator."""
    key = secrets.token_urlsafe(18)
    with understood(), connected(url) as connection:
        seat = connection.execute(
            text("SELECT id, code FROM svc.seat WHERE window_id = :window ORDER BY code LIMIT 1"),
            {"window": window_id},
        ).one()
        connection.execute(
            text(
                "INSERT INTO svc.seat_key VALUES (:seat, sha256(convert_to(:key, 'UTF8')))"
                " ON CONFLICT (seat_id) DO UPDATE SET digest = EXCLUDED.digest"
            ),
            {"seat": seat.id, "key": key},
        )
        connection.commit()
    return seat.code, key


def _require_locale(connection: Connection) -> None:
    """UTF8 and C.UTF-8 are part of the schema: rules on characters rest on them."""
    about: dict[str, Any] = connection.scalar(
        text(
            "SELECT to_jsonb(d) || jsonb_build_object('name', pg_encoding_to_char(encoding))"
            " FROM pg_database AS d WHERE datname = current_database()"
        )
    )
    builtin = about["datlocprovider"] == "b" and about.get("datlocale") == "C.UTF-8"
    libc = {about["datctype"], about["datcollate"]} <= {"C.UTF-8", "C.utf8"}
    if about["name"] != "UTF8" or not (builtin or libc):
        raise WrongLocale(locale=f"{about['name']} {about['datctype']} {about['datcollate']}")
    connection.commit()


def _make_login(connection: Connection, login: str, password: str, group: str) -> None:
    statement = sql.SQL("CREATE ROLE {} LOGIN CONNECTION LIMIT 12 PASSWORD {} IN ROLE {}").format(
        sql.Identifier(login),
        sql.Literal(verifier(connection, login, password)),
        sql.Identifier(group),
    )
    run(connection, statement.as_string())
