"""The databases of a server: making, copying, renaming and dropping them, as its administrator."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import sql
from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.pool import NullPool

from svcdesk.store.faults import understood


def make_database(url: URL) -> bool:
    """Make the database if the server has none of that name; returns whether it was made."""
    with _maintained(url) as connection:
        exists = text("SELECT EXISTS (SELECT FROM pg_database WHERE datname = :name)")
        if connection.scalar(exists, {"name": url.database}):
            return False
        run(
            connection,
            sql.SQL(
                "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
                " LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
            )
            .format(sql.Identifier(url.database or ""))
            .as_string(),
        )
        return True


def copy_database(url: URL, copy: str, *, for_staff: bool = True) -> None:
    """Copy the database to a new one; everybody else is sent off it first.

    A backup is not for staff: posts given or taken there would count on the whole server
    and stand in no journal of the hall.
    """
    with _maintained(url) as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": url.database},
        )
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
            sql.Identifier(copy), sql.Identifier(url.database or "")
        )
        run(connection, statement.as_string())
    with understood(), connected(url.set(database=copy)) as connection:
        close_database(connection, for_staff=for_staff)


def drop_databases(url: URL, names: Sequence[str]) -> None:
    """Drop databases of this server, with everybody who is connected to them."""
    with _maintained(url) as connection:
        for name in names:
            statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            run(connection, statement.format(sql.Identifier(name)).as_string())


def rename_database(url: URL, name: str) -> None:
    """Give the database another name."""
    with _maintained(url) as connection:
        statement = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
            sql.Identifier(url.database or ""), sql.Identifier(name)
        )
        run(connection, statement.as_string())


def databases(url: URL) -> tuple[str, ...]:
    """The names of this server's databases."""
    with _maintained(url) as connection:
        names = connection.scalars(text("SELECT datname FROM pg_database WHERE NOT datistemplate"))
        return tuple(names)


def close_database(connection: Connection, *, for_staff: bool = True) -> None:
    """Nobody but staff may connect, nobody may make temporary objects; a copy forgets that."""
    name = sql.Identifier(connection.scalar(text("SELECT current_database()")))
    open_to_staff = ["GRANT CONNECT ON DATABASE {} TO svcdesk_staff, svcdesk_loader"]
    for statement in (
        "REVOKE ALL ON DATABASE {} FROM PUBLIC",
        "GRANT CREATE ON DATABASE {} TO svcdesk_owner",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        *(open_to_staff if for_staff else []),
    ):
        run(connection, sql.SQL(statement).format(name).as_string())
    connection.commit()


def connected(url: URL) -> Connection:
    """One connection that is closed for good when it is given back."""
    return _engine(url).connect()


@contextmanager
def _maintained(url: URL) -> Iterator[Connection]:
    """A connection to the server rather than to the database itself."""
    server = url.set(database="postgres")
    with understood(), _engine(server, isolation_level="AUTOCOMMIT").connect() as connection:
        yield connection


def _engine(url: URL, **options: Any) -> Engine:
    """Reads text as UTF-8 even where a database calls its letters bytes (SQL_ASCII)."""
    utf8 = {"client_encoding": "UTF8"}
    return create_engine(url, poolclass=NullPool, connect_args=utf8, **options)


def run(connection: Connection, statements: str) -> None:
    """Run SQL text as it stands: any number of statements, no parameters."""
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})
