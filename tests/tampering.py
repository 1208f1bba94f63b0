"""What somebody with the server's own password can do: rewrite rows behind every guard."""

from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from tests.conftest import Hall


def as_server(hall: "Hall", *statements: str) -> None:
    """Run statements as the superuser; guards stay on."""
    engine = create_engine(hall.superuser, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def behind_the_guards(hall: "Hall", table: str, *statements: str) -> None:
    """Run statements with the triggers of a table switched off."""
    as_server(
        hall,
        f"ALTER TABLE svc.{table} DISABLE TRIGGER USER",
        *statements,
        f"ALTER TABLE svc.{table} ENABLE TRIGGER USER",
    )
