"""What the driver reports, mapped once: a Problem a person can mend, or our own defect."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Error
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from svcdesk.rules.problems import (
    BadValue,
    NotAllowed,
    NotOnStaff,
    Problem,
    Unreachable,
    Untrusted,
    WrongPassword,
)

_PASSWORD = {"28P01", "28000"}
_VALUES = {"22001", "22021", "22P05", "23514", "22P02", "23502"}
"""Too long, bytes that are no text, a failed check, a malformed or a missing value.

What the driver itself cannot send (a NUL in a text) carries no state.
"""
_PRIVILEGE = "42501"
_BUSY = {"55P03", "57014"}
"""A lock or a statement waited longer than a counter can wait."""


@contextmanager
def understood() -> Iterator[None]:
    """Turn what a person can understand into its Problem; let every defect through."""
    try:
        yield
    except PoolExhausted as full:
        raise Unreachable from full
    except DBAPIError as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from error


def problem_of(error: DBAPIError) -> Problem | None:
    """The Problem behind a database error, or None for a defect of ours."""
    cause = error.orig
    state = cause.sqlstate if isinstance(cause, Error) else None
    if state is not None and state.startswith("SV"):
        return _raised_by_guard(state, cause)
    if state in _PASSWORD or _refuses_password(cause):
        return WrongPassword()
    if _shut_out(cause):
        return NotOnStaff()
    if _distrusts(cause):
        return Untrusted()
    if state == _PRIVILEGE:
        return NotAllowed()
    if state in _VALUES or (state is None and isinstance(error, DataError)):
        return BadValue(field=_field(cause))
    lost = error.connection_invalidated or state in _BUSY
    if lost or isinstance(error, OperationalError | InterfaceError):
        return Unreachable()
    return None


def _raised_by_guard(state: str, cause: BaseException | None) -> Problem | None:
    kinds = {kind.sqlstate: kind for kind in Problem.__subclasses__()}
    kind = kinds.get(state)
    if kind is None or not isinstance(cause, Error):
        return None
    values: dict[str, Any] = json.loads(cause.diag.message_detail or "{}")
    return kind(**values)


def _refuses_password(cause: BaseException | None) -> bool:
    """A refused connection carries no SQLSTATE in the driver; only its words are left."""
    return "password authentication failed" in str(cause) or "no password supplied" in str(cause)


def _shut_out(cause: BaseException | None) -> bool:
    return "is not permitted to log in" in str(cause)


def _distrusts(cause: BaseException | None) -> bool:
    words = str(cause)
    return any(sign in words for sign in ("does not support SSL", "certificate", "root.crt"))


def _field(cause: BaseException | None) -> str:
    if not isinstance(cause, Error):
        return "—"
    return cause.diag.column_name or cause.diag.constraint_name or "—"
