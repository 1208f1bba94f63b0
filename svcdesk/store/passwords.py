"""Passwords never leave this computer: the server gets a SCRAM verifier."""

from psycopg import Connection as DriverConnection
from sqlalchemy import Connection

from svcdesk.rules.problems import Unreachable


def verifier(connection: Connection, login: str, password: str) -> str:
    """The SCRAM-SHA-256 verifier of a login's password, as the server stores it."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, DriverConnection):
        raise Unreachable  # given back in the meantime
    made = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()
